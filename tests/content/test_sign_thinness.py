"""What is too narrow to print is found; points, corners and wedges are not told."""

from __future__ import annotations

import pytest
from content.test_sign_bitmap import INK, PAPER, box, circle

from brochure.base.geometry import Outline, Segment
from brochure.content.sign_bitmap import painted
from brochure.content.sign_thinness import Narrow, inverse, narrow_places
from brochure.model.sign import SignLayer


def polygon(*points: tuple[float, float]) -> SignLayer:
    first, *rest = points
    return SignLayer(INK, Outline((Segment("M", first), *(Segment("L", at) for at in rest), Segment("Z"))))


def ink(*layers: SignLayer) -> list[Narrow]:
    return narrow_places(painted(layers)[0])


def gaps(*layers: SignLayer) -> list[Narrow]:
    return narrow_places(inverse(painted(layers)[0]))


@pytest.mark.parametrize(
    ("layers", "width"),
    [
        ([box(INK, 10, 20, 50, 21)], 1.0),
        ([box(INK, 10, 10, 20, 20), box(INK, 20, 14, 30, 15.2), box(INK, 30, 10, 40, 20)], 1.2),
        ([box(INK, 10, 10, 20, 20), box(INK, 20, 14, 30, 15.2)], 1.2),
    ],
    ids=["alone", "between two", "on one"],
)
def test_a_thin_line_is_told_with_its_width(layers: list[SignLayer], width: float) -> None:
    (place,) = ink(*layers)
    assert place.width == pytest.approx(width, abs=0.15)


@pytest.mark.parametrize(
    "layers",
    [
        [box(INK, 10, 20, 50, 22)],
        [circle(32, 32, 1.2)],
        [polygon((10, 40), (30, 10), (50, 40))],
        [polygon((10, 30), (50, 26), (50, 34))],
    ],
    ids=["two wide", "a dot", "a triangle", "a spike"],
)
def test_what_is_wide_enough_or_runs_to_a_point_is_not_told(layers: list[SignLayer]) -> None:
    assert ink(*layers) == []


def test_two_that_nearly_touch_leave_a_gap_between_them() -> None:
    (place,) = gaps(circle(20, 32, 10), circle(41, 32, 10))
    assert (place.width, place.x, place.y) == pytest.approx((1.0, 30.5, 32), abs=0.2)
    assert gaps(circle(20, 32, 10), circle(42, 32, 10)) == []


def test_a_slit_is_told_and_a_crotch_is_not() -> None:
    block = box(INK, 10, 10, 50, 50)
    assert len(gaps(block, box(PAPER, 30, 30, 31, 50))) == 1
    assert gaps(block, SignLayer(PAPER, polygon((30, 20), (20, 50), (40, 50)).outline)) == []
