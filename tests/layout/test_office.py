"""Pages for office printers: a white edge, and the line that says how the paper turns."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from layout.half import HalfTypesetter, make_document
from msgspec.structs import replace
from text.declared import typesetter

from brochure.base.geometry import Rect
from brochure.base.lengths import mm
from brochure.layout.document import lay_out
from brochure.layout.office import FLIP_WORDS, for_office
from brochure.layout.operations import Artifact, PlacedDocument, TextLine
from brochure.model.document import Document
from brochure.model.format import Flip, FlipLine, OfficePlace
from brochure.model.places import TypeRole

ROLE = TypeRole("flip", 6, 6, 1, "regular", 1)


def with_place(direction: str, flip: Flip) -> Document:
    document = make_document(direction)  # type: ignore[arg-type]
    place = OfficePlace(flip, mm(5), ROLE, {"inside": FlipLine(mm(103), mm(7))})
    return replace(document, format=replace(document.format, office=place))


def laid_out(document: Document) -> PlacedDocument:
    return lay_out(document, HalfTypesetter()).document  # type: ignore[arg-type]


def line_over(direction: str, flip: Flip) -> TextLine:
    document = with_place(direction, flip)
    placed = laid_out(document)
    made = for_office(document, placed, HalfTypesetter())  # type: ignore[arg-type]
    *others, line = made.pages[0].operations
    assert tuple(others) == placed.pages[0].operations, "nothing of the page moves"
    assert isinstance(line, TextLine)
    assert (made.flip, line.tag) == (flip, Artifact.PAGINATION)
    return line


@pytest.mark.parametrize("flip", ["short", "long"])
def test_the_line_names_the_edge_of_the_format(flip: Flip) -> None:
    assert line_over("ltr", flip).line.text == FLIP_WORDS[flip]


def test_the_line_starts_at_its_place_from_the_start_of_the_sheet() -> None:
    assert line_over("ltr", "short").x == pytest.approx(mm(103))
    line = line_over("rtl", "short")
    assert line.x + line.line.width == pytest.approx(mm(297 - 103))
    assert line.baseline == pytest.approx(mm(7))


def test_a_white_edge_remains_all_around() -> None:
    document = with_place("ltr", "short")
    (page,) = for_office(document, laid_out(document), HalfTypesetter()).pages  # type: ignore[arg-type]
    assert page.window == Rect(mm(5), mm(5), mm(287), mm(200))


def test_a_format_without_a_place_stays_as_it_is() -> None:
    document = make_document("ltr")
    placed = laid_out(document)
    assert for_office(document, placed, HalfTypesetter()) is placed  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_line_of_the_real_leaflet_is_free_and_reads_from_left_to_right(
    tag: str,
    leaflet: Callable[[str], object],
) -> None:
    real = leaflet(tag)
    made = for_office(real.document, real.placed, typesetter())  # type: ignore[attr-defined]
    for page in made.pages:
        *others, line = page.operations
        assert isinstance(line, TextLine)
        assert isinstance(page.window, Rect)
        place = ink_box(line)
        assert place.y >= page.window.y
        assert place.bottom <= page.window.bottom
        xs = [cluster.x for run in line.line.runs for cluster in run.clusters]
        assert xs == sorted(xs)
        assert [o.line.text for o in others if isinstance(o, TextLine) and touch(ink_box(o), place)] == []
        middle = next(panel for name, panel in page.panels if name in ("back", "help"))
        assert middle.x < place.x
        assert place.right < middle.right


def ink_box(operation: TextLine) -> Rect:
    ink = operation.line.ink
    return Rect(
        operation.x + ink.left, operation.baseline - ink.top, ink.right - ink.left, ink.top + ink.bottom
    )


def touch(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
