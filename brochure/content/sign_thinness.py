"""Places of a sign where ink, or the paper between ink, is too narrow to be printed at the smallest size.

What a disc of the least width cannot reach is narrow. Points of wedges and spikes are so too, and are not told: they
hang on the rest by one end and run to nothing. A neck hangs by two, a line alone by none, a whisker by one but keeps
its width. After Serra, "Image Analysis and Mathematical Morphology" (1982), opening.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from brochure.content.sign_bitmap import EVERY, MARGIN, SCALE, Rows, Run, grown, pieces, rows_of, shrunk

LEAST = 2.0
"""Grid units: 0.25 mm where a sign is printed 8 mm wide, the smallest (pictogram kit, grid and measures)."""

_RADIUS = 8
"""Bits: what is 1.7 units wide is reached, so that a gap drawn as 2 between round ends is never told by mistake."""

_LEAST_BITS = 40
"""Smaller pieces are what a disc leaves in any corner."""

_WHISKER_LENGTH = 2.5 * SCALE
_EVEN = 0.72
"""Mean width by greatest width, from which on a piece counts as a line and not as a wedge, where it is 0.5."""


class Narrow(Struct, frozen=True):
    """``width`` and the middle of the place, in grid units."""

    width: float
    x: float
    y: float


def narrow_places(rows: Rows) -> list[Narrow]:
    """Where what is set is narrower than ``LEAST``, from the top down."""
    open_ = grown(shrunk(rows, _RADIUS), _RADIUS)
    rest = tuple(row & ~kept for row, kept in zip(rows, open_, strict=True))
    return sorted(_judged(pieces(rest), open_), key=lambda place: (place.y, place.x))


def inverse(rows: Rows) -> Rows:
    """The paper between what is set."""
    return tuple(row ^ EVERY for row in rows)


def _judged(found: list[list[Run]], open_: Rows) -> Iterator[Narrow]:
    for piece in found:
        area = sum(run.end - run.start for run in piece)
        if area < _LEAST_BITS:
            continue
        own = rows_of(piece)
        ends = _ends(own, open_)
        width = _greatest_width(own)
        if ends == 1 and not _is_whisker(piece, area, width):
            continue
        x = sum((run.start + run.end) / 2 * (run.end - run.start) for run in piece) / area
        y = sum((run.row + 0.5) * (run.end - run.start) for run in piece) / area
        yield Narrow(width / SCALE, (x - MARGIN) / SCALE, (y - MARGIN) / SCALE)


def _ends(own: Rows, open_: Rows) -> int:
    """At how many places a piece hangs on what is wide enough."""
    around = grown(own, 2)
    return len(pieces([row & kept for row, kept in zip(around, open_, strict=True)]))


def _greatest_width(own: Rows) -> int:
    """Bits of the widest disc, nearly, that fits into the piece."""
    width = 1
    while any(own):
        own = shrunk(own, 1)
        width += 2
    return width - 2


def _is_whisker(piece: list[Run], area: int, width: int) -> bool:
    tall = piece[-1].row - piece[0].row + 1
    wide = max(run.end for run in piece) - min(run.start for run in piece)
    length = math.hypot(tall, wide)
    return length > _WHISKER_LENGTH and area / length > _EVEN * width
