"""The clusters of one line: those of the paragraph, shaped anew where the line breaks an unsafe place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brochure.text.prepared import Prepared, PreparedRun
from brochure.text.shaping import CONTEXT, ShapedCluster, shape


def line_clusters(prepared: Prepared, start: int, end: int) -> Iterator[tuple[PreparedRun, ShapedCluster]]:
    """Clusters of the characters ``start`` to ``end`` in logical order, each with its run."""
    for run in prepared.runs:
        low, high = max(start, run.start), min(end, run.end)
        if low < high:
            for cluster in _run_clusters(prepared, run, low, high):
                yield run, cluster


def _run_clusters(prepared: Prepared, run: PreparedRun, low: int, high: int) -> tuple[ShapedCluster, ...]:
    """The clusters of a part of a run.

    HarfBuzz promises that shaping anew is due only up to the next place that is safe (HB_GLYPH_FLAG_UNSAFE_TO_BREAK),
    so what lies between the outermost safe places is taken as it is.
    """
    safe = [cluster.start for cluster in run.clusters if not cluster.unsafe and low <= cluster.start < high]
    first = low if low == run.start else next(iter(safe), high)
    last = high if _is_safe(run, high) else next(reversed(safe), low)
    if first >= last:
        return _shape_part(prepared, run, low, high, low, high)
    middle = tuple(cluster for cluster in run.clusters if first <= cluster.start < last)
    head = _shape_part(prepared, run, low, first, low, high) if low < first else ()
    tail = _shape_part(prepared, run, last, high, low, high) if last < high else ()
    return head + middle + tail


def _is_safe(run: PreparedRun, offset: int) -> bool:
    return offset == run.end or any(
        cluster.start == offset and not cluster.unsafe for cluster in run.clusters
    )


def _shape_part(
    prepared: Prepared, run: PreparedRun, start: int, end: int, low: int, high: int
) -> tuple[ShapedCluster, ...]:
    """Shape ``start`` to ``end`` with no context beyond the line's part ``low`` to ``high`` of the run."""
    text = prepared.text
    before, after = text[max(low, start - CONTEXT) : start], text[end : min(high, end + CONTEXT)]
    return place_clusters(
        shape(run.face, text[start:end], run.script, run.language, run.direction, before, after), start
    )


def place_clusters(clusters: tuple[ShapedCluster, ...], offset: int) -> tuple[ShapedCluster, ...]:
    """The same clusters, counted from the start of the paragraph."""
    if not offset:
        return clusters
    return tuple(
        replace(cluster, start=cluster.start + offset, end=cluster.end + offset) for cluster in clusters
    )
