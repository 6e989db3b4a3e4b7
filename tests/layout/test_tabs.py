"""The tabs of the poster: one number twelve times, each in the middle of its own strip, and said once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from brochure.base.geometry import Rect
from brochure.base.lengths import mm, to_mm
from brochure.layout.operations import Artifact, PlacedPage, Stroke, TextLine

if TYPE_CHECKING:
    from conftest import Leaflet

TABS, TOP, WIDE, HIGH, AIR = 12, 357.0, 24.75, 63.0, 4.3
TAGS = ["en", "ar"]

LaidOut = Callable[[str, str], "Leaflet"]


def turned(page: PlacedPage) -> list[TextLine]:
    return [each for each in page.operations if isinstance(each, TextLine) and each.turned]


def ink_of(line: TextLine) -> Rect:
    ink = line.line.ink
    return line.on_page(ink.left, ink.top, ink.right, ink.bottom)


def by_tab(page: PlacedPage) -> dict[int, list[TextLine]]:
    """Lines by the number of their tab, from the left."""
    tabs: dict[int, list[TextLine]] = {}
    for line in turned(page):
        tabs.setdefault(int(to_mm(ink_of(line).x) // WIDE), []).append(line)
    return tabs


@pytest.mark.parametrize("tag", TAGS)
def test_every_tab_has_the_whole_number(tag: str, laid_out: LaidOut) -> None:
    tabs = by_tab(laid_out("poster", tag).placed.pages[0])
    assert sorted(tabs) == list(range(TABS))
    assert {"".join(line.line.text for line in lines) for lines in tabs.values()} == {"+352\u00a027 36 56 46"}


@pytest.mark.parametrize("tag", TAGS)
def test_the_number_stands_in_the_middle_of_its_tab(tag: str, laid_out: LaidOut) -> None:
    for tab, lines in by_tab(laid_out("poster", tag).placed.pages[0]).items():
        inks = [ink_of(line) for line in lines]
        left, right = min(each.x for each in inks), max(each.right for each in inks)
        above, below = min(each.y for each in inks), max(each.bottom for each in inks)
        assert to_mm(left + right) / 2 == pytest.approx((tab + 0.5) * WIDE, abs=0.1)
        assert to_mm(above + below) / 2 == pytest.approx(TOP + HIGH / 2, abs=0.3)
        assert above > mm(TOP + AIR) - 1
        assert below < mm(TOP + HIGH - AIR) + 1


@pytest.mark.parametrize("tag", TAGS)
def test_the_dialling_code_is_read_first_on_the_way_up(tag: str, laid_out: LaidOut) -> None:
    for code, number in by_tab(laid_out("poster", tag).placed.pages[0]).values():
        assert code.line.text == "+352"
        assert ink_of(number).bottom < ink_of(code).y
        assert number.x == pytest.approx(code.x)


@pytest.mark.parametrize(("tag", "said"), [("en", 0), ("ar", TABS - 1)])
def test_it_is_said_and_touched_on_the_first_tab_alone(tag: str, said: int, laid_out: LaidOut) -> None:
    page = laid_out("poster", tag).placed.pages[0]
    for tab, lines in by_tab(page).items():
        tags = {line.tag for line in lines}
        assert (tags == {Artifact.PAGINATION}) == (tab != said)
    (node,) = {line.tag for line in by_tab(page)[said]}
    (link,) = [each for each in page.links if each.node == node]
    assert link.uri == "tel:+35227365646"
    assert to_mm(link.place.x) == pytest.approx(said * WIDE)
    assert to_mm(link.place.height) == pytest.approx(HIGH)


def test_lines_to_cut_along_part_the_tabs_down_into_the_bleed(laid_out: LaidOut) -> None:
    page = laid_out("poster", "en").placed.pages[0]
    lines = [each for each in page.operations if isinstance(each, Stroke) and each.dash]
    ends = [[round(to_mm(v), 2) for s in line.outline.segments for v in s.points] for line in lines]
    assert ends[0] == [-3, TOP, 300, TOP]
    assert ends[1:] == [[round(tab * WIDE, 2), TOP, round(tab * WIDE, 2), 423] for tab in range(1, TABS)]
    assert {line.ink.name for line in lines} == {"black"}
