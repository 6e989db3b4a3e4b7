"""Fewer segments for the same outline: the distance is measured, both ways, on all signs and on random strokes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from content.polylines import area, box, distance, polyline
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.content import svg_outlines
from brochure.content.svg_curves import FITTING, simplified
from brochure.content.svg_path import Command
from brochure.content.svg_shapes import read_shapes

SIGNS = sorted((Path(__file__).parents[2] / "pictograms").glob("*.svg"))
MEASURING = 0.002
"""What the chords of the measure stand off themselves."""

Contour = tuple[Command, ...]


def told_apart(data: bytes) -> list[tuple[Contour, Contour]]:
    """Every contour that the drawing gives, before and after."""
    pairs = []

    def watched(contour: Sequence[Command]) -> Contour:
        pairs.append((tuple(contour), simplified(contour)))
        return pairs[-1][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(svg_outlines, "simplified", watched)
        shapes, refused = read_shapes(data)
        assert refused == ()
        svg_outlines.outlines(shapes, [])
    return pairs


def assert_same(before: Contour, after: Contour) -> None:
    old, new = polyline(before), polyline(after)
    assert distance(old, new) <= FITTING + MEASURING
    assert distance(new, old) <= FITTING + MEASURING
    assert box(new) == pytest.approx(box(old), abs=FITTING + MEASURING)
    length = sum(abs(b - a) for a, b in pairwise(old))
    assert area(new) == pytest.approx(area(old), abs=(FITTING + MEASURING) * length)
    assert after[0][0] == "M"
    assert {verb for verb, _ in after[1:]} <= {"L", "C"}


@pytest.mark.parametrize("path", SIGNS, ids=lambda path: path.stem)
def test_every_sign_of_the_project_keeps_its_outline(path: Path) -> None:
    for before, after in told_apart(path.read_bytes()):
        assert_same(before, after)
        quadratics = sum(verb == "Q" for verb, _ in before)
        assert len(after) <= len(before) - quadratics / 3 * (quadratics > 16)


POINT = st.tuples(st.integers(16, 48), st.integers(16, 48)).map(lambda point: f"{point[0]},{point[1]}")
STEP = st.one_of(
    st.builds("L{}".format, POINT),
    st.builds("Q{} {}".format, POINT, POINT),
    st.builds("C{} {} {}".format, POINT, POINT, POINT),
    st.builds("A{0} {1} {2} 0 1 {3}".format, *[st.integers(1, 9)] * 2, st.integers(0, 90), POINT),
)


@settings(derandomize=True, max_examples=30, deadline=None)
@given(
    st.builds(
        "M{}{}{}".format,
        POINT,
        st.lists(STEP, min_size=1, max_size=4).map("".join),
        st.sampled_from(["", "Z"]),
    ),
    st.sampled_from([0.5, 3, 5.5, 11]),
    st.sampled_from(["round", "miter", "bevel"]),
    st.sampled_from(["", "scale(1 .6)", "rotate(17 32 32)"]),
)
def test_a_stroke_of_any_kind_keeps_its_outline(d: str, width: float, join: str, transform: str) -> None:
    style = (
        f'fill="none" stroke="#000" stroke-width="{width}" stroke-linejoin="{join}" stroke-linecap="round"'
    )
    part = f'<path class="ink" {style} transform="{transform}" d="{d}"/>'
    for pair in told_apart(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{part}</svg>'.encode()
    ):
        assert_same(*pair)


def arc(first: float, last: float, count: int, radius: float = 4) -> list[Command]:
    """Quadratics along a circle about the origin, angles in degrees."""
    half = math.radians((last - first) / count / 2)
    found: list[Command] = []
    for i in range(count):
        turn = math.radians(first) + half * (2 * i + 1)
        far, end = radius / math.cos(half), turn + half
        ends = (radius * math.cos(end), radius * math.sin(end))
        found.append(("Q", (far * math.cos(turn), far * math.sin(turn), *ends)))
    return found


def verbs(contour: Contour) -> str:
    return "".join(verb for verb, _ in contour)


def test_a_limb_is_two_lines_and_two_cubics_a_cap_wherever_it_begins() -> None:
    right = arc(-90, 90, 16)
    left: list[Command] = [
        (verb, (values[0] - 20, values[1], values[2] - 20, values[3])) for verb, values in arc(90, 270, 16)
    ]
    ring: list[Command] = [*right, ("L", (-20, 4)), *left, ("L", (0, -4))]
    for at in range(0, len(ring), 3):
        turned = [("M", ring[at - 1][1][-2:]), *ring[at:], *ring[:at]]
        after = simplified(turned)
        # Closing it draws the last line.
        assert verbs(after) in ("MLCCLCC", "MCCLCC")
        assert_same(tuple(turned), after)


def test_a_ring_without_a_corner_is_four_cubics() -> None:
    after = simplified([("M", (4, 0)), *arc(0, 360, 32)])
    assert verbs(after) == "MCCCC"
    handles = [values[0] + 1j * values[1] for _, values in after[1:]]
    assert [abs(handle) for handle in handles] == pytest.approx([abs(4 + 4 * 0.5523j)] * 4, abs=0.01)


def test_a_corner_between_curves_is_kept() -> None:
    bite: list[Command] = [(v, (16 - a, -b, 16 - c, -d)) for v, (a, b, c, d) in arc(-60, 0, 8, 8)]
    start = (8 * math.cos(math.radians(60)), 8 * math.sin(math.radians(60)))
    bump = arc(60, 0, 8, 8)
    after = simplified([("M", start), *bump, *bite[::-1]])
    assert [values for _, values in after if values[-2:] == pytest.approx((8, 0), abs=1e-9)]


def test_drawn_cubics_keep_their_points() -> None:
    contour: list[Command] = [
        ("M", (0, 0)),
        ("C", (0, 2, 2, 4, 4, 4)),
        ("C", (6, 4, 8, 2, 8, 0)),
        ("L", (0, 0)),
    ]
    assert simplified(contour) == tuple(contour[:-1])


def test_one_quadratic_is_the_same_curve_as_a_cubic() -> None:
    assert simplified([("M", (0, 0)), ("Q", (3, 6, 6, 0))]) == (("M", (0, 0)), ("C", (2, 4, 4, 4, 6, 0)))


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        ([(0, 0), (4, 0), (8, 0), (8, 8)], [(0, 0), (8, 0), (8, 8)]),
        ([(0, 0), (4, 0.0005), (8, 0), (8, 8)], [(0, 0), (8, 0), (8, 8)]),
        ([(0, 0), (4, 0.02), (8, 0), (8, 8)], [(0, 0), (4, 0.02), (8, 0), (8, 8)]),
        # Back on its own way: a spike, not a line.
        ([(0, 0), (8, 0), (4, 0), (4, 8)], [(0, 0), (8, 0), (4, 0), (4, 8)]),
        ([(0, 0), (8, 0), (8, 0.0000001), (8, 8), (0, 0)], [(0, 0), (8, 0), (8, 8)]),
        ([(0, 0), (8, 0), (8, 8), (0.0000001, 0)], [(0, 0), (8, 0), (8, 8)]),
    ],
)
def test_lines_that_go_straight_on_are_one(
    points: list[tuple[float, float]], kept: list[tuple[float, float]]
) -> None:
    after = simplified([("M", points[0]), *(("L", point) for point in points[1:])])
    assert [values for _, values in after] == kept


def test_many_small_turns_are_not_straightened_away() -> None:
    """Each step of a circle of a thousand lines is nearly straight; the circle is not."""
    ring: list[Command] = [
        ("L", (9 * math.cos(i * math.tau / 1000), 9 * math.sin(i * math.tau / 1000))) for i in range(1, 1001)
    ]
    contour: Contour = (("M", (9, 0)), *ring)
    after = simplified(contour)
    assert 100 < len(after) < 300
    assert distance(polyline(contour), polyline(after)) < 0.002


def test_a_contour_that_goes_nowhere_is_its_point() -> None:
    assert simplified([("M", (5, 5)), ("L", (5, 5)), ("Q", (5, 5, 5, 5))]) == (("M", (5, 5)),)
