"""Numbers and addresses: the first service to call, further contacts, the tear-off."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from brochure.base.lengths import mm
from brochure.layout.elements import Element, FactElement, Group, RuleElement, TextElement
from brochure.layout.fitting import Setting
from brochure.layout.operations import Role
from brochure.layout.rooms import on, under
from brochure.layout.shapes import horizontal
from brochure.layout.workbench import DIGIT_HEIGHT, Workbench
from brochure.model.document import Call, Contact, Number, TearOff
from brochure.model.places import Bubble, Frame
from brochure.model.slots import CallSlot, ContactSlot, MoreNumbers, NumberSlot, TearOffSlot
from brochure.model.unit import Fact

TEAR_LINE = 1.0
"""Width of the dashed tear line, pt; K lines from 0.25 pt are printable."""

TEAR_DASH = (3.0, 2.0)

BETWEEN = mm(0.8)
"""Between two sentences about one service."""

BESIDE_SIGN = mm(2)
"""Between a sign and the name beside it."""

BESIDE = mm(1)
"""Between a street and its town."""


def compose_call(bench: Workbench, panel: str, block: Call, slot: CallSlot) -> tuple[Element, ...]:
    """The number to call first, in its coloured area."""
    elements: list[Element] = [bench.bubble(Bubble(slot.area, slot.tail))]
    late = 0.0
    if slot.sign and block.sign:
        elements.append(bench.sign(block.sign, slot.sign, slot.ink, slot.ink, slot.area.ink))
        late = slot.sign.x + slot.sign.width + BESIDE_SIGN - slot.frame.x
    if slot.name and block.name:
        room = on(slot.frame, slot.name.baseline, late)
        elements.append(bench.fact(block.name, bench.line(panel, block.name, slot.name.role, room)))
    elements.append(_prefixed(bench, panel, block.numbers[0], slot))
    if slot.more:
        elements.extend(_more(bench, panel, block.numbers[1:], slot.more, slot.frame))
    if slot.text:
        words = bench.setting(panel, slot.text.role, under(slot.text.frame), block.units, gap=slot.between)
        elements.append(TextElement(Role.P, words, bench.ink("black")))
    return tuple(elements)


def compose_number(bench: Workbench, panel: str, block: Number, slot: NumberSlot) -> tuple[Element, ...]:
    """A bare number on its area, to be touched anywhere."""
    elements: list[Element] = [bench.area(slot.area)]
    if slot.sign and block.sign:
        elements.append(bench.sign(block.sign, slot.sign, slot.ink, slot.ink, slot.area.ink))
    number = _prefixed(bench, panel, block.number, slot)
    elements.append(replace(number, touch=bench.sheet.rect(slot.area)))
    return tuple(elements)


def compose_contact(bench: Workbench, panel: str, block: Contact, slot: ContactSlot) -> tuple[Element, ...]:
    """A tile, a number or an address beside it, words under it."""
    frame = slot.frame
    baseline = slot.tile.y + slot.drop + slot.number.size * DIGIT_HEIGHT
    first = bench.line(panel, block.lines[0], slot.number, on(frame, baseline))
    elements: list[Element] = [
        bench.area(slot.tile),
        bench.sign(block.sign, slot.tile, slot.ink, slot.accent, slot.tile.ink),
        bench.fact(block.lines[0], first),
    ]
    if len(block.lines) > 1:
        street, town, baseline = _address(bench, panel, block.lines, slot, baseline)
        elements[-1:] = [bench.fact(block.lines[0], street), bench.fact(block.lines[1], town)]
    if block.units:
        lower = bench.lower(slot.text)
        words = bench.setting(panel, slot.text, under(frame, baseline + slot.gap + lower), block.units)
        elements.append(TextElement(Role.P, replace(words, gap=BETWEEN), bench.ink("black")))
    return (Group(Role.SECT, tuple(elements)),)


def compose_tear_off(bench: Workbench, panel: str, block: TearOff, slot: TearOffSlot) -> tuple[Element, ...]:
    """The bare number above which the paper is torn."""
    line = horizontal(bench.sheet.left(slot.line_x, slot.line_width), slot.line_y, slot.line_width)
    return (
        RuleElement(line, bench.ink("black"), TEAR_LINE, TEAR_DASH),
        bench.area(slot.area),
        _prefixed(bench, panel, block.number, slot),
    )


def _prefixed(
    bench: Workbench, panel: str, fact: Fact, slot: CallSlot | NumberSlot | TearOffSlot
) -> FactElement:
    """A large number: the dialling code on the line above, so that a foreign SIM can dial it too (look.md)."""
    prefix = bench.document.prefix
    number = fact.text.removeprefix(prefix).lstrip()
    whole = on(slot.frame, slot.number.baseline)
    below = bench.line(panel, replace(fact, text=number), slot.number.role, whole)
    if number == fact.text:
        return bench.fact(fact, below)
    above = on(slot.frame, slot.prefix.baseline)
    # With the space behind it: who listens hears two words.
    code = bench.line(panel, replace(fact, text=fact.text.removesuffix(number)), slot.prefix.role, above)
    if bench.sheet.is_mirrored:
        # Digits are dialled from the left: the code stands over those it goes before.
        indent = bench.width(below) - bench.width(code)
        code = replace(code, room=on(slot.frame, slot.prefix.baseline, indent))
    return bench.fact(fact, code, below)


def _more(
    bench: Workbench, panel: str, facts: Sequence[Fact], slot: MoreNumbers, frame: Frame
) -> list[FactElement]:
    """Further numbers of the service, side by side from the start; their size is fixed, so widths are known."""
    elements = []
    indent = 0.0
    for fact in facts:
        setting = bench.line(panel, fact, slot.role, on(frame, slot.baseline, indent))
        elements.append(bench.fact(fact, setting))
        indent += bench.width(setting) + slot.gap
    return elements


def _address(
    bench: Workbench, panel: str, lines: Sequence[Fact], slot: ContactSlot, baseline: float
) -> tuple[Setting, Setting, float]:
    """Street and town, and the baseline of the last: on one line where both fit, always read from the left."""
    street = bench.line(panel, lines[0], slot.number, on(slot.frame, baseline))
    town = bench.line(panel, lines[1], slot.text, on(slot.frame, baseline))
    before, after = bench.width(street) + BESIDE, bench.width(town) + BESIDE
    if before + bench.width(town) > slot.frame.width:
        baseline += slot.text.size * slot.text.leading
        return street, replace(town, room=on(slot.frame, baseline)), baseline
    if bench.sheet.is_mirrored:
        return replace(street, room=on(slot.frame, baseline, after)), town, baseline
    return street, replace(town, room=on(slot.frame, baseline, before)), baseline
