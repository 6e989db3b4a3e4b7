"""A document put together: the plan of a format, filled with the units and facts of one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from brochure.content.edition_code import content_mark
from brochure.content.facts import Facts
from brochure.content.findings import Findings
from brochure.content.placing import ALTERNATIVE
from brochure.content.structure import BlockPlan, FormatPlan, Name, PanelPlan, Structure
from brochure.content.together import Together, Voice
from brochure.content.wording import Units
from brochure.model.document import (
    Block,
    Box,
    Call,
    Cell,
    Cells,
    CodeLine,
    Contact,
    Endonym,
    Heading,
    Number,
    Panel,
    Row,
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
from brochure.model.edition import Edition
from brochure.model.format import Format
from brochure.model.language import TOGETHER, Language
from brochure.model.sign import Sign, SignUse
from brochure.model.slots import CallSlot, CellsSlot, Slot, TabsSlot
from brochure.model.unit import Fact, Unit


class Assembly:
    """Fills the slots of one format in one language. The plan is judged: its services, facts and slots exist."""

    def __init__(
        self,
        edition: Edition,
        structure: Structure,
        units: Units,
        facts: Facts,
        signs: Mapping[str, Sign],
        format_: Format,
        findings: Findings,
        together: Together | None = None,
    ) -> None:
        self._edition = edition
        self._structure = structure
        self._units = units
        self._facts = facts
        self._signs = signs
        self._findings = findings
        self._together = together
        self._places = {place.id: place for side in format_.sides for place in side.panels}
        self._slots: Mapping[str, Slot] = {}

    def panels(self, plan: FormatPlan, title: Unit) -> tuple[Panel, ...]:
        """Every panel filled. ``title``: the document's, which the code line stands for too."""
        for name in plan.beside_blocks:
            self._units.unit(name.text)  # a language that lacks the discreet variant's words is to say so
        panels = tuple(self._panel(panel) for panel in plan.panels)
        code = self._facts.code_line(content_mark(title, panels), TOGETHER if self._together else "")
        return tuple(_coded(panel, code) for panel in panels)

    def _panel(self, plan: PanelPlan) -> Panel:
        self._slots = self._places[plan.id.text].slots
        blocks = (_MAKERS[block.kind](self, block, block.slot.text) for block in plan.blocks)
        return Panel(plan.id.text, tuple(block for block in blocks if block is not None))

    def _heading(self, plan: BlockPlan, slot: str) -> Block | None:
        return Heading(slot, self._unit(plan.heading)) if plan.heading else None

    def _text(self, plan: BlockPlan, slot: str) -> Block:
        return Text(slot, self._texts(plan.texts))

    def _list(self, plan: BlockPlan, slot: str) -> Block:
        return Sentences(slot, self._texts(plan.items))

    def _rows(self, plan: BlockPlan, slot: str) -> Block:
        return Rows(slot, tuple(Row(self._unit(row), self._sign(row)) for row in plan.rows))

    def _box(self, plan: BlockPlan, slot: str) -> Block | None:
        return Box(slot, self._unit(plan.heading), self._texts(plan.texts)) if plan.heading else None

    def _call(self, plan: BlockPlan, slot: str) -> Block | None:
        """As much of the service as the slot has places for."""
        place = self._slots[slot]
        if plan.call is None or not isinstance(place, CallSlot):
            return None
        service = self._edition.services[plan.call.text]
        name = self._facts.name(service) if place.name else None
        numbers = self._facts.phones(service)[: None if place.more else 1]
        return Call(slot, self._sign_if_any(plan), name, numbers, self._texts(plan.texts))

    def _contact(self, plan: BlockPlan, slot: str) -> Block | None:
        if plan.contact is None or plan.sign_of is None:
            return None
        lines = self._facts.lines(plan.contact.text, plan.contact.span, self._findings)
        return Contact(slot, self._sign(plan.sign_of), lines, self._texts(plan.texts)) if lines else None

    def _service(self, plan: BlockPlan, slot: str) -> Block | None:
        if plan.service is None:
            return None
        service = self._edition.services[plan.service.text]
        numbers = self._facts.phones(service)
        name = self._facts.name(service)
        return ServiceEntry(
            slot,
            self._sign_if_any(plan),
            numbers,
            None if name.text in [number.text for number in numbers] else name,
            self._facts.address(service),
            self._facts.web(service),
            self._texts(plan.texts),
        )

    def _number(self, plan: BlockPlan, slot: str) -> Block | None:
        number = self._phone(plan.number)
        return Number(slot, number, self._sign_if_any(plan)) if number else None

    def _tear_off(self, plan: BlockPlan, slot: str) -> Block | None:
        number = self._phone(plan.tear_off)
        return TearOff(slot, number) if number else None

    def _tabs(self, plan: BlockPlan, slot: str) -> Block | None:
        number, place = self._phone(plan.tabs), self._slots[slot]
        return Tabs(slot, number, place.count) if number and isinstance(place, TabsSlot) else None

    def _title(self, plan: BlockPlan, slot: str) -> Block | None:
        line = self._unit(plan.line) if plan.line else None
        return Title(slot, self._unit(plan.title), line) if plan.title else None

    def _signs_alone(self, plan: BlockPlan, slot: str) -> Block:
        return Signs(slot, tuple(self._sign(unit) for unit in plan.signs_of))

    def _say(self, plan: BlockPlan, slot: str) -> Block | None:
        phrase = self._facts.phrase(plan.say.text) if plan.say else None
        if phrase is None or plan.said is None:
            return None
        sound, meaning = self._texts(plan.said)
        return Say(slot, phrase, sound, meaning)

    def _stamp_field(self, plan: BlockPlan, slot: str) -> Block | None:
        return StampField(slot, self._sign(plan.sign_of)) if plan.sign_of else None

    def _endonym(self, _plan: BlockPlan, slot: str) -> Block:
        return Endonym(slot, self._facts.endonym())

    def _code_line(self, _plan: BlockPlan, slot: str) -> Block:
        return CodeLine(slot, self._facts.code_line(""))

    def _cells(self, plan: BlockPlan, slot: str) -> Block | None:
        place = self._slots[slot]
        if plan.cells is None or self._together is None or not isinstance(place, CellsSlot):
            return None
        shown = self._together.in_cells(plan, len(place.areas))
        beside = self._together.languages
        return Cells(slot, tuple(_cell(plan, place, voice, beside) for voice in shown))

    def _unit(self, name: Name) -> Unit:
        return self._units.unit(name.text)

    def _texts(self, names: Sequence[Name]) -> tuple[Unit, ...]:
        return tuple(self._unit(name) for name in names)

    def _phone(self, name: Name | None) -> Fact | None:
        lines = self._facts.lines(name.text, name.span, self._findings) if name else ()
        return lines[0] if lines else None

    def _sign_if_any(self, plan: BlockPlan) -> SignUse | None:
        return self._sign(plan.sign_of) if plan.sign_of else None

    def _sign(self, unit: Name) -> SignUse:
        """The sign beside a unit; an empty one stands in where a finding says that there is none."""
        span, name = self._structure.signs.get(unit.text, (unit.span, Name("", unit.span)))
        sign = self._signs.get(name.text) or Sign(name.text, (), False, span)
        return SignUse(sign, self._units.unit(f"{ALTERNATIVE}{name.text}"))


