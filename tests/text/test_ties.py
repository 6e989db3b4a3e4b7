"""Words that a line's end should not part."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from text.declared import LANGUAGES, set_lines

from brochure.text.linebreak import INSIDE_CLAUSE
from brochure.text.ties import _JOINING, AFTER_AND, INSIDE_WORD, PARTED, tied_places

_BETWEEN_SPACES = re.compile(r"\{0\} (\S+) \{1\}")
_AS_IN_ENGLISH = {"lb", "ps", "ckb"}
"""CLDR has no word of theirs for "or" and gives that of its root."""
_OFTEN_SOMETHING_ELSE = {"vagy"}
"""Hungarian "or" is "you are" too."""


def joining_of(tag: str) -> set[str]:
    """What CLDR sets between the two last of a list, where it stands between spaces."""
    patterns = Locale.parse(tag, sep="-").list_patterns
    found = {
        kind: _BETWEEN_SPACES.fullmatch(patterns[kind]["2"].replace("(n)", "")) for kind in ("standard", "or")
    }
    is_root = tag in _AS_IN_ENGLISH
    return {match[1] for kind, match in found.items() if match and not (is_root and kind == "or")}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_and_and_or_are_those_of_cldr(tag: str) -> None:
    language = tag.partition("-")[0]
    assert joining_of(tag) - _OFTEN_SOMETHING_ELSE <= set(_JOINING.get(language, "").split())


@pytest.mark.parametrize("language", sorted(_JOINING))
def test_a_break_after_them_costs_and_one_before_does_not(language: str) -> None:
    for word in _JOINING[language].split():
        text = f"\ufffc\ufffc {word} \ufffc\ufffc"
        after = text.rindex(" ") + 1
        assert set(tied_places(text, language)) == {after}
        assert tied_places(text, language)[after] >= AFTER_AND


@pytest.mark.parametrize(
    ("tag", "measure", "lines"),
    [
        ("hi", 130, "रात में, और शनिवार|और रविवार को।"),
        ("zh-Hans", 72, "有人收走了您的|护照或证件。"),
        ("zh-Hans", 70, "只有警察|才能正式认定|您的情况。"),
        ("zh-Hans", 72, "您要还一笔永远|还不完的债。"),
        ("zh-Hans", 100, "请您在早上打电话到|INFOTRAITE 早安 621"),
        ("en", 100, "Someone controls|your phone|and who you talk to."),
    ],
)
def test_lines_end_where_one_pauses(tag: str, measure: float, lines: str) -> None:
    wanted = lines.split("|")
    glue = "" if tag.startswith("zh") else " "
    found = set_lines(tag, glue.join(wanted), size=10, measure=measure)
    assert [line.text.strip() for line in found] == wanted


def test_the_last_sign_is_alone_only_where_nothing_follows_it() -> None:
    assert tied_places("是我。", "zh") == {1: PARTED}
    assert tied_places("是我 INFOTRAITE。", "zh") == {}
    assert tied_places("是我\ufffc", "zh") == {}


def test_the_prices_are_in_their_order() -> None:
    assert 0 < AFTER_AND < INSIDE_CLAUSE < PARTED
    assert 0 < INSIDE_WORD < INSIDE_CLAUSE
