"""Blocks are put into the slots of their panel: one function for each kind of block."""

from __future__ import annotations

from brochure.base.geometry import Rect
from brochure.base.spans import Span
from brochure.layout.cells import compose_cells
from brochure.layout.elements import Element, Group, RuleElement, TextElement
from brochure.layout.lists import compose_list
from brochure.layout.numbers import compose_call, compose_contact, compose_number, compose_tear_off
from brochure.layout.operations import Role
from brochure.layout.outside import (
    compose_code_line,
    compose_endonym,
    compose_say,
    compose_signs,
    compose_stamp_field,
    compose_title,
)
from brochure.layout.rooms import above, below, beside, on
from brochure.layout.services import compose_service
from brochure.layout.shapes import rectangle
from brochure.layout.tabs import compose_tabs
from brochure.layout.workbench import DIGIT_HEIGHT, Workbench
from brochure.model.document import (
    Block,
    Box,
    Call,
    Cells,
    CodeLine,
    Contact,
    Endonym,
    Heading,
    Number,
    Panel,
    Rows,
    Say,
    Sentences,
    ServiceEntry,
    Signs,
    StampField,
    Tabs,
    TearOff,
    Text,
    Title,
)
from brochure.model.format import PanelPlace
from brochure.model.places import Frame
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
from brochure.model.unit import Fact, FactKind, Unit

DRAFT = Fact("draft", FactKind.CODE, "DRAFT", Span("brochure"), language="en")
"""The stamp's word, the same in every language."""

HEADINGS = {1: Role.H1, 2: Role.H2, 3: Role.H3}


def compose_panel(bench: Workbench, panel: Panel, place: PanelPlace) -> Group:
    """A panel with its stamp first: it must be the first thing that is read."""
    is_stamped = bench.document.draft and not place.opens_with
    elements: list[Element] = list(_stamp(bench, place)) if is_stamped else []
    for block in panel.blocks:
        elements.extend(_block(bench, place.id, block, place.slots[block.slot]))
    return Group(Role.SECT, tuple(elements))


def _block(bench: Workbench, panel: str, block: Block, slot: Slot) -> tuple[Element, ...]:
    match block, slot:
        case Heading(), HeadingSlot():
            return (_heading(bench, panel, block.unit, slot),)
        case Text(), TextSlot():
            return (bench.words(panel, block.units, slot),)
        case Rows(), RowsSlot():
            return (_rows(bench, panel, block, slot),)
        case Cells(), CellsSlot():
            return (compose_cells(bench, panel, block, slot),)
        case Sentences(), ListSlot():
            return (compose_list(bench, panel, block, slot),)
        case Box(), BoxSlot():
            return _box(bench, panel, block, slot)
        case Call(), CallSlot():
            return compose_call(bench, panel, block, slot)
        case Contact(), ContactSlot():
            return compose_contact(bench, panel, block, slot)
        case ServiceEntry(), ServiceSlot():
            return compose_service(bench, panel, block, slot)
        case Number(), NumberSlot():
            return compose_number(bench, panel, block, slot)
        case TearOff(), TearOffSlot():
            return compose_tear_off(bench, panel, block, slot)
        case Tabs(), TabsSlot():
            return compose_tabs(bench, panel, block, slot)
        case _:
            return _outside_block(bench, panel, block, slot)


def _outside_block(bench: Workbench, panel: str, block: Block, slot: Slot) -> tuple[Element, ...]:
    match block, slot:
        case Endonym(), EndonymSlot():
            return compose_endonym(bench, panel, block, slot)
        case Title(), TitleSlot():
            return compose_title(bench, panel, block, slot)
        case Signs(), SignsSlot():
            return compose_signs(bench, panel, block, slot)
        case Say(), SaySlot():
            return compose_say(bench, panel, block, slot)
        case StampField(), StampFieldSlot():
            return compose_stamp_field(bench, panel, block, slot)
        case CodeLine(), CodeLineSlot():
            return compose_code_line(bench, panel, block, slot)
        case _:  # content refuses such a pair with a finding
            raise TypeError(f"{type(block).__name__} cannot stand in {type(slot).__name__} {block.slot}")


def _heading(bench: Workbench, panel: str, unit: Unit, slot: HeadingSlot) -> TextElement:
    setting = bench.setting(panel, slot.role, above(slot), [unit])
    return TextElement(HEADINGS[slot.level], setting, bench.ink("black"))


def _rows(bench: Workbench, panel: str, block: Rows, slot: RowsSlot) -> Group:
    items = []
    for row, tile, sign, frame in zip(block.rows, slot.tiles, slot.signs, slot.frames, strict=True):
        room = below(frame) if slot.below else beside(frame, tile.y + tile.height / 2)
        body: tuple[Element, ...] = (
            *bench.ground(tile),
            bench.sign(row.sign, sign, slot.ink, slot.accent, tile.ink),
            bench.text(panel, [row.unit], room, slot.role),
        )
        items.append(Group(Role.LI, (Group(Role.LBODY, body),)))
    return Group(Role.L, tuple(items))


def _box(bench: Workbench, panel: str, block: Box, slot: BoxSlot) -> tuple[Element, ...]:
    return (
        bench.area(slot.area),
        _heading(bench, panel, block.heading, slot.heading),
        bench.words(panel, block.units, slot.text, bench.lower(slot.text.role)),
    )


def _stamp(bench: Workbench, place: PanelPlace) -> tuple[Element, ...]:
    """DRAFT in a K frame at the top end corner of the panel's column, at the same place in every language; on a bound
    page at the outer corner, where it is seen while pages are turned.
    """
    form = bench.document.format
    at = form.draft
    start = place.column_x + (0.0 if form.is_verso(place.id) else place.measure - at.width)
    box = Rect(bench.sheet.left(start, at.width), at.y, at.width, at.height)
    frame = Frame(start, at.y, at.width, at.height)
    baseline = at.y + (at.height + at.role.size * DIGIT_HEIGHT) / 2
    indent = (at.width - bench.width(bench.line(place.id, DRAFT, at.role, on(frame, baseline)))) / 2
    word = bench.line(place.id, DRAFT, at.role, on(frame, baseline, indent))
    return RuleElement(rectangle(box), bench.ink("black"), at.line), bench.fact(DRAFT, word)
