"""Places and uses of type, as slots are made of them. In pt; x from the sheet's start edge, y from the trim's top."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from brochure.model.fonts import Weight


class TypeRole(Struct, frozen=True):
    """A use of type. ``size`` and ``floor`` in pt for Latin, ``leading`` in em, ``lines`` the most lines a text may
    take. Numbers have ``floor == size``: they never shrink. ``short_size``: in scripts that say more in less room.
    ``airy``: leading in em up to which lines move apart where room is left; None: they never do.
    """

    name: str
    size: float
    floor: float
    leading: float
    weight: Weight
    lines: int
    short_size: float | None = None
    airy: float | None = None


class Area(Struct, frozen=True):
    """A coloured area of fixed place and size: ink, and the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    ink: str


class Frame(Struct, frozen=True):
    """Where words may stand: top, height and measure of fixed size."""

    x: float
    y: float
    width: float
    height: float


class Tail(Struct, frozen=True):
    """What makes an area a bubble. It hangs from the lower edge, its upright edge ``offset`` from ``side``."""

    side: Literal["start", "end"]
    offset: float
    width: float
    height: float


class Bubble(Struct, frozen=True):
    """A speech bubble; without ``tail`` a plain area."""

    area: Area
    tail: Tail | None
