"""Room for words: an anchor that does not move, and limits that glyph ink must keep.

Collisions are judged on glyph ink, not on font metrics: tall scripts reach far beyond their letters' body.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.lengths import mm
from brochure.model.places import Frame, TypeRole
from brochure.model.slots import HeadingSlot, TextSlot
from brochure.model.theme import ACCENTS, ScriptStyle
from brochure.text.lines import Line

LATIN_LEADING = 1.25
"""The leading in em that a role's own leading is stated for; scripts scale it."""

CAP_OVER_BODY = 0.18
"""How far capitals and ascenders reach above the body in em, for the distance of a first line from what is above it."""

ROUNDING = 0.01
"""pt that sums of places may be off."""

SLACK = mm(0.5)
"""A descender may reach this far past a limit that only keeps air between two blocks."""


class Measures(Struct, frozen=True):
    """Measures of one role at one size in one script, pt. ``size``: for Latin; ``em``: with the script's factor;
    ``tightness``: the factor that is in ``leading``. ``reach``: how far ink may rise into the air above a place.
    ``ease``: pt of the leading that are there because room is left; the first line has them above it, too.
    """

    size: float
    tightness: float
    em: float
    leading: float
    body: float
    ascent: float
    reach: float
    ease: float = 0.0

    def eased(self, ease: float) -> Measures:
        """The same, with ``ease`` pt of air above each line."""
        more = ease - self.ease
        return replace(self, leading=self.leading + more, ascent=self.ascent + more, ease=ease)


def measures(role: TypeRole, script: ScriptStyle, size: float, tightness: float = 1.0) -> Measures:
    """``size`` for Latin; ``tightness`` scales the leading."""
    em = size * script.size
    return Measures(
        size=size,
        tightness=tightness,
        em=em,
        leading=em * role.leading * script.in_role(role.name).leading / LATIN_LEADING * tightness,
        body=em * script.body,
        ascent=em * (script.body + CAP_OVER_BODY),
        reach=em * script.reach,
    )


class Room(Struct, frozen=True):
    """Where lines may stand.

    ``anchor``: ``top`` puts the first line's ascent at ``y``; ``below`` too, but lower where its ink would rise further
    than accents do, so that words of every script begin right under a sign; ``bottom`` puts the last baseline at
    ``y``; ``middle`` puts the middle between the first line's body top and the last baseline at ``y``. ``top`` and
    ``bottom`` limit the ink, ``measure`` the width. ``x``: where lines start, from the start edge of the sheet.
    ``ceiling``: no ink rises above it, whatever the reach of its script.
    """

    anchor: Literal["top", "below", "middle", "bottom"]
    y: float
    top: float
    bottom: float
    x: float
    measure: float
    ceiling: float = -math.inf

    def baselines(self, airs: Sequence[float], by: Measures, rise: float = 0.0) -> tuple[float, ...]:
        """Baselines, top to bottom, of as many lines as ``airs``: pt above each beside the leading. ``rise``: of the
        first line's ink over its baseline.
        """
        steps = [k * by.leading + air for k, air in enumerate(accumulate(airs))]
        rest = steps[-1] if steps else 0.0
        if self.anchor == "top":
            first = self.y + by.ascent
        elif self.anchor == "below":
            first = self.y + max(by.ascent, rise - by.em * ACCENTS)
        elif self.anchor == "bottom":
            first = self.y - rest
        else:
            first = self.y + (by.body - rest) / 2
        return tuple(first + step for step in steps)

    def excess(self, lines: Sequence[Line], airs: Sequence[float], by: Measures) -> tuple[float, float]:
        """How far lines go beyond the room: (height, width) in pt, 0 where they fit. ``airs``: as of baselines."""
        if not lines:
            return 0.0, 0.0
        baselines = self.baselines(airs, by, lines[0].ink.top)
        # Only the room above a first line is sure to be air; a script that needs more of it needs it everywhere.
        accents = by.em * ACCENTS
        air = {"top": by.reach, "below": accents}.get(self.anchor, by.reach - accents)
        top = max(self.top - air, self.ceiling)
        above = max(top - (y - line.ink.top) for y, line in zip(baselines, lines, strict=True))
        below = max((y + line.ink.bottom) - self.bottom for y, line in zip(baselines, lines, strict=True))
        wide = max(line.width for line in lines) - self.measure
        high = max(above, 0.0) + max(below, 0.0)
        return high if high > ROUNDING else 0.0, wide if wide > ROUNDING else 0.0


def under(frame: Frame, top: float | None = None) -> Room:
    """Lines from the top of a frame, or from ``top`` inside it."""
    y = frame.y if top is None else top
    return Room("top", y, y, frame.y + frame.height + SLACK, frame.x, frame.width)


def down_to(frame: Frame) -> Room:
    """Lines upwards from the bottom of a frame."""
    bottom = frame.y + frame.height
    return Room("bottom", bottom, frame.y, bottom + SLACK * 3, frame.x, frame.width)


def words_of(slot: TextSlot, lower: float = 0.0) -> Room:
    """Lines as their slot asks for them; those from the top of their frame start ``lower`` pt further down."""
    if slot.baseline is not None:
        bottom = slot.frame.y + slot.frame.height
        return Room("bottom", slot.baseline, slot.frame.y, bottom, slot.frame.x, slot.frame.width)
    return down_to(slot.frame) if slot.at_bottom else under(slot.frame, slot.frame.y + lower)


def beside(frame: Frame, middle: float) -> Room:
    """Lines centred on the middle of a sign; rows keep air between each other, so no slack."""
    return Room("middle", middle, frame.y, frame.y + frame.height, frame.x, frame.width)


def below(frame: Frame) -> Room:
    """Lines under a sign; the tile of the next row begins where the frame ends."""
    return Room("below", frame.y, frame.y, frame.y + frame.height - SLACK, frame.x, frame.width)


def above(slot: HeadingSlot) -> Room:
    """Lines upwards from the baseline of a heading; descenders may hang below the frame."""
    frame = slot.frame
    return Room("bottom", slot.baseline, frame.y, frame.y + frame.height + 4 * SLACK, frame.x, frame.width)


def on(frame: Frame, baseline: float, indent: float = 0.0) -> Room:
    """One line on a given baseline, ``indent`` from the frame's start."""
    bottom = frame.y + frame.height + SLACK
    return Room("bottom", baseline, frame.y - SLACK, bottom, frame.x + indent, frame.width - indent)
