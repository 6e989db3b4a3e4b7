"""The style guide of the signs: what it shows, in its order."""

from __future__ import annotations

from msgspec import Struct

from brochure.model.sign import Sign


class GuidePart(Struct, frozen=True):
    """A part of the kit and what to know of it."""

    drawing: Sign
    says: str


class GuidePair(Struct, frozen=True):
    """The same said well and badly."""

    good: Sign
    bad: Sign
    says: str


class GuideSection(Struct, frozen=True):
    """A page. ``large``: a sign shown on the grid, with ``notes`` beside it."""

    heading: str
    large: Sign | None
    notes: tuple[str, ...]
    parts: tuple[GuidePart, ...]
    pairs: tuple[GuidePair, ...]
