"""A character of a text is found again in its file."""

from __future__ import annotations

import pytest
from check.words.written import wording

from brochure.check.words.rule import FACT, Text


@pytest.mark.parametrize(
    ("typed", "read", "offset", "column"),
    [
        ("abc", "abc", 2, 9),
        ("a {police.phone} b", f"a {FACT * 14} b", 17, 24),
        # Before NFC a letter and its mark are two characters.
        ("e\u0301e\u0301x", "ééx", 0, 7),
        ("e\u0301e\u0301x", "ééx", 1, 9),
        ("e\u0301e\u0301x", "ééx", 2, 11),
        # An escape takes more room in the file than in the text.
        ("\\u0061b", "ab", 1, 13),
    ],
)
def test_places(typed: str, read: str, offset: int, column: int) -> None:
    text = Text.of(wording(typed))
    assert text.text == read
    assert text.at(offset).column == column
