"""Outlines of the few shapes the look has: rounded areas, lines, frames."""

from __future__ import annotations

from brochure.base.geometry import Outline, Rect, Segment
from brochure.model.places import Tail

QUARTER_ARC = 0.5522847498307936
"""Handle length of a cubic that draws a quarter circle of radius 1, 4/3 (sqrt 2 - 1)."""


def rounded(rect: Rect, radius: float) -> Outline:
    """A rectangle with rounded corners, clockwise from the top; ``radius`` is cut to half of the shorter side."""
    r = min(radius, rect.width / 2, rect.height / 2)
    if r <= 0:
        return rectangle(rect)
    k = r * (1 - QUARTER_ARC)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return Outline(
        (
            Segment("M", (x + r, y)),
            Segment("L", (right - r, y)),
            Segment("C", (right - k, y, right, y + k, right, y + r)),
            Segment("L", (right, bottom - r)),
            Segment("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
            Segment("L", (x + r, bottom)),
            Segment("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
            Segment("L", (x, y + r)),
            Segment("C", (x, y + k, x + k, y, x + r, y)),
            Segment("Z"),
        )
    )


def bubble(rect: Rect, radius: float, on_left: bool, tail: Tail) -> Outline:
    """A rounded area with a tail under its lower edge; the tail's outer edge is upright, its offset from its side."""
    inner = rect.bottom - radius / 2  # inside the area, so that no seam shows where the two meet
    if on_left:
        x = rect.x + tail.offset
        points = (
            (x, inner),
            (x + tail.width, inner),
            (x + tail.width, rect.bottom),
            (x, rect.bottom + tail.height),
        )
    else:
        x = rect.right - tail.offset
        points = (
            (x - tail.width, inner),
            (x, inner),
            (x, rect.bottom + tail.height),
            (x - tail.width, rect.bottom),
        )
    hanging = (Segment("M", points[0]), *(Segment("L", point) for point in points[1:]), Segment("Z"))
    return Outline((*rounded(rect, radius).segments, *hanging))


def rectangle(rect: Rect) -> Outline:
    """An upright rectangle, clockwise."""
    return Outline(
        (
            Segment("M", (rect.x, rect.y)),
            Segment("L", (rect.right, rect.y)),
            Segment("L", (rect.right, rect.bottom)),
            Segment("L", (rect.x, rect.bottom)),
            Segment("Z"),
        )
    )


def disc(x: float, y: float, size: float) -> Outline:
    """A round mark ``size`` across, its left top corner at x, y."""
    return rounded(Rect(x, y, size, size), size / 2)


def horizontal(x: float, y: float, width: float) -> Outline:
    """A level line."""
    return Outline((Segment("M", (x, y)), Segment("L", (x + width, y))))


def polygon(*points: tuple[float, float]) -> Outline:
    """A closed outline of straight edges."""
    first, *others = points
    return Outline((Segment("M", first), *(Segment("L", point) for point in others), Segment("Z")))
