"""``pictograms/catalogue.yaml``: what a sign means, whose it is, whether right-to-left formats flip it, how it did."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.nodes import Scalar, compose
from brochure.content.source import read_source
from brochure.model.comprehension import Comprehension, Trial, Verdict

FOLDER = "pictograms"
FILE = f"{FOLDER}/catalogue.yaml"


class CatalogueEntry(Struct, frozen=True):
    """A sign as it is described. ``mirrors``: flipped in right-to-left formats. ``span``: of its results."""

    id: str
    meaning: str
    mirrors: bool
    comprehension: Comprehension
    span: Span


def read_catalogue(root: Path, findings: Findings) -> Mapping[str, CatalogueEntry] | None:
    """Every sign by its id, in the file's order; None where a finding says that the file cannot be read."""
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    entries = {}
    for entry in tree.entries:
        fields = Fields(entry.value, entry.key.span, f"the sign '{entry.key.text}'", findings)
        entries[entry.key.text] = _entry(entry.key.text, fields)
    return entries


def _entry(id: str, fields: Fields) -> CatalogueEntry:
    """Judges the whole entry: a sign without a meaning cannot be tested, one without a licence cannot be given away."""
    meaning = fields.text("meaning", needed=True)
    for key in ("author", "licence"):
        fields.text(key, needed=True)
    # A missing flag must not read as "no": a sign that is flipped, or not, by mistake says something else.
    fields.need("mirror")
    mirrors = fields.flag("mirror")
    comprehension = _comprehension(fields)
    fields.done(ignored=("tags", "source"))
    return CatalogueEntry(id, meaning, mirrors, comprehension, fields.value_at("comprehension"))


def _comprehension(fields: Fields) -> Comprehension:
    entry = fields.entry("comprehension")
    if entry is None:
        return Comprehension()
    if isinstance(entry.value, Scalar):
        fields.choice("comprehension", (Verdict.UNTESTED.value,))
        return Comprehension()
    trials = (_trial(each) for each in fields.groups("comprehension", f"a test of {fields.what}"))
    return Comprehension(tuple(trial for trial in trials if trial))


def _trial(fields: Fields) -> Trial | None:
    """None where it has no day: nobody could tell whether it is the last one."""
    day = fields.day("date", needed=True)
    group = fields.text("group", needed=True)
    people = fields.whole("n", least=1)
    correct, opposite = (_per_cent(fields, key) for key in ("correct", "opposite"))
    if correct + opposite > 100.5:
        fields.findings.error(
            "wrong-type",
            f"{fields.what} has {correct:g} % correct and {opposite:g} % opposite, more than all",
            fields.value_at("correct"),
        )
    fields.done()
    return Trial(day.isoformat(), group, people, correct, opposite) if day else None


def _per_cent(fields: Fields, key: str) -> float:
    value = fields.number(key, least=0)
    if value > 100:
        message = f"'{key}' of {fields.what} is {value:g}, but it is per cent: 100 is the most"
        fields.findings.error("wrong-type", message, fields.value_at(key))
    return value
