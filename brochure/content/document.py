"""A document put together: the plan of a format, filled with the units and facts of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from brochure.content.edition_code import content_mark
from brochure.content.facts import Facts
from brochure.content.findings import Findings
from brochure.content.placing import ALTERNATIVE
from brochure.content.structure import BlockPlan, FormatPlan, Name, PanelPlan, Structure
from brochure.content.wording import Units
from brochure.model.document import (
    Block,
    Box,
    Call,
    CodeLine,
    Contact,
    Endonym,
    Heading,
    Panel,
    Row,
    Rows,
    Say,
    Signs,
    StampField,
    TearOff,
    Text,
    Title,
)
from brochure.model.edition import Edition
from brochure.model.sign import Sign, SignUse
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
        findings: Findings,
    ) -> None:
        self._edition = edition
        self._structure = structure
        self._units = units
        self._facts = facts
        self._signs = signs
        self._findings = findings

    def panels(self, plan: FormatPlan, title: Unit) -> tuple[Panel, ...]:
        """Every panel filled. ``title``: the document's, which the code line stands for too."""
        for name in plan.beside_blocks:
            self._units.unit(name.text)  # a language that lacks the discreet variant's words is to say so
        panels = tuple(self._panel(panel) for panel in plan.panels)
        code = self._facts.code_line(content_mark(title, panels))
        return tuple(_coded(panel, code) for panel in panels)

    def _panel(self, plan: PanelPlan) -> Panel:
        blocks = (self._block(block) for block in plan.blocks)
        return Panel(plan.id.text, tuple(block for block in blocks if block is not None))

    def _block(self, plan: BlockPlan) -> Block | None:
        slot = plan.slot.text
        texts = tuple(self._units.unit(name.text) for name in plan.texts)
        if plan.call and plan.sign_of:
            service = self._edition.services[plan.call.text]
            sign = self._sign(plan.sign_of)
            return Call(slot, sign, self._facts.name(service), self._facts.phones(service), texts)
        if plan.contact and plan.sign_of:
            lines = self._facts.lines(plan.contact.text, plan.contact.span, self._findings)
            return Contact(slot, self._sign(plan.sign_of), lines, texts) if lines else None
        if plan.tear_off:
            number = self._number(plan.tear_off)
            return TearOff(slot, number) if number else None
        if plan.rows:
            return Rows(slot, tuple(Row(self._units.unit(row.text), self._sign(row)) for row in plan.rows))
        if plan.heading is None:
            return Text(slot, texts) if texts else self._outside(plan)
        heading = self._units.unit(plan.heading.text)
        return Box(slot, heading, texts) if texts else Heading(slot, heading)

    def _outside(self, plan: BlockPlan) -> Block | None:
        """Blocks that stand on the faces seen when the paper is folded."""
        slot = plan.slot.text
        if plan.title and plan.line:
            return Title(slot, self._units.unit(plan.title.text), self._units.unit(plan.line.text))
        if plan.signs_of:
            return Signs(slot, tuple(self._sign(unit) for unit in plan.signs_of))
        if plan.say and plan.said:
            phrase = self._facts.phrase(plan.say.text)
            sound, meaning = (self._units.unit(name.text) for name in plan.said)
            return Say(slot, phrase, sound, meaning) if phrase else None
        if plan.sign_of:
            return StampField(slot, self._sign(plan.sign_of))
        if plan.kind == "endonym":
            return Endonym(slot, self._facts.endonym())
        return CodeLine(slot, self._facts.code_line("")) if plan.kind == "code-line" else None

    def _number(self, name: Name) -> Fact | None:
        lines = self._facts.lines(name.text, name.span, self._findings)
        return lines[0] if lines else None

    def _sign(self, unit: Name) -> SignUse:
        """The sign beside a unit; an empty one stands in where a finding says that there is none."""
        span, name = self._structure.signs.get(unit.text, (unit.span, Name("", unit.span)))
        sign = self._signs.get(name.text) or Sign(name.text, (), False, span)
        return SignUse(sign, self._units.unit(f"{ALTERNATIVE}{name.text}"))


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
