"""A product: sheet, panels and their fixed slots. Lengths in pt; x from the sheet's start edge, y from the trim's top.

Nothing here knows left or right: layout resolves the direction in one function (``brochure.layout.direction``).
"""

from __future__ import annotations

from collections.abc import Mapping
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
class Bubble:
    """A speech bubble whose tail hangs from its lower edge.

    ``tail``: the side from which ``offset`` counts to the tail's upright edge. The tail is ``tail_width`` wide and
    ``tail_height`` high.
    """

    area: Area
    tail: Literal["start", "end"]
    offset: float
    tail_width: float
    tail_height: float


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


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Size of the DRAFT box, its top, and its distance from the end of the panel's column."""

    width: float
    height: float
    y: float
    line: float
    role: TypeRole


Flip = Literal["short", "long"]
"""The edge of the paper about which its back follows its front."""


@dataclass(frozen=True, slots=True)
class FlipLine:
    """Where a side says how to print on both: the line's start and its baseline."""

    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class OfficePlace:
    """A sheet from an office printer. ``edge``: what no such printer reaches, so it stays white. ``lines``: by side."""

    flip: Flip
    edge: float
    role: TypeRole
    lines: Mapping[str, FlipLine]


@dataclass(frozen=True, slots=True)
class PanelPlace:
    """``x``/``width``: the panel on its side of the sheet; ``column_x``/``measure``: its words."""

    id: str
    x: float
    width: float
    column_x: float
    measure: float
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class Side:
    """One face of the sheet, a page of the PDF. ``folds``: x from the start edge."""

    id: str
    folds: tuple[float, ...]
    panels: tuple[PanelPlace, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """``safe``: distance from the trim that no word may enter. ``bleed``: colour beyond the trim on paper.
    ``office``: None where nothing is made for office printers.
    """

    id: str
    width: float
    height: float
    bleed: float
    safe: float
    targets: tuple[str, ...]
    sides: tuple[Side, ...]
    draft: DraftPlace
    office: OfficePlace | None = None
