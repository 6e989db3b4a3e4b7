"""The visible edges of what is drawn: straight pieces of the outlines of areas and lines, for ink to keep away from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from brochure.base.geometry import Outline, Rect
from brochure.text.ink import InkBox

_PIECES = 8
"""Straight pieces that a curve is taken for."""

Point = tuple[float, float]
Ring = tuple[Point, ...]


class Shape(Struct, frozen=True, dict=True):
    """An outline to keep away from. An edge of one of its rings that lies inside another ring is no edge to the eye: a
    bubble and its tail are one area.
    """

    outline: Outline

    @cached_property
    def box(self) -> InkBox:
        """Around it; around the handles of its curves too."""
        xs = [x for segment in self.outline.segments for x in segment.points[0::2]]
        ys = [y for segment in self.outline.segments for y in segment.points[1::2]]
        return InkBox(min(xs), min(ys), max(xs), max(ys))

    @cached_property
    def rings(self) -> tuple[Ring, ...]:
        """Straight pieces; a ring that is not closed keeps its ends."""
        return tuple(_rings(self.outline))

    @cached_property
    def ring_boxes(self) -> tuple[InkBox, ...]:
        """Around each ring: a bubble, and its tail."""
        return tuple(
            InkBox(min(xs), min(ys), max(xs), max(ys))
            for xs, ys in (zip(*ring, strict=True) for ring in self.rings)
        )

    def meets(self, box: InkBox, air: float) -> bool:
        """Whether an edge comes nearer to a box than ``air`` pt, to the side and in height."""
        if not self.box.meets(box, air):
            return False
        wide = box.grown(air)
        for ring in self.rings:
            for start, end in pairwise(ring):
                point = _inside(start, end, wide)
                if point and not any(_holds(other, point) for other in self.rings if other is not ring):
                    return True
        return False


def box_of(rect: Rect) -> InkBox:
    """A rectangle as a box."""
    return InkBox(rect.x, rect.y, rect.right, rect.bottom)


def _rings(outline: Outline) -> Iterator[Ring]:
    ring: list[Point] = []
    for segment in outline.segments:
        points = list(zip(segment.points[0::2], segment.points[1::2], strict=True))
        match segment.verb:
            case "M":
                if ring:
                    yield tuple(ring)
                ring = points
            case "L":
                ring += points
            case "C":
                ring += _curve(ring[-1], *points)
            case "Z":
                ring.append(ring[0])
    if ring:
        yield tuple(ring)


def _curve(start: Point, over: Point, under: Point, end: Point) -> Iterator[Point]:
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            a * start[0] + b * over[0] + c * under[0] + d * end[0],
            a * start[1] + b * over[1] + c * under[1] + d * end[1],
        )


def _inside(start: Point, end: Point, box: InkBox) -> Point | None:
    """The middle of the part of a straight line that lies in a box (Liang and Barsky); None where none does."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    if (
        (x < box.left and end[0] < box.left)
        or (x > box.right and end[0] > box.right)
        or (y < box.top and end[1] < box.top)
        or (y > box.bottom and end[1] > box.bottom)
    ):
        return None  # All on one side of it, as most are.
    first, last = 0.0, 1.0
    for step, room in ((-dx, x - box.left), (dx, box.right - x), (-dy, y - box.top), (dy, box.bottom - y)):
        if step == 0:
            if room <= 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first >= last:
        return None
    middle = (first + last) / 2
    return x + dx * middle, y + dy * middle


def _holds(ring: Ring, point: Point) -> bool:
    """Whether a point lies in a ring: an odd number of edges to its right."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            inside = not inside
    return inside
