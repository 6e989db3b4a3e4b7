"""Facts in isolates, for the levels alone.

A number in an Arabic sentence must not take part in its order (UAX 9, 6.3). So each fact is put between an isolate
initiator and its end before levels are resolved. These characters exist only here: they never become text or glyphs.

The words are refused where they hold controls of direction of their own, but no fact depends on that: an isolate that
words open or close leaves the order inside a fact as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brochure.model.language import Direction
from brochure.model.unit import Fact, Piece
from brochure.text.levels import resolve_levels

_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"
_OPENERS = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]")
# A zero-width space is a boundary neutral (BN): it has no part in any rule.
_WITHOUT_CONTROLS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u200b")
_WITHOUT_ENDS = _WITHOUT_CONTROLS | dict.fromkeys(map(ord, "\n\r\x1c\x1d\x1e\x85\u2029"), " ")
_DEEPEST = 60
"""Openers of a paragraph that are obeyed.

Each may take two of the 125 levels, and past the last one isolates are ignored (UAX 9, X5).
"""


def isolated_levels(pieces: Sequence[Piece], direction: Direction) -> tuple[int, ...]:
    """Levels of the pieces' own characters, each fact isolated in the direction of its kind.

    :raises SurroundingsError: see :func:`brochure.text.levels.resolve_levels`.
    """
    obeys = _count_openers(pieces) <= _DEEPEST
    parts: list[str] = []
    kept: list[int] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, Fact):
            left_to_right = piece.kind.is_left_to_right or direction == "ltr"
            # A control or a line's end inside would end the isolate before the fact does.
            parts += [_LRI if left_to_right else _RLI, piece.text.translate(_WITHOUT_ENDS), _PDI]
            kept.extend(range(length + 1, length + 1 + len(piece.text)))
            length += len(piece.text) + 2
        else:
            parts.append(piece.text if obeys else piece.text.translate(_WITHOUT_CONTROLS))
            kept.extend(range(length, length + len(piece.text)))
            length += len(piece.text)
    text = "".join(piece.text for piece in pieces)
    if direction == "ltr" and not any(resolve_levels(text, direction)):
        return (0,) * len(text)
    levels = resolve_levels("".join(parts), direction)
    return tuple(levels[place] for place in kept)


def _count_openers(pieces: Sequence[Piece]) -> int:
    return sum(len(_OPENERS.findall(piece.text)) for piece in pieces if not isinstance(piece, Fact))
