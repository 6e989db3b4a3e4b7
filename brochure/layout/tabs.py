"""Strips with the bare number, to be cut apart and torn off the lower edge of a sheet that hangs on a wall."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from brochure.base.geometry import Outline, Segment
from brochure.layout.elements import Element, RuleElement, TurnedElement
from brochure.layout.fitting import Setting
from brochure.layout.numbers import TEAR_DASH, TEAR_LINE
from brochure.layout.rooms import on
from brochure.layout.workbench import DIGIT_HEIGHT, Workbench
from brochure.model.document import Tabs
from brochure.model.places import Frame, TypeRole
from brochure.model.slots import TabsSlot

NO_BREAK_SPACE = "\u00a0"
"""Between dialling code and number: they stand on one line, so they are read as one."""


def compose_tabs(bench: Workbench, panel: str, block: Tabs, slot: TabsSlot) -> tuple[Element, ...]:
    """One number on all of them; whoever hears the page hears it on the first."""
    frame, wide = slot.frame, slot.frame.width / slot.count
    settings = _settings(bench, panel, block, slot, wide)
    places = [Frame(frame.x + wide * tab, frame.y, wide, frame.height) for tab in range(slot.count)]
    return (
        *(RuleElement(line, bench.ink("black"), TEAR_LINE, TEAR_DASH) for line in _cuts(bench, slot)),
        *(
            TurnedElement(
                block.number, settings, bench.ink("black"), bench.sheet.rect(place), is_artifact=tab > 0
            )
            for tab, place in enumerate(places)
        ),
    )


def _settings(bench: Workbench, panel: str, block: Tabs, slot: TabsSlot, wide: float) -> tuple[Setting, ...]:
    """The dialling code and the number in the middle of a tab that is laid on its side."""
    length = slot.frame.height - 2 * slot.air
    baseline = (wide + slot.number.size * DIGIT_HEIGHT) / 2
    fact, prefix = block.number, bench.document.prefix

    def line(text: str, role: TypeRole, start: float, room: float) -> Setting:
        return bench.line(panel, replace(fact, text=text), role, on(Frame(start, 0.0, room, wide), baseline))

    rest = fact.text.removeprefix(prefix).strip()
    if rest == fact.text:
        used = bench.width(line(rest, slot.number, 0.0, length))
        return (line(rest, slot.number, _start(slot, used), length),)
    rest = NO_BREAK_SPACE + rest
    before = bench.width(line(prefix, slot.prefix, 0.0, length))
    start = _start(slot, before + bench.width(line(rest, slot.number, 0.0, length - before)))
    return (
        line(prefix, slot.prefix, start, length),
        line(rest, slot.number, start + before, length - before),
    )


def _start(slot: TabsSlot, used: float) -> float:
    """Where something stands so that it is in the middle; with its air where it is too wide."""
    return max((slot.frame.height - used) / 2, slot.air)


def _cuts(bench: Workbench, slot: TabsSlot) -> Iterator[Outline]:
    """Above all tabs from edge to edge, then between each two, down into the bleed."""
    place = bench.sheet.rect(slot.frame)
    yield _straight(place.x - slot.beyond, place.y, place.right + slot.beyond, place.y)
    for tab in range(1, slot.count):
        x = place.x + place.width * tab / slot.count
        yield _straight(x, place.y, x, place.bottom + slot.beyond)


def _straight(x: float, y: float, to_x: float, to_y: float) -> Outline:
    return Outline((Segment("M", (x, y)), Segment("L", (to_x, to_y))))
