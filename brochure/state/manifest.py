"""``<out>/<edition>/manifest.json``: what lies in the folder, file by file. Users' scripts read it.

No clock, no absolute path, sorted keys: the same build gives the same manifest. A row is removed before its file is
replaced and written after, so a row never speaks of another file than the one that lies there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import asdict

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.state.outputs import Output, output_of, pictured
from brochure.state.whole_file import write_whole

SHAPE = 3
"""Version of the file's shape."""

State = Literal["draft", "approved"]


class Row(Struct, frozen=True):
    """One file. ``sha256`` of its bytes; ``content``: hash of all that it was made from; ``tools``: package to version;
    ``fonts``: face id to version; ``pictures``: of its pages, name (``screen/phone-ar-1.png``) to sha256.
    """

    language: str
    format: str
    target: str
    shop: str
    discreet: bool
    pages: int
    sha256: str
    content: str
    state: State
    tools: Mapping[str, str]
    fonts: Mapping[str, str]
    pictures: Mapping[str, str]

    @property
    def output(self) -> Output:
        return Output(self.language, self.format, self.target, self.shop, self.discreet)


class Manifest(Struct, frozen=True):
    """``rows`` by output name (``print/leaflet-ar.pdf``). ``texts``: of rows that were written before: a build writes
    the list twice a document, and hundreds of rows are the same each time.
    """

    edition: str
    rows: Mapping[str, Row]
    texts: dict[str, tuple[Row, str]] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Manifest) and (self.edition, self.rows) == (other.edition, other.rows)

    def without(self, names: Iterable[str]) -> Manifest:
        dropped = set(names)
        kept = {name: row for name, row in self.rows.items() if name not in dropped}
        return Manifest(self.edition, kept, self.texts)

    def with_rows(self, rows: Iterable[Row]) -> Manifest:
        return Manifest(self.edition, {**self.rows, **{row.output.name: row for row in rows}}, self.texts)

    def text_of(self, name: str) -> str:
        """A row as it stands in the file."""
        row = self.rows[name]
        known = self.texts.get(name)
        if known is None or known[0] is not row:
            shape = asdict(row)
            lines = json.dumps(shape, ensure_ascii=False, indent=1, sort_keys=True).replace("\n", "\n  ")
            known = self.texts[name] = (row, f"  {json.dumps(name, ensure_ascii=False)}: {lines}")
        return known[1]


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Whole or not at all. Raises OSError."""
    edition = json.dumps(manifest.edition, ensure_ascii=False)
    files = ",\n".join(map(manifest.text_of, sorted(manifest.rows)))
    listed = f"{{\n{files}\n }}" if files else "{}"
    text = f'{{\n "edition": {edition},\n "files": {listed},\n "manifest": {SHAPE}\n}}\n'
    write_whole(path, text.encode("utf-8"))


def read_manifest(path: Path, edition: str, shown: str) -> tuple[Manifest, tuple[Finding, ...]]:
    """The manifest; empty where there is none, empty with a warning where it cannot be used.

    ``shown``: the path as the user gave it, for the warning.
    """
    empty = Manifest(edition, {})
    try:
        stored = json.loads(path.read_bytes())
    except FileNotFoundError:
        return empty, ()
    except (OSError, ValueError, RecursionError) as error:
        return empty, (_rebuilt(shown, f"cannot be read ({type(error).__name__})"),)
    try:
        if stored["manifest"] != SHAPE or stored["edition"] != edition:
            return empty, (_rebuilt(shown, "is of another version or edition"),)
        rows = [_row(name, fields) for name, fields in stored["files"].items()]
    except (KeyError, TypeError, ValueError, AttributeError):
        return empty, (_rebuilt(shown, "does not have the shape of a manifest"),)
    return Manifest(edition, {row.output.name: row for row in rows}), ()


def _row(name: str, fields: Mapping[str, Any]) -> Row:
    row = Row(**fields)
    texts = (row.language, row.format, row.target, row.shop, row.sha256, row.content)
    tables = (row.tools, row.fonts, row.pictures)
    sound = (
        all(isinstance(text, str) for text in texts)
        and all(isinstance(table, dict) for table in tables)
        and isinstance(row.pages, int)
        and row.state in ("draft", "approved")
    )
    if not sound or output_of(name) != row.output or {pictured(each) for each in row.pictures} - {row.output}:
        raise ValueError(name)
    return row


def _rebuilt(shown: str, why: str) -> Finding:
    return Finding(
        "manifest-rebuilt",
        f"the list of files {why}; every file of this build is made again and the list with it",
        Span(shown),
        Severity.WARNING,
        "Run brochure build without language, --format or --for, so that the list names every file again.",
    )
