"""Outlines of the few shapes the look has: rounded areas, lines, frames."""

from __future__ import annotations

from brochure.base.geometry import Outline, Rect, Segment

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


def horizontal(x: float, y: float, width: float) -> Outline:
    """A level line."""
    return Outline((Segment("M", (x, y)), Segment("L", (x + width, y))))
