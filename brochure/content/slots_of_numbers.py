"""Slots of numbers and addresses: the first call, contacts, bare numbers, the tear-off."""

from __future__ import annotations

from brochure.content.slot_fields import SlotFields
from brochure.model.places import Area
from brochure.model.slots import (
    CallSlot,
    ContactSlot,
    MoreNumbers,
    NumberSlot,
    ServiceSlot,
    TabsSlot,
    TearOffSlot,
)

MOST_TABS = 40


def read_call(slot: SlotFields) -> CallSlot:
    """All but the prefix and the number may be left out; what has no place is not printed."""
    sign, ink = _sign_if_any(slot)
    more = slot.optional("more")
    numbers = None
    if more is not None:
        numbers = MoreNumbers(more.role(), more.length("baseline"), more.length("gap", least=0))
        more.done()
    return CallSlot(
        area=slot.area(),
        frame=slot.frame(),
        sign=sign,
        ink=ink,
        name=slot.line("name") if slot.fields.entry("name") else None,
        prefix=slot.line("prefix"),
        number=slot.line("number"),
        more=numbers,
        text=slot.text("text") if slot.fields.entry("text") else None,
        tail=slot.tail(),
        between=slot.length_or("between", 0.0),
    )


def read_contact(slot: SlotFields) -> ContactSlot:
    """A tile and what stands beside it."""
    return ContactSlot(
        tile=slot.area("tile"),
        frame=slot.frame(),
        number=slot.role("number"),
        text=slot.role("text"),
        ink=slot.ink(),
        accent=slot.ink("accent"),
        drop=slot.length("drop"),
        gap=slot.length("gap"),
    )


def read_service(slot: SlotFields) -> ServiceSlot:
    """``tile`` may be left out, and its inks with it."""
    return ServiceSlot(
        tile=slot.area("tile") if slot.fields.entry("tile") else None,
        frame=slot.frame(),
        number=slot.role("number"),
        more=slot.role("more"),
        name=slot.role("name"),
        address=slot.role("address"),
        text=slot.role("text"),
        ink=slot.ink(otherwise="black"),
        accent=slot.ink("accent", otherwise="black"),
        drop=slot.length("drop"),
        gap=slot.length("gap"),
        apart=slot.length_or("apart", 0.0),
    )


def read_number(slot: SlotFields) -> NumberSlot:
    """``sign`` may be left out."""
    sign, ink = _sign_if_any(slot)
    return NumberSlot(slot.area(), slot.frame(), sign, ink, slot.line("prefix"), slot.line("number"))


def read_tear_off(slot: SlotFields) -> TearOffSlot:
    """The number's area, and the line to tear along."""
    line = slot.group("line")
    read = TearOffSlot(
        area=slot.area(),
        frame=slot.frame(),
        prefix=slot.line("prefix"),
        number=slot.line("number"),
        line_x=line.length("x"),
        line_y=line.length("y"),
        line_width=line.length("width", least=0),
    )
    line.done()
    return read


def read_tabs(slot: SlotFields) -> TabsSlot:
    """``count`` tabs in one frame."""
    return TabsSlot(
        frame=slot.frame(),
        count=min(slot.fields.whole("count", least=1), MOST_TABS),
        prefix=slot.role("prefix"),
        number=slot.role("number"),
        air=slot.length("air", least=0),
        beyond=slot.length("beyond", least=0),
    )


def _sign_if_any(slot: SlotFields) -> tuple[Area | None, str]:
    return slot.sign() if slot.fields.entry("sign") else (None, "black")
