"""The narrowest place of a text, asked of the real leaflet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from brochure.content.findings import Findings
from brochure.content.fonts import read_fonts
from brochure.exchange.rooms import narrow_rooms
from brochure.text.typesetter import Typesetter


def test_rooms_of_the_leaflet(leaflet: Callable[[str], Any], project_root: Path) -> None:
    fonts = read_fonts(project_root, Findings())
    assert fonts is not None
    document = leaflet("en").document
    rooms = narrow_rooms([document], Typesetter(fonts, document.theme.scripts))
    assert rooms["help.doctor"].where == "leaflet: help"
    assert rooms["help.doctor"].panels == (("leaflet", "help"),)
    place = next(place for side in document.format.sides for place in side.panels if place.id == "help")
    width = float(rooms["help.doctor"].measure.split(" mm", 1)[0])
    assert 0 < width < place.measure / 72 * 25.4
    assert rooms["help.doctor"].measure.endswith("lines")
    arabic = leaflet("ar").document
    assert (
        narrow_rooms([arabic], Typesetter(fonts, arabic.theme.scripts))["help.doctor"] == rooms["help.doctor"]
    )
