"""Places and uses of type, as slots are made of them. In pt; x from the sheet's start edge, y from the trim's top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brochure.model.fonts import Weight


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A use of type. ``size`` and ``floor`` in pt for Latin, ``leading`` in em, ``lines`` the most lines a text may
    take. Numbers have ``floor == size``: they never shrink. ``short_size``: in scripts that say more in less room.
    """

    name: str
    size: float
    floor: float
    leading: float
    weight: Weight
    lines: int
    short_size: float | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A coloured area of fixed place and size: ink, and the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    ink: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where words may stand: top, height and measure of fixed size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tail:
    """What makes an area a bubble. It hangs from the lower edge, its upright edge ``offset`` from ``side``."""

    side: Literal["start", "end"]
    offset: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bubble:
    """A speech bubble; without ``tail`` a plain area."""

    area: Area
    tail: Tail | None
