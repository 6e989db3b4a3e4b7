"""Outlines as fine polylines, points as complex numbers: what tests measure them by."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from brochure.content.svg_path import Command

CHORD = 0.12
"""Longest chord: on a circle of radius 1 it stands off by 0.002."""

CELL = 2 * CHORD


def contours(commands: Sequence[Command]) -> list[list[Command]]:
    """The commands of each contour, without Z."""
    found: list[list[Command]] = []
    for verb, values in commands:
        if verb == "M":
            found.append([])
        if verb != "Z":
            found[-1].append((verb, values))
    return found


def polyline(contour: Sequence[Command]) -> list[complex]:
    """A contour of M L Q C, closed: its last point is its first."""
    (_, start), *segments = contour
    points = [complex(*start)]
    for _, values in (*segments, ("L", start)):
        handles = [points[-1], *map(complex, values[::2], values[1::2])]
        steps = 6 + math.ceil(1.5 * sum(abs(b - a) for a, b in pairwise(handles)) / CHORD)
        points.extend(_at(handles, step / steps) for step in range(1, steps + 1))
    return points


def _at(handles: list[complex], t: float) -> complex:
    """De Casteljau's construction, for any degree."""
    while len(handles) > 1:
        handles = [a + t * (b - a) for a, b in pairwise(handles)]
    return handles[0]


def box(points: Sequence[complex]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    xs, ys = [point.real for point in points], [point.imag for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def area(points: Sequence[complex]) -> float:
    """Signed: what runs the other way round is negative."""
    return sum((a.conjugate() * b).imag for a, b in pairwise(points)) / 2


def distance(points: Sequence[complex], line: Sequence[complex]) -> float:
    """The greatest distance from every third of the points to the line; infinity stands for more than a cell."""
    cells = defaultdict(list)
    for a, b in pairwise(line):
        if a != b:
            cells[_cell((a + b) / 2)].append((a, b))
    return max(_nearest(point, cells) for point in points[::3])


def _cell(point: complex) -> tuple[int, int]:
    return math.floor(point.real / CELL), math.floor(point.imag / CELL)


def _nearest(point: complex, cells: dict[tuple[int, int], list[tuple[complex, complex]]]) -> float:
    column, row = _cell(point)
    around = [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    chords = [chord for cell in around for chord in cells.get(cell, ())]
    return min((_to_chord(point, a, b) for a, b in chords), default=math.inf)


def _to_chord(point: complex, a: complex, b: complex) -> float:
    along = ((point - a) * (b - a).conjugate()).real / abs(b - a) ** 2
    return abs(point - a - min(max(along, 0.0), 1.0) * (b - a))
