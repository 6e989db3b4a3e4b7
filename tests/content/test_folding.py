"""Panels that make up their sheet, and those that do not."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.lengths import mm
from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.folding import SideSpans, judge_folds, judge_page_count
from brochure.model.format import PanelPlace, Side

WIDTHS = st.lists(st.integers(200, 3000).map(lambda tenths: tenths / 10), min_size=1, max_size=6)
FILE = "content/formats/leaflet.yaml"


def side(id: str, widths: list[float], shift: float = 0) -> Side:
    starts = [0.0, *accumulate(widths)]
    panels = (
        PanelPlace(f"{id}{at}", mm(start + shift), mm(width), mm(start + shift), mm(width), {})
        for at, (start, width) in enumerate(zip(starts, widths, strict=False))
    )
    return Side(id, tuple(mm(start) for start in starts[1:-1]), tuple(panels))


def messages(*sides: Side, width: float) -> list[str]:
    findings = Findings()
    spans = [
        SideSpans(Span(FILE, line), Span(FILE, line + 1), tuple(Span(FILE, line + 2) for _ in each.panels))
        for line, each in enumerate(sides, start=1)
    ]
    judge_folds(sides, spans, mm(width), findings)
    assert {each.code for each in findings.all} <= {"panel-widths"}
    return [each.message for each in findings.all]


@settings(derandomize=True, max_examples=60, deadline=None)
@given(WIDTHS)
def test_any_panels_that_mirror_each_other_are_fine(widths: list[float]) -> None:
    assert messages(side("a", widths), side("b", widths[::-1]), width=sum(widths)) == []


@settings(derandomize=True, max_examples=60, deadline=None)
@given(WIDTHS, st.integers(-50, 50).filter(bool))
def test_a_wrong_sheet_is_told_in_millimetres(widths: list[float], tenths: int) -> None:
    (told,) = messages(side("a", widths), width=sum(widths) + tenths / 10)
    assert told.startswith("the panels of the side 'a' add up to ")
    assert told.endswith(f"but the sheet is {round(sum(widths) + tenths / 10, 2):g} mm wide")


@settings(derandomize=True, max_examples=60, deadline=None)
@given(WIDTHS)
def test_two_sides_alike_are_fine_only_when_they_read_the_same_both_ways(widths: list[float]) -> None:
    told = messages(side("a", widths), side("b", widths), width=sum(widths))
    assert (told == []) is (widths == widths[::-1])


def test_the_leaflet_is_folded_as_print_shops_fold_it() -> None:
    assert messages(side("outside", [97, 100, 100]), side("inside", [100, 100, 97]), width=297) == []


def test_a_gap_and_an_overlap() -> None:
    told = messages(side("a", [197], shift=2), width=197)
    assert told == ["the panel 'a0' begins at 2 mm, but the sheet's edge is at 0 mm: it leaves a gap of 2 mm"]
    told = messages(side("a", [197], shift=-2), width=197)
    assert told == ["the panel 'a0' begins at -2 mm, but the sheet's edge is at 0 mm: it overlaps by 2 mm"]


def test_folds_that_do_not_meet() -> None:
    front, back = side("a", [100, 100]), side("b", [100, 100])
    told = messages(front, Side("b", (), back.panels), width=200)
    assert told == ["the folds of 'b' do not lie on those of 'a'"]
    told = messages(Side("a", (mm(60),), front.panels), width=200)
    assert told == ["the side 'a' folds at 60 mm, where no panel begins"]


@pytest.mark.parametrize(
    ("pages", "can_be"),
    [(1, "4"), (3, "4"), (5, "4 or 8"), (14, "12 or 16"), (15, "12 or 16"), (17, "16 or 20")],
)
def test_pages_that_cannot_be_folded_are_told_with_the_next_numbers(pages: int, can_be: str) -> None:
    findings = Findings()
    judge_page_count(pages, Span(FILE, 1), findings)
    (told,) = findings.all
    assert told.code == "page-count"
    assert str(told.help).startswith(f"Make it {can_be} pages")


@pytest.mark.parametrize("pages", [4, 8, 16, 64])
def test_whole_sheets_are_fine(pages: int) -> None:
    findings = Findings()
    judge_page_count(pages, Span(FILE, 1), findings)
    assert list(findings.all) == []
