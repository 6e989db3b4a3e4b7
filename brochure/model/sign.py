"""A pictogram, already reduced to plain outlines in three roles."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from brochure.base.geometry import Outline
from brochure.base.spans import Span
from brochure.model.unit import Unit

GRID = 64.0
"""Side of the square that every sign is drawn on, in its own units; y grows downwards."""


class SignRole(StrEnum):
    """What a part of a sign is drawn in; the format's slot names the ink of each role."""

    INK = "ink"
    ACCENT = "accent"
    PAPER = "paper"


class SignLayer(Struct, frozen=True):
    """A part of a sign in one role. ``line``: where its file draws it."""

    role: SignRole
    outline: Outline
    line: int = 0


class Sign(Struct, frozen=True):
    """``layers`` in painting order, in grid units. ``mirrors``: flipped in right-to-left formats."""

    id: str
    layers: tuple[SignLayer, ...]
    mirrors: bool
    span: Span

    def __hash__(self) -> int:
        """Of the name alone: outlines have thousands of points."""
        return hash(self.id)


class SignUse(Struct, frozen=True):
    """A sign beside words, with its alternative text in the reader's language."""

    sign: Sign
    alternative: Unit
