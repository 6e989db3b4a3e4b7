"""Graphemes and the positions of ICU, turned into code points."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from icu4py.breakers import CharacterBreaker

# Below the first combining mark every character but CR LF is a grapheme of its own.
_FIRST_MARK = 0x300


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
    if ord(max(text)) < _FIRST_MARK and "\r" not in text:
        return tuple((offset, offset + 1) for offset in range(len(text)))
    ends = code_point_offsets(text, (end for _, end in CharacterBreaker(text, "root").segments()))
    return tuple(pairwise((0, *ends)))
