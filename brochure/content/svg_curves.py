"""A closed contour in fewer segments: runs of short quadratics become few cubics, lines that go on straight one line.

Skia's stroker gives a round cap in sixteen quadratics; two cubics stand as near to the circle. What is drawn as lines
and cubics keeps its points. Fitting: Schneider, "An Algorithm for Automatically Fitting Digitized Curves", Graphics
Gems (1990): ends and their tangents are kept, the lengths of the two handles come by least squares.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from brochure.content.svg_path import Command

FITTING = 0.01
"""Largest distance, in grid units, of a fitted cubic from the quadratics it stands for: 2 micrometres at 13 mm."""

STRAIGHT = 0.001
"""Largest distance, in grid units, of a point from the line that is drawn without it: the rounding of coordinates."""

_CORNER = math.cos(math.radians(3))
"""A turn sharper than this is a corner; neighbours on a circle, even of a short cap, meet without a turn."""

_SAMPLES = (1 / 3, 2 / 3, 1.0)
"""Where on each quadratic the distance is measured."""

_ROUNDS = 3
_HOPELESS = 3 * FITTING
"""A second round hardly brings a curve nearer than to a third."""

_LONGEST = 64
"""Quadratics tried as one cubic; a whole ring has 32. It bounds the time that a drawing of thousands takes."""


class _Piece(Struct, frozen=True):
    """A segment, points as complex numbers: two of a line, three of a quadratic, four of a cubic."""

    points: tuple[complex, ...]

    @property
    def is_quadratic(self) -> bool:
        return len(self.points) == 3

    def leaves(self) -> complex:
        """Unit tangent at the start."""
        return _direction(self.points)

    def arrives(self) -> complex:
        """Unit tangent at the end."""
        return -_direction(self.points[::-1])


def simplified(contour: Sequence[Command]) -> tuple[Command, ...]:
    """The contour M, then L and C, closed by what follows it. ``contour``: M, then L, Q and C, grid units.

    It may begin at another of its points; it runs in the same direction.
    """
    pieces = _from_a_corner(_pieces(contour))
    if not pieces:
        return tuple(contour[:1])
    found: list[_Piece] = []
    for run in _runs(pieces):
        found.extend(_fitted(run) if run[0].is_quadratic else run)
    start = found[0].points[0]
    straight = list(_straightened(found))
    if len(straight) > 1 and len(straight[-1].points) == 2:
        del straight[-1]  # closing draws it
    moves = [("M", _plain((start,)))]
    return (*moves, *(("L" if len(p.points) == 2 else "C", _plain(p.points[1:])) for p in straight))


def _plain(points: Iterable[complex]) -> tuple[float, ...]:
    return tuple(v for point in points for v in (point.real, point.imag))


def _pieces(contour: Sequence[Command]) -> list[_Piece]:
    """The contour with the line that closes it, without segments that rounding would make nothing."""
    (_, (x, y)), *segments = contour
    pen = complex(x, y)
    pieces = []
    for _, values in (*segments, ("L", (x, y))):
        points = (pen, *map(complex, values[::2], values[1::2]))
        if any(abs(point - pen) > STRAIGHT for point in points):
            pieces.append(_Piece(points))
            pen = points[-1]
    return pieces


def _from_a_corner(pieces: list[_Piece]) -> list[_Piece]:
    """Begun where a run begins, so that no curve is cut by the start; a ring without a corner stays as it is."""
    for i, piece in enumerate(pieces):
        if not _goes_on(pieces[i - 1], piece):
            return pieces[i:] + pieces[:i]
    return pieces


def _runs(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Quadratics that go on smoothly, together; everything else alone."""
    run = pieces[:1]
    for before, piece in pairwise(pieces):
        if not _goes_on(before, piece):
            yield run
            run = []
        run.append(piece)
    yield run


def _goes_on(before: _Piece, piece: _Piece) -> bool:
    return before.is_quadratic and piece.is_quadratic and _dot(before.arrives(), piece.leaves()) > _CORNER


def _fitted(run: list[_Piece]) -> list[_Piece]:
    """One cubic where it comes near enough; otherwise both halves on their own, which keeps what is symmetric so."""
    if len(run) == 1:
        a, b, c = run[0].points
        return [_Piece((a, a + 2 / 3 * (b - a), c + 2 / 3 * (b - c), c))]
    cubic = _cubic(run) if len(run) <= _LONGEST else None
    if cubic:
        return [cubic]
    reached = list(accumulate(abs(piece.points[2] - piece.points[0]) for piece in run))
    # Rounded up by a hair: two equal halves are to be found as such whatever the last digit says.
    middle = min(max(bisect(reached, reached[-1] / 2 * (1 + 1e-6)), 1), len(run) - 1)
    return _fitted(run[:middle]) + _fitted(run[middle:])


