"""Texts that stand in the file without YAML's quotation marks."""

from __future__ import annotations

import pytest
from check.words.written import FILE, given

from brochure.base.spans import Span
from brochure.check.words.rules import apply


def told(tag: str, text: str, quote: str = "") -> list[Span]:
    found = apply(given(tag, text, quote=quote))
    return [finding.span for finding in found if finding.code == "quotes-in-print" and finding.is_error]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "“Aide et informations”"),
        ("fr", "«\u202fAide\u202f»"),
        ("de", "„Hilfe“"),
        ("en", '“Help"'),
        ("en", "‘Help’"),
        ("ar", "“مساعدة”"),
        ("zh-Hant", "「幫助」"),
        ("en", "“Help and information"),
        ("fr", "“L’aide et les informations”"),
        ("en", "“Say ‘no’”"),
        ("uk", "„Ім’я“"),
        ("fr", "“L’aide et"),
    ],
)
def test_quotation_marks_of_print_in_place_of_those_of_yaml(tag: str, text: str) -> None:
    assert told(tag, text) == [Span(FILE, 1, 6)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Help and information"),
        ("en", "“Yes” or “no”"),
        ("en", "“Yes”, say it."),
        ("en", "Say “yes”"),
        ("nl", "’t Is gratis"),
        ("nl", "’s Avonds bij Jans’"),
        ("en", "’Tis the girls’"),
        ("fr", "L’aide"),
    ],
)
def test_words_in_quotation_marks_are_none(tag: str, text: str) -> None:
    assert told(tag, text) == []


def test_inside_those_of_yaml_they_are_meant() -> None:
    assert told("en", "“Help”", quote='"') == []
