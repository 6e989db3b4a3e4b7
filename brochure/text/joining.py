"""Arabic letters as presentation forms, for fonts that can join in no other way.

Good fonts join by their features, and HarfBuzz applies them. Many house fonts have the joined shapes only as characters
of their own (U+FB50 to U+FDFF, U+FE70 to U+FEFF); for those arabic-reshaper chooses the forms.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_ZWJ = "\u200d"
_LAM = {0xFEDF: 0, 0xFEE0: 1}  # initial lam makes an isolated lam-alef, medial lam a final one
_ALEF = {0xFE82: 0xFEF5, 0xFE84: 0xFEF7, 0xFE88: 0xFEF9, 0xFE8E: 0xFEFB}


def needs_forms(characters: Container[int]) -> bool:
    """Whether a font has Arabic letters and presentation forms of them at all (beh, final beh)."""
    return 0x0628 in characters and 0xFE90 in characters


def can_join(character: str, characters: Container[int]) -> bool:
    """Whether all forms of a letter are among a font's ``characters``. True for what is no Arabic letter."""
    if not "\u0620" <= character <= "\u06ff" or not character.isalpha():
        return True
    # Imported where it is needed: most fonts join by themselves, and it takes 20 ms.
    from arabic_reshaper.letters import LETTERS_ARABIC

    forms = LETTERS_ARABIC.get(character)
    return forms is not None and all(ord(form) in characters for form in forms if form)


def join_forms(text: str, characters: Container[int]) -> tuple[tuple[int, int], ...]:
    """Code points to shape, each with the offset of its first character in ``text``.

    Lam and alef become one where the font has the ligature.
    """
    forms = _reshaper().reshape(text)
    # It leaves out the joiners it has obeyed and keeps every other character's place.
    offsets = [offset for offset, character in enumerate(text) if character != _ZWJ]
    placed: list[tuple[int, int]] = []
    for offset, form in zip(offsets, forms, strict=True):
        ligature = _ligature(placed[-1][0], ord(form)) if placed else 0
        if ligature in characters:
            placed[-1] = (ligature, placed[-1][1])
        else:
            placed.append((ord(form), offset))
    return tuple(placed)


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
