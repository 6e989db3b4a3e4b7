"""The structure judged against a format: what does not belong into a slot is told and left out."""

from __future__ import annotations

import math

from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.content.facts import DAY_AND_NIGHT, known_references
from brochure.content.findings import Findings, shown
from brochure.content.slots import NAMES
from brochure.content.structure import WRONG, BlockPlan, FormatPlan, Name, PanelPlan, Structure
from brochure.content.together import EDITION, SHEET, WORKERS
from brochure.content.words import SourceWords
from brochure.model.edition import Edition
from brochure.model.format import Format, PanelPlace
from brochure.model.slots import (
    CallSlot,
    CellsSlot,
    ContactSlot,
    NumberSlot,
    RowsSlot,
    ServiceSlot,
    SignsSlot,
    Slot,
    StampFieldSlot,
    TitleSlot,
)

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
        for unit in plan.beside_blocks:
            self._judge_unit(unit)
        self._tell_unplaced(plan)
        self._judge_discreet(plan)
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

    def _judge_discreet(self, plan: FormatPlan) -> None:
        """Slots that stay empty in the discreet variant are slots of the format, and others see something of it."""
        if plan.discreet and not self._format.outside:
            self._findings.error(
                "outside-not-said",
                f"the {self._format.id} has a discreet variant, but no panel that others see, so nobody looks at it",
                plan.discreet.title.span,
                f"Write 'outside: front' or 'outside: back' at its panels in content/formats/{self._format.id}.yaml.",
            )
        known = tuple(
            f"{place.id}.{slot}"
            for side in self._format.sides
            for place in side.panels
            for slot in place.slots
        )
        for name in plan.discreet.without if plan.discreet else ():
            if name.text not in known:
                self._unknown("slot", "slot", name, known)

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
                    f"Add a block of the kind {NAMES[type(place.slots[name])]} with 'slot: {name}'.",
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
        if block.kind == WRONG:
            return False
        if NAMES[type(slot)] != block.kind:
            self._findings.error(
                "wrong-slot",
                f"the slot '{name.text}' takes {NAMES[type(slot)]}, but this block is {block.kind}",
                name.span,
                "Name another slot, or change the block's keys.",
            )
            return False
        return self._fills(block, slot)

    def _fills(self, block: BlockPlan, slot: Slot) -> bool:
        """As many rows or signs as there are places for."""
        if isinstance(slot, RowsSlot):
            code, key, what = "row-count", "count", "rows"
            places, named = len(slot.tiles), len(block.rows)
        elif isinstance(slot, SignsSlot):
            code, key, what = "sign-count", "places", "places for signs"
            places, named = len(slot.places), len(block.signs_of)
        elif isinstance(slot, CellsSlot):
            return self._fits_cells(block, len(slot.areas))
        else:
            return self._has_all(block, slot)
        if places != named:
            self._findings.error(
                code,
                f"the slot '{block.slot.text}' has {places} {what}, but the block names {named}",
                block.slot.span,
                f"Name {places} units, or change '{key}' in the format's file.",
            )
        return places == named

    def _fits_cells(self, block: BlockPlan, places: int) -> bool:
        """Languages of a list that is there and, where it does not go on on a further page, has a cell for each."""
        name, own = block.cells, self._edition.phrases.language
        lengths = {
            EDITION: len(self._edition.languages),
            SHEET: len(self._edition.sheet_languages),
            WORKERS: len([tag for tag in self._edition.worker_languages if tag != own]),
        }
        if name is None or name.text not in lengths:
            self._unknown("value", "list of languages", name or block.slot, tuple(lengths))
        elif self._format.languages != "together":
            message = f"languages stand together in slot '{block.slot.text}', but the format is for one in each file"
            self._findings.error(
                "wrong-slot", message, name.span, "Say 'languages: together' in the format's file."
            )
        elif not 0 < lengths[name.text] <= (places if name.text != EDITION else math.inf):
            self._findings.error(
                "cell-count",
                f"the slot '{block.slot.text}' has {places} cells, and the edition lists {lengths[name.text]} "
                f"languages for them",
                name.span,
                "Change the edition's list, or 'count' in the format's file.",
            )
        else:
            return True
        return False

    def _judge_block(self, block: BlockPlan) -> bool:
        """Everything the block names. False where a part is missing without which the block cannot be set."""
        if block.say and not self._judge_phrase(block.say):
            return False  # its units are named after it
        for unit in block.units:
            self._judge_unit(unit)
        for unit in block.signed:
            self._judge_sign(unit)
        if block.call:
            return self._judge_service(block.call, called=True)
        if block.service:
            return self._judge_service(block.service, called=False)
        bare = block.tear_off or block.tabs or block.number
        number = block.contact or bare
        return number is None or self._judge_reference(number, only_phone=bare is not None)

    def _has_all(self, block: BlockPlan, slot: Slot) -> bool:
        """Whether there is something for each place of the slot."""
        signed = isinstance(slot, ContactSlot | StampFieldSlot) or (
            (isinstance(slot, CallSlot | NumberSlot) and slot.sign is not None)
            or (isinstance(slot, ServiceSlot) and slot.tile is not None)
        )
        if signed and block.sign_of is None:
            return self._lacks(block, "sign_of", "Name the unit whose sign stands beside it.")
        if isinstance(slot, TitleSlot) and slot.line is not None and block.line is None:
            return self._lacks(block, "line", "Name the unit that stands under the title.")
        return True

    def _lacks(self, block: BlockPlan, key: str, help_: str) -> bool:
        message = f"the block in slot '{block.slot.text}' has no '{key}'"
        self._findings.error("missing-key", message, block.slot.span, help_)
        return False

    def _judge_phrase(self, name: Name) -> bool:
        sentences = self._edition.phrases.sentences
        if name.text not in sentences:
            self._unknown("phrase", "phrase in the edition", name, tuple(sentences))
        return name.text in sentences

    def _judge_service(self, name: Name, *, called: bool) -> bool:
        service = self._edition.services.get(name.text)
        if service is None:
            self._unknown("service", "service", name, tuple(self._edition.services))
            return False
        if called and not service.phones:
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

    def _tell_unplaced(self, plan: FormatPlan) -> None:
        """A unit marked for the format and printed nowhere is lost to its readers. Alternative texts come with signs,
        and the words for around the clock with the hours of a service.
        """
        placed = {DAY_AND_NIGHT, *(unit.text for unit in plan.units)}
        for address, unit in self._words.units.items() if self._words else ():
            if (
                self._format.id in unit.formats
                and address not in placed
                and not address.startswith(ALTERNATIVE)
            ):
                self._findings.error(
                    "unit-not-placed",
                    f"the unit '{address}' is marked for the {self._format.id}, which prints it nowhere",
                    unit.key,
                    f"Give it a place in content/brochure.yaml, or take {self._format.id} out of its formats.",
                )

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
