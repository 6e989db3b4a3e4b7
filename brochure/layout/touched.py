"""What lies where on a page: the words of each text, and each sign, as boxes that somebody may point at."""

from __future__ import annotations

from msgspec import Struct

from brochure.base.geometry import Rect
from brochure.base.spans import Span
from brochure.layout.operations import Artifact, PlacedPage, SignDrawing, TextLine
from brochure.layout.overlay import line_box

_ASCENT, _DESCENT = 0.75, 0.25
"""Of a line, in em: a box as high as its ink alone would be hard to hit where a word has no tall letters."""


class Touchable(Struct, frozen=True):
    """A line of a text, or a sign. ``address`` and ``span``: of its unit or fact; of a sign, "" and no place.
    ``sign``: its id, "" for words. ``node``: its structure element, which count up in reading order; None for what
    nobody reads (the tabs of a poster after the first). ``place``: pt from the trim's left top corner.
    """

    address: str
    span: Span
    sign: str
    node: int | None
    place: Rect


def touchables(page: PlacedPage) -> tuple[Touchable, ...]:
    """In painting order."""
    found = []
    for operation in page.operations:
        node = None if isinstance(operation.tag, Artifact) else operation.tag
        if isinstance(operation, TextLine):
            box = _box(operation)
            found.append(Touchable(operation.address, operation.span, "", node, box))
        elif isinstance(operation, SignDrawing) and node is not None:
            found.append(Touchable("", Span(""), operation.sign.id, node, operation.place))
    return tuple(found)


def _box(operation: TextLine) -> Rect:
    ink = line_box(operation)
    size = max((run.size for run in operation.line.runs), default=0.0)
    if operation.turned:
        left, right = operation.x - size * _ASCENT, operation.x + size * _DESCENT
        left, right = min(left, ink.x), max(right, ink.right)
        return Rect(left, ink.y, right - left, ink.height)
    top, bottom = operation.baseline - size * _ASCENT, operation.baseline + size * _DESCENT
    top, bottom = min(top, ink.y), max(bottom, ink.bottom)
    return Rect(ink.x, top, ink.width, bottom - top)