def _cubic(run: list[_Piece]) -> _Piece | None:
    """The cubic that keeps both ends of the run and its tangents there; None when it leaves the run too far."""
    targets = [_on_quadratic(piece.points, t) for piece in run for t in _SAMPLES]
    start, end = run[0].points[0], run[-1].points[2]
    out, back = run[0].leaves(), -run[-1].arrives()
    reached, times = 0.0, []
    for before, target in pairwise((start, *targets)):
        reached += abs(target - before)
        times.append(reached)
    times = [time / reached for time in times]
    for _ in range(_ROUNDS):
        handles = _handles(start, end, out, back, targets, times)
        if not handles:
            return None
        points = (start, start + handles[0] * out, end + handles[1] * back, end)
        worst, times = _compared(points, targets, times)
        if worst <= FITTING:
            return _Piece(points)
        if worst > _HOPELESS:
            break
    return None


def _handles(
    start: complex, end: complex, out: complex, back: complex, targets: list[complex], times: list[float]
) -> tuple[float, float] | None:
    """Lengths of both handles with the least sum of squared distances; None when one would point backwards."""
    aa = ab = bb = at = bt = 0.0
    for target, t in zip(targets, times, strict=True):
        u = 1 - t
        one, two = 3 * t * u * u, 3 * t * t * u
        left = target - start * (u * u * u + one) - end * (t * t * t + two)
        aa += one * one
        bb += two * two
        ab += one * two
        at += one * _dot(out, left)
        bt += two * _dot(back, left)
    ab *= _dot(out, back)
    size = aa * bb - ab * ab
    if size < 1e-12:
        return None
    first, second = (at * bb - bt * ab) / size, (bt * aa - at * ab) / size
    return (first, second) if first > 0 and second > 0 else None


def _compared(
    points: tuple[complex, complex, complex, complex], targets: list[complex], times: list[float]
) -> tuple[float, list[float]]:
    """The greatest distance from a target to the cubic near its time, and the times of the nearest points.

    Where the distance is hopeless the rest is not looked at.
    """
    p0, p1, p2, p3 = points
    worst, nearest = 0.0, []
    for target, time in zip(targets, times, strict=True):
        t, u = time, 1 - time
        slope = 3 * (u * u * (p1 - p0) + 2 * u * t * (p2 - p1) + t * t * (p3 - p2))
        apart = u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3 - target
        steep = _dot(slope, slope)
        if steep > 0:
            t = min(max(t - _dot(apart, slope) / steep, 0.0), 1.0)
            u = 1 - t
            apart = u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3 - target
        worst = max(worst, abs(apart))
        if worst > _HOPELESS:
            break
        nearest.append(t)
    return worst, nearest


def _straightened(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Lines one behind the other, each going on as the last one went, drawn as one."""
    passed: list[complex] = []
    for piece in pieces:
        if len(piece.points) > 2:
            yield from _line(passed)
            passed = []
            yield piece
            continue
        a, b = piece.points
        if passed and not _is_straight(passed, b):
            yield from _line(passed)
            passed = []
        passed = [*(passed or [a]), b]
    yield from _line(passed)


def _line(passed: list[complex]) -> Iterator[_Piece]:
    if passed:
        yield _Piece((passed[0], passed[-1]))


def _is_straight(passed: list[complex], end: complex) -> bool:
    """Whether a line from the first to ``end`` passes every point between in order."""
    whole = end - passed[0]
    length = abs(whole)
    if not length:
        return False
    along = whole / length
    steps = [_dot(along, b - a) for a, b in pairwise((*passed, end))]
    aside = [abs((along.conjugate() * (point - passed[0])).imag) for point in passed]
    return min(steps) > 0 and max(aside) <= STRAIGHT


def _on_quadratic(points: tuple[complex, ...], t: float) -> complex:
    a, b, c = points
    u = 1 - t
    return u * u * a + 2 * u * t * b + t * t * c


def _direction(points: Sequence[complex]) -> complex:
    first, *others = points
    return next(((point - first) / abs(point - first) for point in others if point != first), 0j)


def _dot(a: complex, b: complex) -> float:
    return a.real * b.real + a.imag * b.imag
