"""The clusters of one line: those of the paragraph, shaped anew where the line breaks an unsafe place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from brochure.text.gaps import add_gap
from brochure.text.prepared import Prepared, PreparedRun
from brochure.text.shaping import CONTEXT, ShapedCluster, shape

LinePart = tuple[PreparedRun, Sequence[ShapedCluster]]
"""Neighbouring clusters of one run."""


def line_parts(prepared: Prepared, start: int, end: int) -> list[LinePart]:
    """Clusters of the characters ``start`` to ``end`` in logical order, run by run."""
    first = bisect_right(prepared.runs, start, key=_start_of_run) - 1
    hyphen = shows_hyphen(prepared.text, end)
    parts: list[LinePart] = []
    for place in range(max(0, first), len(prepared.runs)):
        run = prepared.runs[place]
        low, high = max(start, run.start), min(end, run.end)
        if low >= high:
            break
        clusters = _run_clusters(prepared, run, low, high, hyphen and high == end)
        if run.gap and start < low == run.start:
            clusters = (add_gap(clusters[0], run.gap), *clusters[1:])
        parts.append((run, clusters))
    return parts


def shows_hyphen(text: str, end: int) -> bool:
    """Whether a line that ends here shows the hyphen its last character stands for: U+00AD, where the text goes on."""
    return text[end - 1] == "\u00ad" and end < len(text)


def _run_clusters(
    prepared: Prepared, run: PreparedRun, low: int, high: int, hyphen: bool
) -> Sequence[ShapedCluster]:
    """The clusters of a part of a run; ``hyphen``: its last character, a soft hyphen, is seen.

    HarfBuzz promises that shaping anew is due only up to the next place that is safe (HB_GLYPH_FLAG_UNSAFE_TO_BREAK),
    so what lies between the outermost safe places is taken as it is.
    """
    begin = bisect_left(run.clusters, low, key=_start_of_cluster)
    end = bisect_left(run.clusters, high, key=_start_of_cluster)
    inside = run.clusters[begin:end]
    if low not in prepared.unsafe and high not in prepared.unsafe:
        return inside
    safe = [cluster.start for cluster in inside if cluster.start not in prepared.unsafe]
    first = next(iter(safe), high)
    last = next(reversed(safe), low) if high in prepared.unsafe else high
    if first >= last:
        return _shape_part(prepared, run, low, high, low, high, hyphen)
    middle = [cluster for cluster in inside if first <= cluster.start < last]
    head = _shape_part(prepared, run, low, first, low, high) if low < first else ()
    tail = _shape_part(prepared, run, last, high, low, high, hyphen) if last < high else ()
    return (*head, *middle, *tail)


def _start_of_run(run: PreparedRun) -> int:
    return run.start


def _start_of_cluster(cluster: ShapedCluster) -> int:
    return cluster.start


def _shape_part(
    prepared: Prepared, run: PreparedRun, start: int, end: int, low: int, high: int, hyphen: bool = False
) -> tuple[ShapedCluster, ...]:
    """Shape ``start`` to ``end`` with no context beyond the line's part ``low`` to ``high`` of the run."""
    text = prepared.text
    words = f"{text[start : end - 1]}-" if hyphen else text[start:end]
    before, after = text[max(low, start - CONTEXT) : start], text[end : min(high, end + CONTEXT)]
    return place_clusters(
        shape(run.face, words, run.script, run.language, run.direction, before, after), start
    )


def place_clusters(clusters: tuple[ShapedCluster, ...], offset: int) -> tuple[ShapedCluster, ...]:
    """The same clusters, counted from the start of the paragraph."""
    if not offset:
        return clusters
    return tuple(
        [
            ShapedCluster(c.start + offset, c.end + offset, c.advance, c.glyphs, c.unsafe, c.ink)
            for c in clusters
        ]
    )
