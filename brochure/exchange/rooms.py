"""How wide the narrowest place of a text is, and on which panels it stands: asked of the formats, not of a font."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.lengths import to_mm
from brochure.layout.compose import compose_panel
from brochure.layout.direction import SheetDirection
from brochure.layout.elements import settings_in
from brochure.layout.fitting import Fitter
from brochure.layout.workbench import Workbench
from brochure.model.document import Document
from brochure.text.typesetter import Typesetter


class NarrowRoom(Struct, frozen=True):
    """``measure``: ``76 mm wide, at most 2 lines``, of the narrowest place. ``where``: ``leaflet: front, help; card:
    inside``. ``panels``: the same as pairs of format and panel. ``pictures``: file names of pictures of them.
    """

    measure: str
    where: str
    panels: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...] = ()

    def pictured(self, names: Mapping[tuple[str, str], str]) -> NarrowRoom:
        """With the pictures that there are of its panels."""
        return replace(self, pictures=tuple(names[panel] for panel in self.panels if panel in names))


def narrow_rooms(documents: Iterable[Document], setter: Typesetter) -> dict[str, NarrowRoom]:
    """By address, of every unit that is set in one of ``documents``: one of each format, whatever its language. The
    places of a format are the same in all languages.
    """
    found: dict[str, list[tuple[float, int, str, str]]] = {}
    for document in documents:
        for address, place in _places(document, setter):
            found.setdefault(address, []).append(place)
    return {address: _narrowest(places) for address, places in found.items()}


def _places(document: Document, setter: Typesetter) -> Iterable[tuple[str, tuple[float, int, str, str]]]:
    sheet = SheetDirection(document.format.width, document.language.direction)
    style = document.theme.style(document.language)
    bench = Workbench(document, Fitter(setter, document.language, style), sheet)
    places = {place.id: place for side in document.format.sides for place in side.panels}
    for panel in document.panels:
        for setting in settings_in([compose_panel(bench, panel, places[panel.id])]):
            for paragraph in setting.paragraphs:
                place = (setting.room.measure, setting.role.lines, document.format.id, panel.id)
                yield paragraph.address, place


def _narrowest(places: list[tuple[float, int, str, str]]) -> NarrowRoom:
    measure, lines, _, _ = min(places)
    panels = tuple(dict.fromkeys((format_id, panel) for _, _, format_id, panel in places))
    by_format: dict[str, list[str]] = {}
    for format_id, panel in panels:
        by_format.setdefault(format_id, []).append(panel)
    where = "; ".join(f"{format_id}: {', '.join(names)}" for format_id, names in by_format.items())
    most = "one line" if lines == 1 else f"at most {lines} lines"
    return NarrowRoom(f"{to_mm(measure):.0f} mm wide, {most}", where, panels)
