"""One slot of a format from its mapping: every kind of slot there is, by the name it has in a format's file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from brochure.content.fields import Fields
from brochure.content.slot_fields import SlotFields
from brochure.content.slots_of_cells import read_cells
from brochure.content.slots_of_numbers import (
    read_call,
    read_contact,
    read_number,
    read_service,
    read_tabs,
    read_tear_off,
)
from brochure.content.slots_of_signs import (
    read_endonym,
    read_rows,
    read_say,
    read_signs,
    read_stamp_field,
)
from brochure.content.slots_of_words import (
    read_box,
    read_code_line,
    read_heading,
    read_list,
    read_text,
    read_title,
)
from brochure.model.places import TypeRole
from brochure.model.slots import (
    BoxSlot,
    CallSlot,
    CellsSlot,
    CodeLineSlot,
    ContactSlot,
    EndonymSlot,
    HeadingSlot,
    ListSlot,
    NumberSlot,
    RowsSlot,
    SaySlot,
    ServiceSlot,
    SignsSlot,
    Slot,
    StampFieldSlot,
    TabsSlot,
    TearOffSlot,
    TextSlot,
    TitleSlot,
)
from brochure.model.theme import Theme


class Kind(Struct, frozen=True):
    """A kind of slot: what it becomes, and how its mapping is read."""

    slot: type[Slot]
    read: Callable[[SlotFields], Slot]


KINDS: Mapping[str, Kind] = {
    "heading": Kind(HeadingSlot, read_heading),
    "text": Kind(TextSlot, read_text),
    "list": Kind(ListSlot, read_list),
    "box": Kind(BoxSlot, read_box),
    "title": Kind(TitleSlot, read_title),
    "code-line": Kind(CodeLineSlot, read_code_line),
    "cells": Kind(CellsSlot, read_cells),
    "rows": Kind(RowsSlot, read_rows),
    "signs": Kind(SignsSlot, read_signs),
    "endonym": Kind(EndonymSlot, read_endonym),
    "say": Kind(SaySlot, read_say),
    "stamp-field": Kind(StampFieldSlot, read_stamp_field),
    "call": Kind(CallSlot, read_call),
    "contact": Kind(ContactSlot, read_contact),
    "service": Kind(ServiceSlot, read_service),
    "number": Kind(NumberSlot, read_number),
    "tear-off": Kind(TearOffSlot, read_tear_off),
    "tabs": Kind(TabsSlot, read_tabs),
}
"""By the name a format's file gives it."""

NAMES: Mapping[type[Slot], str] = {kind.slot: name for name, kind in KINDS.items()}


class SlotReader:
    """``roles`` of the format and ``theme`` are what the slots refer to."""

    def __init__(self, roles: Mapping[str, TypeRole], theme: Theme) -> None:
        self._roles = roles
        self._theme = theme

    def slot(self, fields: Fields) -> Slot:
        """The slot of the kind it names; unknown keys are told."""
        kind = KINDS[self._kind(fields)]
        slot = kind.read(self._of(fields))
        fields.done()
        return slot

    @staticmethod
    def _kind(fields: Fields) -> str:
        """For one that there is not stands in what was probably meant: its other keys are judged by it."""
        chosen = fields.choice("kind", tuple(KINDS))
        written = fields.text("kind")
        return chosen if written == chosen else fields.findings.near(written, KINDS) or chosen

    def role(self, fields: Fields, key: str = "role") -> TypeRole:
        return self._of(fields).role(key)

    def _of(self, fields: Fields) -> SlotFields:
        return SlotFields(fields, self._roles, self._theme)
