"""How much leading a text asks for, from the ink of its letters and marks; what a font says of itself is not asked.

Two lines can touch where the deepest ink of one comes to stand over the highest ink of the next, and a translator, a
size or a measure may bring any two clusters of a text over each other. So the leading below which lines could touch is
the sum of both, and some air.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from msgspec import Struct

from brochure.model.language import Direction
from brochure.text.faces import glyph_box, open_face
from brochure.text.lines import Cluster, Line, Run
from brochure.text.skyline import air_between

CLEARANCE = 0.03
"""Air in em that ink of two lines keeps: 0.1 mm at 9.5 pt, what a press may be off in register."""

_FAR = 4.0
"""em: lines so far apart do not touch in any script."""


class InkReach(Struct, frozen=True):
    """What the ink of some text reaches, in em of its script (the type size times the script's factor).

    ``top``: above the baseline, ``bottom``: below it, both positive away from it; ``highest`` and ``deepest``: the
    clusters that do. ``body``: twice the height of the middle of its letters without marks, which is the
    x-height in Latin; 0 where there is none.
    """

    top: float
    bottom: float
    highest: str
    deepest: str
    body: float

    @property
    def leading(self) -> float:
        """Below this two lines could touch; with ``CLEARANCE``."""
        return self.top + self.bottom + CLEARANCE


def ink_reach(lines: Iterable[Line], em: float) -> InkReach:
    """Over all clusters of some lines. ``em``: pt, the size they are set in with the script's factor."""
    top, bottom, highest, deepest = 0.0, 0.0, "", ""
    tops: list[float] = []
    bottoms: list[float] = []
    clusters = ((run, cluster) for line in lines for run in line.runs for cluster in run.clusters)
    for of, cluster in clusters:
        ink = _ink(of, cluster)
        if ink is None:
            continue
        low, high = ink[0] / em, ink[1] / em
        if high > top:
            top, highest = high, cluster.text
        if -low > bottom:
            bottom, deepest = -low, cluster.text
        if len(cluster.text) == 1 and cluster.text.isalpha():  # marks are no part of the body
            tops.append(high)
            bottoms.append(low)
    return InkReach(top, bottom, highest, deepest, median(tops) + median(bottoms) if tops else 0.0)


def leading_of_pairs(lines: Iterable[Line], em: float, direction: Direction) -> float:
    """The leading in em below which some line would touch the one after it; 0 for fewer than two lines."""
    most = 0.0
    for upper, lower in pairwise(lines):
        shift = upper.width - lower.width if direction == "rtl" else 0.0
        far = _FAR * em
        air = air_between(upper, lower, shift, far, far)
        most = max(most, _FAR + CLEARANCE - air / em)
    return most


def _ink(run: Run, cluster: Cluster) -> tuple[float, float] | None:
    """Lowest and highest ink of a cluster, pt from the baseline, y upwards; None where it has none."""
    scale = run.size / open_face(run.face).units_per_em
    placed = [(glyph_box(run.face, glyph.gid), glyph.dy) for glyph in cluster.glyphs]
    inked = [(box, dy) for box, dy in placed if box.left != box.right]
    if not inked:
        return None
    return min(box.bottom + dy for box, dy in inked) * scale, max(box.top + dy for box, dy in inked) * scale
