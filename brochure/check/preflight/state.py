"""The graphics state, as far as a press asks for it (ISO 32000-1, 8.4)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from msgspec import Struct
from msgspec.structs import replace

from brochure.check.preflight.colour_spaces import Space
from brochure.check.preflight.examined import Box, Colour
from brochure.check.preflight.transform import Matrix, finite

BLACK = Colour("DeviceGray", (0.0,))
_GREY = Space("DeviceGray")
_DEVICE = {
    "g": "DeviceGray",
    "rg": "DeviceRGB",
    "k": "DeviceCMYK",
}


class State(Struct, frozen=True):
    """``clip``: box of what may be seen. ``font``: its name among the fonts met, "" for none. ``where``: in a line,
    what is painted. ``quiet``: inks are noted, paintings not: a cell of a pattern, a soft mask.
    """

    matrix: Matrix
    clip: Box
    where: str = "the page"
    quiet: bool = False
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_space: Space = _GREY
    stroke_space: Space = _GREY
    fill_overprints: bool = False
    stroke_overprints: bool = False
    keeps_zero: bool = False
    width: float = 1.0
    font: str = ""
    size: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    mode: int = 0

    def with_settings(self, settings: pikepdf.Object) -> State:
        """As a dictionary of graphics state parameters says (8.4.5); OP sets both where op is absent (11.7.4.3)."""
        stroke = bool(settings.get("/OP", self.stroke_overprints))
        fill = bool(settings.get("/op", settings.get("/OP", self.fill_overprints)))
        keeps = int(settings.get("/OPM", int(self.keeps_zero))) == 1
        width = finite(settings.get("/LW", self.width))
        return replace(self, stroke_overprints=stroke, fill_overprints=fill, keeps_zero=keeps, width=width)

    def coloured(self, stroke: bool, colour: Colour, space: Space) -> State:
        """With another colour to stroke or to fill."""
        if stroke:
            return replace(self, stroke=colour, stroke_space=space)
        return replace(self, fill=colour, fill_space=space)


def see_through(settings: pikepdf.Object) -> Iterator[str]:
    """What a dictionary of graphics state parameters makes transparent (11.6.4, 11.6.5)."""
    for key in ("/CA", "/ca"):
        opacity = finite(settings.get(key, 1))
        if opacity != 1:
            yield f"{key[1:]} {opacity:g}"
    mode = settings.get("/BM", pikepdf.Name.Normal)
    first = str(mode[0] if isinstance(mode, pikepdf.Array) else mode)
    if first not in {"/Normal", "/Compatible"}:
        yield f"blend mode {first[1:]}"
    if isinstance(settings.get("/SMask"), pikepdf.Dictionary):
        yield "a soft mask"


def transfers(settings: pikepdf.Object) -> Iterator[str]:
    """Curves that belong to one press (10.4)."""
    for key in ("/TR", "/TR2", "/HTP"):
        if key in settings and str(settings[key]) not in {"/Identity", "/Default"}:
            yield f"{key[1:]} in a graphics state"


def device_space(operator: str) -> str:
    """The device space that a colour operator names, "" for other operators."""
    return _DEVICE.get(operator.lower(), "")


def numbers(operands: list[pikepdf.Object]) -> tuple[float, ...]:
    """Those operands that are numbers; a pattern's name is none."""
    return tuple(finite(each) for each in operands if not isinstance(each, pikepdf.Name))


SETTINGS = {
    "Tz": ("stretch", 0.01),
    "TL": ("leading", 1.0),
    "Ts": ("rise", 1.0),
    "Tc": ("spacing", 1.0),
    "Tw": ("word_spacing", 1.0),
    "w": ("width", 1.0),
}
"""Operators of one number: the entry they set, and its unit."""
