"""All that is printed of a service, one line below the other.

What is read in Latin comes first: its sizes are fixed, so places do not depend on the words of any language.
"""

from __future__ import annotations

from msgspec.structs import replace

from brochure.layout.elements import Element, FactElement, Group, TextElement
from brochure.layout.numbers import BETWEEN
from brochure.layout.operations import Role
from brochure.layout.rooms import on, under
from brochure.layout.workbench import DIGIT_HEIGHT, Workbench
from brochure.model.document import ServiceEntry
from brochure.model.places import TypeRole
from brochure.model.slots import ServiceSlot
from brochure.model.unit import Fact


def compose_service(
    bench: Workbench, panel: str, block: ServiceEntry, slot: ServiceSlot
) -> tuple[Element, ...]:
    """Sign, numbers, name, address, web address, sentences."""
    elements: list[Element] = []
    if slot.tile and block.sign:
        elements.extend(bench.ground(slot.tile))
        elements.append(bench.sign(block.sign, slot.tile, slot.ink, slot.accent, slot.tile.ink))
    baseline = slot.frame.y + slot.drop
    for number, (fact, role) in enumerate(_lines(block, slot)):
        baseline += role.size * (role.leading if number else DIGIT_HEIGHT)
        baseline += role.size * role.leading * (_count(bench, panel, fact, role, slot) - 1)
        elements.append(_line(bench, panel, fact, role, slot, baseline))
    if block.units:
        lower = bench.lower(slot.text)
        words = bench.setting(panel, slot.text, under(slot.frame, baseline + slot.gap + lower), block.units)
        elements.append(
            TextElement(Role.P, replace(words, gap=BETWEEN, apart=slot.apart), bench.ink("black"))
        )
    return (Group(Role.SECT, tuple(elements)),)


def _lines(block: ServiceEntry, slot: ServiceSlot) -> list[tuple[Fact, TypeRole]]:
    numbers = [(fact, slot.more if at else slot.number) for at, fact in enumerate(block.numbers)]
    named = [(block.name, slot.name)] if block.name else []
    rest = (*block.address, *([block.web] if block.web else []))
    return [*numbers, *named, *((fact, slot.address) for fact in rest)]


def _count(bench: Workbench, panel: str, fact: Fact, role: TypeRole, slot: ServiceSlot) -> int:
    """How many lines a fact takes: a name may be long."""
    (fit,) = bench.fitter.fit([bench.line(panel, fact, role, under(slot.frame))])
    return len(fit.lines[0])


def _line(
    bench: Workbench, panel: str, fact: Fact, role: TypeRole, slot: ServiceSlot, baseline: float
) -> FactElement:
    return bench.fact(fact, bench.line(panel, fact, role, on(slot.frame, baseline)))
