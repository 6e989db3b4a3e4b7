"""Blocks are put into the slots of their panel: one function for each kind of block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brochure.base.geometry import Rect
from brochure.base.inks import PAPER, Ink
from brochure.base.lengths import mm
from brochure.base.spans import Span
from brochure.layout.direction import SheetDirection
from brochure.layout.elements import (
    AreaElement,
    Element,
    Group,
    NumberElement,
    RuleElement,
    SignElement,
    TextElement,
)
from brochure.layout.fitting import Fitter, Setting
from brochure.layout.operations import Role
from brochure.layout.rooms import Room, above, beside, measures, on, under
from brochure.layout.shapes import horizontal, rectangle, rounded
from brochure.model.document import (
    Block,
    Box,
    Call,
    Contact,
    Document,
    Heading,
    Panel,
    Row,
    Rows,
    TearOff,
    Text,
)
from brochure.model.format import (
    Area,
    BoxSlot,
    CallSlot,
    ContactSlot,
    Frame,
    HeadingSlot,
    PanelPlace,
    RowsSlot,
    TearOffSlot,
    TextSlot,
    TypeRole,
)
from brochure.model.sign import SignRole, SignUse
from brochure.model.unit import Fact, FactKind, Unit

DIGIT_HEIGHT = 0.714
"""Height of a lining digit of Noto Sans in em; numbers are set in it in every language."""

TEAR_LINE = 1.0
"""Width of the dashed tear line, pt; K lines from 0.25 pt are printable."""

TEAR_DASH = (3.0, 2.0)

BESIDE = mm(1)
"""Between a street and its town."""

DRAFT = Fact("draft", FactKind.CODE, "DRAFT", Span("brochure"), language="en")
"""The stamp's word, the same in every language."""

