"""Empty shapes to tick: each asks one thing of a text, so that nobody has to read a letter to know which."""

from __future__ import annotations

from collections.abc import Callable

from brochure.base.geometry import Outline, Rect
from brochure.base.lengths import mm
from brochure.layout.shapes import disc, polygon, rectangle

SHAPE = mm(4)
"""How wide and high they are."""

Shape = Callable[[float, float], Outline]
"""From the left top corner of a shape to its outline."""


def circle(x: float, y: float) -> Outline:
    return disc(x, y, SHAPE)


def square(x: float, y: float) -> Outline:
    return rectangle(Rect(x, y, SHAPE, SHAPE))


def triangle(x: float, y: float) -> Outline:
    return polygon((x + SHAPE / 2, y), (x + SHAPE, y + SHAPE), (x, y + SHAPE))


def diamond(x: float, y: float) -> Outline:
    half = SHAPE / 2
    return polygon((x + half, y), (x + SHAPE, y + half), (x + half, y + SHAPE), (x, y + half))


def box(width: float, height: float) -> Shape:
    return lambda x, y: rectangle(Rect(x, y, width, height))
