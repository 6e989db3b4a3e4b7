"""Pages on the paper of an office printer: as they are, or imposed, with what tells where to fold and to cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from brochure.base.geometry import Outline, Rect, Segment
from brochure.base.inks import Ink
from brochure.base.lengths import mm
from brochure.impose.arrangement import Binding, Face, Paper, many_up, reduced, saddle_stitched
from brochure.impose.moved import Move
from brochure.layout.direction import SheetDirection
from brochure.layout.office import flip_line, for_office
from brochure.layout.operations import (
    Artifact,
    LinkArea,
    Operation,
    OutlineEntry,
    PlacedDocument,
    PlacedPage,
    Stroke,
)
from brochure.model.document import Document
from brochure.model.format import Imposition, OfficePlace
from brochure.text.typesetter import Typesetter

TICK = mm(4)
"""Length of a mark."""

OFF = mm(2)
"""From a mark to what is cut along it."""

LINE = 0.25
FOLD_DASH = (2.5, 1.5)


def office_sheets(document: Document, placed: PlacedDocument, typesetter: Typesetter) -> PlacedDocument:
    """The sheets for the printer, front and back in turn, as the format's office place asks."""
    office = document.format.office
    if office is None or office.imposition is None:
        return for_office(document, placed, typesetter)
    faces = arranged(document, len(placed.pages), office.imposition, office.edge)
    pages = tuple(
        _sheet(document, face, number, placed.pages, office, typesetter) for number, face in enumerate(faces)
    )
    outline = tuple(_moved_entry(entry, faces) for entry in placed.outline)
    return replace(placed, pages=pages, outline=outline, flip=office.flip)


def arranged(document: Document, pages: int, imposition: Imposition, edge: float) -> tuple[Face, ...]:
    """Where each page of the format stands. Content has seen to it that they can be folded and fit on the paper."""
    form, paper = document.format, Paper(imposition.width, imposition.height)
    if imposition.kind == "saddle":
        binding: Binding = "right" if document.language.direction == "rtl" else "left"
        return saddle_stitched(
            pages, binding, form.width, form.height, paper, form.office_scale, imposition.creep
        )
    if imposition.kind == "reduced":
        return reduced(pages, form.width, form.height, paper, form.office_scale)
    sheet = SheetDirection(form.width, document.language.direction)
    folds = tuple(sheet.left(fold, 0.0) for fold in form.sides[0].folds)
    return many_up(pages, form.width, form.height, paper, edge, folds)


def _sheet(
    document: Document,
    face: Face,
    number: int,
    pages: Sequence[PlacedPage],
    office: OfficePlace,
    typesetter: Typesetter,
) -> PlacedPage:
    assert office.imposition is not None
    width, height = office.imposition.width, office.imposition.height
    operations: list[Operation] = []
    links: list[LinkArea] = []
    panels = []
    for placement in face.placements:
        move, page = Move(placement), pages[placement.page]
        operations += map(move.operation, page.operations)
        links += () if placement.again else map(move.link, page.links)
        panels += [(name, move.rect(rect)) for name, rect in page.panels]
    black = document.theme.inks["black"]
    operations += _ticks(face, height, office.edge, black)
    side = "back" if number % 2 else "front"
    if side in office.lines:
        operations.append(flip_line(document, width, office.lines[side], office, typesetter))
    window = Rect(0, 0, width, height).inset(office.edge)
    return PlacedPage(
        width=width,
        height=height,
        bleed=0.0,
        operations=tuple(operations),
        links=tuple(links),
        panels=tuple(panels),
        folds=face.folds,
        window=window,
    )


def _ticks(face: Face, height: float, edge: float, ink: Ink) -> Iterator[Stroke]:
    """Short lines at the edges of the paper, outside of what remains of it: dashed to fold, full to cut."""
    top, bottom = (
        (face.cuts_y[0] - OFF, height - face.cuts_y[-1] - OFF) if face.cuts_y else (edge + TICK,) * 2
    )
    for x in face.folds:
        yield _tick((x, max(edge, top - TICK)), (x, top), ink, FOLD_DASH)
        yield _tick((x, height - bottom), (x, height - max(edge, bottom - TICK)), ink, FOLD_DASH)
    for x in face.cuts_x:
        yield _tick((x, max(edge, top - TICK)), (x, top), ink)
        yield _tick((x, height - bottom), (x, height - max(edge, bottom - TICK)), ink)
    if face.cuts_x:
        left, right = face.cuts_x[0] - OFF, face.cuts_x[-1] + OFF
        for y in face.cuts_y:
            yield _tick((left - TICK, y), (left, y), ink)
            yield _tick((right, y), (right + TICK, y), ink)


def _tick(
    start: tuple[float, float], end: tuple[float, float], ink: Ink, dash: tuple[float, ...] = ()
) -> Stroke:
    outline = Outline((Segment("M", start), Segment("L", end)))
    return Stroke(Artifact.PAGINATION, outline, ink, LINE, dash)


def _moved_entry(entry: OutlineEntry, faces: Sequence[Face]) -> OutlineEntry:
    """Where a heading stands now: the first sheet that shows its page."""
    number, placement = next(
        (number, placement)
        for number, face in enumerate(faces)
        for placement in face.placements
        if placement.page == entry.page
    )
    return replace(entry, page=number, y=placement.y + entry.y * placement.scale)
