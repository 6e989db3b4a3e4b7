"""How high the ink of a text may rise: up to the coloured area above it, whatever its script is used to.

Tall scripts may rise into the air above their place (``reach`` of a script in the theme); where an area ends close
above a place, there is less air than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from brochure.layout.direction import SheetDirection
from brochure.layout.edges import Shape
from brochure.layout.elements import AreaElement, Element, Group, TurnedElement, settings_in
from brochure.layout.fitting import Setting
from brochure.text.ink import InkBox


def under_ceilings(panel: Group, sheet: SheetDirection, air: float) -> tuple[Setting, ...]:
    """The settings of a panel in reading order, each with the ceiling of its room. ``air``: what stays free of ink
    between an area and what stands under it, pt.
    """
    # Words may stand beside the tail of a bubble, under the bubble itself.
    areas = [box for area in _areas(panel.children) for box in Shape(area.outline).ring_boxes]
    turned = {id(setting) for setting in settings_in(_turned(panel.children))}
    return tuple(
        setting if id(setting) in turned else _under(setting, areas, sheet, air)
        for setting in settings_in([panel])
    )


def _turned(elements: Sequence[Element]) -> list[Element]:
    """What runs up the page has its own way up."""
    inner = [each for group in elements if isinstance(group, Group) for each in _turned(group.children)]
    return [*(each for each in elements if isinstance(each, TurnedElement)), *inner]


def _areas(elements: Sequence[Element]) -> Iterator[AreaElement]:
    for element in elements:
        if isinstance(element, AreaElement):
            yield element
        elif isinstance(element, Group):
            yield from _areas(element.children)


def _under(setting: Setting, areas: Sequence[InkBox], sheet: SheetDirection, air: float) -> Setting:
    room = setting.room
    left = (setting.sheet or sheet).left(room.x, room.measure)
    above = [
        area.bottom
        for area in areas
        if area.bottom <= room.y and area.left < left + room.measure and area.right > left
    ]
    ceiling = max((room.ceiling, *(bottom + air for bottom in above)))
    return replace(setting, room=replace(room, ceiling=ceiling))
