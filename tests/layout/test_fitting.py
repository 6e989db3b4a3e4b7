"""Sizes go down by quarter points to the floor, leading gives way last."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.layout.fitting import STEP, TIGHTER, sizes
from brochure.model.places import TypeRole
from brochure.model.theme import ScriptStyle

LATIN = ScriptStyle(1, 1.25, 0.54)


def role(size: float, floor: float) -> TypeRole:
    return TypeRole("row", size, floor, 1.22, "regular", 3)


def test_steps_then_leading() -> None:
    assert sizes(role(10, 9.5), LATIN) == ((10, 1), (9.75, 1), (9.5, 1), (9.5, TIGHTER))


def test_a_floor_between_two_steps_is_tried() -> None:
    assert sizes(role(10, 9.6), LATIN)[-2:] == ((9.6, 1), (9.6, TIGHTER))


def test_the_floor_holds_after_the_factor() -> None:
    naskh = ScriptStyle(1.14, 1.42, 0.5)
    assert sizes(role(11.5, 9.5), naskh)[-1][0] * 1.14 == pytest.approx(9.5)


def test_numbers_never_shrink() -> None:
    assert sizes(role(36, 36), ScriptStyle(1.14, 1.42, 0.5)) == ((36, 1.0),)


@given(st.floats(8, 40), st.floats(0.5, 1), st.floats(0.8, 1.3))
@settings(derandomize=True, max_examples=80)
def test_sizes_fall_and_stay_between_floor_and_default(size: float, share: float, factor: float) -> None:
    tried = sizes(role(size, size * share), ScriptStyle(factor, 1.25, 0.5))
    points = [point for point, _ in tried]
    assert points[0] == size
    assert all(0 <= a - b <= STEP + 1e-9 for a, b in pairwise(points))
    assert points[-1] >= min(size, size * share / factor) - 1e-9
