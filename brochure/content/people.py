"""``content/people.yaml``: who may review and approve texts, and in which languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.nodes import Entry, Scalar, compose
from brochure.content.source import read_source
from brochure.model.approval import Level, Person

FILE = "content/people.yaml"
_ALL = "all"
_MAY: Mapping[str, Level] = {"review": "reviewed", "approve": "approved"}
_ID = re.compile(r"[a-z][a-z0-9_-]*")


def read_people(root: Path, findings: Findings) -> Mapping[str, Person]:
    """Everyone by id; nobody where there is no file, or none with people in it."""
    if not (root / FILE).is_file():
        return {}
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return {}
    fields = Fields(tree, Span(FILE), "the list of people", findings)
    people = [_person(entry, findings) for entry in fields.entries("people")]
    fields.done()
    return {person.id: person for person in people}


def _person(entry: Entry, findings: Findings) -> Person:
    id_ = entry.key.text
    if not _ID.fullmatch(id_):
        findings.error(
            "wrong-name",
            f"{shown(id_)} cannot be the id of a person",
            entry.key.span,
            "Use small Latin letters, digits, _ and -, a letter first.",
        )
    fields = Fields(entry.value, entry.key.span, f"the person '{id_}'", findings)
    person = Person(id_, fields.text("name", needed=True), _languages(fields), _levels(fields))
    fields.done()
    return person


def _languages(fields: Fields) -> tuple[str, ...] | None:
    entry = fields.need("languages")
    if entry is not None and isinstance(entry.value, Scalar) and entry.value.text == _ALL:
        return None
    return fields.texts("languages")


def _levels(fields: Fields) -> frozenset[Level]:
    levels: set[Level] = set()
    for word in fields.scalars("may", needed=True):
        if word.text in _MAY:
            levels.add(_MAY[word.text])
        else:
            fields.findings.error(
                "unknown-value",
                f"'may' of {fields.what} says {shown(word.text)}",
                word.span,
                fields.findings.suggest(word.text, _MAY, "It can be"),
            )
    return frozenset(levels)
