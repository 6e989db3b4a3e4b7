"""Arabic letters as presentation forms, for fonts that can join in no other way.

Good fonts join by their features, and HarfBuzz applies them. Many house fonts have the joined shapes only as characters
of their own (U+FB50 to U+FDFF, U+FE70 to U+FEFF); for those arabic-reshaper chooses the forms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from brochure.text.scripts import is_ignorable

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_ZWJ = "\u200d"
_LAM = {0xFEDF: 0, 0xFEE0: 1}  # initial lam makes an isolated lam-alef, medial lam a final one
_ALEF = {0xFE82: 0xFEF5, 0xFE84: 0xFEF7, 0xFE88: 0xFEF9, 0xFE8E: 0xFEFB}
_BLOCKS = ((0x620, 0x6FF), (0x750, 0x77F), (0x860, 0x8FF), (0x10EC0, 0x10EFF))
# These join to their left in Unicode's ArabicShaping.txt, and in arabic-reshaper's table they do not.
_MISTAKEN = frozenset("\u0677\u06ba")
# Joining_Type U though never seen: between two letters they part them. All other marks and controls let them join.
_PARTING = frozenset("\u180e\u200c\u200d\u2066\u2067\u2068\u2069")


def needs_forms(characters: Container[int]) -> bool:
    """Whether a font has Arabic letters and presentation forms of them at all (beh, final beh)."""
    return 0x0628 in characters and 0xFE90 in characters


def can_join(character: str, characters: Container[int]) -> bool:
    """Whether all forms of a letter are among a font's ``characters``. True for what is no Arabic letter."""
    if not character.isalpha() or not any(first <= ord(character) <= last for first, last in _BLOCKS):
        return True
    # Imported where it is needed: most fonts join by themselves, and it takes 20 ms.
    from arabic_reshaper.letters import LETTERS_ARABIC

    forms = None if character in _MISTAKEN else LETTERS_ARABIC.get(character)
    return forms is not None and all(ord(form) in characters for form in forms if form)


def join_forms(
    text: str, characters: Container[int], before: str = "", after: str = ""
) -> tuple[tuple[int, int], ...]:
    """Code points to shape, each with the offset of its first character in ``text``.

    ``before`` and ``after`` only join with it. Lam and alef become one where the font has the ligature, also with marks
    on them; a joiner between them keeps them two. Joiners leave no code point.
    """
    whole = before + text + after
    # The reshaper sees no marks: it would move one that stands behind a joiner, and knows only those of Arabic.
    letters = [offset for offset, character in enumerate(whole) if not _is_transparent(character)]
    forms = _reshaper().reshape("".join(whole[offset] for offset in letters))
    kept = [offset for offset in letters if whole[offset] != _ZWJ]
    codes = {offset: ord(character) for offset, character in enumerate(whole) if _is_transparent(character)}
    codes |= {offset: ord(form) for offset, form in zip(kept, forms, strict=True)}
    start, end = len(before), len(before) + len(text)
    for lam, alef in pairwise([offset for offset in kept if start <= offset < end]):
        ligature = _ligature(codes.get(lam, 0), codes[alef])
        if ligature in characters and _ZWJ not in whole[lam:alef]:
            codes[lam] = ligature
            del codes[alef]
    return tuple((codes[offset], offset - start) for offset in range(start, end) if offset in codes)


def _is_transparent(character: str) -> bool:
    """Joining_Type T: letters join over it (Unicode's ArabicShaping.txt: marks and format controls not listed)."""
    if character in _PARTING:
        return False
    return unicodedata.category(character) in ("Mn", "Me") or is_ignorable(character)


def _ligature(lam: int, alef: int) -> int:
    return _ALEF[alef] + _LAM[lam] if lam in _LAM and alef in _ALEF else 0


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
