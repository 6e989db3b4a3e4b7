"""Several languages in one document: who stands in its cells, and as many pages as they need."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from brochure.content.facts import Facts
from brochure.content.structure import BlockPlan, FormatPlan, Name, PanelPlan
from brochure.content.wording import Units
from brochure.model.format import FlipLine, Format, OfficePlace, Side
from brochure.model.language import Language
from brochure.model.slots import CellsSlot

EDITION, SHEET, WORKERS = "edition", "sheet", "workers"
"""The lists of :data:`brochure.content.structure.LISTS`; the first may be longer than a page has cells."""


class Voice(Struct, frozen=True):
    """A language, and what it says."""

    language: Language
    units: Units
    facts: Facts


class Together(Struct, frozen=True):
    """``voices``: by the name of a list, in the order in which a reader looks for a language."""

    voices: Mapping[str, tuple[Voice, ...]]

    @property
    def languages(self) -> tuple[Language, ...]:
        """Every language once."""
        return tuple(dict.fromkeys(voice.language for voices in self.voices.values() for voice in voices))

    def in_cells(self, block: BlockPlan, places: int) -> tuple[Voice, ...]:
        """Those in the ``places`` of a block: of a list that grows the share of its page, of any other all of it."""
        name = block.cells.text if block.cells else ""
        first = block.page * places if name == EDITION else 0
        return self.voices.get(name, ())[first : first + places]


def paged(format_: Format, plan: FormatPlan, languages: int) -> tuple[Format, FormatPlan]:
    """Format and plan with every side whose cells are for all ``languages`` of the edition as often as they need it.

    A further page and its panels have the names of the first with its number behind: ``find-2``.
    """
    pages = {side.id: _pages(side, plan, languages) for side in format_.sides}
    side_of = {place.id: side.id for side in format_.sides for place in side.panels}
    panels: list[PanelPlan] = []
    for side_id, group in groupby(plan.panels, key=lambda panel: side_of[panel.id.text]):
        together = list(group)
        panels += [_filled(panel, page) for page in range(pages[side_id]) for panel in together]
    sides = tuple(_further(side, page) for side in format_.sides for page in range(pages[side.id]))
    office = _lines_for(format_.office, pages) if format_.office else None
    return replace(format_, sides=sides, office=office), replace(plan, panels=tuple(panels))


def _pages(side: Side, plan: FormatPlan, languages: int) -> int:
    places = {place.id: place for place in side.panels}
    needed = [1]
    for panel in plan.panels:
        for block in panel.blocks if panel.id.text in places else ():
            slot = places[panel.id.text].slots[block.slot.text]
            if isinstance(slot, CellsSlot) and block.cells and block.cells.text == EDITION:
                needed.append(math.ceil(languages / len(slot.areas)))
    return max(needed)


def _numbered(name: str, page: int) -> str:
    return f"{name}-{page + 1}" if page else name


def _filled(panel: PanelPlan, page: int) -> PanelPlan:
    name = Name(_numbered(panel.id.text, page), panel.id.span)
    return PanelPlan(name, tuple(replace(block, page=page) for block in panel.blocks))


def _further(side: Side, page: int) -> Side:
    places = tuple(replace(place, id=_numbered(place.id, page)) for place in side.panels)
    return replace(side, id=_numbered(side.id, page), panels=places)


def _lines_for(office: OfficePlace, pages: Mapping[str, int]) -> OfficePlace:
    def lines() -> Iterator[tuple[str, FlipLine]]:
        for side, line in office.lines.items():
            yield from ((_numbered(side, page), line) for page in range(pages[side]))

    return replace(office, lines=dict(lines()))
