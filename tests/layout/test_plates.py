"""What each plate takes of the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from brochure.layout.operations import Fill, SignDrawing, Stroke, TextLine
from brochure.layout.plates import PLATES, Plate, on_plate

if TYPE_CHECKING:
    from conftest import Leaflet


@pytest.mark.parametrize("plate", ["cyan", "magenta", "yellow"])
def test_words_and_black_lines_are_on_the_black_plate_alone(
    plate: Plate, leaflet: Callable[[str], Leaflet]
) -> None:
    placed = leaflet("ar").placed
    for before, after in zip(placed.pages, on_plate(placed, plate).pages, strict=True):
        assert not [each for each in after.operations if isinstance(each, TextLine)]
        coloured = [
            each for each in before.operations if isinstance(each, Fill | Stroke) and not each.ink.overprints
        ]
        left = [each for each in after.operations if isinstance(each, Fill | Stroke)]
        assert len(left) == len(coloured) > 0
        for drawing in after.operations:
            if isinstance(drawing, SignDrawing):
                inks = dict(drawing.inks)
                assert all(inks[layer.role].name != f"black on {plate}" for layer in drawing.sign.layers)


def test_a_plate_is_as_dark_as_its_share_of_the_ink(leaflet: Callable[[str], Leaflet]) -> None:
    placed = leaflet("en").placed
    seen = {
        (plate, operation.ink.name.split(" ")[0]): round(operation.ink.rgb.red, 2)
        for plate in PLATES
        for page in on_plate(placed, plate).pages
        for operation in page.operations
        if isinstance(operation, Fill)
    }
    petrol = [seen[plate, "petrol"] for plate in PLATES]
    assert petrol == [0.1, 0.5, 0.5, 1.0]  # 90 50 50 0
    assert [seen[plate, "sun"] for plate in PLATES] == [1.0, 0.84, 0.35, 1.0]
