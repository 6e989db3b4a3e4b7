"""Arabic letters as presentation forms, for fonts that can join in no other way.

Good fonts join by their features, and HarfBuzz applies them. Many house fonts have the joined shapes only as characters
of their own (U+FB50 to U+FDFF, U+FE70 to U+FEFF); for those arabic-reshaper chooses the forms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from brochure.text.scripts import is_ignorable

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

MISSING = 0xFFFF
"""A code point that no font has (it is no character)."""

_ZWJ = "\u200d"
_LAM = {0xFEDF: 0, 0xFEE0: 1}  # initial lam makes an isolated lam-alef, medial lam a final one
_ALEF = {0xFE82: 0xFEF5, 0xFE84: 0xFEF7, 0xFE88: 0xFEF9, 0xFE8E: 0xFEFB}
_BLOCKS = ((0x620, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0x10EC0, 0x10EFF))
# These join to their left in Unicode's ArabicShaping.txt, and in arabic-reshaper's table they do not.
_MISTAKEN = frozenset("\u0677\u06ba")
# Joining_Type of Arabic letters that are not in the table, ArabicShaping.txt 17.0.0: R, U, and D for all others.
_JOINS_BEFORE = re.compile(
    "[\u0672\u0673\u0675-\u0677\u0689-\u068b\u068f\u0690\u0692-\u0697\u0699\u06c3\u06c4\u06ca\u06cd\u06cf\u06d5\u06ee\u06ef"
    "\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779\u0870-\u0882\u088e\u08aa-\u08ac\u08ae\u08b1\u08b2\u08b9\U00010ec2]"
)
_JOINS_NEVER = frozenset("\u0674\u0887\u08ad")
# Joining_Type U though never seen: between two letters they part them. All other marks and controls let them join.
_PARTING = frozenset("\u180e\u200c\u200d\u2066\u2067\u2068\u2069")


def needs_forms(characters: Container[int]) -> bool:
    """Whether a font has Arabic letters and presentation forms of them at all (beh, final beh)."""
    return 0x0628 in characters and 0xFE90 in characters


def can_join(character: str, characters: Container[int]) -> bool:
    """Whether all forms of a letter are among a font's ``characters``. True for what is no Arabic letter."""
    return not _is_letter(character) or (
        _is_known(character) and all(ord(form) in characters for form in _table()[character] if form)
    )


def join_forms(
    text: str, characters: Container[int], before: str = "", after: str = ""
) -> tuple[tuple[int, int], ...]:
    """Code points to shape, each with the offset of its first character in ``text``.

    ``before`` and ``after`` only join with it. Lam and alef become one where the font has the ligature, also with marks
    on them. Joiners leave no code point. A letter that the font cannot join becomes :data:`MISSING`: rather a finding
    than a word of parted letters.
    """
    whole = before + text + after
    # The reshaper sees no marks: it would move one that stands behind a joiner, and knows only those of Arabic.
    letters = [offset for offset, character in enumerate(whole) if not _is_transparent(character)]
    forms = _reshaper().reshape("".join(_model(whole[offset]) for offset in letters))
    kept = [offset for offset in letters if whole[offset] != _ZWJ]
    codes = {offset: ord(character) for offset, character in enumerate(whole) if _is_transparent(character)}
    codes |= {
        offset: ord(form) if can_join(whole[offset], characters) else MISSING
        for offset, form in zip(kept, forms, strict=True)
    }
    start, end = len(before), len(before) + len(text)
    for lam, alef in pairwise([offset for offset in kept if start <= offset < end]):
        ligature = _ligature(codes.get(lam, 0), codes[alef])
        if ligature and ligature in characters:
            codes[lam] = ligature
            del codes[alef]
    return tuple((codes[offset], offset - start) for offset in range(start, end) if offset in codes)


def _is_letter(character: str) -> bool:
    return character.isalpha() and any(first <= ord(character) <= last for first, last in _BLOCKS)


def _is_known(letter: str) -> bool:
    return letter in _table() and letter not in _MISTAKEN


def _model(character: str) -> str:
    """A letter that joins like this one and that the reshaper knows (beh, dal, hamza); anything else itself.

    A letter that another font sets has neighbours here, and they must join with it.
    """
    if not _is_letter(character) or _is_known(character):
        return character
    if character in _JOINS_NEVER:
        return "\u0621"
    return "\u062f" if _JOINS_BEFORE.match(character) else "\u0628"


def _is_transparent(character: str) -> bool:
    """Joining_Type T: letters join over it (Unicode's ArabicShaping.txt: marks and format controls not listed)."""
    if character in _PARTING:
        return False
    return unicodedata.category(character) in ("Mn", "Me") or is_ignorable(character)


def _ligature(lam: int, alef: int) -> int:
    return _ALEF[alef] + _LAM[lam] if lam in _LAM and alef in _ALEF else 0


def _table() -> Mapping[str, tuple[str, str, str, str]]:
    """By letter its isolated, initial, medial and final form, "" for none."""
    # Imported where it is needed: most fonts join by themselves, and it takes 20 ms.
    from arabic_reshaper.letters import LETTERS_ARABIC

    table: Mapping[str, tuple[str, str, str, str]] = LETTERS_ARABIC
    return table


@cache
def _reshaper() -> ArabicReshaper:
    from arabic_reshaper import ArabicReshaper

    # Marks stay, and ligatures are ours, so that every character keeps its place. All that could be read from a file
    # named by the surroundings is said here.
    configuration = {
        "language": "Arabic",
        "delete_harakat": False,
        "shift_harakat_position": False,
        "delete_tatweel": False,
        "support_zwj": True,
        "use_unshaped_instead_of_isolated": False,
        "support_ligatures": False,
    }
    return ArabicReshaper(configuration=configuration)
