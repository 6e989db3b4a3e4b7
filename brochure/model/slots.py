"""Slots: where a block of each kind may stand on a panel, and how large. Lengths in pt."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.model.places import Area, Bubble, Frame, TypeRole


@dataclass(frozen=True, slots=True)
class HeadingSlot:
    """A heading set upwards from ``baseline``, the baseline of its last line. ``level`` 1 to 3."""

    frame: Frame
    baseline: float
    role: TypeRole
    level: int


@dataclass(frozen=True, slots=True)
class TextSlot:
    """Paragraphs one below the other, from the top of the frame or, ``at_bottom``, down to its bottom."""

    frame: Frame
    role: TypeRole
    at_bottom: bool = False


@dataclass(frozen=True, slots=True)
class RowsSlot:
    """``tiles``: one for each row, top to bottom; ``frames``: the words of each row, centred on their tile's middle.
    ``ink`` and ``accent`` name the inks in which the sign's roles are drawn; its paper is the tile's ink.
    """

    tiles: tuple[Area, ...]
    frames: tuple[Frame, ...]
    role: TypeRole
    ink: str
    accent: str


@dataclass(frozen=True, slots=True)
class BoxSlot:
    """A coloured box with a heading on ``baseline`` and sentences under it."""

    area: Area
    heading: HeadingSlot
    text: TextSlot


@dataclass(frozen=True, slots=True)
class CallSlot:
    """The one number to call first: sign and name, prefix, number, further numbers, sentences, in one coloured area.

    ``number_baseline`` and the like are y of baselines; all lines start at ``frame.x``.
    """

    area: Area
    frame: Frame
    sign: Area
    ink: str
    name: TypeRole
    name_baseline: float
    prefix: TypeRole
    prefix_baseline: float
    number: TypeRole
    number_baseline: float
    more: TypeRole
    more_baseline: float
    more_gap: float
    text: TextSlot


@dataclass(frozen=True, slots=True)
class ContactSlot:
    """A tile; beside it a number or an address , digit top ``drop`` under the tile's top; words ``gap`` under it."""

    tile: Area
    frame: Frame
    number: TypeRole
    text: TypeRole
    ink: str
    accent: str
    drop: float
    gap: float


@dataclass(frozen=True, slots=True)
class TearOffSlot:
    """The bare number on its area, above a dashed line from ``line_x`` over ``line_width`` at ``line_y``."""

    area: Area
    frame: Frame
    prefix: TypeRole
    prefix_baseline: float
    number: TypeRole
    number_baseline: float
    line_x: float
    line_y: float
    line_width: float


@dataclass(frozen=True, slots=True)
class EndonymSlot:
    """The language's own name, centred in height in a bubble."""

    bubble: Bubble
    frame: Frame
    role: TypeRole


@dataclass(frozen=True, slots=True)
class TitleSlot:
    """A title from the top of the frame, and ``gap`` below it a line."""

    frame: Frame
    title: TypeRole
    line: TypeRole
    gap: float


@dataclass(frozen=True, slots=True)
class SignsSlot:
    """Signs alone in a bubble that may reach over the trim. ``places``: squares; ``ink`` for all roles but paper."""

    bubble: Bubble
    places: tuple[Area, ...]
    ink: str


@dataclass(frozen=True, slots=True)
class SaySlot:
    """A sentence in the language of the services, its sound, a K rule at ``rule_y`` of width ``rule``, its meaning."""

    bubble: Bubble
    phrase: TextSlot
    sound: TextSlot
    meaning: TextSlot
    rule_y: float
    rule: float


@dataclass(frozen=True, slots=True)
class StampFieldSlot:
    """An empty field for a stamp or a local number: an outline of ``line`` pt and a small sign, both artifacts."""

    area: Area
    line: float
    sign: Area


@dataclass(frozen=True, slots=True)
class CodeLineSlot:
    """The line that tells which copy this is, on ``baseline``."""

    frame: Frame
    role: TypeRole
    baseline: float


Slot = (
    HeadingSlot
    | TextSlot
    | RowsSlot
    | BoxSlot
    | CallSlot
    | ContactSlot
    | TearOffSlot
    | EndonymSlot
    | TitleSlot
    | SignsSlot
    | SaySlot
    | StampFieldSlot
    | CodeLineSlot
)
