"""Every stage between the words and the page made visible, as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from brochure.base.diagnostics import Finding
from brochure.finish.dump import dump_tags
from brochure.layout.document import lay_out
from brochure.layout.dump import dump_operations
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.model.document import Document
from brochure.model.fonts import Weight
from brochure.model.unit import Unit
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Place
from brochure.pipeline.request import unknown
from brochure.pipeline.rooms import offers
from brochure.state.draft import units_in
from brochure.text.dump import dump_glyphs, dump_levels, dump_lines, dump_runs
from brochure.text.lines import Line
from brochure.text.typesetter import Typesetter

Stage = Literal["bidi", "runs", "glyphs", "lines", "ops", "tags"]


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be shown. ``edition``, ``format``: "" for the first. ``addresses``: of units, for the stages of text;
    none means every unit that is painted.
    """

    root: Path
    stage: Stage
    language: str
    edition: str
    format: str
    addresses: tuple[str, ...]


def show(look: Look) -> tuple[str, tuple[Finding, ...]]:
    """The dump; "" with the findings that stand in the way where there is no such document.

    Raises ArgumentsError: no such edition, language, format or unit.
    """
    offered, findings = offers(look.root, look.edition)
    if not offered:
        return "", findings
    offer = offered[0]
    format_id = look.format or next(iter(offer.formats))
    for what, name, names in (
        ("language", look.language, offer.languages),
        ("format", format_id, tuple(offer.formats)),
    ):
        if name not in names:
            raise unknown(what, name, names)
    desk = Desk(Place(look.root, offer.edition, None))
    document, findings = desk.read(look.language, format_id)
    if document is None or desk.setter is None:
        return "", findings
    return _dump(look, document, desk.setter), ()


def _dump(look: Look, document: Document, setter: Typesetter) -> str:
    placed = lay_out(document, setter).document
    if look.stage == "ops":
        return dump_operations(placed)
    if look.stage == "tags":
        return dump_tags(placed)
    units = {unit.address: unit for unit in units_in(document)}
    for address in look.addresses:
        if address not in units:
            raise unknown("unit", address, list(units))
    return "\n".join(
        f"{look.language}:{address}\n" + _dump_unit(look.stage, document, setter, units[address], placed)
        for address in look.addresses or [each for each in units if _painted(placed, each)]
    )


def _dump_unit(
    stage: Stage, document: Document, setter: Typesetter, unit: Unit, placed: PlacedDocument
) -> str:
    """In the weight and the lines of the page; what is not painted (an alternative text) in regular, without lines."""
    lines = _painted(placed, unit.address)
    if stage == "lines":
        return dump_lines(lines)
    weight: Weight = next((run.face.weight for line in lines for run in line.runs), "regular")
    dump = {"bidi": dump_levels, "runs": dump_runs, "glyphs": dump_glyphs}[stage]
    return dump(setter.prepare(unit.pieces, document.language, weight))


def _painted(placed: PlacedDocument, address: str) -> Sequence[Line]:
    return [
        operation.line
        for page in placed.pages
        for operation in page.operations
        if isinstance(operation, TextLine) and operation.address == address
    ]
