"""Ink where it stands on a page: boxes, columns of outlines, and the distance between the ink of two lines."""

from __future__ import annotations

import math

import pytest
from text.declared import set_lines

from brochure.text.ink import InkBox, distance, ink_glyphs
from brochure.text.skyline import air_between

FAR = 100.0
BOX = InkBox(10, 20, 30, 40)


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        (InkBox(33, 20, 40, 40), 3),
        (InkBox(10, 45, 30, 50), 5),
        (InkBox(33, 44, 40, 50), 5),
        (InkBox(1, 12, 7, 16), 5),
        (InkBox(15, 38, 20, 50), -2),
        (InkBox(15, 25, 20, 30), -10),
    ],
    ids=["aside", "below", "across", "across, above", "overlap", "inside"],
)
def test_distance_of_boxes(other: InkBox, apart: float) -> None:
    assert BOX.distance(other) == other.distance(BOX) == apart
    assert BOX.meets(other, apart + 1.5)
    if apart == math.hypot(*(max(0, a) for a in (other.left - BOX.right, other.top - BOX.bottom))) > 0:
        assert not BOX.meets(other, 3)


def test_a_box_holds_another_up_to_its_edge() -> None:
    assert BOX.holds(BOX)
    assert not BOX.holds(BOX.grown(1))
    assert BOX.holds(BOX.grown(1), slack=1)


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "Agjl%8ộ"), ("ur", "لیے گھرکے"), ("th", "ฏไกี่"), ("zh-Hans", "没有，A")]
)
def test_glyphs_reach_as_far_as_their_line_says(tag: str, text: str) -> None:
    (line,) = set_lines(tag, text)
    glyphs = ink_glyphs(line, 50.0, 80.0)
    assert min(glyph.box.left for glyph in glyphs) == pytest.approx(50 + line.ink.left)
    assert max(glyph.box.right for glyph in glyphs) == pytest.approx(50 + line.ink.right)
    assert min(glyph.box.top for glyph in glyphs) == pytest.approx(80 - line.ink.top)
    assert max(glyph.box.bottom for glyph in glyphs) == pytest.approx(80 + line.ink.bottom)
    for glyph in glyphs:
        columns = glyph.columns().values()
        assert min(column.left for column in columns) == pytest.approx(glyph.box.left, abs=glyph.width)
        assert all(glyph.box.holds(column, 0.02) for column in columns)
        assert min(column.top for column in columns) == pytest.approx(glyph.box.top, abs=0.02)


def test_columns_between_two_edges_alone() -> None:
    (line,) = set_lines("en", "m")
    (glyph,) = ink_glyphs(line, 0.0, 0.0)
    middle = (glyph.box.left + glyph.box.right) / 2
    some = glyph.columns(right=middle)
    assert 0 < len(some) < len(glyph.columns())
    assert all(column.left <= middle for column in some.values())


def test_between_two_lines_it_is_the_air() -> None:
    (upper,), (lower,) = set_lines("en", "p"), set_lines("en", "b")
    ones, others = ink_glyphs(upper, 0.0, 0.0), ink_glyphs(lower, 0.0, 14.0)
    assert distance(ones, others, FAR) == pytest.approx(air_between(upper, lower, 0.0, 14.0, FAR), abs=0.1)
    assert distance(others, ones, FAR) == distance(ones, others, FAR)


def test_beside_each_other_it_is_the_gap_and_enough_is_enough() -> None:
    (line,) = set_lines("en", "l")
    ones, others = ink_glyphs(line, 0.0, 0.0), ink_glyphs(line, 7.0, 0.0)
    gap = 7.0 - (line.ink.right - line.ink.left)
    assert distance(ones, others, FAR) == pytest.approx(gap)
    assert distance(ones, others, 1.0) == 1.0


def test_on_each_other_it_is_negative() -> None:
    (line,) = set_lines("en", "l")
    ones, others = ink_glyphs(line, 0.0, 0.0), ink_glyphs(line, 0.0, 2.0)
    assert distance(ones, others, FAR) == pytest.approx(2.0 - line.ink.top - line.ink.bottom)


def test_a_dot_under_a_slanting_letter_does_not_touch_it() -> None:
    """The boxes of A and of the accent beside its top meet, their ink does not."""
    (letter,), (dot,) = set_lines("en", "A"), set_lines("en", ".")
    ones = ink_glyphs(letter, 0.0, 0.0)
    others = ink_glyphs(dot, -0.5, -5.5)
    assert ones[0].box.meets(others[0].box, 0.0)
    assert distance(ones, others, FAR) > 0.5
