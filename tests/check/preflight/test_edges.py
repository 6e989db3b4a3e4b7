"""What lies near the cut: bleed on each side, safety, marks."""

from __future__ import annotations

import pytest
from check.preflight.drawing import page

from brochure.base.lengths import mm
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.edges import RULES
from brochure.check.preflight.reading import examined
from brochure.check.preflight.rule import Fault

BLEED, SAFETY, _, _, MARKS = RULES
DEMANDS = Demands(bleed=10, safe=mm(4))
"""The bleed of the page that ``drawing`` makes."""


def faults(rule: object, content: bytes, demands: Demands = DEMANDS) -> list[Fault]:
    with examined(page(b"0 0 0 1 k " + content), "x.pdf") as file:
        return list(rule.judge(file, demands))  # type: ignore[attr-defined]


SHORT: dict[bytes, str] = {
    b"20 60 40 57 re f": "20 mm that touch the left cut do not bleed",
    b"13 60 40 57 re f": "20 mm that touch the left cut do not bleed",
    b"240 60 40 57 re f": "20 mm that touch the right cut do not bleed",
    b"100 140 57 40 re f": "20 mm that touch the top cut do not bleed",
    b"100 20 57 40 re f": "20 mm that touch the bottom cut do not bleed",
    b"10 60 40 57 re f 0 0 0 0 k 11 100 5 17 re f": "6 mm that touch the left cut do not bleed",
}


@pytest.mark.parametrize("content", SHORT)
def test_colour_that_stops_at_the_cut(content: bytes) -> None:
    assert [each.found for each in faults(BLEED, content)] == [SHORT[content]]


@pytest.mark.parametrize(
    "content",
    [
        b"10 10 280 180 re f",
        b"0 0 300 200 re f",
        b"30 30 240 140 re f",
        b"10 60 40 57 re f",
        b"10 10 10 180 re f",
        b"[4 3] 0 d 1 w 10 60 m 290 60 l S",
        b"",
    ],
    ids=["to the bleed", "beyond", "inside", "one side", "in the bleed alone", "a dashed line", "nothing"],
)
def test_colour_that_bleeds_or_does_not_touch(content: bytes) -> None:
    assert faults(BLEED, content) == []


def test_the_place_is_that_of_the_cut() -> None:
    (fault,) = faults(BLEED, next(iter(SHORT)))
    assert fault.box is not None
    assert fault.box[0] == pytest.approx(20, abs=1)
    assert fault.box[3] == pytest.approx(117, abs=1)


def test_a_line_near_the_cut_is_told_and_one_across_it_is_not() -> None:
    (fault,) = faults(SAFETY, b"1 w 26 60 m 26 100 l S")
    assert fault.found == "a stroke 1.9 mm from the cut"
    assert faults(SAFETY, b"1 w 10 60 m 60 60 l S") == []
    assert faults(SAFETY, b"1 w 40 60 m 60 60 l S") == []


def test_marks_keep_off_the_cut_and_the_bleed() -> None:
    def found(content: bytes) -> list[str]:
        return [each.found for each in faults(MARKS, content)]

    assert found(b"0.25 w 60 12.5 m 60 18 l S") == ["a mark nearer than 3 mm to the cut"]
    assert found(b"0.25 w 60 10.5 m 60 11.2 l S") == ["a mark inside the bleed"]
    assert found(b"0.25 w 60 0 m 60 9.5 l S") == []
    assert found(b"10 60 10 20 re f") == [], "colour in the bleed is no mark"
