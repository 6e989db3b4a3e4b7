from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.geometry import Outline, Segment
from brochure.paint.syntax import number, numbers, path


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (1.0, 2, "1"),
        (0.5, 2, "0.5"),
        (10.0, 2, "10"),
        (-0.001, 2, "0"),
        (-1.25, 2, "-1.25"),
        (1234567.891, 2, "1234567.89"),
        (0.00001, 4, "0"),
        (100, 0, "100"),
    ],
)
def test_numbers_are_short_and_plain(value: float, places: int, said: str) -> None:
    assert number(value, places) == said


@settings(derandomize=True, max_examples=200)
@given(st.floats(-1e6, 1e6), st.integers(0, 5))
def test_a_number_keeps_its_value_and_never_has_an_exponent(value: float, places: int) -> None:
    said = number(value, places)
    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", said)
    assert abs(float(said) - value) <= 0.5 * 10**-places + 1e-9


def test_numbers_stand_apart() -> None:
    assert numbers((0, 1.5, -2)) == "0 1.5 -2"


def test_a_path_is_placed_point_by_point() -> None:
    outline = Outline(
        (Segment("M", (1, 2)), Segment("L", (3, 4)), Segment("C", (1, 1, 2, 2, 3, 3)), Segment("Z"))
    )
    assert path(outline, lambda x, y: (10 * x, -y)) == "10 -2 m 30 -4 l 10 -1 20 -2 30 -3 c h"
