"""Slots in which several languages stand beside each other, each in a cell of its own."""

from __future__ import annotations

from brochure.base.lengths import mm
from brochure.content.slot_fields import SlotFields
from brochure.model.places import Area, Frame
from brochure.model.slots import CellsSlot, LineInCell

MOST_CELLS = 200


def read_cells(slot: SlotFields) -> CellsSlot:
    """``count`` cells of ``cell``, ``columns`` side by side, ``across`` and ``pitch`` from one to the next; filled line
    by line. ``name``, ``text``, ``answers``, ``called`` and ``code`` may be left out; they count from the top and the
    start edge of the cell.
    """
    fields = slot.fields
    x, y, across, pitch = (slot.length(key) for key in ("x", "y", "across", "pitch"))
    columns, count = (
        fields.whole("columns", least=1, most=100),
        min(fields.whole("count", least=1), MOST_CELLS),
    )
    cell = slot.group("cell")
    width, height = (mm(each) for each in cell.fields.numbers("size", 2))
    radius, ink = cell.length("radius", least=0), cell.ink()
    cell.done()
    return CellsSlot(
        areas=tuple(
            Area(x + across * (at % columns), y + pitch * (at // columns), width, height, radius, ink)
            for at in range(count)
        ),
        name=_line(slot, "name"),
        text=slot.text("text") if fields.entry("text") else None,
        gap=slot.length_or("gap", 0.0),
        answers=_line(slot, "answers"),
        called=_line(slot, "called"),
        code=_square(slot),
    )


def _line(slot: SlotFields, key: str) -> LineInCell | None:
    group = slot.optional(key)
    if group is None:
        return None
    line = LineInCell(group.frame(), group.role(), group.length("baseline"))
    group.done()
    return line


def _square(slot: SlotFields) -> Frame | None:
    if not slot.fields.entry("code"):
        return None
    x, y, size = (mm(each) for each in slot.fields.numbers("code", 3))
    return Frame(x, y, size, size)
