"""Lengths: an inch is 25.4 mm and 72 pt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.lengths import mm, to_mm


def test_an_inch() -> None:
    assert mm(25.4) == pytest.approx(72)
    assert to_mm(72) == pytest.approx(25.4)


@settings(derandomize=True, max_examples=50)
@given(st.floats(-2000, 2000))
def test_there_and_back(length: float) -> None:
    assert to_mm(mm(length)) == pytest.approx(length)
