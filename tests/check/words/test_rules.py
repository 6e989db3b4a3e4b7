"""Every rule has a text that breaks it and one that does not; the files of the project break none that holds back."""

from __future__ import annotations

import re
from functools import cache

import pytest
from check.words.cases import BROKEN, BROKEN_AGAINST, KEPT, KEPT_AGAINST
from check.words.written import FILE, ROOT, given
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from brochure.base.spans import Span
from brochure.check.words.rules import RULES, apply, check_edition, check_words
from brochure.content.languages import read_language
from brochure.content.project import Project, read_document, read_project
from brochure.content.words import language_tags

OF_ONE_TEXT = {rule.id for rule in RULES if not rule.of_edition} - {
    "told-outside",
    "outside-not-judged",
    "quotes-in-print",
}
"""The others are in test_outside.py, test_facts.py and test_plain.py."""

ENGLISH = "One. Two."


def broken(rule: str, tag: str, text: str, english: str = ENGLISH) -> list[Span]:
    return [finding.span for finding in apply(given(tag, text, english)) if finding.code == rule]


@pytest.mark.parametrize(("rule", "tag", "text", "column"), BROKEN)
def test_a_fault_is_told_where_it_stands(rule: str, tag: str, text: str, column: int) -> None:
    assert Span(FILE, 1, column) in broken(rule, tag, text)


@pytest.mark.parametrize(("rule", "tag", "text"), KEPT)
def test_what_comes_close_is_no_fault(rule: str, tag: str, text: str) -> None:
    assert broken(rule, tag, text) == []


@pytest.mark.parametrize(("rule", "tag", "text", "english", "column"), BROKEN_AGAINST)
def test_a_fault_against_the_english(rule: str, tag: str, text: str, english: str, column: int) -> None:
    assert broken(rule, tag, text, english) == [Span(FILE, 1, column)]


@pytest.mark.parametrize(("rule", "tag", "text", "english"), KEPT_AGAINST)
def test_no_fault_against_the_english(rule: str, tag: str, text: str, english: str) -> None:
    assert broken(rule, tag, text, english) == []


def test_no_rule_is_without_its_two_tests() -> None:
    assert {rule for rule, *_ in (*BROKEN, *BROKEN_AGAINST)} == OF_ONE_TEXT
    assert {rule for rule, *_ in (*KEPT, *KEPT_AGAINST)} == OF_ONE_TEXT


def test_every_rule_has_a_name_of_its_own_a_reason_and_a_line_in_the_table() -> None:
    table = (ROOT / "brochure/docs/findings.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z-]+)`", table)
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"[A-Z][^.]+\.", rule.reason), rule.id
        assert rule.id in named


@drawn(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters='"\\{}'), max_size=40))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_any_text_can_be_judged_and_is_told_in_its_own_line(text: str) -> None:
    for tag in ("en", "ur", "zh-Hans", "th", "my", "hy"):
        for finding in apply(given(tag, f"a{text}")):
            assert finding.span.file == FILE
            assert finding.span.line == 1
            assert 7 <= finding.span.column <= 7 + 1 + len(text)


@cache
def project_of() -> Project:
    """Reading it takes longer than judging all its words."""
    return read_project(ROOT, "luxembourg")


@pytest.mark.parametrize("tag", language_tags(ROOT))
def test_no_words_of_the_project_are_held_back(tag: str) -> None:
    project = project_of()
    words = read_document(project, tag, "leaflet").words
    language = read_language(tag, project.writing, "fr", {}, {})
    assert words is not None
    assert language is not None
    findings = check_words(project, language, words)
    assert [str(finding) for finding in findings if finding.is_error] == []


def test_no_promise_of_the_project_is_without_fact() -> None:
    findings = check_edition(project_of())
    assert [str(finding) for finding in findings if finding.is_error] == []
