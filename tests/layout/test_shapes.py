"""Shapes stay inside their rectangle."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.geometry import Rect
from brochure.layout.shapes import bubble, horizontal, rectangle, rounded
from brochure.model.places import Tail

lengths = st.floats(1, 500)


@given(lengths, lengths, lengths, lengths, st.floats(0, 300))
@settings(derandomize=True, max_examples=80)
def test_rounded_area_fills_its_rectangle(
    x: float, y: float, width: float, height: float, radius: float
) -> None:
    points = [s.points[-2:] for s in rounded(Rect(x, y, width, height), radius).segments if s.points]
    assert abs(min(p[0] for p in points) - x) < 1e-6
    assert abs(max(p[0] for p in points) - (x + width)) < 1e-6
    assert abs(min(p[1] for p in points) - y) < 1e-6
    assert abs(max(p[1] for p in points) - (y + height)) < 1e-6


def test_no_radius_is_a_rectangle() -> None:
    rect = Rect(1, 2, 3, 4)
    assert rounded(rect, 0) == rectangle(rect)


def test_horizontal_is_level() -> None:
    first, last = horizontal(3, 7, 10).segments
    assert (first.points, last.points) == ((3, 7), (13, 7))


def test_tail_hangs_upright_on_the_side_it_is_asked_for() -> None:
    rect = Rect(100, 50, 60, 30)
    tail = Tail("start", 9, 11, 9)
    left = bubble(rect, 4, True, tail).segments[-5:]
    right = bubble(rect, 4, False, tail).segments[-5:]
    assert [p.points for p in left if p.points][-1] == (109, 89)
    assert max(p.points[1] for p in right if p.points) == 89
    assert [p.points[0] for p in right if p.points and p.points[1] == 89] == [151]
