"""Transformation matrices (ISO 32000-1, 8.3.3), and the boxes of what they move."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import pikepdf

from brochure.check.preflight.examined import Box

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)


def matrix_of(numbers: Iterable[object]) -> Matrix:
    """Six numbers of a file. Raises ValueError for others."""
    a, b, c, d, e, f = (finite(each) for each in numbers)
    return a, b, c, d, e, f


def finite(number: object) -> float:
    """A number of a file. Raises ValueError for what is none, or none that a page can hold."""
    value = float(number)  # type: ignore[arg-type]
    if not math.isfinite(value) or abs(value) > 1e9:
        raise ValueError(f"{value} is no length")
    return value


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies ``first``, then ``second`` (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(point: Point, matrix: Matrix) -> Point:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def around(points: Sequence[Point]) -> Box:
    """The upright box of at least one point."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def moved_box(box: Box, matrix: Matrix) -> Box:
    """The upright box around a moved one."""
    left, bottom, right, top = box
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    return around([moved(each, matrix) for each in corners])


def scale(matrix: Matrix) -> float:
    """How much longer lengths become, on average of both directions."""
    a, b, c, d = matrix[:4]
    return math.sqrt(abs(a * d - b * c))


def box_of(rectangle: pikepdf.Object) -> Box:
    """A rectangle of a file, corners in whichever order (7.9.5). Raises ValueError and TypeError for something else."""
    a, b, c, d = (finite(each) for each in rectangle)
    return min(a, c), min(b, d), max(a, c), max(b, d)
