"""The style guide of the signs: what it shows, in its order."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.model.sign import Sign


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A part of the kit and what to know of it."""

    drawing: Sign
    says: str


@dataclass(frozen=True, slots=True)
class GuidePair:
    """The same said well and badly."""

    good: Sign
    bad: Sign
    says: str


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A page. ``large``: a sign shown on the grid, with ``notes`` beside it."""

    heading: str
    large: Sign | None
    notes: tuple[str, ...]
    parts: tuple[GuidePart, ...]
    pairs: tuple[GuidePair, ...]
