"""The ink of set lines where it stands on a page: boxes of glyphs first, columns of their outlines where boxes meet.

A glyph is as thick as its skyline: what lies between its lowest and its highest ink in a column counts as ink, so a
letter that hangs into the bowl of another touches it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from brochure.model.fonts import Face
from brochure.text.faces import glyph_box, open_face
from brochure.text.lines import Line
from brochure.text.skyline import COLUMNS, skyline


class InkBox(Struct, frozen=True, gc=False):
    """An upright box in pt, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: InkBox, air: float) -> bool:
        """Whether less than ``air`` pt parts the two, to the side and in height."""
        return (
            self.left - other.right < air
            and other.left - self.right < air
            and self.top - other.bottom < air
            and other.top - self.bottom < air
        )

    def grown(self, by: float) -> InkBox:
        """The box with ``by`` pt around it."""
        return InkBox(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, other: InkBox, slack: float = 0.0) -> bool:
        """Whether the other lies inside, up to ``slack`` pt over an edge."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def distance(self, other: InkBox) -> float:
        """Between the nearest points, pt; where the boxes overlap, the overlap in height, negative."""
        aside = max(self.left - other.right, other.left - self.right)
        above = max(self.top - other.bottom, other.top - self.bottom)
        if aside > 0:
            return math.hypot(aside, max(above, 0.0))
        return above


class InkGlyph(Struct, frozen=True):
    """A glyph on a page. ``x``, ``y``: its origin, pt, y downwards; ``scale``: pt a font unit; ``box``: its ink."""

    face: Face
    gid: int
    x: float
    y: float
    scale: float
    box: InkBox

    def columns(self, left: float = -math.inf, right: float = math.inf) -> dict[int, InkBox]:
        """The ink by columns of the skyline, as far as it is between ``left`` and ``right``."""
        wide = self.width
        near = {}
        for number, (low, high) in skyline(self.face, self.gid).items():
            start = self.x + number * wide
            if left <= start + wide and start <= right:
                near[number] = InkBox(
                    max(start, self.box.left),
                    self.y - high * self.scale,
                    min(start + wide, self.box.right),
                    self.y - low * self.scale,
                )
        return near

    @property
    def width(self) -> float:
        """Of a column, pt."""
        return open_face(self.face).units_per_em / COLUMNS * self.scale


def ink_glyphs(line: Line, x: float, baseline: float) -> tuple[InkGlyph, ...]:
    """The glyphs that have ink of a line whose left edge stands at ``x`` and its baseline at ``baseline``."""
    found = []
    for run in line.runs:
        scale = run.size / open_face(run.face).units_per_em
        for cluster in run.clusters:
            for glyph in cluster.glyphs:
                ink = glyph_box(run.face, glyph.gid)
                if ink.left != ink.right:
                    at, y = x + cluster.x + glyph.dx * scale, baseline - glyph.dy * scale
                    box = InkBox(
                        at + ink.left * scale,
                        y - ink.top * scale,
                        at + ink.right * scale,
                        y - ink.bottom * scale,
                    )
                    found.append(InkGlyph(run.face, glyph.gid, at, y, scale, box))
    return tuple(found)


def distance(ones: Sequence[InkGlyph], others: Sequence[InkGlyph], enough: float) -> float:
    """Between the ink of two lines, pt; ``enough`` where it is that or more, negative where one lies on the other."""
    least = enough
    others = _in_reach(others, ones, enough)
    for one in _in_reach(ones, others, enough):
        for other in others:
            if one.box.meets(other.box, least):
                least = min(least, _between(one, other, least))
    return least


def _in_reach(ones: Sequence[InkGlyph], others: Sequence[InkGlyph], air: float) -> list[InkGlyph]:
    """Those of ``ones`` that reach into the band of the others: of two lines few do."""
    top = min((other.box.top for other in others), default=math.inf) - air
    bottom = max((other.box.bottom for other in others), default=-math.inf) + air
    return [one for one in ones if one.box.bottom > top and one.box.top < bottom]


def _between(one: InkGlyph, other: InkGlyph, enough: float) -> float:
    """Between two glyphs, column by column as far as they are near each other."""
    least = enough
    near = other.columns(one.box.left - enough, one.box.right + enough)
    for column in one.columns(other.box.left - enough, other.box.right + enough).values():
        first = math.floor((column.left - enough - other.x) / other.width)
        last = math.floor((column.right + enough - other.x) / other.width)
        for number in range(first, last + 1):
            if number in near:
                least = min(least, column.distance(near[number]))
    return least
