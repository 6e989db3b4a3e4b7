"""``pictograms/kit/guide.yaml``: what the style guide of the signs shows, and the drawings it names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.nodes import compose
from brochure.content.sign_catalogue import FOLDER
from brochure.content.signs import read_drawings
from brochure.content.source import read_source
from brochure.model.sign import Sign
from brochure.model.sign_guide import GuidePair, GuidePart, GuideSection

KIT = f"{FOLDER}/kit"
FILE = f"{KIT}/guide.yaml"


def read_guide(root: Path, signs: Mapping[str, Sign]) -> tuple[tuple[GuideSection, ...], tuple[Finding, ...]]:
    """The sections, without what cannot be drawn; findings say what that is. ``signs``: those of the project.

    Raises SurroundingsError when a drawing has to be normalised and the libraries for it cannot be loaded.
    """
    findings = Findings()
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return (), findings.all
    fields = Fields(tree, tree.span, "the guide", findings)
    drawings, wrong = read_drawings(sorted((root / KIT).glob("*.svg")))
    findings.take(wrong)
    kit = {sign.id: sign for sign in drawings}
    sections = tuple(_section(each, kit, signs) for each in fields.groups("sections", "a section"))
    fields.done()
    return sections, findings.all


def _section(fields: Fields, kit: Mapping[str, Sign], signs: Mapping[str, Sign]) -> GuideSection:
    heading = fields.text("heading", needed=True)
    large = _drawing(fields, "sign", signs)
    notes = fields.texts("notes")
    parts, pairs = [], []
    for each in fields.groups("parts", f"a part of '{heading}'"):
        drawn = _drawing(each, "draw", kit)
        says = each.text("says", needed=True)
        each.done()
        parts += [GuidePart(drawn, says)] if drawn else []
    for each in fields.groups("pairs", f"a pair of '{heading}'"):
        good, bad = _drawing(each, "do", kit) or _drawing(each, "sign", signs), _drawing(each, "dont", kit)
        says = each.text("says", needed=True)
        each.done()
        pairs += [GuidePair(good, bad, says)] if good and bad else []
    fields.done()
    return GuideSection(heading, large, notes, tuple(parts), tuple(pairs))


def _drawing(fields: Fields, key: str, drawings: Mapping[str, Sign]) -> Sign | None:
    name = fields.scalar(key)
    if name is None:
        return None
    if name.text not in drawings:
        fields.findings.error(
            "unknown-sign",
            f"there is no drawing {shown(name.text)}",
            name.span if name.span.line else Span(FILE),
            fields.findings.suggest(name.text, drawings, "There are"),
        )
    return drawings.get(name.text)
