"""Lines drawn for us over a page: ``--debug-layout``. All of it artifacts, nothing of the page moves.

A page with an overlay is for the eye alone; it goes into a folder of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from brochure.base.geometry import Outline, Rect, Segment
from brochure.base.inks import Cmyk, Ink, Rgb
from brochure.base.spans import Span
from brochure.layout.collisions import BESIDE_FOLD
from brochure.layout.direction import SheetDirection
from brochure.layout.operations import (
    Artifact,
    Operation,
    PlacedDocument,
    PlacedPage,
    SignDrawing,
    Stroke,
    TextLine,
)
from brochure.layout.shapes import rectangle
from brochure.model.document import Document
from brochure.model.format import Side
from brochure.model.slots import RowsSlot
from brochure.model.unit import Fact, FactKind
from brochure.text.typesetter import Typesetter

HAIR = 0.35
"""Width of overlay lines, pt."""

NUMBER_SIZE = 6.0

_MAGENTA = Ink("overlay-magenta", Cmyk(0, 1, 0, 0), Rgb(0.85, 0, 0.5))
_BLUE = Ink("overlay-blue", Cmyk(1, 0.5, 0, 0), Rgb(0, 0.35, 0.85))
_GREEN = Ink("overlay-green", Cmyk(0.8, 0, 1, 0), Rgb(0, 0.55, 0.2))
_ORANGE = Ink("overlay-orange", Cmyk(0, 0.5, 1, 0), Rgb(0.9, 0.45, 0))


def overlay(
    document: Document, placed: PlacedDocument, typesetter: Typesetter, kinds: Sequence[str]
) -> PlacedDocument:
    """The pages with what ``kinds`` (of :data:`KINDS`) asks for drawn over them; the same object for nothing."""
    if not kinds:
        return placed
    pages = []
    for side, page in zip(document.format.sides, placed.pages, strict=True):
        drawn = [stroke for kind in KINDS if kind in kinds for stroke in _DRAWN[kind](document, side, page)]
        numbers = _numbers(document, page, typesetter) if "order" in kinds else []
        pages.append(replace(page, operations=(*page.operations, *drawn, *numbers)))
    return replace(placed, pages=tuple(pages))


def _boxes(_document: Document, _side: Side, page: PlacedPage) -> list[Operation]:
    return [_stroke(rectangle(place), _MAGENTA) for place in _places(page).values()]


def _baselines(_document: Document, _side: Side, page: PlacedPage) -> list[Operation]:
    lines = (op for op in page.operations if isinstance(op, TextLine))
    bases = (op.on_page(0.0, 0.0, op.line.width, 0.0) for op in lines)
    return [
        _stroke(Outline((Segment("M", (at.x, at.y)), Segment("L", (at.right, at.bottom)))), _BLUE)
        for at in bases
    ]


def _rows(document: Document, side: Side, _page: PlacedPage) -> list[Operation]:
    sheet = SheetDirection(document.format.width, document.language.direction)
    slots = (slot for panel in side.panels for slot in panel.slots.values() if isinstance(slot, RowsSlot))
    return [_stroke(rectangle(sheet.rect(frame)), _BLUE) for slot in slots for frame in slot.frames]


def _safe(document: Document, _side: Side, page: PlacedPage) -> list[Operation]:
    trim = Rect(0, 0, page.width, page.height)
    by_folds = [
        _stroke(_upright(fold + offset, page.height), _GREEN, (1.5, 1.5))
        for fold in page.folds
        for offset in (-BESIDE_FOLD, BESIDE_FOLD)
    ]
    return [_stroke(rectangle(trim.inset(document.format.safe)), _GREEN), *by_folds]


def _bleed(_document: Document, _side: Side, page: PlacedPage) -> list[Operation]:
    trim = Rect(0, 0, page.width, page.height)
    return [_stroke(rectangle(trim), _ORANGE), _stroke(rectangle(trim.inset(-page.bleed)), _ORANGE)]


def _folds(_document: Document, _side: Side, page: PlacedPage) -> list[Operation]:
    return [_stroke(_upright(fold, page.height), _MAGENTA, (4.0, 2.0)) for fold in page.folds]


def _order(_document: Document, _side: Side, page: PlacedPage) -> list[Operation]:
    places = [place for _, place in sorted(_places(page).items())]
    middles = [(place.x + place.width / 2, place.y + place.height / 2) for place in places]
    steps = [Segment("M" if n == 0 else "L", point) for n, point in enumerate(middles)]
    return [_stroke(Outline(tuple(steps)), _ORANGE)] if len(steps) > 1 else []


_DRAWN: dict[str, Callable[[Document, Side, PlacedPage], list[Operation]]] = {
    "boxes": _boxes,
    "baselines": _baselines,
    "rows": _rows,
    "safe": _safe,
    "bleed": _bleed,
    "folds": _folds,
    "order": _order,
}

KINDS = tuple(_DRAWN)
"""What can be drawn over a page."""


def _numbers(document: Document, page: PlacedPage, typesetter: Typesetter) -> list[Operation]:
    """The place in the order of reading at the top of each box, counted over the document by node."""
    span = Span("brochure")
    drawn: list[Operation] = []
    for node, place in sorted(_places(page).items()):
        fact = Fact("order", FactKind.CODE, str(node), span, language="en")
        (line,) = typesetter.set_lines(
            typesetter.prepare([fact], document.language, "bold"), NUMBER_SIZE, page.width
        )
        top = place.y + NUMBER_SIZE * 0.7
        drawn.append(TextLine(Artifact.LAYOUT, place.x, top, line, _MAGENTA, "order", span))
    return drawn


def _places(page: PlacedPage) -> dict[int, Rect]:
    """The box of each structure node that owns operations of the page."""
    places: dict[int, Rect] = {}
    for operation in page.operations:
        if isinstance(operation.tag, Artifact):
            continue
        if isinstance(operation, TextLine):
            place = line_box(operation)
        elif isinstance(operation, SignDrawing):
            place = operation.place
        else:
            continue
        places[operation.tag] = _around(places.get(operation.tag, place), place)
    return places


def line_box(operation: TextLine) -> Rect:
    """What a line's words take up on the page: from its first letter to its last, as high as its ink."""
    clusters = [cluster for run in operation.line.runs for cluster in run.clusters]
    left = min((cluster.x for cluster in clusters), default=0.0)
    right = max((cluster.x + cluster.advance for cluster in clusters), default=0.0)
    ink = operation.line.ink
    return operation.on_page(left, ink.top, right, ink.bottom)


def _around(one: Rect, other: Rect) -> Rect:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _upright(x: float, height: float) -> Outline:
    return Outline((Segment("M", (x, 0.0)), Segment("L", (x, height))))


def _stroke(outline: Outline, ink: Ink, dash: tuple[float, ...] = ()) -> Stroke:
    return Stroke(Artifact.LAYOUT, outline, ink, HAIR, dash)