_MAKERS: Mapping[str, Callable[[Assembly, BlockPlan, str], Block | None]] = {
    "heading": Assembly._heading,
    "text": Assembly._text,
    "list": Assembly._list,
    "rows": Assembly._rows,
    "box": Assembly._box,
    "call": Assembly._call,
    "contact": Assembly._contact,
    "service": Assembly._service,
    "number": Assembly._number,
    "tear-off": Assembly._tear_off,
    "tabs": Assembly._tabs,
    "title": Assembly._title,
    "signs": Assembly._signs_alone,
    "say": Assembly._say,
    "stamp-field": Assembly._stamp_field,
    "endonym": Assembly._endonym,
    "code-line": Assembly._code_line,
    "cells": Assembly._cells,
}
"""By the kind of a block. Not in the object: it would hold itself, and a whole language with it, for good."""


def _cell(plan: BlockPlan, place: CellsSlot, voice: Voice, beside: Sequence[Language]) -> Cell:
    """What one language says in each of the places that the slot has. ``beside``: all languages of the document."""
    name = voice.facts.linked_endonym() if place.code else voice.facts.endonym()
    return Cell(
        language=voice.language,
        name=name if place.name else None,
        called=voice.facts.called(beside) if place.called else None,
        units=tuple(voice.units.unit(unit.text) for unit in plan.texts),
        answers=tuple(voice.units.unit(unit.text) for unit in plan.answers),
    )


def _coded(panel: Panel, code: Fact) -> Panel:
    """The panel with ``code`` in its code lines: it is made from all other blocks, so it comes last."""
    blocks = (replace(block, code=code) if isinstance(block, CodeLine) else block for block in panel.blocks)
    return replace(panel, blocks=tuple(blocks))


def signs_of(plan: FormatPlan, structure: Structure, drawn: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the signs that a format draws and that have a file, each once, in reading order."""
    names = (
        structure.signs[unit.text][1].text
        for panel in plan.panels
        for block in panel.blocks
        for unit in block.signed
        if unit.text in structure.signs
    )
    return tuple(name for name in dict.fromkeys(names) if name in drawn)
