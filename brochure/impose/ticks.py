"""Empty shapes to tick: each asks one thing of a text, so that nobody has to read a letter to know which."""

from __future__ import annotations

from collections.abc import Callable

from brochure.base.geometry import Outline, Rect, Segment
from brochure.base.lengths import mm
from brochure.layout.shapes import disc, polygon, rectangle

SHAPE = mm(4)
"""How wide and high they are."""

Shape = Callable[[float, float], Outline]
"""From the left top corner of a shape to its outline."""


def circle(x: float, y: float) -> Outline:
    """Round."""
    return disc(x, y, SHAPE)


def square(x: float, y: float) -> Outline:
    """As wide as high."""
    return rectangle(Rect(x, y, SHAPE, SHAPE))


def triangle(x: float, y: float) -> Outline:
    """It stands on an edge."""
    return polygon((x + SHAPE / 2, y), (x + SHAPE, y + SHAPE), (x, y + SHAPE))


def diamond(x: float, y: float) -> Outline:
    """A square on its corner."""
    half = SHAPE / 2
    return polygon((x + half, y), (x + SHAPE, y + half), (x + half, y + SHAPE), (x, y + half))


def box(width: float, height: float) -> Shape:
    """Room to sign in."""
    return lambda x, y: rectangle(Rect(x, y, width, height))


def right(x: float, y: float) -> Outline:
    """A tick: it is right."""
    points = ((x, y + SHAPE * 0.55), (x + SHAPE * 0.38, y + SHAPE * 0.95), (x + SHAPE, y + SHAPE * 0.05))
    return Outline(tuple(Segment("L" if at else "M", point) for at, point in enumerate(points)))


def wrong(x: float, y: float) -> Outline:
    """A cross: it is wrong."""
    near, far = SHAPE * 0.08, SHAPE * 0.92
    return Outline(
        (
            Segment("M", (x + near, y + near)),
            Segment("L", (x + far, y + far)),
            Segment("M", (x + far, y + near)),
            Segment("L", (x + near, y + far)),
        )
    )
