"""The pages for an office printer: a white edge all around, and on each side a line that says how to print both."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.spans import Span
from brochure.layout.direction import SheetDirection
from brochure.layout.operations import Artifact, PlacedDocument, PlacedPage, TextLine
from brochure.model.document import Document
from brochure.model.format import Flip, FlipLine, OfficePlace, Side
from brochure.model.unit import Fact, FactKind
from brochure.text.typesetter import Typesetter

FLIP_WORDS: Mapping[Flip, str] = {
    "short": "Recto verso, bord court · Beidseitig, kurze Kante · Two-sided, short edge",
    "long": "Recto verso, bord long · Beidseitig, lange Kante · Two-sided, long edge",
}
"""Words of the program, not of the content: they are for whoever stands at the printer, a worker in one of these three
languages, and the same on the paper for every reader.
"""


def for_office(document: Document, placed: PlacedDocument, typesetter: Typesetter) -> PlacedDocument:
    """The same pages, cut at the edge that office printers do not reach. Nothing of them moves.

    A format without a place for it (:class:`brochure.model.format.OfficePlace`) stays as it is.
    """
    place = document.format.office
    if place is None:
        return placed
    pages = tuple(
        _page(document, side, page, place, typesetter)
        for side, page in zip(document.format.sides, placed.pages, strict=True)
    )
    return replace(placed, pages=pages, flip=place.flip)


def _page(
    document: Document, side: Side, page: PlacedPage, place: OfficePlace, typesetter: Typesetter
) -> PlacedPage:
    lines = [
        flip_line(document, document.format.width, at, place, typesetter)
        for name, at in place.lines.items()
        if name == side.id
    ]
    window = Rect(0, 0, page.width, page.height).inset(place.edge)
    return replace(page, operations=(*page.operations, *lines), window=window)


def flip_line(
    document: Document, width: float, at: FlipLine, place: OfficePlace, typesetter: Typesetter
) -> TextLine:
    """How to print both sides, at its place on paper ``width`` pt wide.

    One fact, so that its three parts read from left to right on a right-to-left sheet too.
    """
    assert place.flip is not None
    assert place.role is not None
    span = Span("brochure")
    said = Fact("flip", FactKind.CODE, FLIP_WORDS[place.flip], span, language="fr")
    role = place.role
    prepared = typesetter.prepare([said], document.language, role.weight)
    (line,) = typesetter.set_lines(prepared, role.size, width)
    sheet = SheetDirection(width, document.language.direction)
    x = sheet.left(at.x, line.width)
    return TextLine(Artifact.PAGINATION, x, at.baseline, line, document.theme.inks["black"], "flip", span)
