"""Sentences one below the other, each behind a round mark."""

from __future__ import annotations

from brochure.layout.elements import Element, Group, MarkedElement
from brochure.layout.operations import Role
from brochure.layout.rooms import under
from brochure.layout.workbench import Workbench
from brochure.model.document import Sentences
from brochure.model.places import Frame
from brochure.model.slots import ListSlot


def compose_list(bench: Workbench, panel: str, block: Sentences, slot: ListSlot) -> Group:
    """A list: what follows depends on how many lines the sentences before it took, so all share one room."""
    frame = slot.frame
    words = Frame(frame.x + slot.indent, frame.y, frame.width - slot.indent, frame.height)
    setting = bench.setting(panel, slot.role, under(words), block.units, gap=slot.gap)
    marked: Element = MarkedElement(setting, bench.ink("black"), bench.ink(slot.ink), slot.mark, frame.x)
    return Group(Role.L, (marked,))
