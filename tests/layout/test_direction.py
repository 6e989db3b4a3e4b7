"""Left and right, of a sheet and of an area that reads against it."""

from __future__ import annotations

import pytest

from brochure.layout.direction import SheetDirection
from brochure.model.language import Direction
from brochure.model.places import Area

CELL = Area(30, 0, 40, 10, 0, "mist")


@pytest.mark.parametrize("sheet", ["ltr", "rtl"])
@pytest.mark.parametrize("words", ["ltr", "rtl"])
def test_words_in_a_cell_start_at_its_own_start_edge(sheet: Direction, words: Direction) -> None:
    of_sheet = SheetDirection(200, sheet)
    cell = of_sheet.rect(CELL)
    inside = of_sheet.inside(CELL, words)
    assert inside.is_mirrored == (words == "rtl")
    assert inside.rect(CELL) == cell, "the cell itself does not move"
    left = inside.left(CELL.x + 3, 12)
    assert (left if words == "ltr" else left + 12) == (cell.x + 3 if words == "ltr" else cell.right - 3)


def test_a_sheet_mirrors_about_its_middle() -> None:
    assert SheetDirection(200, "ltr").left(30, 40) == 30
    assert SheetDirection(200, "rtl").left(30, 40) == 130
