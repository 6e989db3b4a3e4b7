from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.spoiling import Damage, elements, hold, kids

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]


def words_of_another_sign(file: pikepdf.Pdf) -> None:
    figure = elements(file, "Figure")[1]
    figure.Alt = pikepdf.String("هاتف")


def words_in_another_language(file: pikepdf.Pdf) -> None:
    elements(file, "Figure")[1].Lang = pikepdf.String("en")


def the_sign_of_the_next_row(file: pikepdf.Pdf) -> None:
    """It stands before its words still, but in the item before."""
    one, two = elements(file, "LBody")[:2]
    sign, *words = kids(two)
    hold(one, [*kids(one), sign])
    hold(two, words)


def a_sign_of_another_panel(file: pikepdf.Pdf) -> None:
    """The last one of the cover, read behind all of the next panel."""
    cover, other = elements(file, "Sect")[:2]
    *held, sign = kids(cover)
    lists = [kid for kid in kids(other) if kid.S == "/L"]
    assert lists
    assert sign.S == "/Figure"
    hold(cover, held)
    at = kids(other).index(lists[0])
    hold(other, [*kids(other)[:at], sign, *kids(other)[at:]])


DAMAGES: dict[str, tuple[Damage, str]] = {
    "other words": (words_of_another_sign, "says “هاتف” and not “شخص داخل بيت”"),
    "other language": (
        words_in_another_language,
        "the alternative text “شخص داخل بيت” is said to be en in a file in ar",
    ),
    "next row": (
        the_sign_of_the_next_row,
        "(“شخص يطلب أجره، وشخص ضخم يحتفظ بقطعة النقود”) is not said beside its own words",
    ),
    "other panel": (a_sign_of_another_panel, "(“شخص بجانب ميزان”) is not said beside its own words"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_said_of_a_sign_is_what_the_words_say(damage: str, found: Found) -> None:
    do, message = DAMAGES[damage]
    (finding,) = found(do)
    assert finding.code == "alternative-text"
    assert message in finding.message


def test_a_sign_without_words_is_told_here_too(found: Found) -> None:
    def silent(file: pikepdf.Pdf) -> None:
        del elements(file, "Figure")[0].Alt

    findings = found(silent, unseen=False)
    assert {finding.code for finding in findings} == {"alternative-text"}
    assert "a picture has no alternative text" in [finding.message for finding in findings]


def test_a_sign_that_is_no_picture_any_more(found: Found) -> None:
    def decoration(file: pikepdf.Pdf) -> None:
        cover = elements(file, "Sect")[0]
        hold(cover, kids(cover)[:-1])

    findings = found(decoration)
    assert {(f.code, f.message) for f in findings} == {
        ("alternative-text", "33 pictures have an alternative text, and the content has 34"),
        ("artifact", "something painted on page 1 is content of no structure element"),
    }
