"""Clusters of one line put at their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby

from msgspec import Struct

from brochure.model.language import Direction
from brochure.text.lines import Cluster, ClusterGlyph, InkExtent, Line, Run
from brochure.text.prepared import Prepared, PreparedRun
from brochure.text.reorder import reset_levels, visual_order
from brochure.text.reshaping import LinePart, line_parts
from brochure.text.white import is_white


class _Part(Struct, frozen=True):
    """Clusters of one run and one level at 1 pt of Latin type, in columns: most lines are never painted."""

    run: PreparedRun
    direction: Direction
    texts: tuple[str, ...]
    xs: tuple[float, ...]
    advances: tuple[float, ...]
    glyphs: tuple[tuple[ClusterGlyph, ...], ...]


class _Draft(Struct, frozen=True):
    """A line at 1 pt of Latin type."""

    parts: tuple[_Part, ...]
    width: float
    ink: InkExtent


def place_line(prepared: Prepared, start: int, end: int, size: float) -> Line | None:
    """The line of the characters ``start`` to ``end``, white space before its first word left out.

    The white space where it ends keeps its characters and hangs over the end edge: left of 0 in a right-to-left
    paragraph. ``size``: pt of Latin type. None for a line of nothing.
    """
    draft = _place_at_one_point(prepared, start, end)
    return _scale(draft, size) if draft else None


@lru_cache(maxsize=256)
def _place_at_one_point(prepared: Prepared, start: int, end: int) -> _Draft | None:
    """The line at 1 pt: layout asks for the same lines at many sizes."""
    parts = line_parts(prepared, start, end)
    if not parts:
        return None
    text = prepared.text
    texts = [text[cluster.start : cluster.end] for _, clusters in parts for cluster in clusters]
    advances = [cluster.advance * run.scale for run, clusters in parts for cluster in clusters]
    count = len(texts)
    shown = next((place for place in range(count, 0, -1) if not is_white(texts[place - 1])), 0)
    width = sum(advances[:shown])
    pen = -sum(advances[shown:]) if prepared.base_level else 0.0
    if any(run.level for run, _ in parts) or prepared.base_level:
        levels = _levels(prepared, parts, texts, start, end)
        xs = [0.0] * count
        for place in visual_order(levels):
            xs[place] = pen
            pen += advances[place]
    else:
        levels = [0] * count
        xs = list(accumulate(advances, initial=pen))
    return _Draft(tuple(_join(parts, levels, texts, xs, advances)), width, _ink(parts, xs))


def _levels(
    prepared: Prepared, parts: Sequence[LinePart], texts: Sequence[str], start: int, end: int
) -> list[int]:
    """The level of each cluster: its run's, of white space the one that rule L1 says."""
    reset = reset_levels(prepared.text[start:end], prepared.levels[start:end], prepared.base_level)
    placed = ((run.level, cluster.start) for run, clusters in parts for cluster in clusters)
    return [
        reset[place - start] if is_white(text) else level
        for text, (level, place) in zip(texts, placed, strict=True)
    ]


def _scale(draft: _Draft, size: float) -> Line:
    runs = tuple(
        [
            Run(
                part.run.face,
                part.run.factor * size,
                part.direction,
                part.run.script,
                part.run.language,
                part.run.piece,
                tuple(
                    [
                        Cluster(text, x * size, advance * size, glyphs)
                        for text, x, advance, glyphs in zip(
                            part.texts, part.xs, part.advances, part.glyphs, strict=True
                        )
                    ]
                ),
            )
            for part in draft.parts
        ]
    )
    ink = draft.ink
    return Line(
        runs,
        draft.width * size,
        InkExtent(ink.left * size, ink.right * size, ink.top * size, ink.bottom * size),
    )


def _join(
    parts: Sequence[LinePart],
    levels: Sequence[int],
    texts: Sequence[str],
    xs: Sequence[float],
    advances: Sequence[float],
) -> Iterator[_Part]:
    """Clusters of one prepared run and one level, together again."""
    first = 0
    for run, clusters in parts:
        last = first + len(clusters)
        low = first
        for level, group in groupby(levels[first:last]):
            high = low + len(list(group))
            yield _Part(
                run,
                "rtl" if level % 2 else "ltr",
                tuple(texts[low:high]),
                tuple(xs[low:high]),
                tuple(advances[low:high]),
                tuple([cluster.glyphs for cluster in clusters[low - first : high - first]]),
            )
            low = high
        first = last


def _ink(parts: Sequence[LinePart], xs: Sequence[float]) -> InkExtent:
    """The smallest box around all glyphs that have ink; all 0 without any."""
    left: list[float] = []
    right: list[float] = []
    top = bottom = 0.0
    pens = iter(xs)
    for run, clusters in parts:
        scale = run.scale
        inked = [
            (x, cluster.ink) for cluster, x in zip(clusters, pens, strict=False) if cluster.ink is not None
        ]
        if inked:
            left += [x + box.left * scale for x, box in inked]
            right += [x + box.right * scale for x, box in inked]
            top = max(top, max([box.top for _, box in inked]) * scale)
            bottom = max(bottom, -min([box.bottom for _, box in inked]) * scale)
    if not left:
        return InkExtent(0.0, 0.0, 0.0, 0.0)
    return InkExtent(min(left), max(right), top, bottom)
