"""Which script each grapheme belongs to.

Scripts are ISO 15924 codes as the font list and the theme name them, so Arabic letters of a language in Nastaliq are
``Aran`` and Han signs of simplified Chinese ``Hans``. Common and inherited characters (UAX 24) have none of their own:
a closing bracket follows its opening one, others follow the letters beside them at the same embedding level. In a
language written in Han signs full-width punctuation is that language's, whatever stands beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import uharfbuzz as hb

LATIN = "Latn"
_HAN = frozenset({"Hans", "Hant", "Jpan"})
# Unicode has one code for the Latin and the full-width one: https://www.w3.org/TR/clreq/, punctuation.
_HAN_OR_LATIN = frozenset("\u2018\u2019\u201c\u201d\u2014\u2026\u00b7")
_SEPARATORS = frozenset(":.,/-\u2013\u2212+%\u00a0\u202f")
_BRACKETS = {
    ")": "(",
    "]": "[",
    "}": "{",
    "\u00bb": "\u00ab",
    "\u203a": "\u2039",
    "\u201d": "\u201c",
    "\u2019": "\u2018",
}
_OPENERS = frozenset(_BRACKETS.values())
_OF_LANGUAGE = {  # a language's script: the scripts its font list covers, as Unicode names them
    "Aran": {"Arab"},
    "Hans": {"Hani", "Bopo"},
    "Hant": {"Hani", "Bopo"},
    "Jpan": {"Hani", "Hira", "Kana"},
    "Kore": {"Hani", "Hang"},
}
_IGNORABLE = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF0, 0xFFF8),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
_TO_HARFBUZZ = {"Aran": "Arab", "Hans": "Hani", "Hant": "Hani", "Jpan": "Hani", "Kore": "Hang"}


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The ISO 15924 code of a character's Script property, "" for Common and Inherited."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or ""


def shaping_script(script: str) -> str:
    """The code HarfBuzz knows: it has no ``Aran`` and no ``Hans``."""
    return _TO_HARFBUZZ.get(script, script)


def resolve_scripts(
    graphemes: Sequence[str], levels: Sequence[int], language_script: str, default: str
) -> tuple[str, ...]:
    """The script of every grapheme.

    ``levels``: one for each grapheme. ``default``: for a text without any letter. ASCII digits and what stands between
    two of them (``24:00``) are Latin in every language, and lend their script to no neighbour.
    """
    own = [own_script(grapheme, language_script) for grapheme in graphemes]
    letters = tuple(own)
    _claim_numbers(graphemes, own)
    if default in _HAN:
        _claim_punctuation(graphemes, own, default)
    before = _nearest(letters)
    after = _nearest(letters[::-1])[::-1]
    after = [len(own) - 1 - place if place >= 0 else -1 for place in after]
    resolved: list[str] = []
    openers: list[tuple[str, str]] = []
    for place, grapheme in enumerate(graphemes):
        script = own[place] or _beside(place, before[place], after[place], letters, levels) or default
        if grapheme in _OPENERS:
            openers.append((grapheme, script))
        elif grapheme in _BRACKETS:
            script = _close(grapheme, openers) or script
        resolved.append(script)
    return tuple(resolved)


def own_script(grapheme: str, language_script: str) -> str:
    """The script of a grapheme's first character that has one."""
    script = next((found for found in map(script_of, grapheme) if found), "")
    return language_script if script in _OF_LANGUAGE.get(language_script, ()) else script


def _claim_numbers(graphemes: Sequence[str], own: list[str]) -> None:
    """ASCII digits, one separator between two of them, a sign before and a percent after them are Latin."""
    digits = [grapheme[0].isascii() and grapheme[0].isdigit() for grapheme in graphemes]
    for place, grapheme in enumerate(graphemes):
        follows = place > 0 and digits[place - 1]
        leads = place + 1 < len(digits) and digits[place + 1]
        claimed = digits[place] or (
            grapheme in _SEPARATORS
            and ((follows and leads) or (leads and grapheme == "+") or (follows and grapheme == "%"))
        )
        if claimed:
            own[place] = LATIN


def _claim_punctuation(graphemes: Sequence[str], own: list[str], script: str) -> None:
    """Wide punctuation is the language's; so is what Latin shares with it, but not between two Latin letters."""
    latin = [claimed == LATIN for claimed in own]
    for place, grapheme in enumerate(graphemes):
        if own[place]:
            continue
        inside_latin = 0 < place < len(own) - 1 and latin[place - 1] and latin[place + 1]
        if _is_wide(grapheme[0]) or (grapheme in _HAN_OR_LATIN and not inside_latin):
            own[place] = script


def _is_wide(character: str) -> bool:
    """Whether it is punctuation or a mark as wide as a Han sign (UAX 11); pictures are not meant."""
    kind = unicodedata.category(character)
    return unicodedata.east_asian_width(character) in "FW" and kind[0] in "PSZ" and kind != "So"


def _nearest(letters: Sequence[str]) -> list[int]:
    """For each place the last place up to it that has a script, -1 for none."""
    found, last = [], -1
    for place, script in enumerate(letters):
        last = place if script else last
        found.append(last)
    return found


def _beside(place: int, before: int, after: int, letters: Sequence[str], levels: Sequence[int]) -> str:
    """The script of a neighbour: one at the same level first, then the one before."""
    sides = [side for side in (before, after) if side >= 0]
    same = [side for side in sides if levels[side] == levels[place]]
    return letters[(same or sides)[0]] if sides else ""


def _close(grapheme: str, openers: list[tuple[str, str]]) -> str:
    """The script of the opener that this bracket closes; openers inside it are given up. "" without one."""
    wanted = _BRACKETS[grapheme]
    for place in range(len(openers) - 1, -1, -1):
        if openers[place][0] == wanted:
            script = openers[place][1]
            del openers[place:]
            return script
    return ""


def is_ignorable(character: str) -> bool:
    """Whether a character is never seen (Default_Ignorable_Code_Point, UAX 44), as HarfBuzz hides them.

    Python's tables have no such property. HarfBuzz shows the Hangul fillers and the shorthand controls, so do we.
    """
    code = ord(character)
    return code >= 0xAD and any(start <= code <= end for start, end in _IGNORABLE)
