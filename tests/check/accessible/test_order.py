from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.spoiling import Damage, elements, hold, kids

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]


def two_paragraphs_swapped(file: pikepdf.Pdf) -> None:
    """Title and line of the cover."""
    cover = elements(file, "Sect")[0]
    held = kids(cover)
    held[2], held[3] = held[3], held[2]
    hold(cover, held)


def a_paragraph_taken_out(file: pikepdf.Pdf) -> None:
    elements(file, "Sect")[0].K = pikepdf.Array(
        [k for n, k in enumerate(kids(elements(file, "Sect")[0])) if n != 3]
    )


def other_words_are_said(file: pikepdf.Pdf) -> None:
    elements(file, "P")[3].ActualText = pikepdf.String("شيء آخر")


def the_stamp_comes_later(file: pikepdf.Pdf) -> None:
    cover = elements(file, "Sect")[0]
    held = kids(cover)
    hold(cover, [held[1], held[0], *held[2:]])


TITLE, LINE = "مساعدة ومعلومات", "لكل من يعيش أو يعمل هنا"
DAMAGES: dict[str, tuple[Damage, set[str]]] = {
    "swapped": (two_paragraphs_swapped, {f"a screen reader says “{LINE}” where “{TITLE}” follows"}),
    "other words": (
        other_words_are_said,
        {
            f"a screen reader does not say “{LINE}”",
            "a screen reader says “شيء آخر”, which is not in the content",
        },
    ),
    "stamp": (
        the_stamp_comes_later,
        {"the file is a draft, and DRAFT is not the first word that a screen reader says"},
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_another_order_is_told(damage: str, found: Found) -> None:
    do, messages = DAMAGES[damage]
    findings = found(do)
    assert {finding.code for finding in findings} == {"reading-order"}
    assert {finding.message for finding in findings} == messages
    assert all(
        finding.is_error and (finding.language, finding.format) == ("ar", "leaflet") for finding in findings
    )


def test_the_words_are_named_in_their_file(found: Found) -> None:
    (finding,) = found(two_paragraphs_swapped)
    assert finding.span.file == "content/languages/ar.yaml"
    assert finding.span.line > 1


def test_what_is_not_in_the_tree_is_missing_and_nobodys(found: Found) -> None:
    findings = found(a_paragraph_taken_out)
    assert {(finding.code, finding.message) for finding in findings} == {
        ("reading-order", f"a screen reader does not say “{LINE}”"),
        ("artifact", f"“{LINE}” on page 1 is content of no structure element"),
    }
