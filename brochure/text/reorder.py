"""The visual order of one line: rules L1 and L2 of UAX 9. Rule L4, mirrored brackets, is HarfBuzz's."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_SEPARATORS = frozenset({"S", "B"})
_SILENT = frozenset({"WS", "FSI", "LRI", "RLI", "PDI", "BN", "LRE", "RLE", "LRO", "RLO", "PDF"})


def reset_levels(text: str, levels: Sequence[int], base: int) -> tuple[int, ...]:
    """Rule L1: separators, and white space before them and at the line's end, take the paragraph's level."""
    reset = list(levels)
    at_end = True
    for place in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[place])
        if kind in _SEPARATORS:
            at_end = True
        elif kind not in _SILENT:
            at_end = False
        if at_end:
            reset[place] = base
    return tuple(reset)


def visual_order(levels: Sequence[int]) -> tuple[int, ...]:
    """Rule L2: indices from left to right."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return tuple(order)
    for floor in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(levels):
            end = start
            while end < len(levels) and levels[order[end]] >= floor:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return tuple(order)
