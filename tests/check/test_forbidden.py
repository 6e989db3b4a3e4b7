"""Words of the lists, found or not found in what the outside says."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from brochure.check.forbidden import ForbiddenWord, forbidden_outside, found_in, words_of
from brochure.content.project import Project, read_project
from brochure.model.language import Language

LISTS = {
    "en": ("slave", "police*"),
    "de": ("-opfer", "-polizei*"),
    "ar": ("-ضحية",),
    "zh-Hans": ("受害",),
    "th": ("ตำรวจ",),
}
ENGLISH = Language("en", "Latn", "ltr", "English", "anglais")
ARABIC = Language("ar", "Arab", "rtl", "العربية", "arabe")


@pytest.fixture(scope="module")
def project(project_root: Path) -> Project:
    return read_project(project_root, "luxembourg")


def said(project: Project, language: Language, text: str, *, back: bool = False) -> list[str]:
    assert project.edition is not None
    words = forbidden_outside(language, LISTS, project.edition)
    return [found.word.text for found in found_in(text, words, back=back)]


def test_an_entry_of_a_list() -> None:
    assert words_of(("slave", "-opfer", "-polizei*"), "Latn") == (
        ForbiddenWord("slave", anywhere=False),
        ForbiddenWord("opfer", anywhere=True),
        ForbiddenWord("polizei", anywhere=True, on_back=True),
    )
    assert words_of(("受害",), "Hans") == (ForbiddenWord("受害", anywhere=True),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Help for slaves", ["slave"]),
        ("Hilfe für Verbrechensopfer", ["opfer"]),
        ("Enslaved", []),
        ("Police 113", ["police"]),
        ("受害", []),
    ],
)
def test_lists_in_latin_letters_are_looked_for_in_every_language(
    text: str, found: list[str], project: Project
) -> None:
    assert said(project, ENGLISH, text) == found
    assert said(project, ARABIC, text) == found


def test_a_list_in_other_letters_is_for_its_own_language(project: Project) -> None:
    assert said(project, ARABIC, "الضَّحية") == ["ضحية"]
    assert said(project, ENGLISH, "الضَّحية") == []


def test_the_number_of_the_police_may_stand_on_the_back_alone(project: Project) -> None:
    assert said(project, ENGLISH, "Police, day and night", back=True) == []
    assert said(project, ENGLISH, "Help for slaves", back=True) == ["slave"]


def test_what_services_are_called(project: Project) -> None:
    assert said(project, ENGLISH, "Call INFOTRAITE", back=True) == ["INFOTRAITE"]
    assert said(project, ENGLISH, "See www.stoptraite.lu", back=True) == ["www.stoptraite.lu"]
    assert said(project, ENGLISH, "Call 116 000") == []


def test_a_publisher_stands_on_the_paper_by_its_own_will(project: Project) -> None:
    edition = project.edition
    assert edition is not None
    published = replace(edition, publisher=replace(edition.publisher, name="ITM"))
    for each, found in ((edition, ["ITM"]), (published, [])):
        words = forbidden_outside(ENGLISH, LISTS, each)
        assert [one.word.text for one in found_in("Publisher: ITM", words)] == found


def test_words_over_a_line_end() -> None:
    words = words_of(("buôn người",), "Latn")
    assert [each.at for each in found_in("Chống buôn \n người", words)] == [6]
    thai = words_of(("ตำรวจ",), "Thai")
    assert list(found_in("ตำ รวจ", thai)) == []
    assert [each.at for each in found_in("ตำ รวจ", thai, spaces=False)] == [0]


def test_a_place_behind_what_is_not_compared() -> None:
    """Characters that nobody sees, spaces in a row, and a letter that is two when it is small."""
    (found,) = found_in("Ma\u00adß  \u200b und  Po\u200dlizei", words_of(("polizei",), "Latn"))
    assert "Ma\u00adß  \u200b und  Po\u200dlizei"[found.at :].startswith("Po")


def test_words_of_any_length_are_told_in_the_order_of_their_list() -> None:
    words = words_of(("victim", "受害", "-c", "vice", "tra"), "Latn")
    assert [each.word.text for each in found_in("受害: vices; victims, x", words)] == [
        "victim",
        "受害",
        "c",
        "vice",
    ]
    assert list(found_in("", words)) == []
