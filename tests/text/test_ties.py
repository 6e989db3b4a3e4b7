"""Words that a line's end should not part."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from text.declared import LANGUAGES

from brochure.text.linebreak import INSIDE_CLAUSE
from brochure.text.ties import _JOINING, AFTER_AND, PARTED, tied_places

_BETWEEN_SPACES = re.compile(r"\{0\} (\S+) \{1\}")
_AS_IN_ENGLISH = {"lb", "ps", "ckb"}
"""CLDR has no word of theirs for "or" and gives that of its root."""


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
    assert joining_of(tag) <= set(_JOINING.get(language, "").split())


@pytest.mark.parametrize("language", sorted(_JOINING))
def test_a_break_after_them_costs_and_one_before_does_not(language: str) -> None:
    for word in _JOINING[language].split():
        text = f"\ufffc\ufffc {word} \ufffc\ufffc"
        after = text.rindex(" ") + 1
        assert set(tied_places(text, language)) == {after}
        assert tied_places(text, language)[after] >= AFTER_AND


def test_the_price_is_less_than_that_of_what_belongs_together() -> None:
    assert 0 < AFTER_AND < INSIDE_CLAUSE < PARTED
