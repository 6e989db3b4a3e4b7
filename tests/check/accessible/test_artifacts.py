from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.spoiling import Damage, elements, kids, painted_otherwise

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]

WORDS = rb"BT 0 g /F1 9 Tf 1 0 0 1 40 40 Tm <00010002> Tj ET"
BACKGROUND = rb"(/Artifact <</Type /Background>> BDC)\n([^E]*?)EMC\n(/P <</MCID \d+>> BDC\n)"


def a_picture_said_twice(file: pikepdf.Pdf) -> None:
    figure = elements(file, "Figure")[0]
    figure.K = pikepdf.Array([*kids(figure), *kids(figure)])


DAMAGES: dict[str, tuple[Damage, str]] = {
    "words as decoration": (
        painted_otherwise(rb"\Z", rb"\n/Artifact <</Type /Layout>> BDC " + WORDS + b" EMC"),
        "“DR” on page 1 is an artifact, so a screen reader passes over it",
    ),
    "decoration as words": (
        painted_otherwise(rb"(/(?:P|H1) <</MCID \d+>> BDC\n)", rb"\1 1 1 1 rg 5 5 20 20 re f\n"),
        "something painted on page 1 is content of P and neither words nor a picture",
    ),
    "said twice": (a_picture_said_twice, "a picture on page 1 is said twice"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_marked_as_something_else_is_told(damage: str, found: Found) -> None:
    do, message = DAMAGES[damage]
    (finding,) = found(do)
    assert (finding.code, finding.message) == ("artifact", message)


def test_words_for_whoever_prints_may_be_an_artifact(found: Found) -> None:
    assert (
        found(painted_otherwise(rb"\Z", rb"\n/Artifact <</Type /Pagination>> BDC " + WORDS + b" EMC")) == ()
    )


def test_what_is_neither_is_told_here_too(found: Found) -> None:
    bare = found(painted_otherwise(rb"/Artifact <</Type /Background>> BDC(.*?)EMC", rb"\1"), unseen=False)
    assert [each.message for each in bare] == [
        "something painted on page 1 is neither content nor an artifact"
    ]
    words = found(painted_otherwise(rb"\Z", b"\n" + WORDS), unseen=False)
    assert [each.message for each in words] == ["“DR” on page 1 is neither content nor an artifact"]


def test_content_of_no_element_is_told(found: Found) -> None:
    lost = found(painted_otherwise(rb"\Z", rb"\n/P <</MCID 999>> BDC " + WORDS + b" EMC"), unseen=False)
    assert [each.message for each in lost] == ["“DR” on page 1 is content of no structure element"]


def test_a_picture_without_paint_is_told(found: Found) -> None:
    def unpainted(file: pikepdf.Pdf) -> None:
        elements(file, "Figure")[0].K = pikepdf.Array([])

    messages = [each.message for each in found(unpainted, unseen=False)]
    assert "nothing is painted for the picture “هاتف”" in messages
