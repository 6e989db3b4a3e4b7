"""Sentences that are too long to be understood at once, and texts that nobody has translated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import FACT, Fault, Given, Rule, Text, each_text

MOST_WORDS = 14
"""Of a sentence (words.md); a fact counts as one."""
_MORE_WORDS = {"hi": 17, "pa": 17, "ur": 17, "vi": 18}
"""What 14 English words become in our texts of languages that write more, shorter words; of no other over 15."""
_CHARACTERS = {"Hans": 25, "Hant": 25, "Thai": 60, "Laoo": 60, "Khmr": 70, "Mymr": 70}
"""The same in letters and marks for scripts without spaces between words; measured for the Chinese and the Thai."""
_SPACE_ENDS = ("Thai", "Laoo")
"""Scripts whose sentences end with a space."""

_END = re.compile(r"[.!?…։።।॥။។۔؟፧](?=[\s\"'”’»)]|$)|[。！？]")
_END_OR_SPACE = re.compile(rf"{_END.pattern}|\s+")
_COPIED_LETTERS = 12
"""Up to this a name or a loan word may well be the same."""


def _too_long(text: Text, given: Given) -> Iterator[Fault]:
    begin = 0
    pattern = _END_OR_SPACE if given.script in _SPACE_ENDS else _END
    for end in (*(match.end() for match in pattern.finditer(text.text)), len(text.text)):
        sentence = text.text[begin:end]
        size, most, what = _size(sentence, given)
        if size > most:
            start = begin + len(sentence) - len(sentence.lstrip())
            yield Fault(
                f"a sentence of {size} {what}; {most} is the most for a reader who is tired or afraid",
                text.at(start),
                "Make two of it, one idea each.",
            )
        begin = end


def _size(sentence: str, given: Given) -> tuple[int, int, str]:
    """How long a sentence is, the most it may be, and of what. One that is short enough may be shorter than is said."""
    if given.script in _CHARACTERS:
        count, most = len(sentence), _CHARACTERS[given.script]
        # Of what is short with its spaces and signs nobody asks which of it are letters.
        if count > most:
            letters = re.sub(f"{FACT}+", FACT, sentence)
            count = sum(char == FACT or unicodedata.category(char)[0] in "LM" for char in letters)
        return count, most, "characters"
    words, most = sentence.split(), _MORE_WORDS.get(given.language, MOST_WORDS)
    if len(words) > most:
        words = [word for word in words if any(char == FACT or char.isalpha() for char in word)]
    return len(words), most, "words"


def _untranslated(text: Text, given: Given) -> Iterator[Fault]:
    source = given.english.get(text.address)
    if source is None or source.wording is text.wording or given.language == "en":
        return
    # Texts part at one of their first letters, so that few are gone through to their end.
    parted = (own != other for own, other in zip_longest(_letters(text.text), _letters(source.text)))
    if not any(parted) and len(list(_letters(text.text))) > _COPIED_LETTERS:
        yield Fault(
            f"'{text.address}' is the English text",
            text.at(0),
            "Translate it, or leave the unit out for now.",
        )


def _letters(text: str) -> Iterator[str]:
    return filter(str.isalpha, text.casefold())


RULES = (
    Rule(
        "untranslated",
        "An English text in another language's file helps nobody and counts as done.",
        Severity.WARNING,
        each_text(_untranslated),
    ),
    Rule(
        "long-sentence",
        "Readers under stress, or of few years of school, lose a sentence of more than 14 words.",
        Severity.WARNING,
        each_text(_too_long),
    ),
)
