"""Anchors do not move, and ink beyond a limit is measured."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.layout.rooms import Room, measures
from brochure.model.places import TypeRole
from brochure.model.theme import ScriptStyle
from brochure.text.lines import InkExtent, Line

ROLE = TypeRole("row", 11.5, 9.5, 1.22, "regular", 3)
LATIN = ScriptStyle(1, 1.25, 0.54)
NASKH = ScriptStyle(1.14, 1.42, 0.5)


def line(top: float = 8, bottom: float = 3, width: float = 50) -> Line:
    return Line((), width, InkExtent(0, width, top, bottom))


def test_leading_of_a_script_scales_the_leading_of_the_role() -> None:
    assert measures(ROLE, LATIN, 10).leading == pytest.approx(12.2)
    assert measures(ROLE, NASKH, 10).leading == pytest.approx(10 * 1.14 * 1.22 * 1.42 / 1.25)


@given(count=st.integers(1, 6), size=st.floats(6, 40))
@settings(derandomize=True, max_examples=50)
def test_middle_keeps_the_block_centred(count: int, size: float) -> None:
    by = measures(ROLE, LATIN, size)
    baselines = Room("middle", 100, 0, 200, 0, 80).baselines([0.0] * count, by)
    assert (baselines[0] - by.body + baselines[-1]) / 2 == pytest.approx(100)


@given(count=st.integers(1, 6), size=st.floats(6, 40))
@settings(derandomize=True, max_examples=50)
def test_bottom_keeps_the_last_baseline_and_top_the_first(count: int, size: float) -> None:
    by = measures(ROLE, LATIN, size)
    assert Room("bottom", 100, 0, 200, 0, 80).baselines([0.0] * count, by)[-1] == pytest.approx(100)
    assert Room("top", 100, 0, 200, 0, 80).baselines([0.0] * count, by)[0] == pytest.approx(100 + by.ascent)


def test_excess_is_what_ink_reaches_beyond_the_limits() -> None:
    by = measures(ROLE, LATIN, 10)
    room = Room("bottom", 100, 95, 102, 0, 40)
    high, wide = room.excess([line(top=8, bottom=3, width=50)], [0.0], by)
    assert high == pytest.approx((95 - 92) + (103 - 102))
    assert wide == pytest.approx(10)
    assert Room("bottom", 100, 90, 104, 0, 60).excess([line()], [0.0], by) == (0, 0)


def test_words_under_a_sign_start_lower_where_their_ink_rises_further_than_accents() -> None:
    by = measures(ROLE, LATIN, 10)
    room = Room("below", 100, 100, 130, 0, 80)
    assert room.baselines([0.0, 0.0], by, rise=8)[0] == pytest.approx(100 + by.ascent)
    assert room.baselines([0.0, 0.0], by, rise=15)[0] == pytest.approx(100 + 15 - 3)
    assert room.excess([line(top=15, bottom=3)], [0.0], by) == (0, 0)
    assert room.excess([line(top=15, bottom=20)], [0.0], by)[0] == pytest.approx(112 + 20 - 130)


def test_no_lines_have_no_excess() -> None:
    assert Room("top", 0, 0, 0, 0, 0).excess([], [], measures(ROLE, LATIN, 10)) == (0, 0)


def test_lines_have_the_air_above_them_that_they_are_given() -> None:
    by = measures(ROLE, LATIN, 10)
    first, second, third = Room("top", 0, 0, 200, 0, 80).baselines([0.0, 0.0, 5.0], by)
    assert second - first == pytest.approx(by.leading)
    assert third - second == pytest.approx(by.leading + 5)
