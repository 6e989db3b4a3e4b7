"""Rows of bits: areas, discs, pieces; mirrored twice is the original."""

from __future__ import annotations

import math

import pytest

from brochure.base.geometry import Outline, Segment
from brochure.content.sign_bitmap import MARGIN, SCALE, SIDE, Rows, grown, painted, pieces, rows_of, shrunk
from brochure.model.sign import SignLayer, SignRole

INK, ACCENT, PAPER = SignRole.INK, SignRole.ACCENT, SignRole.PAPER


def box(
    role: SignRole, left: float, top: float, right: float, bottom: float, *, back: bool = False
) -> SignLayer:
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    first, *rest = corners[::-1] if back else corners
    lines = (Segment("M", first), *(Segment("L", corner) for corner in rest), Segment("Z"))
    return SignLayer(role, Outline(lines))


def circle(x: float, y: float, r: float) -> SignLayer:
    k = r * 0.5522847498307936
    curves = (
        Segment("M", (x + r, y)),
        Segment("C", (x + r, y + k, x + k, y + r, x, y + r)),
        Segment("C", (x - k, y + r, x - r, y + k, x - r, y)),
        Segment("C", (x - r, y - k, x - k, y - r, x, y - r)),
        Segment("C", (x + k, y - r, x + r, y - k, x + r, y)),
        Segment("Z"),
    )
    return SignLayer(INK, Outline(curves))


def area(rows: Rows) -> float:
    return sum(row.bit_count() for row in rows) / SCALE**2


def test_what_is_painted_later_covers_what_is_there() -> None:
    ink, accent = painted([box(INK, 4, 4, 14, 14), box(ACCENT, 8, 8, 18, 18), box(PAPER, 10, 10, 12, 12)])
    assert (area(ink), area(accent)) == (64, 96)
    assert ink[MARGIN + 4 * SCALE].bit_length() == MARGIN + 14 * SCALE


def test_winding_counts_and_a_hole_runs_the_other_way() -> None:
    for back, expected in ((False, 100), (True, 64)):
        outer, inner = box(INK, 4, 4, 14, 14), box(INK, 6, 6, 12, 12, back=back)
        both = SignLayer(INK, Outline((*outer.outline.segments, *inner.outline.segments)))
        assert area(painted([both])[0]) == expected


def test_a_circle_has_its_area() -> None:
    assert area(painted([circle(32, 32, 20)])[0]) == pytest.approx(math.pi * 400, rel=0.002)


def test_what_leaves_the_bitmap_is_cut() -> None:
    ink, _ = painted([box(INK, -50, -50, 200, 200)])
    assert area(ink) == (SIDE / SCALE) ** 2


def test_a_disc_grows_from_a_dot_and_shrinks_back_to_it() -> None:
    dot = tuple(1 << 300 if row == 300 else 0 for row in range(SIDE))
    disc = grown(dot, 8)
    expected = sum(x * x + y * y <= 64 for x in range(-8, 9) for y in range(-8, 9))
    assert sum(row.bit_count() for row in disc) == expected
    assert shrunk(disc, 8) == dot


def test_pieces_hang_together_over_corners_and_apart_where_nothing_touches() -> None:
    rows = [0b0000, 0b1001, 0b0110, 0b0000, 0b1011]
    found = pieces(rows)
    assert sorted(sum(run.end - run.start for run in piece) for piece in found) == [1, 2, 4]
    whole = [0] * SIDE
    for piece in found:
        whole = [one | other for one, other in zip(whole, rows_of(piece), strict=True)]
    assert whole[: len(rows)] == rows


def test_pieces_that_meet_further_down_are_one() -> None:
    assert len(pieces([0b10101, 0b10101, 0b11111])) == 1
