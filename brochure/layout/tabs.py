"""Strips with the bare number, to be cut apart and torn off the lower edge of a sheet that hangs on a wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brochure.base.geometry import Outline, Segment
from brochure.layout.elements import Element, RuleElement, TurnedElement
from brochure.layout.fitting import Setting
from brochure.layout.numbers import TEAR_DASH, TEAR_LINE
from brochure.layout.rooms import on
from brochure.layout.workbench import DIGIT_HEIGHT, Workbench
from brochure.model.document import Tabs
from brochure.model.places import Frame
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
    tab = Frame(0.0, 0.0, slot.frame.height, wide)
    baseline = (wide + slot.number.size * DIGIT_HEIGHT) / 2
    fact, prefix = block.number, bench.document.prefix
    rest = fact.text.removeprefix(prefix)
    if rest != fact.text:
        rest = NO_BREAK_SPACE + rest.strip()
    number = bench.line(panel, replace(fact, text=rest), slot.number, on(tab, baseline))
    if rest == fact.text:
        return (replace(number, room=on(tab, baseline, _middle(tab, bench.width(number)))),)
    code = bench.line(panel, replace(fact, text=prefix), slot.prefix, on(tab, baseline))
    before = bench.width(code)
    start = _middle(tab, before + bench.width(number))
    return (
        replace(code, room=on(tab, baseline, start)),
        replace(number, room=on(tab, baseline, start + before)),
    )


def _middle(tab: Frame, width: float) -> float:
    """Where something stands so that it is in the middle; at the edge where it is too wide."""
    return max((tab.width - width) / 2, 0.0)


def _cuts(bench: Workbench, slot: TabsSlot) -> Iterator[Outline]:
    """Above all tabs from edge to edge, then between each two, down into the bleed."""
    place = bench.sheet.rect(slot.frame)
    yield _straight(place.x - slot.beyond, place.y, place.right + slot.beyond, place.y)
    for tab in range(1, slot.count):
        x = place.x + place.width * tab / slot.count
        yield _straight(x, place.y, x, place.bottom + slot.beyond)


def _straight(x: float, y: float, to_x: float, to_y: float) -> Outline:
    return Outline((Segment("M", (x, y)), Segment("L", (to_x, to_y))))
