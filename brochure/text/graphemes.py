"""Graphemes and the positions of ICU, turned into code points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from icu4py.breakers import CharacterBreaker

# Characters that are graphemes of their own among each other (UAX 29): no marks, no joiners, no halves of a picture.
_ALONE = re.compile(
    "[ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u058f\u05be\u05d0-\u05f4"
    "\u0606-\u060f\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5\u06ee-\u06ff\u10a0-\u10ff\u1200-\u135c\u1360-\u139f"
    "\u1e00-\u1fff\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff9d]*"
)


def code_point_offsets(text: str, units: Iterable[int]) -> tuple[int, ...]:
    """Offsets in UTF-16 units, as ICU counts, to offsets in code points, as Python counts."""
    if not text or ord(max(text)) <= 0xFFFF:
        return tuple(units)
    of_unit: dict[int, int] = {}
    unit = 0
    for offset, character in enumerate(text):
        of_unit[unit] = offset
        unit += 2 if ord(character) > 0xFFFF else 1
    of_unit[unit] = len(text)
    return tuple(of_unit[place] for place in units)


def find_graphemes(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every extended grapheme cluster (UAX 29), in code points."""
    if not text:
        return ()
    if _ALONE.fullmatch(text):
        return tuple(pairwise(range(len(text) + 1)))
    ends = code_point_offsets(text, (end for _, end in CharacterBreaker(text, "root").segments()))
    return tuple(pairwise((0, *ends)))