HEADINGS = {1: Role.H1, 2: Role.H2, 3: Role.H3}


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes the panels of one document."""

    document: Document
    fitter: Fitter
    sheet: SheetDirection

    def panel(self, panel: Panel, place: PanelPlace) -> Group:
        """A panel with its stamp first: it must be the first thing that is read."""
        elements: list[Element] = list(self._stamp(place)) if self.document.draft else []
        for block in panel.blocks:
            elements.extend(self._block(block, place))
        return Group(Role.SECT, tuple(elements))

    def _block(self, block: Block, place: PanelPlace) -> tuple[Element, ...]:
        slot = place.slots[block.slot]
        match block, slot:
            case Heading(), HeadingSlot():
                return (self._heading(place.id, block.unit, slot),)
            case Text(), TextSlot():
                return (self._text(place.id, block.units, under(slot.frame), slot.role),)
            case Rows(), RowsSlot():
                return (self._rows(place.id, block, slot),)
            case Box(), BoxSlot():
                return self._box(place.id, block, slot)
            case Call(), CallSlot():
                return self._call(place.id, block, slot)
            case Contact(), ContactSlot():
                return (self._contact(place.id, block, slot),)
            case TearOff(), TearOffSlot():
                return self._tear_off(place.id, block, slot)
            case _:  # content refuses such a pair with a finding
                raise TypeError(f"{type(block).__name__} cannot stand in {type(slot).__name__} {block.slot}")

    # Words

    def _setting(self, panel: str, role: TypeRole, room: Room, units: Sequence[Unit]) -> Setting:
        paragraphs = tuple(self.fitter.paragraph(u.address, u.span, u.pieces, role) for u in units)
        return Setting(panel, role, room, paragraphs)

    def _text(self, panel: str, units: Sequence[Unit], room: Room, role: TypeRole) -> TextElement:
        return TextElement(Role.P, self._setting(panel, role, room, units), self._ink("black"))

    def _heading(self, panel: str, unit: Unit, slot: HeadingSlot) -> TextElement:
        setting = self._setting(panel, slot.role, above(slot), [unit])
        return TextElement(HEADINGS[slot.level], setting, self._ink("black"))

    def _line(self, panel: str, fact: Fact, role: TypeRole, room: Room) -> Setting:
        paragraph = self.fitter.paragraph(fact.reference, fact.span, [fact], role)
        return Setting(panel, role, room, (paragraph,))

    def _number(self, fact: Fact, *settings: Setting) -> NumberElement:
        return NumberElement(fact, settings, self._ink("black"))

    def _prefixed(self, panel: str, fact: Fact, slot: CallSlot | TearOffSlot) -> NumberElement:
        """A large number: the dialling code on the line above, so that a foreign SIM can dial it too (look.md)."""
        prefix = self.document.prefix
        number = fact.text.removeprefix(prefix).strip()
        below = self._line(
            panel, replace(fact, text=number), slot.number, on(slot.frame, slot.number_baseline)
        )
        if number == fact.text:
            return self._number(fact, below)
        code = self._line(
            panel, replace(fact, text=prefix), slot.prefix, on(slot.frame, slot.prefix_baseline)
        )
        return self._number(fact, code, below)

    # Grounds and signs

    def _ink(self, name: str) -> Ink:
        return PAPER if name == PAPER.name else self.document.theme.inks[name]

    def _area(self, area: Area) -> AreaElement:
        return AreaElement(rounded(self.sheet.rect(area), area.radius), self._ink(area.ink))

    def _sign(self, use: SignUse, place: Area, ink: str, accent: str, ground: str) -> SignElement:
        names = {SignRole.INK: ink, SignRole.ACCENT: accent, SignRole.PAPER: ground}
        inks = tuple((role, self._ink(name)) for role, name in names.items())
        return SignElement(use, self.sheet.rect(place), inks)

    # Blocks

    def _rows(self, panel: str, block: Rows, slot: RowsSlot) -> Group:
        items = []
        for row, tile, frame in zip(block.rows, slot.tiles, slot.frames, strict=True):
            items.append(self._row(panel, row, slot, tile, frame))
        return Group(Role.L, tuple(items))

    def _row(self, panel: str, row: Row, slot: RowsSlot, tile: Area, frame: Frame) -> Group:
        room = beside(frame, tile.y + tile.height / 2)
        body = (
            self._area(tile),
            self._sign(row.sign, tile, slot.ink, slot.accent, tile.ink),
            self._text(panel, [row.unit], room, slot.role),
        )
        return Group(Role.LI, (Group(Role.LBODY, body),))

    def _box(self, panel: str, block: Box, slot: BoxSlot) -> tuple[Element, ...]:
        return (
            self._area(slot.area),
            self._heading(panel, block.heading, slot.heading),
            self._text(panel, block.units, under(slot.text.frame), slot.text.role),
        )

    def _call(self, panel: str, block: Call, slot: CallSlot) -> tuple[Element, ...]:
        late = slot.sign.x + slot.sign.width + slot.more_gap / 2 - slot.frame.x
        name = self._line(panel, block.name, slot.name, on(slot.frame, slot.name_baseline, late))
        return (
            self._area(slot.area),
            self._sign(block.sign, slot.sign, slot.ink, slot.ink, slot.area.ink),
            self._number(block.name, name),
            self._prefixed(panel, block.numbers[0], slot),
            *self._more(panel, block.numbers[1:], slot),
            self._text(panel, block.units, under(slot.text.frame), slot.text.role),
        )

    def _more(self, panel: str, facts: Sequence[Fact], slot: CallSlot) -> list[NumberElement]:
        """Further numbers of the service, side by side from the start; their size is fixed, so widths are known."""
        elements = []
        indent = 0.0
        for fact in facts:
            setting = self._line(panel, fact, slot.more, on(slot.frame, slot.more_baseline, indent))
            elements.append(self._number(fact, setting))
            indent += self._width(setting) + slot.more_gap
        return elements

    def _width(self, setting: Setting) -> float:
        fit = self.fitter.at(setting, measures(setting.role, self.fitter.script, setting.role.size))
        return max(line.width for line in fit.lines[0])

    def _contact(self, panel: str, block: Contact, slot: ContactSlot) -> Group:
        frame = slot.frame
        baseline = slot.tile.y + slot.drop + slot.number.size * DIGIT_HEIGHT
        elements: list[Element] = [
            self._area(slot.tile),
            self._sign(block.sign, slot.tile, slot.ink, slot.accent, slot.tile.ink),
            self._number(block.lines[0], self._line(panel, block.lines[0], slot.number, on(frame, baseline))),
        ]
        for fact in block.lines[1:]:
            setting, baseline = self._after(panel, fact, elements[-1], slot, baseline)
            elements.append(self._number(fact, setting))
        room = under(frame, baseline + slot.gap)
        elements.append(self._text(panel, block.units, room, slot.text))
        return Group(Role.SECT, tuple(elements))

    def _after(
        self, panel: str, fact: Fact, before: Element, slot: ContactSlot, baseline: float
    ) -> tuple[Setting, float]:
        """The town of an address: on the street's line where it fits there, else on the next."""
        assert isinstance(before, NumberElement)
        indent = self._width(before.settings[0]) + BESIDE
        beside_it = self._line(panel, fact, slot.text, on(slot.frame, baseline, indent))
        if self._width(beside_it) <= beside_it.room.measure:
            return beside_it, baseline
        baseline += slot.text.size * slot.text.leading
        return self._line(panel, fact, slot.text, on(slot.frame, baseline)), baseline

    def _tear_off(self, panel: str, block: TearOff, slot: TearOffSlot) -> tuple[Element, ...]:
        left = self.sheet.left(slot.line_x, slot.line_width)
        line = horizontal(left, slot.line_y, slot.line_width)
        return (
            RuleElement(line, self._ink("black"), TEAR_LINE, TEAR_DASH),
            self._area(slot.area),
            self._prefixed(panel, block.number, slot),
        )

    def _stamp(self, place: PanelPlace) -> tuple[Element, ...]:
        """DRAFT in a K frame at the top end corner of the panel's column, at the same place in every language."""
        at = self.document.format.draft
        start = place.column_x + place.measure - at.width
        box = Rect(self.sheet.left(start, at.width), at.y, at.width, at.height)
        frame = Frame(start, at.y, at.width, at.height)
        baseline = at.y + (at.height + at.role.size * DIGIT_HEIGHT) / 2
        word = self._line(place.id, DRAFT, at.role, on(frame, baseline))
        indent = (at.width - self._width(word)) / 2
        word = replace(word, room=on(frame, baseline, indent))
        ink = self._ink("black")
        return RuleElement(rectangle(box), ink, at.line), NumberElement(DRAFT, (word,), ink)
