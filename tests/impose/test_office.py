"""Sheets of an office printer: pages moved, made larger, repeated, marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from families import FAMILIES
from msgspec.structs import replace
from text.declared import typesetter

from brochure.base.lengths import mm
from brochure.impose.arrangement import Placement
from brochure.impose.moved import Move
from brochure.impose.office import office_sheets
from brochure.layout.collisions import collisions
from brochure.layout.operations import Artifact, PlacedDocument, Stroke, TextLine
from brochure.model.document import Document
from brochure.model.format import FlipLine, Imposition, OfficePlace

if TYPE_CHECKING:
    from conftest import Leaflet

A4 = (mm(297), mm(210))


def with_imposition(document: Document, imposition: Imposition) -> Document:
    office = document.format.office
    assert office is not None
    lines = {side: FlipLine(mm(12), mm(8)) for side in ("front", "back")}
    place = OfficePlace(office.flip, office.edge, office.role, lines, imposition)
    return replace(document, format=replace(document.format, office=place))


def sheets(leaflet: Leaflet, imposition: Imposition) -> PlacedDocument:
    return office_sheets(with_imposition(leaflet.document, imposition), leaflet.placed, typesetter())


@pytest.fixture
def four_pages(leaflet: Callable[[str], Leaflet]) -> Callable[[str], Leaflet]:
    """The leaflet with each of its pages twice."""

    def made(tag: str) -> Leaflet:
        real = leaflet(tag)
        return replace(real, placed=replace(real.placed, pages=real.placed.pages * 2))

    return made


@pytest.mark.parametrize("tag", FAMILIES)
def test_ink_stays_apart_where_a_page_is_printed_smaller(
    tag: str, laid_out: Callable[[str, str], Leaflet]
) -> None:
    poster = laid_out("poster", tag)
    made = office_sheets(poster.document, poster.placed, typesetter())
    assert poster.document.format.office_scale < 1
    assert collisions(poster.document, made) == ()


@pytest.mark.parametrize(("tag", "pairs"), [("en", [(3, 0), (1, 2)]), ("ar", [(0, 3), (2, 1)])])
def test_a_booklet_has_its_pages_side_by_side_and_smaller(
    four_pages: Callable[[str], Leaflet], tag: str, pairs: list[tuple[int, int]]
) -> None:
    real = four_pages(tag)
    made = sheets(real, Imposition("saddle", *A4))
    assert [(page.width, page.height, page.bleed) for page in made.pages] == [(*A4, 0.0)] * 2
    for page, pair in zip(made.pages, pairs, strict=True):
        halves = [replace(real.placed.pages[number]).operations for number in pair]
        assert len(page.operations) == sum(map(len, halves)) + 2 + 1  # fold ticks, the line of the printer
        first = next(each for each in halves[0] if isinstance(each, TextLine))
        moved = next(each for each in page.operations if isinstance(each, TextLine))
        assert moved.line.width == pytest.approx(first.line.width / 2)
        assert moved.x == pytest.approx(first.x / 2)
        assert [run.size for run in moved.line.runs] == [run.size / 2 for run in first.line.runs]
    assert made.flip == "short"


def test_headings_are_found_on_the_sheet_they_stand_on(four_pages: Callable[[str], Leaflet]) -> None:
    real = four_pages("en")
    made = sheets(real, Imposition("saddle", *A4))
    assert [(entry.title, entry.page) for entry in made.outline] == [
        (entry.title, 0 if entry.page in (0, 3) else 1) for entry in real.placed.outline
    ]


def test_copies_are_artifacts_and_links_are_there_once(leaflet: Callable[[str], Leaflet]) -> None:
    real = leaflet("en")
    made = sheets(real, Imposition("many-up", mm(620), mm(450)))
    for before, after in zip(real.placed.pages, made.pages, strict=True):
        said = [each for each in after.operations if not isinstance(each.tag, Artifact)]
        assert len(said) == len([each for each in before.operations if not isinstance(each.tag, Artifact)])
        lines = [each for each in after.operations if isinstance(each, TextLine)]
        assert len(lines) == 4 * len([each for each in before.operations if isinstance(each, TextLine)]) + 1
        assert [link.uri for link in after.links] == [link.uri for link in before.links]


def test_marks_stay_off_what_is_cut_and_on_what_the_printer_reaches(
    leaflet: Callable[[str], Leaflet],
) -> None:
    made = sheets(leaflet("en"), Imposition("many-up", mm(620), mm(450)))
    (page, _) = made.pages
    kept = ((mm(13), mm(607)), (mm(15), mm(435)))  # two leaflets wide, two high, in the middle
    ticks = [each for each in page.operations if isinstance(each, Stroke) and each.tag is Artifact.PAGINATION]
    assert len(ticks) == 2 * 3 + 2 * 3 + 2 * 4  # upright cuts, level cuts, folds
    for tick in ticks:
        (x1, y1), (x2, y2) = (segment.points for segment in tick.outline.segments)
        outside = all(
            not (kept[0][0] - 1e-6 < x < kept[0][1] + 1e-6 and kept[1][0] - 1e-6 < y < kept[1][1] + 1e-6)
            for x, y in ((x1, y1), (x2, y2))
        )
        assert outside
        assert min(x1, x2, y1, y2) >= mm(5) - 1e-6


def test_a_format_whose_pages_are_sheets_stays_as_it_is(leaflet: Callable[[str], Leaflet]) -> None:
    real = leaflet("en")
    made = office_sheets(real.document, real.placed, typesetter())
    assert [page.width for page in made.pages] == [page.width for page in real.placed.pages]


def test_moved_there_and_back_is_the_same(leaflet: Callable[[str], Leaflet]) -> None:
    page = leaflet("ar").placed.pages[0]
    there, back = Move(Placement(0, 100.0, 50.0, 2.0)), Move(Placement(0, -50.0, -25.0, 0.5))
    for operation in page.operations:
        returned = back.operation(there.operation(operation))
        assert (type(returned), returned.tag) == (type(operation), operation.tag)
        if isinstance(operation, TextLine) and isinstance(returned, TextLine):
            assert (returned.x, returned.baseline) == pytest.approx((operation.x, operation.baseline))
