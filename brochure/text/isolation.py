"""Facts in isolates, for the levels alone.

A number in an Arabic sentence must not take part in its order (UAX 9, 6.3). So each fact is put between an isolate
initiator and its end before levels are resolved. These characters exist only here: they never become text or glyphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure.model.language import Direction
from brochure.model.unit import Fact, Piece
from brochure.text.levels import resolve_levels

_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"


def isolated_levels(pieces: Sequence[Piece], direction: Direction) -> tuple[int, ...]:
    """Levels of the pieces' own characters, each fact isolated in the direction of its kind.

    :raises SurroundingsError: see :func:`brochure.text.levels.resolve_levels`.
    """
    parts: list[str] = []
    kept: list[int] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, Fact):
            left_to_right = piece.kind.is_left_to_right or direction == "ltr"
            parts += [_LRI if left_to_right else _RLI, piece.text, _PDI]
            kept.extend(range(length + 1, length + 1 + len(piece.text)))
            length += len(piece.text) + 2
        else:
            parts.append(piece.text)
            kept.extend(range(length, length + len(piece.text)))
            length += len(piece.text)
    text = "".join(piece.text for piece in pieces)
    if direction == "ltr" and not any(resolve_levels(text, direction)):
        return (0,) * len(text)
    levels = resolve_levels("".join(parts), direction)
    return tuple(levels[place] for place in kept)
