"""The structure judged against a format: what does not belong into a slot is told and left out."""

from __future__ import annotations

from dataclasses import replace

from brochure.base.spans import Span
from brochure.content.facts import known_references
from brochure.content.findings import Findings, shown
from brochure.content.structure import BlockPlan, FormatPlan, Name, PanelPlan, Structure
from brochure.content.words import SourceWords
from brochure.model.edition import Edition
from brochure.model.format import (
    BoxSlot,
    CallSlot,
    ContactSlot,
    Format,
    HeadingSlot,
    PanelPlace,
    RowsSlot,
    Slot,
    TearOffSlot,
    TextSlot,
)

KINDS: dict[type[Slot], str] = {
    HeadingSlot: "heading",
    TextSlot: "text",
    RowsSlot: "rows",
    BoxSlot: "box",
    CallSlot: "call",
    ContactSlot: "contact",
    TearOffSlot: "tear-off",
}
ALTERNATIVE = "alt."
"""Alternative texts are units of this group, by the name of their sign."""


class Placing:
    """Judges one format's plan. ``drawn``: names of the signs that have a file. ``words`` None: not judged."""

    def __init__(
        self,
        format_: Format,
        structure: Structure,
        words: SourceWords | None,
        edition: Edition,
        drawn: tuple[str, ...],
        findings: Findings,
    ) -> None:
        self._format = format_
        self._structure = structure
        self._words = words
        self._edition = edition
        self._references = known_references(edition)
        self._drawn = drawn
        self._findings = findings

    def placed(self, plan: FormatPlan) -> FormatPlan:
        """The plan with only those blocks that fit their slots."""
        if plan.title:
            self._judge_unit(plan.title)
        places = {place.id: place for side in self._format.sides for place in side.panels}
        panels = []
        for panel in plan.panels:
            place = places.get(panel.id.text)
            if place is None:
                self._unknown("panel", "panel", panel.id, tuple(places))
            else:
                panels.append(self._panel(panel, place))
        for missing in [name for name in places if name not in {panel.id.text for panel in plan.panels}]:
            self._findings.error(
                "empty-slot",
                f"the panel '{missing}' of the {self._format.id} is not filled",
                plan.span,
                f"Add '{missing}:' with its blocks under panels.",
            )
        return replace(plan, panels=tuple(panels))

    def _panel(self, panel: PanelPlan, place: PanelPlace) -> PanelPlan:
        filled: dict[str, Span] = {}
        blocks = []
        for block in panel.blocks:
            if self._fits(block, place, filled) and self._judge_block(block):
                blocks.append(block)
            filled.setdefault(block.slot.text, block.slot.span)
        for name in place.slots:
            if name not in filled:
                self._findings.error(
                    "empty-slot",
                    f"the slot '{name}' of the panel '{place.id}' is not filled",
                    panel.id.span,
                    f"Add a block of the kind {KINDS[type(place.slots[name])]} with 'slot: {name}'.",
                )
        return PanelPlan(panel.id, tuple(blocks))

    def _fits(self, block: BlockPlan, place: PanelPlace, filled: dict[str, Span]) -> bool:
        name = block.slot
        slot = place.slots.get(name.text)
        if slot is None:
            self._unknown("slot", f"slot of the panel '{place.id}'", name, tuple(place.slots))
            return False
        if name.text in filled:
            self._findings.error(
                "duplicate-slot",
                f"the slot '{name.text}' is filled for the second time; the first is in line {filled[name.text].line}",
                name.span,
                "Delete one of the two, or name another slot.",
            )
            return False
        if KINDS[type(slot)] != block.kind:
            self._findings.error(
                "wrong-slot",
                f"the slot '{name.text}' takes {KINDS[type(slot)]}, but this block is {block.kind}",
                name.span,
                "Name another slot, or change the block's keys.",
            )
            return False
        if isinstance(slot, RowsSlot) and len(slot.tiles) != len(block.rows):
            self._findings.error(
                "row-count",
                f"the slot '{name.text}' has {len(slot.tiles)} rows, but the block names {len(block.rows)}",
                name.span,
                f"Name {len(slot.tiles)} units, or change 'count' in the format's file.",
            )
            return False
        return True

    def _judge_block(self, block: BlockPlan) -> bool:
        """Everything the block names. False where a part is missing without which the block cannot be set."""
        for unit in block.units:
            self._judge_unit(unit)
        for unit in block.signed:
            self._judge_sign(unit)
        if block.kind in ("call", "contact") and block.sign_of is None:
            self._findings.error(
                "missing-key",
                f"the block in slot '{block.slot.text}' has no 'sign_of'",
                block.slot.span,
                "Name the unit whose sign stands beside it.",
            )
            return False
        if block.call:
            return self._judge_service(block.call)
        number = block.contact or block.tear_off
        return number is None or self._judge_reference(number, only_phone=block.tear_off is not None)

    def _judge_service(self, name: Name) -> bool:
        service = self._edition.services.get(name.text)
        if service is None:
            self._unknown("service", "service", name, tuple(self._edition.services))
            return False
        if not service.phones:
            self._findings.error("missing-fact", f"the service '{name.text}' has no phone to call", name.span)
            return False
        return self._judge_allowed(name)

    def _judge_reference(self, name: Name, *, only_phone: bool) -> bool:
        fields = (".phone",) if only_phone else (".phone", ".address")
        usable = tuple(each for each in self._references if any(field in each for field in fields))
        if name.text in usable:
            return self._judge_allowed(name)
        what = "phone" if only_phone else "phone or address"
        self._unknown("fact", f"{what} in the edition", name, usable)
        return False

    def _judge_allowed(self, name: Name) -> bool:
        service = self._edition.services[name.text.split(".", 1)[0]]
        if self._format.id not in service.formats:
            self._findings.error(
                "not-for-this-format",
                f"the edition does not let the {self._format.id} print '{service.id}'",
                name.span,
                f"It lets: {', '.join(service.formats)}.",
            )
        return True

    def _judge_unit(self, name: Name) -> None:
        if self._words is None:
            return
        if name.text not in self._words.taken:
            self._unknown("unit", "unit in en.yaml", name, tuple(self._words.taken))
            return
        unit = self._words.units.get(name.text)
        if unit and self._format.id not in unit.formats:
            self._findings.error(
                "format-not-marked",
                f"the {self._format.id} prints '{name.text}', but the unit is not marked for it",
                name.span,
                f"Add {self._format.id} to its formats in {unit.key.file}, line {unit.key.line}.",
            )

    def _judge_sign(self, unit: Name) -> None:
        _, sign = self._structure.signs.get(unit.text, (unit.span, None))
        if sign is None:
            self._findings.error(
                "missing-sign",
                f"no sign stands beside '{unit.text}'",
                unit.span,
                f"Add '{unit.text}: ...' under signs.",
            )
        elif sign.text in self._drawn:
            self._judge_unit(Name(f"{ALTERNATIVE}{sign.text}", sign.span))

    def _unknown(self, code: str, what: str, name: Name, known: tuple[str, ...]) -> None:
        self._findings.error(
            f"unknown-{code}",
            f"there is no {what} called {shown(name.text)}",
            name.span,
            self._findings.suggest(name.text, known, "There are"),
        )


def judge_signs(
    structure: Structure, words: SourceWords | None, drawn: tuple[str, ...], findings: Findings
) -> None:
    """Every entry under ``signs``, whether a format draws it or not."""
    for unit, (span, sign) in structure.signs.items():
        if words is not None and unit not in words.taken:
            findings.error(
                "unknown-unit",
                f"there is no unit in en.yaml called {shown(unit)}",
                span,
                findings.suggest(unit, words.taken, "There are"),
            )
        if sign.text not in drawn:
            findings.error(
                "unknown-sign",
                f"there is no sign {shown(sign.text)} in pictograms/",
                sign.span,
                findings.suggest(sign.text, drawn, "There are"),
            )
