"""The booklet as it lies open: the spine changes sides from page to page, and is the other one from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from brochure.base.lengths import mm, to_mm
from brochure.layout.collisions import DRAFT
from brochure.layout.edges import Shape
from brochure.layout.operations import Fill, Operation, PlacedPage, SignDrawing, TextLine
from brochure.text.ink import InkBox

if TYPE_CHECKING:
    from conftest import Leaflet

SPINE, COLOUR = 11, 5
"""mm that words and coloured areas keep from the fold."""

TAGS = ["en", "ar"]


def pages(made: Leaflet) -> Iterator[tuple[PlacedPage, bool]]:
    """Every page, and whether its spine is at its left."""
    is_mirrored = made.placed.direction == "rtl"
    for number, page in enumerate(made.placed.pages):
        yield page, (number % 2 == 0) != is_mirrored


def box(operation: Operation) -> InkBox | None:
    match operation:
        case TextLine():
            return InkBox(operation.x, 0, operation.x + operation.line.width, 0)
        case Fill():
            return Shape(operation.outline).box
        case SignDrawing():
            return InkBox(operation.place.x, 0, operation.place.right, 0)
        case _:
            return None


def from_spine(page: PlacedPage, at_left: bool, place: InkBox) -> float:
    return round(to_mm(place.left if at_left else page.width - place.right), 2)


@pytest.mark.parametrize("tag", TAGS)
def test_it_is_found_without_fault_and_has_whole_sheets(
    tag: str, laid_out: Callable[[str, str], Leaflet]
) -> None:
    made = laid_out("booklet", tag)
    assert [str(each) for each in made.findings] == []
    assert len(made.placed.pages) == 16


@pytest.mark.parametrize("tag", TAGS)
def test_words_and_colours_keep_away_from_the_spine(
    tag: str, laid_out: Callable[[str, str], Leaflet]
) -> None:
    for page, at_left in pages(laid_out("booklet", tag)):
        for operation in page.operations:
            place = box(operation)
            least = COLOUR if isinstance(operation, Fill) else SPINE
            assert place is None or from_spine(page, at_left, place) >= least


@pytest.mark.parametrize("tag", TAGS)
def test_every_page_is_stamped_at_its_outer_corner(tag: str, laid_out: Callable[[str, str], Leaflet]) -> None:
    for page, at_left in pages(laid_out("booklet", tag)):
        (stamp,) = [op for op in page.operations if isinstance(op, TextLine) and op.address == DRAFT]
        assert (stamp.x > page.width / 2) == at_left
        assert stamp.baseline < mm(9)
