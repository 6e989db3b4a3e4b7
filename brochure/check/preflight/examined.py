"""A file as the rules see it: its objects, and all that its pages paint, in pt of the page's own space, y up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

import pikepdf
from msgspec import Struct, field

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

Kind = Literal["fill", "stroke", "text", "image", "shading"]
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
_WHITES = {
    ("DeviceCMYK", (0.0, 0.0, 0.0, 0.0)),
    ("DeviceRGB", (1.0, 1.0, 1.0)),
    ("DeviceGray", (1.0,)),
    ("Separation", (0.0,)),
}
EVERY_PLATE = "All"
"""The colorant of registration marks (ISO 32000-1, 8.6.6.4)."""


class Colour(Struct, frozen=True):
    """``space``: family of the colour space, ``DeviceCMYK``. ``amounts``: 0 to 1. ``inks``: names of the colorants of
    a Separation or DeviceN.
    """

    space: str
    amounts: tuple[float, ...] = ()
    inks: tuple[str, ...] = ()

    @property
    def cmyk(self) -> tuple[float, float, float, float] | None:
        """Of a colour in DeviceCMYK."""
        if self.space != "DeviceCMYK" or len(self.amounts) != 4:
            return None
        cyan, magenta, yellow, black = self.amounts
        return cyan, magenta, yellow, black

    @property
    def on_every_plate(self) -> bool:
        return EVERY_PLATE in self.inks

    @property
    def is_black_alone(self) -> bool:
        return self.cmyk is not None and self.cmyk[:3] == (0, 0, 0) and self.cmyk[3] > 0

    @property
    def is_white(self) -> bool:
        """Bare paper, in any device space; a tint of nothing."""
        return (self.space, self.amounts) in _WHITES

    def __str__(self) -> str:
        if self.cmyk is not None:
            return " ".join(f"{ink} {100 * each:g}" for ink, each in zip("CMYK", self.cmyk, strict=True))
        return " ".join([self.space, *self.inks, *(f"{each:g}" for each in self.amounts)])


class Painted(Struct, frozen=True):
    """One operation that leaves ink. ``overprints``: with ``keeps_zero``, an ink of 0 leaves what lies below (OPM 1).
    ``box``: what is to be seen of it. ``thin``: width of a stroke, the shorter side of a fill before it is cut, pt.
    ``size``: of text, pt on paper.
    """

    kind: Kind
    colour: Colour
    overprints: bool
    keeps_zero: bool
    box: Box
    thin: float = 0.0
    size: float = 0.0


class ColourUse(Struct, frozen=True):
    """A colour space that a page uses. ``where``: in a line, "the page", "a soft mask"."""

    space: str
    where: str
    box: Box
    inks: tuple[str, ...] = ()


class Picture(Struct, frozen=True):
    """``ppi``: pixels an inch on paper, in the coarser direction. ``bits``: of a pixel's component."""

    ppi: float
    bits: int
    box: Box


class Walked(Struct):
    """What one walk through a page's streams collects. ``see_through``, ``device``, ``broken``: what, and where."""

    painted: list[Painted] = field(default_factory=list)
    uses: list[ColourUse] = field(default_factory=list)
    blends: list[ColourUse] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    fonts: dict[str, pikepdf.Object] = field(default_factory=dict)
    see_through: list[tuple[str, Box]] = field(default_factory=list)
    device: list[tuple[str, Box]] = field(default_factory=list)
    packed: list[tuple[str, Box]] = field(default_factory=list)
    broken: list[tuple[str, Box]] = field(default_factory=list)


class Sheet(Struct, frozen=True):
    """A page. ``number`` counts from 1. ``given``: the boxes that it names itself or inherits, by key without slash.
    ``trim``, ``bleed``: with what stands in for them where they are missing (ISO 32000-1, 14.11.2).
    """

    number: int
    page: pikepdf.Page
    given: Mapping[str, Box]
    trim: Box
    bleed: Box
    walked: Walked


class Examined(Struct, frozen=True, dict=True):
    """``data``: the file's bytes. ``name``: for findings. ``metadata``: XMP by qualified name, ``{uri}local``.
    ``warnings``: what the reader had to mend.
    """

    data: bytes
    name: str
    pdf: pikepdf.Pdf
    sheets: tuple[Sheet, ...]
    metadata: Mapping[str, str]
    has_metadata: bool
    warnings: tuple[str, ...]

    def painted(self) -> Iterator[tuple[Sheet, Painted]]:
        """All pages."""
        for sheet in self.sheets:
            for each in sheet.walked.painted:
                yield sheet, each

    @property
    def direction(self) -> str:
        """On which side the pages are bound (ISO 32000-1, 12.2): ``L2R`` or ``R2L``."""
        said = self.pdf.Root.get("/ViewerPreferences")
        return str(said.get("/Direction", "/L2R"))[1:] if isinstance(said, pikepdf.Dictionary) else "L2R"

    @cached_property
    def info(self) -> Mapping[str, str]:
        """The document information dictionary; names as ``/False``."""
        said = self.pdf.trailer.get("/Info")
        return {str(k): str(v) for k, v in said.items()} if isinstance(said, pikepdf.Dictionary) else {}


def cut(box: Box, by: Box) -> Box:
    """What of ``box`` lies in ``by``; right left of left where nothing does."""
    return max(box[0], by[0]), max(box[1], by[1]), min(box[2], by[2]), min(box[3], by[3])


def is_empty(box: Box) -> bool:
    """Whether :func:`cut` left nothing; a line without width is something."""
    return box[0] > box[2] or box[1] > box[3]


def meets(box: Box, other: Box) -> bool:
    """Whether they share more than an edge, or a line crosses."""
    return box[0] < other[2] and box[2] > other[0] and box[1] < other[3] and box[3] > other[1]


def grown(box: Box, by: float) -> Box:
    """``by`` pt more on each side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
