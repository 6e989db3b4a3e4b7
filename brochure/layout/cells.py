"""Languages beside each other, each in a cell of its own: its direction, its type, and its name for a screen reader."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from brochure.base.inks import PAPER
from brochure.base.lengths import mm
from brochure.layout.codes import matrix
from brochure.layout.collisions import apart
from brochure.layout.elements import AreaElement, Element, FactElement, Group, TextElement
from brochure.layout.fitting import Setting
from brochure.layout.operations import Role
from brochure.layout.rooms import on, under
from brochure.layout.workbench import Workbench
from brochure.model.document import Cell, Cells
from brochure.model.places import Area, Frame
from brochure.model.slots import CellsSlot, LineInCell
from brochure.model.unit import Fact, Unit

BESIDE_CODE = mm(1.8)
"""What words keep from a code: four modules of one with 29 in a row on 13 mm (ISO/IEC 18004, quiet zone)."""


def compose_cells(bench: Workbench, panel: str, block: Cells, slot: CellsSlot) -> Group:
    """A list with an item for each language."""
    items = []
    for cell, area in zip(block.cells, slot.areas, strict=False):  # the last page may have more places
        own = bench.in_cell(area, cell.language)
        words = Group(Role.LBODY, tuple(_cell(own, panel, cell, slot, area)))
        items.append(Group(Role.LI, (words,), cell.language.tag))
    return Group(Role.L, tuple(items))


def _cell(own: Workbench, panel: str, cell: Cell, slot: CellsSlot, area: Area) -> Iterator[Element]:
    """In reading order: name, what the worker calls the language, words, answers."""
    yield from own.ground(area)
    end = area.width
    if slot.code and cell.name and cell.name.uri:
        yield AreaElement(matrix(cell.name.uri, own.sheet.rect(_in(area, slot.code))), own.ink("black"))
        end = slot.code.x - BESIDE_CODE
    if slot.name and cell.name:
        yield _line(own, panel, cell.name, slot.name, area, end)
    if slot.called and cell.called:
        yield _line(own, panel, cell.called, slot.called, area, end)
    if slot.text:
        yield TextElement(Role.P, _words(own, panel, cell.units, slot, area, end), own.ink("black"))
    if slot.answers:
        yield from _answers(own, panel, cell.answers, slot.answers, area)


def _words(
    own: Workbench, panel: str, units: Sequence[Unit], slot: CellsSlot, area: Area, end: float
) -> Setting:
    """Under the name or the upper edge of the cell, which no script may rise above."""
    assert slot.text is not None
    role, script = slot.text.role, own.fitter.script
    frame = _in(area, slot.text.frame, end)
    room = under(frame, frame.y + role.size * script.size * script.lower)
    inside = room if area.ink == PAPER.name else replace(room, ceiling=area.y + apart(own.document.format))
    return own.setting(panel, role, inside, units, slot.gap)


def _line(own: Workbench, panel: str, fact: Fact, at: LineInCell, area: Area, end: float) -> FactElement:
    room = on(_in(area, at.frame, end), area.y + at.baseline)
    return own.fact(fact, own.line(panel, fact, at.role, room))


def _answers(
    own: Workbench, panel: str, units: Sequence[Unit], at: LineInCell, area: Area
) -> Iterator[TextElement]:
    """Equal shares of their frame: a finger on one is far from the other."""
    frame = _in(area, at.frame)
    share = frame.width / max(1, len(units))
    for number, unit in enumerate(units):
        place = Frame(frame.x + number * share, frame.y, share, frame.height)
        setting = own.setting(panel, at.role, on(place, area.y + at.baseline), [unit])
        yield TextElement(Role.P, setting, own.ink("black"))


def _in(area: Area, frame: Frame, end: float = math.inf) -> Frame:
    """A frame of the cell on the sheet, as far as ``end`` from the cell's start edge."""
    return Frame(area.x + frame.x, area.y + frame.y, min(frame.width, end - frame.x), frame.height)
