"""What nobody sees in an editor and everybody sees on the page, or hears."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import Fault, Given, Rule, Text, each_text, named

# Embeddings, overrides and isolates are found while reading (``direction-control``).
_READ_ELSEWHERE = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_JOINERS = "\u200c\u200d"
_BREAK, _NO_BREAK = "\u200b", "\u2060"
_SOFT_HYPHEN = "\u00ad"

_WITHOUT_SPACES = ("Thai", "Laoo", "Khmr", "Mymr")
"""Scripts whose editors mark a word's end with U+200B (UAX 14, ZW)."""
_WITHOUT_WORDS = (*_WITHOUT_SPACES, "Hans", "Hant")
"""Scripts whose lines break between letters, so that an editor may forbid one with U+2060 (UAX 14, WJ)."""
_JOINING = ("Arab", "Aran", "Deva", "Beng", "Guru", "Taml", "Sinh", "Mymr", "Khmr", "Syrc", "Mong")
"""Scripts whose letters a joiner or a non-joiner changes (Unicode 16, 23.2)."""
_LONG_WORDS = ("de", "lb", "nl", "fi", "sv", "da", "hu", "et", "el")
"""Languages of long compounds, where an editor may show where one parts."""

# Marks without a shape that are no format characters (Cf) to Unicode: fillers, the joiner of graphemes, an empty cell.
_OTHERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_SUSPECT = re.compile(
    f"[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180b-\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f"
    f"\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U000e0000-\U000e007f{_OTHERS}]|{_SELECTORS}"
)


def _invisible(text: Text, given: Given) -> Iterator[Fault]:
    for match in _SUSPECT.finditer(text.text):
        char = match[0]
        if char in _READ_ELSEWHERE or char == _SOFT_HYPHEN:
            continue
        if char == _BREAK and given.script in _WITHOUT_SPACES:
            continue
        if char == _NO_BREAK and given.script in _WITHOUT_WORDS and _is_inside_word(text.text, match.start()):
            continue
        if char in _JOINERS and given.script in _JOINING and _is_inside_word(text.text, match.start()):
            continue
        name = unicodedata.name(char, "a character without name").lower()
        yield Fault(
            f"an invisible character, {named(char)}, {name}, stands here",
            text.at(match.start()),
            "Delete it: put the cursor behind it and press Backspace, or type the words around it again.",
        )


def _is_inside_word(text: str, at: int) -> bool:
    """Behind a letter or a mark; at the end of a word a joiner may still shape its last letter."""
    return at > 0 and unicodedata.category(text[at - 1])[0] in "LM"


def _soft_hyphens(text: Text, given: Given) -> Iterator[Fault]:
    at = text.text.find(_SOFT_HYPHEN)
    if at >= 0 and given.language not in _LONG_WORDS:
        yield Fault(
            "a soft hyphen stands here, and this language's words are not parted at a line's end",
            text.at(at),
            "Delete it.",
        )


_SPACES = "[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_LOOSE = re.compile(f"{_SPACES}{{2,}}|^{_SPACES}|{_SPACES}$")


def _loose_spaces(text: Text, _given: Given) -> Iterator[Fault]:
    match = _LOOSE.search(text.text)
    if match:
        where = "two spaces follow each other" if len(match[0]) > 1 else "a space has nothing on one side"
        yield Fault(where, text.at(match.start()), "Delete the one that is too many.")


RULES = (
    Rule(
        "invisible-character",
        "What nobody sees moves numbers, parts words in the wrong place and confuses a screen reader.",
        Severity.ERROR,
        each_text(_invisible),
    ),
    Rule(
        "soft-hyphen",
        "Readers who find reading hard need whole words; only long compounds may part where an editor says so.",
        Severity.WARNING,
        each_text(_soft_hyphens),
    ),
    Rule(
        "loose-space",
        "A space that is too many is a slip, and one that may not break leaves a hole on the page.",
        Severity.WARNING,
        each_text(_loose_spaces),
    ),
)
