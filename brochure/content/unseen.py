"""What nobody sees in the edition's file and what is not what it looks like: its facts are printed as they stand.

The words of languages have rules of their own (``check/words``); a fact is not written in the reader's script, so fewer
are needed here. A digit is what a keypad has; a name is in one alphabet.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

from brochure.content.findings import Findings, shown
from brochure.content.nodes import Mapping, Node, Scalar, Sequence
from brochure.content.placeholders import Places

FOR_PEOPLE = frozenset(
    {
        *(
            "checked_how",
            "note",
            "source",
            "source_date",
            "condition",
            "basis",
            "kind",
            "email",
            "applies_to",
        ),
        *("held_back", "open_questions", "free", "anonymous", "languages", "application_languages"),
    }
)
"""Keys below which nothing is printed."""

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_JOINERS = "\u200c\u200d"
# Fillers and selectors that are no format characters (Cf) to Unicode, as in check/words/invisible.py.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_WORD = re.compile(r"[^\W_]+")
_ALIKE = re.compile(r"(?=[OoIl|]*[0-9])(?=[0-9]*[OoIl|])[0-9OoIl|]{2,}")
"""Digits and letters that look like some, and no others."""

_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")
"""Whose letters look alike (UTS 39, 4)."""


def tell_unseen(node: Node, findings: Findings, *, printed: bool = True) -> None:
    """Of a whole file; ``printed``: false below a key that is kept for people."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            tell_unseen(entry.value, findings, printed=printed and entry.key.text not in FOR_PEOPLE)
    elif isinstance(node, Sequence):
        for item in node.items:
            tell_unseen(item, findings, printed=printed)
    else:
        _tell_hidden(node, findings)
        if printed:
            _tell_alike(node, findings)


def _tell_hidden(text: Scalar, findings: Findings) -> None:
    for at, char in enumerate(text.value):
        if char.isascii():
            continue
        if _DIRECTION.match(char):
            code, what = "direction-control", "an invisible direction control"
        elif _is_hidden(text.value, at):
            code, what = "invisible-character", "an invisible character"
        else:
            continue
        findings.error(
            code,
            f"{what}, U+{ord(char):04X}, stands here",
            Places(text).at(at),
            "Delete it: put the cursor behind it and press Backspace, or type the words around it again.",
        )


def _is_hidden(text: str, at: int) -> bool:
    char = text[at]
    if char in _JOINERS:
        # Between letters of a script that joins them it is part of a name, as in فارسی‌زبان.
        around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        return len(around) < 2 or any(
            each.isascii() or unicodedata.category(each)[0] not in "LM" for each in around
        )
    return unicodedata.category(char) == "Cf" or bool(_BLANK.match(char))


def _tell_alike(text: Scalar, findings: Findings) -> None:
    for at, word, why in _strange(text.value):
        findings.error(
            "mixed-script" if why == _MIXED else "number-in-disguise",
            f"{shown(word)} {why}",
            Places(text).at(at),
            "Type it again on one keyboard, and compare it with the source.",
        )


_MIXED = "mixes letters of two alphabets that look alike"
_NO_DIGIT = "is not made of the digits 0 to 9 that are on a keypad"
_LETTER = "has letters that look like digits among its digits"


def _is_foreign_number(char: str) -> bool:
    """Digits, letters and signs of number but 0 to 9."""
    return not char.isascii() and unicodedata.category(char)[0] == "N"


def _strange(text: str) -> Iterator[tuple[int, str, str]]:
    at = 0
    for is_number, run in itertools.groupby(text, _is_foreign_number):
        found = "".join(run)
        if is_number:
            yield at, found, _NO_DIGIT
        at += len(found)
    for match in _WORD.finditer(text):
        if _ALIKE.fullmatch(match[0]):
            yield match.start(), match[0], _LETTER
        names = {unicodedata.name(char, "").split(" ")[0] for char in match[0]}
        if len(names.intersection(_ALPHABETS)) > 1:
            yield match.start(), match[0], _MIXED
