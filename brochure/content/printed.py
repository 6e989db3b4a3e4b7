"""``content/printed/``: which words and facts a printed copy held, one file for each code line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.nodes import compose
from brochure.content.source import read_source

FOLDER = "content/printed"


class PrintedCopy(Struct, frozen=True):
    """``code``: the line on its back. ``on``: the day on which somebody said it was printed, ISO 8601. ``draft``: it
    carried the stamp. ``said``: address or fact name to the text that stood there.
    """

    code: str
    edition: str
    language: str
    format: str
    on: str
    draft: bool
    said: Mapping[str, str]
    span: Span


def printed_file(code: str) -> str:
    """``content/printed/LU-A-ar-leaflet-2026-11-7K3F.yaml``, relative to the root."""
    return f"{FOLDER}/{code.replace(' · ', '-')}.yaml"


def read_printed(root: Path, findings: Findings) -> tuple[PrintedCopy, ...]:
    """Every record, by file name; one that cannot be read is told and left out."""
    folder = root / FOLDER
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    read = (_read(root, f"{FOLDER}/{path.name}", findings) for path in files)
    return tuple(copy for copy in read if copy is not None)


def _read(root: Path, name: str, findings: Findings) -> PrintedCopy | None:
    source = read_source(root, name, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    fields = Fields(tree, tree.span, "the record of a printed copy", findings)
    said = fields.group("said")
    copy = PrintedCopy(
        code=fields.text("code", needed=True),
        edition=fields.text("edition", needed=True),
        language=fields.text("language", needed=True),
        format=fields.text("format", needed=True),
        on=fields.text("on", needed=True),
        draft=fields.flag("draft"),
        said={entry.key.text: said.text(entry.key.text) for entry in said.all()},
        span=tree.span,
    )
    fields.done()
    return copy
