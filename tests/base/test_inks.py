"""Inks: what overprints decides the plates."""

import pytest

from brochure.base.inks import PAPER, Cmyk, Ink, Rgb


@pytest.mark.parametrize(
    ("cmyk", "overprints"),
    [
        (Cmyk(0, 0, 0, 1), True),
        (Cmyk(0, 0, 0, 0.9), False),
        (Cmyk(0.6, 0.4, 0.4, 1), False),
        (Cmyk(0, 0.16, 0.65, 0), False),
    ],
)
def test_black_alone_overprints(cmyk: Cmyk, overprints: bool) -> None:
    assert Ink("ink", cmyk, Rgb(0, 0, 0)).overprints is overprints


def test_paper_knocks_out() -> None:
    assert not PAPER.overprints
    assert PAPER.cmyk.total == 0


def test_total_ink() -> None:
    assert Cmyk(0.9, 0.5, 0.5, 0).total == pytest.approx(1.9)
