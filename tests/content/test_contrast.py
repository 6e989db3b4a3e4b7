"""Contrast: the ratios of the look, and what is judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from brochure.base.inks import PAPER, Rgb
from brochure.content.contrast import contrast, judge_contrast
from brochure.content.findings import Findings
from brochure.content.formats import read_format
from brochure.content.theme import Look, read_theme

PALE_SUN, PALE_PETROL = Rgb(0.3, 0.3, 0.1), Rgb(0.6, 0.8, 0.85)


@pytest.fixture(scope="module")
def look(project_root: Path) -> Look:
    look = read_theme(project_root, Findings())
    assert look is not None
    return look


def test_the_ends_of_the_scale() -> None:
    assert contrast(Rgb(0, 0, 0), Rgb(1, 1, 1)) == pytest.approx(21)
    assert contrast(Rgb(0.3, 0.2, 0.1), Rgb(0.3, 0.2, 0.1)) == 1
    # #777777 is the grey that just fails on white, the well-known one
    assert contrast(Rgb(*[0x77 / 255] * 3), PAPER.rgb) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("black", "paper", 17.9),
        ("black", "mist", 14.1),
        ("black", "sun", 13.1),
        ("paper", "petrol", 6.1),
        ("petrol", "mist", 4.8),
        ("petrol", "black", 2.9),
    ],
)
def test_the_ratios_of_the_look(one: str, other: str, ratio: float, look: Look) -> None:
    inks = {**look.theme.inks, "paper": PAPER}
    found = contrast(inks[one].rgb, inks[other].rgb)
    assert found == contrast(inks[other].rgb, inks[one].rgb)
    assert found == pytest.approx(ratio, abs=0.05)


@pytest.mark.parametrize(
    ("ink", "rgb", "told"),
    [
        (
            "sun",
            PALE_SUN,
            [
                "black on sun has a contrast of 2 to 1, but signs need 3 to 1",
                "black on sun has a contrast of 2 to 1, but words need 4.5 to 1",
            ],
        ),
        (
            "petrol",
            PALE_PETROL,
            [
                "paper on petrol has a contrast of 1.7 to 1, but signs need 3 to 1",
                "petrol on mist has a contrast of 1.3 to 1, but signs need 3 to 1",
            ],
        ),
        ("mist", Rgb(1, 1, 1), []),
    ],
)
def test_a_pale_ink_is_told_where_it_is_written(
    ink: str, rgb: Rgb, told: list[str], look: Look, project_root: Path
) -> None:
    inks = {**look.theme.inks, ink: replace(look.theme.inks[ink], rgb=rgb)}
    theme, findings = replace(look.theme, inks=inks), Findings()
    format_ = read_format(project_root, "leaflet", theme, findings)
    assert format_ is not None
    judge_contrast(format_, theme, look.spans, findings)
    assert [each.message for each in findings.all] == told
    assert {each.span for each in findings.all} <= {look.spans[ink]}
