from __future__ import annotations

import pytest

from brochure.base.inks import PAPER, Cmyk, Ink, Rgb
from brochure.paint.inks import DEVICE_CMYK, DEVICE_RGB, fill_with, stroke_with

BLACK = Ink("black", Cmyk(0, 0, 0, 1), Rgb(0.1, 0.1, 0.1))
GREY = Ink("grey", Cmyk(0, 0, 0, 0.5), Rgb(0.5, 0.5, 0.5))
RICH = Ink("rich", Cmyk(0.4, 0, 0, 1), Rgb(0, 0, 0))


@pytest.mark.parametrize(
    ("ink", "said"),
    [
        (BLACK, "/Kover gs 0 0 0 1 k"),
        (PAPER, "/Knock gs 0 0 0 0 k"),
        (GREY, "/Knock gs 0 0 0 0.5 k"),
        (RICH, "/Knock gs 0.4 0 0 1 k"),
    ],
)
def test_on_paper_only_full_black_overprints(ink: Ink, said: str) -> None:
    assert fill_with(ink, DEVICE_CMYK) == said


def test_a_screen_is_not_told_of_plates() -> None:
    assert fill_with(BLACK, DEVICE_RGB) == "0.1 0.1 0.1 rg"
    assert stroke_with(BLACK, DEVICE_RGB) == "0.1 0.1 0.1 RG"


def test_strokes_have_their_own_operator() -> None:
    assert stroke_with(BLACK, DEVICE_CMYK) == "/Kover gs 0 0 0 1 K"
