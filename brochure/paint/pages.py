"""A placed page as a content stream: every operation inside marked content, where the target wants tags."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from brochure.base.geometry import Outline
from brochure.layout.operations import (
    Artifact,
    Fill,
    Operation,
    PlacedPage,
    SignDrawing,
    Stroke,
    Tag,
    TextLine,
)
from brochure.model.fonts import Face
from brochure.paint.inks import InkSpace, fill_with, stroke_with
from brochure.paint.lines import PaintedFace, paint_line
from brochure.paint.signs import FormKey, PaintedForm, paint_sign
from brochure.paint.syntax import Point, number, numbers, path


class Brush(Struct, frozen=True):
    """All that the pages of one document share. ``roles``: structure type of each node, empty where nothing is tagged.

    ``bleed``: whether the paper around the trim is part of the page; without it the page's edge cuts what lies there.
    """

    space: InkSpace
    bleed: bool
    faces: Mapping[Face, PaintedFace]
    forms: Mapping[FormKey, PaintedForm]
    roles: Mapping[int, str]


class PaintedPage(Struct, frozen=True):
    """What is painted, and its frame. ``pieces``: of the content stream, marked content by marked content.

    ``width``, ``height``: MediaBox, pt; ``margin``: from there to the trim, pt.

    ``slug``: from the MediaBox to the bleed, pt. ``owners``: the node that owns each piece of marked content, by MCID;
    empty where nothing is tagged.
    """

    pieces: tuple[bytes, ...]
    width: float
    height: float
    margin: float
    slug: float
    owners: tuple[int, ...]

    @property
    def content(self) -> bytes:
        """The content stream as a whole."""
        return b"\n".join(self.pieces)

    def place(self, x: float, y: float) -> Point:
        """A point of layout (from the trim's top, y down) in PDF coordinates."""
        return _placed(x, y, self.height, self.margin)


def paint_page(page: PlacedPage, brush: Brush) -> PaintedPage:
    """Neighbouring operations of one node share one piece of marked content (ISO 32000-1, 14.6 and 14.7.4)."""
    slug = page.slug if brush.bleed else 0.0
    margin = page.bleed + slug if brush.bleed else 0.0
    width, height = page.width + 2 * margin, page.height + 2 * margin
    owners: list[int] = []
    pieces: list[str] = []
    for tag, operations in groupby(page.operations, key=lambda operation: operation.tag):
        painted = [_paint(operation, height, margin, brush) for operation in operations]
        pieces.append(_marked(tag, painted, owners, brush.roles))
    if page.window is not None:
        left, bottom = _placed(page.window.x, page.window.bottom, height, margin)
        window = numbers((left, bottom, page.window.width, page.window.height))
        pieces = [f"q {window} re W n", *pieces, "Q"]
    if brush.bleed and page.marks:
        marks = [_paint(mark, height, margin, brush) for mark in page.marks]
        pieces.append(_marked(Artifact.PAGINATION, marks, owners, brush.roles))
    encoded = tuple(piece.encode("ascii") for piece in pieces)
    return PaintedPage(encoded, width, height, margin, slug, tuple(owners))


def _marked(tag: Tag, painted: list[str], owners: list[int], roles: Mapping[int, str]) -> str:
    """Operators of one node between the marks of their content; ``owners`` grows by the node."""
    lines = [_opening(tag, len(owners), roles), *painted, "EMC"] if roles else painted
    if roles and not isinstance(tag, Artifact):
        owners.append(tag)
    return "\n".join(lines)


def _opening(tag: Tag, mcid: int, roles: Mapping[int, str]) -> str:
    if isinstance(tag, Artifact):
        return f"/Artifact <</Type /{tag}>> BDC"
    return f"/{roles[tag]} <</MCID {mcid}>> BDC"


def _paint(operation: Operation, height: float, margin: float, brush: Brush) -> str:
    match operation:
        case TextLine():
            x, y = _placed(operation.x, operation.baseline, height, margin)
            return paint_line(operation, x, y, brush.faces, brush.space)
        case SignDrawing():
            x, y = _placed(operation.place.x, operation.place.bottom, height, margin)
            return paint_sign(operation, x, y, brush.forms, brush.space)
        case Fill():
            return f"{fill_with(operation.ink, brush.space)} {_path(operation.outline, height, margin)} f"
        case Stroke():
            pen = f"{number(operation.width, 3)} w [{numbers(operation.dash)}] 0 d"
            return f"{stroke_with(operation.ink, brush.space)} {pen} {_path(operation.outline, height, margin)} S"


@lru_cache(maxsize=512)
def _path(outline: Outline, height: float, margin: float) -> str:
    """Areas and lines are at the same places in every language of a direction."""

    def place(x: float, y: float) -> Point:
        return _placed(x, y, height, margin)

    return path(outline, place)


def _placed(x: float, y: float, height: float, margin: float) -> Point:
    return x + margin, height - margin - y
