"""Rectangles and outlines. Unit: pt, unless a docstring says otherwise; y grows downwards."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Rect(Struct, frozen=True):
    """An upright rectangle by its left top corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, by: float) -> Rect:
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


class Segment(Struct, frozen=True):
    """One step of an outline: M and L take (x, y), C (x1, y1, x2, y2, x, y), Z nothing."""

    verb: Literal["M", "L", "C", "Z"]
    points: tuple[float, ...] = ()


class Outline(Struct, frozen=True):
    """A filled shape, non-zero winding rule."""

    segments: tuple[Segment, ...]
