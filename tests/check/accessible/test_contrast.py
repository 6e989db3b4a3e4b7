from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.spoiling import painted_otherwise

from brochure.base.diagnostics import Finding
from brochure.base.inks import Rgb
from brochure.check.accessible.contrast import told_apart
from brochure.content.contrast import contrast

Found = Callable[..., tuple[Finding, ...]]
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def test_pale_words_are_told(found: Found) -> None:
    pale = painted_otherwise(rb"(/P <</MCID \d+>> BDC\nBT\n)[\d. ]+ rg", rb"\1 0.5 0.5 0.5 rg")
    (finding,) = found(pale)
    assert finding.code == "painted-contrast"
    assert finding.message == "“مساعدة” on page 1 has a contrast of 3.9 to 1; words need 4.5"
    assert "content/theme.yaml" in finding.help


def test_words_over_an_area_as_dark_as_they_are_told(found: Found) -> None:
    """Their own colour is as before: what lies below has changed."""
    dark = painted_otherwise(rb"1 0\.8471 0\.4314 rg", rb"0.3 0.3 0.3 rg")
    findings = found(dark)
    assert {finding.code for finding in findings} == {"painted-contrast"}
    assert "“العربية” on page 1 has a contrast of 2.1 to 1; words need 4.5" in [f.message for f in findings]


def test_a_sign_in_the_colour_of_its_ground_is_told(found: Found) -> None:
    def pale(file: pikepdf.Pdf) -> None:
        sign = file.pages[0].Resources.XObject.S1
        sign.write(sign.read_bytes().replace(b"1 1 1 rg", b"0.1 0.5 0.6 rg"))

    findings = found(pale)
    assert {finding.code for finding in findings} == {"painted-contrast"}
    assert "the sign “شخص داخل بيت” has a part with a contrast of 1.2 to 1; signs need 3" in [
        f.message for f in findings
    ]


def test_a_sign_that_cannot_be_seen_is_told(found: Found) -> None:
    def hidden(file: pikepdf.Pdf) -> None:
        sign = file.pages[0].Resources.XObject.S1
        sign.write(sign.read_bytes().replace(b"1 1 1 rg", b"0.0784 0.4235 0.4784 rg"))

    messages = [finding.message for finding in found(hidden)]
    assert "the sign “شخص داخل بيت” has a part with a contrast of 1 to 1; signs need 3" in messages


def test_pale_decoration_is_fine(found: Found) -> None:
    """The field for a stamp is pale on purpose, and an artifact."""
    line = rb"\n/Artifact <</Type /Layout>> BDC 0.95 0.95 0.95 rg 2 2 3 3 re f EMC"
    assert found(painted_otherwise(rb"\Z", line)) == ()


def test_a_ground_that_cannot_be_judged_is_told(found: Found) -> None:
    picture = (
        rb"/Artifact <</Type /Background>> BDC q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q EMC\n"
    )
    findings = found(painted_otherwise(rb"\A", picture), unseen=False)
    assert {finding.code for finding in findings} == {"painted-contrast"}
    assert all("not judged" in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [(BLACK, WHITE, 21), (WHITE, WHITE, 1), ((0.5, 0.5, 0.5), WHITE, 3.95)],
)
def test_greys(one: tuple[float, float, float], other: tuple[float, float, float], ratio: float) -> None:
    assert told_apart(one, other) == told_apart(other, one) == pytest.approx(ratio, abs=0.05)


def test_what_is_told_apart_by_its_colour_alone_is_lost_in_grey() -> None:
    green = (0.0, 0.6, 0.0)
    assert contrast(Rgb(*green), Rgb(*BLACK)) > 4.5
    assert told_apart(green, BLACK) < 4.5
