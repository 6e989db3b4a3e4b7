"""``pictograms/catalogue.yaml``: what a sign means, whose it is, whether right-to-left formats flip it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.nodes import compose
from brochure.content.source import read_source

FOLDER = "pictograms"
FILE = f"{FOLDER}/catalogue.yaml"


def read_catalogue(root: Path, findings: Findings) -> Mapping[str, bool] | None:
    """Whether right-to-left formats flip a sign, by its id; None where a finding says that the file cannot be read."""
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    flipped = {}
    for entry in tree.entries:
        fields = Fields(entry.value, entry.key.span, f"the sign '{entry.key.text}'", findings)
        flipped[entry.key.text] = _is_flipped(fields)
    return flipped


def _is_flipped(fields: Fields) -> bool:
    """Judges the whole entry: a sign without a meaning cannot be tested, one without a licence cannot be given away."""
    for key in ("meaning", "author", "licence"):
        fields.text(key, needed=True)
    # A missing flag must not read as "no": a sign that is flipped, or not, by mistake says something else.
    fields.need("mirror")
    flipped = fields.flag("mirror")
    fields.done(ignored=("tags", "source", "comprehension"))
    return flipped
