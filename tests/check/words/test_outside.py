"""The outside does not name the matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.words.written import ROOT, given

from brochure.check.words.rules import apply
from brochure.content.findings import Findings
from brochure.content.forbidden import FILE, read_forbidden

LISTS = read_forbidden(ROOT, Findings())


def told(
    tag: str, text: str, address: str = "cover.title", forbidden: tuple[str, ...] | None = None
) -> list[int]:
    words = LISTS[tag] if forbidden is None else forbidden
    findings = apply(given(tag, text, "One. Two.", address, words))
    return [finding.span.column for finding in findings if finding.code == "told-outside"]


@pytest.mark.parametrize(
    ("tag", "text", "column"),
    [
        ("en", "Help for Victims", 16),
        ("fr", "Contre la traite", 14),
        ("de", "Hilfe gegen Menschenhandel", 19),
        ("de", "Verbrechensopfer", 18),
        ("ar", "مساعدة للضَّحايا", 16),
        ("ar", "اتصل بالشرطة", 15),
        ("fa", "بهره‌کشی از کار", 7),
        ("ru", "Права и помощь", 7),
        ("tr", "ŞİDDET ve yardım", 7),
        ("zh-Hans", "帮助受害人", 9),
        ("th", "ติดต่อตำรวจ", 13),
        ("am", "የብዝበዛ እርዳታ", 8),
        ("vi", "Giúp nạn nhân", 12),
    ],
)
def test_a_word_that_names_the_matter(tag: str, text: str, column: int) -> None:
    assert column in told(tag, text)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ru", "Работа и справки"),
        ("uk", "Довідки і робота"),
        ("fr", "Santé, traitement, transport"),
        ("ar", "الجنسية والعمل"),
        ("th", "งานทาสี"),
        ("es", "Ayuda e información"),
        ("en", "Essex, work and health"),
    ],
)
def test_everyday_words(tag: str, text: str) -> None:
    assert told(tag, text) == []


def test_inside_the_brochure_the_words_may_stand() -> None:
    assert told("en", "Police, day and night", "call.police.what") == []


def test_a_beginning_is_no_part_unless_the_list_says_so() -> None:
    assert told("en", "unforced", forbidden=("forced",)) == []
    assert told("en", "unforced", forbidden=("-forced",)) == [9]


def test_a_language_without_list_is_told() -> None:
    def codes(forbidden: tuple[str, ...] | None) -> list[str]:
        return [finding.code for finding in apply(given("sw", "a", "a", forbidden=forbidden))]

    assert codes(None) == ["outside-not-judged"]
    assert codes(()) == []


def read(folder: Path, text: str) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    (folder / "content").mkdir()
    (folder / FILE).write_text(text, encoding="utf-8")
    findings = Findings()
    return dict(read_forbidden(folder, findings)), [f"{each.span.line} {each.code}" for each in findings.all]


def test_mistakes_in_the_list(tmp_path: Path) -> None:
    lists, told = read(tmp_path, "en: [slave, a]\nxx-nowhere: [word]\nde: word\nfr:\n")
    assert lists == {"en": ("slave",), "xx-nowhere": ("word",), "de": (), "fr": ()}
    assert told == ["1 wrong-type", "2 unknown-language", "3 wrong-type", "4 missing-key"]


def test_a_project_needs_no_list(tmp_path: Path) -> None:
    findings = Findings()
    assert read_forbidden(tmp_path, findings) == {}
    assert findings.all == ()


def test_the_lists_of_the_first_edition() -> None:
    from content.every_language import FIRST

    assert set(FIRST) <= set(LISTS)
    assert all(len(words) >= 12 for words in LISTS.values())
