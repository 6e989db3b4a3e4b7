"""Pages of specimens as readable text: what ``brochure show specimen`` prints and golden files hold."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.lengths import to_mm
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.text.faces import open_face
from brochure.text.lines import Cluster, Run


def dump_specimens(placed: PlacedDocument) -> str:
    """A row for each set line: unit, left edge of the line and baseline in mm, its words; the labels as words alone.

    Below it a row for each run: face, size in pt, and its clusters in logical order, ``gid+gid:advance``, a glyph that
    is moved ``gid@dx,dy``, all in font units; of a unit that a face has shown before in another size, none.
    """
    rows: list[str] = []
    sizes: dict[tuple[str, str], float] = {}
    for page in placed.pages:
        for operation in page.operations:
            if isinstance(operation, TextLine):
                rows += _line(operation, sizes)
    return "\n".join(rows) + "\n"


def _line(operation: TextLine, sizes: dict[tuple[str, str], float]) -> Iterator[str]:
    """``sizes``: by unit and face the first size in pt, noted here."""
    if operation.address == "label":
        yield f"# {operation.line.text}"
        return
    place = f"{to_mm(operation.x):.2f},{to_mm(operation.baseline):.2f}"
    yield f"{operation.address} {place} {_quoted(operation.line.text)}"
    for run in operation.line.runs:
        head = f"  {run.face.id} {run.size:.4g} {run.direction} {run.script} {run.language}"
        first = sizes.setdefault((operation.address, run.face.id), run.size)
        clusters = " ".join(_cluster(run, cluster) for cluster in run.clusters)
        yield f"{head}: {clusters}" if run.size == first else head


def _cluster(run: Run, cluster: Cluster) -> str:
    units = open_face(run.face).units_per_em / run.size
    glyphs = "+".join(
        f"{glyph.gid}@{glyph.dx},{glyph.dy}" if glyph.dx or glyph.dy else f"{glyph.gid}"
        for glyph in cluster.glyphs
    )
    return f"{glyphs or '-'}:{round(cluster.advance * units)}"


def _quoted(text: str) -> str:
    """What is never seen as an escape."""
    shown = "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in text
    )
    return f'"{shown}"'
