"""Text dumps of every stage of a paragraph, for ``brochure show`` and golden files.

One thing a row, its characters last, so that a terminal which reorders right-to-left text spoils no other column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brochure.text.faces import open_face
from brochure.text.lines import Cluster, ClusterGlyph, Line
from brochure.text.prepared import Prepared, PreparedRun


def dump_levels(prepared: Prepared) -> str:
    """A row for each code point: offset, ``|`` where a line may and ``!`` where it must start, ``:`` where it
    may if nothing else helps, ``~`` where better not, embedding level.
    """
    marks = {
        place.offset: "!" if place.must else ":" if place.spare else "~" if place.tied else "|"
        for place in prepared.opportunities
    }
    rows = [f"paragraph {prepared.direction}"]
    for offset, (character, level) in enumerate(zip(prepared.text, prepared.levels, strict=True)):
        mark = marks.get(offset, " ")
        rows.append(f"{offset:4} {mark} {level}  U+{ord(character):04X}  {_quote(character)}")
    return _join(rows)


def dump_runs(prepared: Prepared) -> str:
    """Each run in a row: its characters' offsets, direction, level, script, language, face, factor, piece, gap."""
    return _join(_run_row(prepared, run) for run in prepared.runs)


def dump_glyphs(prepared: Prepared) -> str:
    """Under each run a row for each cluster: offsets, advance in font units, glyphs, ``*`` where a break is unsafe."""
    rows = []
    for run in prepared.runs:
        rows.append(_run_row(prepared, run))
        for cluster in run.clusters:
            unsafe = "*" if cluster.unsafe else " "
            glyphs = _glyphs(run, cluster.glyphs)
            words = _quote(prepared.text[cluster.start : cluster.end])
            rows.append(
                f"  {cluster.start:4}-{cluster.end:<4}{unsafe} {cluster.advance:5}  {glyphs}  {words}"
            )
    return _join(rows)


def dump_lines(lines: Sequence[Line]) -> str:
    """Under each line its runs, and under each run its clusters in logical order with place and advance, pt."""
    rows = []
    for number, line in enumerate(lines, 1):
        ink = line.ink
        box = f"ink {_pt(ink.left)} to {_pt(ink.right)}, {_pt(ink.top)} above, {_pt(ink.bottom)} below"
        rows.append(f"line {number}  width {_pt(line.width)}  {box}  {_quote(line.text)}")
        for run in line.runs:
            rows.append(
                f"  {run.direction} {run.script} {run.language} {run.face.id} {_pt(run.size)} pt piece {run.piece}"
            )
            rows += [_cluster_row(cluster) for cluster in run.clusters]
    return _join(rows)


def _run_row(prepared: Prepared, run: PreparedRun) -> str:
    where = f"{run.start}-{run.end}  {run.direction} {run.level}  {run.script} {run.language}"
    gap = f"  gap {run.gap}" if run.gap else ""
    words = _quote(prepared.text[run.start : run.end])
    return f"{where}  {run.face.id} x{run.factor:g}  piece {run.piece}{gap}  {words}"


def _glyphs(run: PreparedRun, glyphs: Iterable[ClusterGlyph]) -> str:
    font = open_face(run.face).font
    return (
        " ".join(f"{glyph.gid}/{font.get_glyph_name(glyph.gid)}@{glyph.dx},{glyph.dy}" for glyph in glyphs)
        or "-"
    )


def _cluster_row(cluster: Cluster) -> str:
    gids = "+".join(str(glyph.gid) for glyph in cluster.glyphs) or "-"
    return f"    {_pt(cluster.x):>8} {_pt(cluster.advance):>7}  {gids}  {_quote(cluster.text)}"


def _pt(value: float) -> str:
    """Three decimals, without a negative zero."""
    return f"{round(value, 3) + 0.0:.3f}"


def _quote(text: str) -> str:
    """The characters, those that are never seen as escapes."""
    shown = "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in text
    )
    return f'"{shown}"'


def _join(rows: Iterable[str]) -> str:
    return "\n".join(rows) + "\n"
