from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.text.reorder import reset_levels, visual_order


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), ()),
        ((0, 0, 0), (0, 1, 2)),
        ((2, 2), (0, 1)),
        ((1, 1, 1), (2, 1, 0)),
        ((0, 1, 1, 0), (0, 2, 1, 3)),
        ((1, 2, 2, 1), (3, 1, 2, 0)),
        ((1, 1, 2, 3, 3, 2, 1), (6, 2, 4, 3, 5, 1, 0)),
    ],
)
def test_visual_order(levels, expected):
    assert visual_order(levels) == expected


@settings(derandomize=True, max_examples=100)
@given(st.lists(st.integers(0, 6), max_size=30))
def test_reordering_is_a_permutation(levels):
    assert sorted(visual_order(levels)) == list(range(len(levels)))


@pytest.mark.parametrize(
    ("text", "levels", "base", "expected"),
    [
        ("اب ", (1, 1, 1), 0, (1, 1, 0)),
        ("ab ", (2, 2, 2), 1, (2, 2, 1)),
        ("a \tb", (2, 2, 2, 2), 1, (2, 1, 1, 2)),
        ("a b", (2, 2, 2), 1, (2, 2, 2)),
        ("a \u2069", (2, 2, 2), 1, (2, 1, 1)),
    ],
)
def test_white_space_at_the_end_takes_the_level_of_the_paragraph(text, levels, base, expected):
    assert reset_levels(text, levels, base) == expected
