"""Inks as colour operators: one table entry for each device colour space that a target may use."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from brochure.base.inks import REGISTRATION, Ink
from brochure.paint.syntax import numbers

OVERPRINTING = "Kover"
KNOCKING_OUT = "Knock"
"""Names of the two graphics state dictionaries that print resources carry."""

EVERY_PLATE = "All"
"""Name of the colour space of registration marks among the resources (ISO 32000-1, 8.6.6.4: Separation /All)."""


class InkSpace(Struct, frozen=True):
    """A device colour space (ISO 32000-1, 8.6.4): its name, operators to fill and to stroke, an ink's values in it.

    ``overprints``: say for each ink whether it overprints; screens have no plates, so they are not told.
    """

    name: str
    fill: str
    stroke: str
    values: Callable[[Ink], tuple[float, ...]]
    overprints: bool


def _cmyk(ink: Ink) -> tuple[float, ...]:
    return ink.cmyk.cyan, ink.cmyk.magenta, ink.cmyk.yellow, ink.cmyk.black


def _rgb(ink: Ink) -> tuple[float, ...]:
    return ink.rgb.red, ink.rgb.green, ink.rgb.blue


def _rgb_on_paper(ink: Ink) -> tuple[float, ...]:
    """Office printers lay full black on the black toner alone; of the theme's softer one they mix all four."""
    return (0.0, 0.0, 0.0) if ink.overprints else _rgb(ink)


DEVICE_CMYK = InkSpace("DeviceCMYK", "k", "K", _cmyk, overprints=True)
DEVICE_RGB = InkSpace("DeviceRGB", "rg", "RG", _rgb, overprints=False)
OFFICE_RGB = InkSpace("DeviceRGB", "rg", "RG", _rgb_on_paper, overprints=False)


@lru_cache(maxsize=64)
def fill_with(ink: Ink, space: InkSpace) -> str:
    """Operators that make ``ink`` the colour of fills and glyphs."""
    if _is_on_every_plate(ink, space):
        return f"/{KNOCKING_OUT} gs /{EVERY_PLATE} cs 1 scn"
    return f"{_overprint(ink, space)}{numbers(space.values(ink), 4)} {space.fill}"


@lru_cache(maxsize=64)
def stroke_with(ink: Ink, space: InkSpace) -> str:
    """Operators that make ``ink`` the colour of strokes."""
    if _is_on_every_plate(ink, space):
        return f"/{KNOCKING_OUT} gs /{EVERY_PLATE} CS 1 SCN"
    return f"{_overprint(ink, space)}{numbers(space.values(ink), 4)} {space.stroke}"


def _is_on_every_plate(ink: Ink, space: InkSpace) -> bool:
    return space.overprints and ink == REGISTRATION


def _overprint(ink: Ink, space: InkSpace) -> str:
    if not space.overprints:
        return ""
    return f"/{OVERPRINTING if ink.overprints else KNOCKING_OUT} gs "
