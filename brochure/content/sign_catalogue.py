"""``pictograms/catalogue.yaml``: what a sign means, whose it is, whether right-to-left formats flip it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.nodes import compose
from brochure.content.source import read_source

FOLDER = "pictograms"
FILE = f"{FOLDER}/catalogue.yaml"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """``meaning`` is one English sentence, ``licence`` an SPDX name. ``mirrors``: flipped in right-to-left formats."""

    meaning: str
    author: str
    licence: str
    mirrors: bool


def read_catalogue(root: Path, findings: Findings) -> Mapping[str, CatalogueEntry] | None:
    """Entries by sign id; None where a finding says that the file cannot be read."""
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    entries = {}
    for entry in tree.entries:
        fields = Fields(entry.value, entry.key.span, f"the sign '{entry.key.text}'", findings)
        entries[entry.key.text] = _entry(fields)
    return entries


def _entry(fields: Fields) -> CatalogueEntry:
    # A missing flag must not read as "no": a sign that is flipped, or not, by mistake says something else.
    fields.need("mirror")
    entry = CatalogueEntry(
        fields.text("meaning", needed=True),
        fields.text("author", needed=True),
        fields.text("licence", needed=True),
        fields.flag("mirror"),
    )
    fields.done(ignored=("tags", "source", "comprehension"))
    return entry
