"""One family: heads, torsos and limbs of every sign have the measures of the kit, read from the drawings themselves.

Seen from the side a person's torso is one stroke of two points; its upper end is the shoulder, above it the head.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from brochure.content.signs import drawn_signs, sign_file
from brochure.content.svg_shapes import Shape, read_shapes

ROOT = Path(__file__).parent.parent.parent
HEADS = {8.0: 4.5, 9.0: 5.0, 11.0: 6.0, 12.0: 6.5}
"""Radius of the head by width of the torso: the reader beside power, alone or equal, power, and power close by."""

STROKES = {3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0, 8.0, 9.0, 11.0, 12.0}
"""Widths of lines, limbs and torsos; nothing thinner than 3."""

NECK = (1.7, 3.1)
"""Paper between head and torso: 2, and more where a person stoops or sits."""

WITH_A_HAT = {"money-wages"}
"""The rim of the helmet cuts the head, which is no circle there."""

SIGNS = drawn_signs(ROOT)
Point = tuple[float, float]


def shapes(id: str) -> tuple[Shape, ...]:
    found, refusals = read_shapes((ROOT / sign_file(id)).read_bytes())
    assert refusals == ()
    return tuple(shape for shape in found if shape.role == "ink")


def scale(shape: Shape) -> float:
    a, b, c, d, _, _ = shape.area.matrix
    return math.sqrt(abs(a * d - b * c))


def placed(shape: Shape, values: tuple[float, ...]) -> Point:
    a, b, c, d, e, f = shape.area.matrix
    x, y = values[-2:]
    return (a * x + c * y + e, b * x + d * y + f)


def lines(id: str) -> Iterator[tuple[float, Shape]]:
    """Strokes that are not the rounding of a filled shape, with their widths."""
    for shape in shapes(id):
        if shape.stroke and not shape.filled:
            yield round(shape.stroke.width * scale(shape), 2), shape


def circles(id: str) -> Iterator[tuple[float, Point]]:
    for shape in shapes(id):
        arcs = [values for verb, values in shape.area.commands if verb == "A"]
        drawn = {verb for verb, _ in shape.area.commands} <= set("MAZ")
        if shape.filled and drawn and len(arcs) > 1 and all(arc[0] == arc[1] == arcs[0][0] for arc in arcs):
            ends = [placed(shape, arc) for arc in arcs]
            middle = (
                (min(x for x, _ in ends) + max(x for x, _ in ends)) / 2,
                (min(y for _, y in ends) + max(y for _, y in ends)) / 2,
            )
            yield round(arcs[0][0] * scale(shape), 2), middle


def torsos(id: str) -> Iterator[tuple[float, Point]]:
    """Width and shoulder."""
    for width, shape in lines(id):
        if width in HEADS and [verb for verb, _ in shape.area.commands] == ["M", "L"]:
            ends = [placed(shape, values) for _, values in shape.area.commands]
            yield width, min(ends, key=lambda end: end[1])


@pytest.mark.parametrize("id", SIGNS)
def test_lines_and_limbs_have_a_width_of_the_kit(id: str) -> None:
    assert {width for width, _ in lines(id)} <= STROKES


@pytest.mark.parametrize("id", [id for id in SIGNS if id not in WITH_A_HAT])
def test_a_head_fits_its_torso_and_stands_over_it_with_a_neck_of_paper(id: str) -> None:
    for width, shoulder in torsos(id):
        gaps = [
            math.dist(middle, shoulder) - radius - width / 2
            for radius, middle in circles(id)
            if radius == HEADS[width]
        ]
        assert gaps, f"no head of {HEADS[width]} for the torso of {width}"
        assert any(NECK[0] <= gap <= NECK[1] for gap in gaps), gaps


def test_people_are_found() -> None:
    assert sum(len(list(torsos(id))) for id in SIGNS) >= 25
