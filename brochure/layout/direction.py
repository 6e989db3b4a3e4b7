"""The one place where start and end become left and right.

A right-to-left sheet is the mirror of a left-to-right one about its own middle: panels, columns, tiles, the tear-off
corner. What has a front of its own (numbers, Latin names, most signs) is moved, never flipped.
"""

from __future__ import annotations

from msgspec import Struct

from brochure.base.geometry import Rect
from brochure.model.language import Direction
from brochure.model.places import Area, Frame


class SheetDirection(Struct, frozen=True):
    """``width`` of the sheet's trim in pt, and the direction of its words. ``shift``: from the left edge of a sheet
    that is not mirrored to what starts at 0; only inside of an area that reads against its sheet.
    """

    width: float
    direction: Direction
    shift: float = 0.0

    @property
    def is_mirrored(self) -> bool:
        return self.direction == "rtl"

    def left(self, start: float, width: float) -> float:
        """Left edge of something ``width`` wide that begins ``start`` from the start edge."""
        return self.width - start - width if self.is_mirrored else start + self.shift

    def rect(self, place: Area | Frame) -> Rect:
        return Rect(self.left(place.x, place.width), place.y, place.width, place.height)

    def inside(self, area: Area, direction: Direction) -> SheetDirection:
        """For words of ``direction`` in an area of this sheet: what starts where the area does is at its start edge."""
        if direction == self.direction:
            return self
        left = self.left(area.x, area.width)
        if direction == "rtl":
            return SheetDirection(left + area.width + area.x, direction)
        return SheetDirection(self.width, direction, left - area.x)
