from __future__ import annotations

import re

import pytest
from finish.by_hand import SUN, leaflet, rectangle

from brochure.layout.operations import Artifact, Fill, Operation, PlacedPage
from brochure.paint.inks import DEVICE_CMYK, DEVICE_RGB
from brochure.paint.pages import Brush, paint_page

ROLES = {1: "P", 2: "H1"}


def page_of(*operations: Operation) -> PlacedPage:
    return PlacedPage(100, 50, 9, operations, (), (), ())


def brush(*, tagged: bool = True, bleed: bool = False) -> Brush:
    return Brush(DEVICE_RGB, bleed, {}, {}, ROLES if tagged else {})


def fill(tag: int | Artifact) -> Fill:
    return Fill(tag, rectangle(-9, -9, 10, 20), SUN)


def test_everything_stands_inside_marked_content() -> None:
    painted = paint_page(page_of(fill(Artifact.BACKGROUND), fill(2), fill(1), fill(2)), brush())
    marks = re.findall(r"^.*BDC|^EMC", painted.content.decode(), re.MULTILINE)
    assert marks == [
        "/Artifact <</Type /Background>> BDC", "EMC",
        "/H1 <</MCID 0>> BDC", "EMC", "/P <</MCID 1>> BDC", "EMC", "/H1 <</MCID 2>> BDC", "EMC",
    ]  # fmt: skip
    assert painted.owners == (2, 1, 2)


def test_neighbours_of_one_node_share_a_mark() -> None:
    painted = paint_page(page_of(fill(1), fill(1), fill(2)), brush())
    assert painted.owners == (1, 2)
    assert painted.content.count(b" f") == 3


def test_without_roles_nothing_is_marked() -> None:
    painted = paint_page(page_of(fill(1)), brush(tagged=False))
    assert b"BDC" not in painted.content
    assert painted.owners == ()


@pytest.mark.parametrize(
    ("bleed", "size", "corner"), [(False, (100, 50), "-9 59 m"), (True, (118, 68), "0 68 m")]
)
def test_the_bleed_moves_the_origin_and_only_on_paper(
    bleed: bool, size: tuple[float, float], corner: str
) -> None:
    painted = paint_page(page_of(fill(1)), brush(bleed=bleed))
    assert (painted.width, painted.height) == size
    assert corner in painted.content.decode()
    assert painted.place(0, 0) == ((9, 59) if bleed else (0, 50))


def test_a_stroke_has_width_and_dash() -> None:
    (stroke,) = (o for o in leaflet("en").pages[0].operations if type(o).__name__ == "Stroke")
    painted = paint_page(page_of(stroke), Brush(DEVICE_CMYK, False, {}, {}, {}))
    assert painted.content == b"/Kover gs 0 0 0 1 K 0.25 w [2 1] 0 d 20 -140 m 240 -140 l S"
