"""Inks as colour operators: one table entry for each device colour space that a target may use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from brochure.base.inks import Ink
from brochure.paint.syntax import numbers

OVERPRINTING = "Kover"
KNOCKING_OUT = "Knock"
"""Names of the two graphics state dictionaries that print resources carry."""


@dataclass(frozen=True, slots=True)
class InkSpace:
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


DEVICE_CMYK = InkSpace("DeviceCMYK", "k", "K", _cmyk, overprints=True)
DEVICE_RGB = InkSpace("DeviceRGB", "rg", "RG", _rgb, overprints=False)


def fill_with(ink: Ink, space: InkSpace) -> str:
    """Operators that make ``ink`` the colour of fills and glyphs."""
    return f"{_overprint(ink, space)}{numbers(space.values(ink), 4)} {space.fill}"


def stroke_with(ink: Ink, space: InkSpace) -> str:
    """Operators that make ``ink`` the colour of strokes."""
    return f"{_overprint(ink, space)}{numbers(space.values(ink), 4)} {space.stroke}"


def _overprint(ink: Ink, space: InkSpace) -> str:
    if not space.overprints:
        return ""
    return f"/{OVERPRINTING if ink.overprints else KNOCKING_OUT} gs "
