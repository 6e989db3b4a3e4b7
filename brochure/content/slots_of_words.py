"""Slots of words: headings, texts, lists, boxes, titles, the code line."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.content.slot_fields import SlotFields
from brochure.model.slots import LEVELS, BoxSlot, CodeLineSlot, HeadingSlot, ListSlot, TextSlot, TitleSlot


def read_heading(slot: SlotFields) -> HeadingSlot:
    """``baseline``: of the last line."""
    level = slot.fields.whole("level", least=1, most=LEVELS)
    return HeadingSlot(slot.frame(), slot.length("baseline"), slot.role(), level)


def read_text(slot: SlotFields) -> TextSlot:
    """``anchor``: top, or bottom; or the ``baseline`` of the last line."""
    at_bottom = slot.fields.choice("anchor", ("top", "bottom"), needed=False) == "bottom"
    return replace(slot.words(), at_bottom=at_bottom)


def read_list(slot: SlotFields) -> ListSlot:
    """Without ``mark`` no marks are drawn and the words are not indented."""
    mark, indent, ink = 0.0, 0.0, "black"
    group = slot.optional("mark")
    if group is not None:
        mark, indent, ink = group.length("size", least=0), group.length("indent", least=0), group.ink()
        group.done()
    return ListSlot(slot.frame(), slot.role(), slot.length("gap", least=0), mark, indent, ink)


def read_box(slot: SlotFields) -> BoxSlot:
    """A coloured area, the heading and the text in it."""
    heading = slot.group("heading")
    read = BoxSlot(slot.area(), read_heading(heading), slot.text("text"))
    heading.done()
    return read


def read_title(slot: SlotFields) -> TitleSlot:
    """Without ``line`` the title stands alone."""
    line = slot.role("line") if slot.fields.entry("line") else None
    return TitleSlot(slot.frame(), slot.role("title"), line, slot.length_or("gap", 0.0))


def read_code_line(slot: SlotFields) -> CodeLineSlot:
    """One line."""
    return CodeLineSlot(slot.frame(), slot.role(), slot.length("baseline"))
