"""Numbers and transforms, read strictly."""

from __future__ import annotations

import pytest

from brochure.content.svg_contract import RefusalError
from brochure.content.svg_numbers import compose, number, numbers, transform


@pytest.mark.parametrize(
    ("text", "value"), [("5", 5), ("-.5", -0.5), ("+1.", 1), ("1e2", 100), (" 3px ", 3), ("2E-1", 0.2)]
)
def test_numbers_of_every_spelling(text: str, value: float) -> None:
    assert number(text, "x") == value


@pytest.mark.parametrize(
    "text", ["", "-", ".", "1,5", "5%", "1em", "nan", "Infinity", "1e9", "-100001", "0x1", "1_0", "١", "1 2"]
)
def test_what_is_no_number_of_a_drawing_is_refused(text: str) -> None:
    with pytest.raises(RefusalError, match="x"):
        number(text, "x")


def test_lists_of_numbers() -> None:
    assert numbers(" 1,2 3-4\n.5.5 ", "x") == (1, 2, 3, -4, 0.5, 0.5)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("", (2, 1)),
        ("translate(3)", (5, 1)),
        ("translate(3,4)", (5, 5)),
        ("scale(2)", (4, 2)),
        ("scale(2 -1)", (4, -1)),
        ("rotate(90)", (-1, 2)),
        ("rotate(180 2 2)", (2, 3)),
        ("skewX(45)", (3, 1)),
        ("skewY(45)", (2, 3)),
        ("matrix(1 2 3 4 5 6)", (10, 14)),
        # The last one is applied first.
        ("translate(10,0) scale(2), rotate(90)", (8, 4)),
    ],
)
def test_transforms_move_a_point(text: str, point: tuple[float, float]) -> None:
    a, b, c, d, e, f = transform(text)
    assert (a * 2 + c * 1 + e, b * 2 + d * 1 + f) == pytest.approx(point)


@pytest.mark.parametrize(
    "text", ["translate", "translate()", "scale(1 2 3)", "rotate(1 2)", "rotate(1deg)", "shear(1)", "1"]
)
def test_transforms_that_are_not_understood_are_refused(text: str) -> None:
    with pytest.raises(RefusalError):
        transform(text)


def test_transforms_cannot_run_out_of_bounds() -> None:
    with pytest.raises(RefusalError, match="out of bounds"):
        transform("scale(1000)" * 3)


def test_compose_applies_the_inner_matrix_first() -> None:
    assert compose((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 0)) == (2, 0, 0, 2, 10, 0)
