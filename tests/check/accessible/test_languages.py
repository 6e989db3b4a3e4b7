from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.spoiling import Damage, elements

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]


def spoken_as(language: str | None, number: int, *roles: str) -> Damage:
    """An element in another language, or in none of its own."""

    def damage(file: pikepdf.Pdf) -> None:
        element = elements(file, *roles)[number]
        if language is None:
            del element.Lang
        else:
            element.Lang = pikepdf.String(language)

    return damage


def french(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [element for element in elements(file) if element.get("/Lang") == "fr"]


def a_name_loses_its_language(file: pikepdf.Pdf) -> None:
    del french(file)[0].Lang


def the_phrase_loses_its_language(file: pikepdf.Pdf) -> None:
    del french(file)[-2].Lang


def the_file_in_another(file: pikepdf.Pdf) -> None:
    """As a screen reader meets it: all that says nothing of its own is German now."""
    file.Root.Lang = pikepdf.String("de")


DAMAGES: dict[str, tuple[Damage, str]] = {
    "name": (a_name_loses_its_language, "“INFOTRAITE” is fr, and a screen reader would say it as ar"),
    "phrase": (
        the_phrase_loses_its_language,
        "“JaibesoindaideJeparlearabe” is fr, and a screen reader would say it as ar",
    ),
    "paragraph": (
        spoken_as("fr", 0, "H1"),
        "“هليحدثهذامعك” is ar, and a screen reader would say it as fr",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_part_in_another_voice_is_told(damage: str, found: Found) -> None:
    do, message = DAMAGES[damage]
    (finding,) = found(do)
    assert (finding.code, finding.message) == ("language-of-parts", message)


def test_a_file_in_another_language_is_told(found: Found) -> None:
    findings = found(the_file_in_another)
    assert {finding.code for finding in findings} == {"language-of-parts"}
    assert "the file says that it is in de, and it is in ar" in [finding.message for finding in findings]


def test_a_file_in_no_language_is_told(found: Found) -> None:
    def silent(file: pikepdf.Pdf) -> None:
        del file.Root.Lang

    messages = [finding.message for finding in found(silent, unseen=False)]
    assert "the file does not say in which language it is" in messages
