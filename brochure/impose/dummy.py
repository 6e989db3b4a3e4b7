"""A folding dummy: the sheets with nothing on them but large page numbers, to be folded before paper is wasted."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.spans import Span
from brochure.impose.office import office_sheets
from brochure.layout.operations import Artifact, PlacedDocument, PlacedPage, Stroke, TextLine
from brochure.layout.shapes import rectangle
from brochure.model.document import Document
from brochure.model.unit import Fact, FactKind
from brochure.text.typesetter import Typesetter

SIZE = 0.3
"""Of a page's height: how large its number is set."""

FRAME = 0.25


def folding_dummy(document: Document, placed: PlacedDocument, typesetter: Typesetter) -> PlacedDocument:
    """The office sheets of ``document`` with page numbers from 1 in place of what stands on its pages."""
    pages = tuple(
        _numbered(document, page, number, typesetter) for number, page in enumerate(placed.pages, 1)
    )
    bare = replace(placed, pages=pages, outline=(), root=replace(placed.root, children=()))
    return office_sheets(document, bare, typesetter)


def _numbered(document: Document, page: PlacedPage, number: int, typesetter: Typesetter) -> PlacedPage:
    span, black = Span("brochure"), document.theme.inks["black"]
    fact = Fact("dummy", FactKind.CODE, str(number), span, language="en")
    prepared = typesetter.prepare([fact], document.language, "bold")
    (line,) = typesetter.set_lines(prepared, page.height * SIZE, page.width)
    x, baseline = (page.width - line.width) / 2, (page.height + line.ink.top) / 2
    frame = rectangle(Rect(0, 0, page.width, page.height))
    return replace(
        page,
        operations=(
            Stroke(Artifact.LAYOUT, frame, black, FRAME),
            TextLine(Artifact.PAGINATION, x, baseline, line, black, "dummy", span),
        ),
        links=(),
    )
