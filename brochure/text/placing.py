"""Clusters of one line put at their places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from brochure.model.language import Direction
from brochure.text.faces import glyph_box
from brochure.text.lines import Cluster, InkExtent, Line, Run
from brochure.text.prepared import Prepared, PreparedRun
from brochure.text.reorder import reset_levels, visual_order
from brochure.text.reshaping import line_clusters
from brochure.text.shaping import ShapedCluster
from brochure.text.white import is_white

_Placed = tuple[PreparedRun, ShapedCluster]


def place_line(prepared: Prepared, start: int, end: int, size: float) -> Line | None:
    """The line of the characters ``start`` to ``end``, white space that does not belong to it already left out.

    The white space where it was broken keeps its characters and hangs over the end edge: left of 0 in a right-to-left
    paragraph. ``size``: pt of Latin type. None for a line of nothing.
    """
    line = _place_at_one_point(prepared, start, end)
    return _scale(line, size) if line else None


@lru_cache(maxsize=4096)
def _place_at_one_point(prepared: Prepared, start: int, end: int) -> Line | None:
    """The line at 1 pt: layout asks for the same lines at many sizes."""
    placed = tuple(line_clusters(prepared, start, end))
    if not placed:
        return None
    reset = reset_levels(prepared.text[start:end], prepared.levels[start:end], prepared.base_level)
    white = [is_white(prepared.text[cluster.start : cluster.end]) for _, cluster in placed]
    levels = [
        reset[cluster.start - start] if is_space else run.level
        for (run, cluster), is_space in zip(placed, white, strict=True)
    ]
    advances = [cluster.advance * run.scale for run, cluster in placed]
    hanging = next((count for count, is_space in enumerate(reversed(white)) if not is_space), len(white))
    width = sum(advances[: len(placed) - hanging])
    xs = [0.0] * len(placed)
    pen = -sum(advances[len(placed) - hanging :]) if prepared.base_level else 0.0
    for place in visual_order(levels):
        xs[place] = pen
        pen += advances[place]
    return Line(_join(prepared, placed, levels, xs, advances), width, _ink(placed, xs))


def _scale(line: Line, size: float) -> Line:
    runs = tuple(
        Run(
            run.face,
            run.size * size,
            run.direction,
            run.script,
            run.language,
            run.piece,
            tuple(
                Cluster(part.text, part.x * size, part.advance * size, part.glyphs) for part in run.clusters
            ),
        )
        for run in line.runs
    )
    ink = InkExtent(line.ink.left * size, line.ink.right * size, line.ink.top * size, line.ink.bottom * size)
    return Line(runs, line.width * size, ink)


def _join(
    prepared: Prepared,
    placed: Sequence[_Placed],
    levels: Sequence[int],
    xs: Sequence[float],
    advances: Sequence[float],
) -> tuple[Run, ...]:
    """Clusters of one prepared run and one level, together again."""
    runs = []
    keys = [(run.start, level) for (run, _), level in zip(placed, levels, strict=True)]
    for (_, level), group in groupby(range(len(placed)), key=keys.__getitem__):
        members = list(group)
        run = placed[members[0]][0]
        clusters = tuple(
            Cluster(
                prepared.text[placed[member][1].start : placed[member][1].end],
                xs[member],
                advances[member],
                placed[member][1].glyphs,
            )
            for member in members
        )
        direction: Direction = "rtl" if level % 2 else "ltr"
        runs.append(Run(run.face, run.factor, direction, run.script, run.language, run.piece, clusters))
    return tuple(runs)


def _ink(placed: Sequence[_Placed], xs: Sequence[float]) -> InkExtent:
    """The smallest box around all glyphs that have ink; all 0 without any."""
    left, right, top, bottom = [], [], [], []
    for (run, cluster), x in zip(placed, xs, strict=True):
        for glyph in cluster.glyphs:
            box = glyph_box(run.face, glyph.gid)
            if box.left != box.right:
                left.append(x + (glyph.dx + box.left) * run.scale)
                right.append(x + (glyph.dx + box.right) * run.scale)
                top.append((glyph.dy + box.top) * run.scale)
                bottom.append(-(glyph.dy + box.bottom) * run.scale)
    if not left:
        return InkExtent(0.0, 0.0, 0.0, 0.0)
    return InkExtent(min(left), max(right), max(0.0, *top), max(0.0, *bottom))
