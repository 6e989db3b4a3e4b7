"""The area above a text ends the air that its ink may rise into."""

from __future__ import annotations

import math
from typing import Literal

import pytest
from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.inks import PAPER
from brochure.layout.ceilings import under_ceilings
from brochure.layout.collisions import APART
from brochure.layout.direction import SheetDirection
from brochure.layout.elements import AreaElement, Element, Group, TextElement
from brochure.layout.fitting import Setting
from brochure.layout.operations import Role
from brochure.layout.rooms import Room, measures
from brochure.layout.shapes import rounded
from brochure.model.places import TypeRole
from brochure.model.theme import ScriptStyle
from brochure.text.lines import InkExtent, Line

ROLE = TypeRole("heading", 18, 14, 1.12, "bold", 2)
TALL = ScriptStyle(1, 1.9, 0.7, reach=1.2)
LEFT_TO_RIGHT = SheetDirection(300.0, "ltr")


def area(x: float, y: float, width: float = 80, height: float = 30) -> AreaElement:
    return AreaElement(rounded(Rect(x, y, width, height), 4), PAPER)


def text(y: float, anchor: Literal["top", "bottom"] = "bottom", x: float = 10) -> TextElement:
    room = Room(anchor, y, y - 12, y + 5, x, 80)
    return TextElement(Role.H1, Setting("p", ROLE, room, (), TALL), PAPER)


def ceilings(*elements: Element, sheet: SheetDirection = LEFT_TO_RIGHT) -> list[float]:
    inner = Group(Role.L, elements)
    return [setting.room.ceiling for setting in under_ceilings(Group(Role.SECT, (inner,)), sheet, APART)]


def test_the_nearest_area_above_is_the_ceiling() -> None:
    assert ceilings(area(10, 0), area(20, 50), text(120)) == [80 + APART]


def test_what_is_beside_below_or_around_is_none() -> None:
    assert ceilings(area(100, 0), area(10, 130), area(0, 60, 200, 100), text(120)) == [-math.inf]


def test_each_text_has_its_own() -> None:
    assert ceilings(text(20), area(10, 30), text(90), text(90, x=120)) == [-math.inf, 60 + APART, -math.inf]


def test_right_to_left_the_sheet_is_mirrored() -> None:
    """Areas stand where they are drawn, rooms count from the start edge."""
    mirrored = SheetDirection(300.0, "rtl")
    assert ceilings(area(210, 0), text(90), sheet=mirrored) == [30 + APART]
    assert ceilings(area(10, 0), text(90), sheet=mirrored) == [-math.inf]


@pytest.mark.parametrize("anchor", ["top", "bottom"])
def test_ink_may_rise_by_its_reach_but_not_over_the_ceiling(anchor: Literal["top", "bottom"]) -> None:
    by = measures(ROLE, TALL, 18)
    line = Line((), 50, InkExtent(0, 50, 24, 3))
    free = Room(anchor, 120, 105, 160, 0, 80)
    (baseline,) = free.baselines([0.0], by)
    assert free.excess([line], [0.0], by) == (0.0, 0.0)
    low = Room(anchor, 120, 105, 160, 0, 80, ceiling=baseline - 20)
    assert low.excess([line], [0.0], by)[0] == pytest.approx(4)


def test_words_beside_the_tail_of_a_bubble_stand_under_the_bubble() -> None:
    bubble, tail = area(10, 0), area(10, 28, 20, 20)
    outline = replace(bubble.outline, segments=bubble.outline.segments + tail.outline.segments)
    spoken = replace(bubble, outline=outline)
    assert ceilings(spoken, text(45, x=40)) == [30 + APART]
    assert ceilings(spoken, text(60, x=10)) == [48 + APART]
