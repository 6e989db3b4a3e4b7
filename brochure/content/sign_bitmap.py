"""A sign as rows of bits, for measuring: whole numbers of Python are long enough for a row, and fast.

A bit is a square of 1 / ``SCALE`` grid units, set where its middle is painted. Around the grid lies ``MARGIN``, so
that what stands at the edge has paper beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from brochure.base.geometry import Outline
from brochure.model.sign import GRID, SignLayer, SignRole

SCALE = 10
MARGIN = 3 * SCALE
SIDE = int(GRID) * SCALE + 2 * MARGIN
"""Rows of a bitmap, and bits of a row."""

Rows = tuple[int, ...]
EVERY = (1 << SIDE) - 1
_STEPS = 16
"""Lines a cubic is taken for: on a quarter circle of 32 units within 1/100."""


class Run(Struct, frozen=True):
    """Bits in a row one beside the other, from ``start`` up to but without ``end``."""

    row: int
    start: int
    end: int


def painted(layers: Iterable[SignLayer]) -> tuple[Rows, Rows]:
    """What stays visible in ink, and in accent."""
    ink, accent = [0] * SIDE, [0] * SIDE
    for layer in layers:
        for row, bits in _filled(layer.outline):
            ink[row] &= ~bits
            accent[row] &= ~bits
            if layer.role is SignRole.INK:
                ink[row] |= bits
            elif layer.role is SignRole.ACCENT:
                accent[row] |= bits
    return tuple(ink), tuple(accent)


def _filled(outline: Outline) -> Iterator[tuple[int, int]]:
    """Row and bits of the outline's area, by the non-zero rule."""
    crossings: dict[int, list[tuple[float, int]]] = {}
    for (x0, y0), (x1, y1) in _lines(outline):
        way = 1 if y1 > y0 else -1
        (top_x, top), (low_x, low) = sorted(((x0, y0), (x1, y1)), key=lambda point: point[1])
        for row in range(max(math.ceil(top - 0.5), 0), min(math.ceil(low - 0.5), SIDE)):
            x = top_x + (low_x - top_x) * (row + 0.5 - top) / (low - top)
            crossings.setdefault(row, []).append((x, way))
    for row, found in crossings.items():
        found.sort()
        windings = accumulate(way for _, way in found)
        bits = 0
        for (x, _), (end, _), winding in zip(found, found[1:], windings, strict=False):
            if winding:
                bits |= _span(math.ceil(x - 0.5), math.ceil(end - 0.5))
        yield row, bits


def _span(start: int, end: int) -> int:
    start, end = max(start, 0), min(end, SIDE)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def _lines(outline: Outline) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The outline in lines that are not level, in bits."""
    pen = start = (0.0, 0.0)
    for segment in outline.segments:
        points = [value * SCALE + MARGIN for value in segment.points]
        if segment.verb == "M":
            pen = start = (points[0], points[1])
            continue
        ends = [start] if segment.verb == "Z" else [(points[-2], points[-1])]
        if segment.verb == "C":
            ends = [_on_cubic(pen, points, step / _STEPS) for step in range(1, _STEPS + 1)]
        for end in ends:
            if end[1] != pen[1]:
                yield pen, end
            pen = end


def _on_cubic(pen: tuple[float, float], points: Sequence[float], t: float) -> tuple[float, float]:
    u = 1 - t
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    xs, ys = (pen[0], *points[::2]), (pen[1], *points[1::2])
    return sum(map(float.__mul__, weights, xs)), sum(map(float.__mul__, weights, ys))


def shrunk(rows: Rows, radius: int) -> Rows:
    """Bits whose surroundings, a disc of ``radius`` bits, are all set (erosion)."""
    return _inverse(grown(_inverse(rows), radius))


def grown(rows: Rows, radius: int) -> Rows:
    """Bits with a set one within ``radius`` (dilation)."""
    result = list(rows)
    wide, reach = rows, 0
    # From the outermost rows of the disc, the narrowest, to its middle: each widens what the last one has made.
    for away in range(radius, -1, -1):
        half = math.isqrt(radius * radius - away * away)
        while reach < half:
            wide = tuple((row | row << 1 | row >> 1) & EVERY for row in wide)
            reach += 1
        for row, bits in enumerate(wide):
            if bits:
                if row >= away:
                    result[row - away] |= bits
                if row + away < SIDE:
                    result[row + away] |= bits
    return tuple(result)


def _inverse(rows: Rows) -> Rows:
    return tuple(row ^ EVERY for row in rows)


def pieces(rows: Sequence[int]) -> list[list[Run]]:
    """Runs that hang together, over corners too."""
    found: list[list[Run]] = []
    belongs: list[int] = []
    above: list[tuple[Run, int]] = []
    for row, bits in enumerate(rows):
        here = []
        for run in _runs(row, bits):
            touched = {
                _first(belongs, name)
                for other, name in above
                if other.start <= run.end and run.start <= other.end
            }
            if touched:
                name = min(touched)
                for other_name in touched - {name}:
                    belongs[other_name] = name
                    found[name] += found[other_name]
                    found[other_name] = []
            else:
                name = len(found)
                found.append([])
                belongs.append(name)
            found[name].append(run)
            here.append((run, name))
        above = here
    return [piece for piece in found if piece]


def _first(belongs: list[int], name: int) -> int:
    while belongs[name] != name:
        name = belongs[name]
    return name


def _runs(row: int, bits: int) -> Iterator[Run]:
    at = 0
    while bits:
        gap = (bits & -bits).bit_length() - 1
        bits >>= gap
        length = (~bits & (bits + 1)).bit_length() - 1
        yield Run(row, at + gap, at + gap + length)
        bits >>= length
        at += gap + length


def rows_of(piece: Iterable[Run]) -> Rows:
    """The bitmap of a piece alone."""
    rows = [0] * SIDE
    for run in piece:
        rows[run.row] |= _span(run.start, run.end)
    return tuple(rows)
