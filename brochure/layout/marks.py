"""What a print shop cuts and folds by, beyond the bleed: crop marks, fold marks, the slug line.

Nothing of the page moves. Marks stand at least 3 mm off the trim and outside the bleed, 0.25 pt, on every plate; the
slug line is on the black one alone, so that the other three stay the same in all languages (print.md, Geometry).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from brochure.base.geometry import Outline, Rect, Segment
from brochure.base.inks import REGISTRATION
from brochure.base.lengths import mm
from brochure.base.spans import Span
from brochure.layout.operations import Artifact, Operation, PlacedDocument, PlacedPage, Stroke, TextLine
from brochure.model.document import Document
from brochure.model.format import Side
from brochure.model.unit import Fact, FactKind
from brochure.text.typesetter import Typesetter

OFF_TRIM = mm(3)
"""Where there is less bleed than that, it is kept all the same."""

OFF_BLEED = mm(1)
LENGTH = mm(5)
BEYOND = mm(1)
"""From the end of a mark to the edge of the sheet."""

LINE = 0.25
"""Width of a mark, pt."""

FOLD_DASH = (2.5, 1.5)

SLUG_SIZE = 6.0
SLUG_INDENT = mm(3)
"""From the mark before the slug line to its words."""


def with_marks(document: Document, placed: PlacedDocument, typesetter: Typesetter) -> PlacedDocument:
    """The pages on larger sheets, cut at the bleed, with marks and slug lines around."""
    pages = tuple(
        _page(document, side, page, typesetter)
        for side, page in zip(document.format.sides, placed.pages, strict=True)
    )
    return replace(placed, pages=pages)


def _page(document: Document, side: Side, page: PlacedPage, typesetter: Typesetter) -> PlacedPage:
    nearest = _nearest(page)
    return replace(
        page,
        window=Rect(0, 0, page.width, page.height).inset(-page.bleed),
        slug=nearest + LENGTH + BEYOND - page.bleed,
        marks=(*_lines(page, nearest), _slug_line(document, side, page, typesetter)),
    )


def _nearest(page: PlacedPage) -> float:
    """How far off the trim the marks begin."""
    return max(page.bleed, OFF_TRIM) + OFF_BLEED


def _lines(page: PlacedPage, nearest: float) -> Iterator[Operation]:
    """Level marks beside the corners, then upright ones above and below corners and folds."""
    for y in (0.0, page.height):
        for x in (-nearest - LENGTH, page.width + nearest):
            yield _mark((x, y), (x + LENGTH, y))
    for y in (-nearest, page.height + nearest):
        end = y - LENGTH if y < 0 else y + LENGTH
        for x in (0.0, page.width):
            yield _mark((x, y), (x, end))
        for x in page.folds:
            yield _mark((x, y), (x, end), FOLD_DASH)


def _mark(start: tuple[float, float], end: tuple[float, float], dash: tuple[float, ...] = ()) -> Stroke:
    outline = Outline((Segment("M", start), Segment("L", end)))
    return Stroke(Artifact.PAGINATION, outline, REGISTRATION, LINE, dash)


def _slug_line(document: Document, side: Side, page: PlacedPage, typesetter: Typesetter) -> TextLine:
    """Which job this is, below the widest panel, beside the mark at its left; the same way round for every language."""
    span = Span("brochure")
    fact = Fact("slug", FactKind.CODE, _slug_words(document, side), span, language="en")
    prepared = typesetter.prepare([fact], document.language, "regular")
    (line,) = typesetter.set_lines(prepared, SLUG_SIZE, page.width)
    stops = sorted((0.0, *page.folds, page.width))
    left, _ = max(pairwise(stops), key=lambda gap: round(gap[1] - gap[0], 3))
    baseline = page.height + _nearest(page) + (LENGTH + SLUG_SIZE / 2) / 2
    x, black = left + SLUG_INDENT, document.theme.inks["black"]
    return TextLine(Artifact.PAGINATION, x, baseline, line, black, "slug", span)


def _slug_words(document: Document, side: Side) -> str:
    parts = [
        document.edition,
        document.code,
        document.tag,
        document.format.id,
        side.id,
        document.checked,
        "DRAFT" if document.draft else "",
    ]
    return " · ".join(part for part in parts if part)
