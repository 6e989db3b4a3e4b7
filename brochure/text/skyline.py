"""How high and how low the ink of a glyph reaches, column by column; and the air between two lines.

Boxes are too coarse for it: in Nastaliq words stand aslant, and the box of one covers the air beside it.
"""

from __future__ import annotations

import math
from functools import lru_cache

import uharfbuzz as hb
from msgspec import Struct

from brochure.base.lengths import mm
from brochure.model.fonts import Face
from brochure.text.faces import glyph_box, open_face
from brochure.text.lines import Line

COLUMNS = 50
"""Columns to the em."""

BESIDE = mm(0.2)
"""Ink so near to the side counts as in the same column: it would touch as soon as one line came down on the other."""

_STEPS = 8
"""Straight pieces that a curve is taken for, at least."""

_KNOWN = 1024
"""Glyphs that are remembered: those that come near others, of the languages at hand."""

Skyline = dict[int, tuple[float, float]]


class _Outline:
    """Takes an outline from HarfBuzz and notes what it reaches. ``column``: font units."""

    def __init__(self, column: float) -> None:
        self.column = column
        self.reached: Skyline = {}
        self.start = self.pen = (0.0, 0.0)

    def move(self, x: float, y: float, _data: object = None) -> None:
        self.start = self.pen = (x, y)

    def line(self, x: float, y: float, _data: object = None) -> None:
        x0, y0 = self.pen
        column, last = math.floor(x0 / self.column), math.floor(x / self.column)
        step = 1 if last > column else -1
        self._reach(column, y0)
        while column != last:
            edge = max(column, column + step) * self.column
            crossing = y0 + (y - y0) * (edge - x0) / (x - x0)
            self._reach(column, crossing)
            column += step
            self._reach(column, crossing)
        self._reach(last, y)
        self.pen = (x, y)

    def curve(self, over_x: float, over_y: float, x: float, y: float, _data: object = None) -> None:
        x0, y0 = self.pen
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            self.line(a * x0 + b * over_x + c * x, a * y0 + b * over_y + c * y)

    def close(self, _data: object = None) -> None:
        self.line(*self.start)

    def _reach(self, column: int, y: float) -> None:
        low, high = self.reached.get(column, (y, y))
        self.reached[column] = min(low, y), max(high, y)


@lru_cache(maxsize=_KNOWN)
def skyline(face: Face, gid: int) -> Skyline:
    """Lowest and highest ink of a glyph by column, font units, y upwards; column 0 starts at its origin."""
    opened = open_face(face)
    outline = _Outline(opened.units_per_em / COLUMNS)
    pen = hb.DrawFuncs()
    pen.set_move_to_func(outline.move)
    pen.set_line_to_func(outline.line)
    pen.set_quadratic_to_func(outline.curve)  # the declared fonts are TrueType, which has no cubic curves
    pen.set_close_path_func(outline.close)
    opened.font.draw_glyph(gid, pen)
    return outline.reached


class _Placed(Struct, frozen=True):
    """A glyph on a line: origin in pt from the line's left edge and baseline, y upwards; ``scale``: pt a font unit.
    The edges of its ink are in pt too.
    """

    face: Face
    gid: int
    x: float
    y: float
    scale: float
    left: float
    right: float
    bottom: float
    top: float


def air_between(upper: Line, lower: Line, shift: float, distance: float, enough: float) -> float:
    """The smallest vertical distance of the ink of two lines in pt, negative where it overlaps.

    ``shift``: how far right the lower line's left edge stands of the upper's, pt; ``distance``: between their
    baselines, pt. ``enough``: more than this is not measured, and answered for lines without ink in common columns.
    """
    if distance - upper.ink.bottom - lower.ink.top >= enough:
        return enough
    least = enough
    above, below = _glyphs(upper, 0.0, 0.0), _glyphs(lower, shift, -distance)
    # Of two lines few glyphs reach so far that they could come near one of the other.
    highest = max((each.top for each in below), default=-math.inf)
    above = [each for each in above if each.bottom - highest < enough]
    deepest = min((each.bottom for each in above), default=math.inf)
    below = [each for each in below if deepest - each.top < enough]
    for one in above:
        for other in below:
            if other.left > one.right + BESIDE or one.left > other.right + BESIDE:
                continue
            if one.bottom - other.top < least:
                least = min(least, _air(one, other))
    return least


def _air(one: _Placed, other: _Placed) -> float:
    """Between the skylines of two glyphs, the first above."""
    width = open_face(other.face).units_per_em / COLUMNS * other.scale
    tops = _tops(other.face, other.gid, math.ceil(BESIDE / width))
    least = math.inf
    for column, (low, _) in skyline(one.face, one.gid).items():
        middle = one.x + (column + 0.5) * open_face(one.face).units_per_em / COLUMNS * one.scale
        top = tops.get(math.floor((middle - other.x) / width))
        if top is not None:
            least = min(least, one.y + low * one.scale - other.y - top * other.scale)
    return least


@lru_cache(maxsize=_KNOWN)
def _tops(face: Face, gid: int, beside: int) -> dict[int, float]:
    """The highest ink of each column or of the ``beside`` columns on either side, font units."""
    tops: dict[int, float] = {}
    for column, (_, high) in skyline(face, gid).items():
        for near in range(column - beside, column + beside + 1):
            tops[near] = max(tops.get(near, high), high)
    return tops


def _glyphs(line: Line, x: float, y: float) -> list[_Placed]:
    """The glyphs of a line that have ink."""
    found = []
    for run in line.runs:
        scale = run.size / open_face(run.face).units_per_em
        for cluster in run.clusters:
            for glyph in cluster.glyphs:
                box = glyph_box(run.face, glyph.gid)
                if box.left != box.right:
                    at, high = x + cluster.x + glyph.dx * scale, y + glyph.dy * scale
                    left, right = at + box.left * scale, at + box.right * scale
                    bottom, top = high + box.bottom * scale, high + box.top * scale
                    found.append(_Placed(run.face, glyph.gid, at, high, scale, left, right, bottom, top))
    return found
