"""Sound drawings that do not work as signs; every sign of the project does, and is drawn with the kit's measures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from content.test_sign_bitmap import ACCENT, INK, PAPER, box
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.sign_bitmap import grown, painted
from brochure.content.sign_quality import LIVE, judge_drawings, reach
from brochure.content.signs import drawn_signs, read_signs
from brochure.model.sign import GRID, Sign, SignLayer

ROOT = Path(__file__).parent.parent.parent
WEIGHT = (0.19, 0.51)
"""Least and greatest share of the grid that is black (kit: 20-46 %, and papers-permit, a page, is the darkest)."""

SIGNS = drawn_signs(ROOT)


def sign(id: str, *layers: SignLayer) -> Sign:
    return Sign(id, layers, False, Span(f"pictograms/{id}.svg"))


def told(*signs: Sign) -> list[tuple[str, int]]:
    findings = Findings()
    judge_drawings(signs, findings)
    return [(finding.code, finding.span.line) for finding in findings.all]


def on_line(layer: SignLayer, line: int) -> SignLayer:
    return SignLayer(layer.role, layer.outline, line)


SOUND = box(INK, 10, 10, 50, 50)


@pytest.mark.parametrize(
    ("layers", "found"),
    [
        ((SOUND,), []),
        ((SOUND, on_line(box(INK, 52.5, 20, 61, 30), 7)), [("sign-outside-live-area", 7)]),
        ((SOUND, on_line(box(PAPER, 0, 0, 64, 9), 7)), []),
        ((SOUND, on_line(box(ACCENT, 54, 20, 55, 30), 7)), [("sign-ink-too-thin", 7)]),
        ((SOUND, on_line(box(INK, 51, 10, 58, 50), 7)), [("sign-gap-too-narrow", 7)]),
        ((SOUND, box(PAPER, 4, 4, 60, 60)), [("sign-draws-nothing", 0)]),
    ],
)
def test_what_a_drawing_lacks_is_told_with_its_line(
    layers: tuple[SignLayer, ...], found: list[tuple[str, int]]
) -> None:
    assert told(sign("door", *layers)) == found


def test_two_signs_of_the_same_outlines_are_told() -> None:
    assert told(sign("door", on_line(SOUND, 2)), sign("gate", on_line(SOUND, 3))) == [("sign-drawn-twice", 0)]


@given(st.floats(4, 54), st.floats(4, 54), st.floats(2.1, 6), st.floats(2.1, 6))
@settings(derandomize=True, max_examples=25, deadline=None)
def test_the_box_of_a_drawing_is_where_it_is_drawn(x: float, y: float, width: float, height: float) -> None:
    ink, _ = painted([box(INK, x, y, x + width, y + height)])
    assert reach(ink) == pytest.approx((x, y, x + width, y + height), abs=0.11)


@pytest.fixture(scope="session")
def drawings() -> Mapping[str, Sign]:
    signs, findings = read_signs(ROOT, SIGNS, None)
    assert findings == ()
    return signs


def test_there_are_sixty_signs() -> None:
    assert len(SIGNS) >= 60


@pytest.mark.parametrize("id", SIGNS)
def test_a_sign_of_ours_has_room_and_weight_and_its_accent_clear_of_ink(
    id: str, drawings: Mapping[str, Sign]
) -> None:
    drawing = drawings[id]
    assert told(drawing) == []
    ink, accent = painted(drawing.layers)
    black = tuple(one | other for one, other in zip(ink, accent, strict=True))
    share = sum(row.bit_count() for row in black) / (GRID * 10) ** 2
    assert WEIGHT[0] < share < WEIGHT[1]
    box_ = reach(black)
    assert box_ is not None
    assert max(box_[2] - box_[0], box_[3] - box_[1]) > 0.78 * (LIVE[1] - LIVE[0])
    near = grown(ink, 14)
    assert not any(one & other for one, other in zip(near, accent, strict=True)), "accent touches ink"
