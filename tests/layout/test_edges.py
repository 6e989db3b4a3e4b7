"""The edges of areas: rounded corners are where they are, and the seam of a bubble and its tail is no edge."""

from __future__ import annotations

import pytest

from brochure.base.geometry import Rect
from brochure.layout.edges import Shape, box_of
from brochure.layout.shapes import bubble, horizontal, rounded
from brochure.model.places import Tail
from brochure.text.ink import InkBox

AREA = Rect(100, 100, 200, 100)
AIR = 0.5


def point(x: float, y: float) -> InkBox:
    return InkBox(x, y, x, y)


@pytest.mark.parametrize(
    ("x", "y", "near"),
    [
        (200, 150, False),
        (100.4, 150, True),
        (99.6, 150, True),
        (99.4, 150, False),
        (200, 199.6, True),
        (101, 101, False),
        (103, 103, True),
        (106, 106, False),
    ],
    ids=[
        "within",
        "just inside",
        "just outside",
        "outside",
        "bottom",
        "off the corner",
        "on the arc",
        "in the corner",
    ],
)
def test_edges_of_a_rounded_area(x: float, y: float, near: bool) -> None:
    assert Shape(rounded(AREA, 10)).meets(point(x, y), AIR) is near


def test_ink_across_an_edge_meets_it() -> None:
    area = Shape(rounded(AREA, 0))
    assert area.meets(InkBox(90, 140, 110, 160), 0.0)
    assert not area.meets(InkBox(110, 140, 130, 160), 0.0)
    assert area.meets(InkBox(0, 0, 999, 999), 0.0)


def test_a_bubble_and_its_tail_are_one_area() -> None:
    shape = Shape(bubble(AREA, 10, True, Tail("start", 20, 30, 25)))
    assert shape.box == box_of(Rect(100, 100, 200, 125))
    assert not shape.meets(InkBox(125, 190, 145, 197), AIR), "the seam"
    assert not shape.meets(InkBox(122, 198, 130, 202), AIR), "where the tail hangs on"
    assert shape.meets(InkBox(160, 198, 170, 202), AIR), "beside the tail"
    assert shape.meets(InkBox(118, 210, 122, 212), AIR), "the tail's own edge"


def test_a_line_is_an_edge() -> None:
    line = Shape(horizontal(10, 50, 100))
    assert line.meets(point(60, 50.3), AIR)
    assert not line.meets(point(60, 51), AIR)
    assert not line.meets(point(111, 50), AIR)
