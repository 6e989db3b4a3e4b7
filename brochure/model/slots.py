"""Slots: where a block of each kind may stand on a panel, and how large. Lengths in pt."""

from __future__ import annotations

from msgspec import Struct

from brochure.model.places import Area, Bubble, Frame, Tail, TypeRole

LEVELS = 3
"""How deep headings go."""


class HeadingSlot(Struct, frozen=True):
    """A heading set upwards from ``baseline``, the baseline of its last line. ``level`` 1 to LEVELS."""

    frame: Frame
    baseline: float
    role: TypeRole
    level: int


class TextSlot(Struct, frozen=True):
    """Paragraphs one below the other, from the top of the frame or, ``at_bottom``, down to its bottom. ``baseline``: of
    the last line, for words that stand on one line with what is beside them; the frame then only limits their ink.
    ``parted``: pt more between sentences where one of them takes several lines.
    """

    frame: Frame
    role: TypeRole
    at_bottom: bool = False
    baseline: float | None = None
    parted: float = 0.0


class RowsSlot(Struct, frozen=True):
    """``tiles``: one for each row, in reading order; ``signs``: the squares on them; ``frames``: the words of each row,
    beside the tile and centred on its middle, or ``below`` it. ``ink`` and ``accent`` name the inks in which the
    sign's roles are drawn; its paper is the tile's ink.
    """

    tiles: tuple[Area, ...]
    signs: tuple[Area, ...]
    frames: tuple[Frame, ...]
    below: bool
    role: TypeRole
    ink: str
    accent: str


class ListSlot(Struct, frozen=True):
    """Sentences one below the other, ``gap`` between two, a round mark of ``mark`` across before each (0: none).

    ``indent``: from the mark's start to the words'.
    """

    frame: Frame
    role: TypeRole
    gap: float
    mark: float
    indent: float
    ink: str


class BoxSlot(Struct, frozen=True):
    """A coloured box with a heading on ``baseline`` and sentences under it."""

    area: Area
    heading: HeadingSlot
    text: TextSlot


class OneLine(Struct, frozen=True):
    """One line of type: its role and the y of its baseline."""

    role: TypeRole
    baseline: float


class MoreNumbers(Struct, frozen=True):
    """Further numbers side by side, ``gap`` between two."""

    role: TypeRole
    baseline: float
    gap: float


class CallSlot(Struct, frozen=True):
    """The one number to call first: sign and name, prefix, number, further numbers, sentences, in one coloured area.

    All lines start at ``frame.x``, sentences at their own frame's, ``between`` two of them. ``tail``: the area is a
    bubble's. What is None is not printed.
    """

    area: Area
    frame: Frame
    sign: Area | None
    ink: str
    name: OneLine | None
    prefix: OneLine
    number: OneLine
    more: MoreNumbers | None
    text: TextSlot | None
    tail: Tail | None = None
    between: float = 0.0


class ContactSlot(Struct, frozen=True):
    """A tile; beside it a number or an address, digit top ``drop`` under the tile's top; words ``gap`` under it."""

    tile: Area
    frame: Frame
    number: TypeRole
    text: TypeRole
    ink: str
    accent: str
    drop: float
    gap: float


class ServiceSlot(Struct, frozen=True):
    """All that is printed of a service, one line below the other: numbers, name, address, web address, sentences.

    ``tile``: None where no sign stands beside it. ``drop``: from the frame's top to that of the first line's digits.
    ``gap``: between what is read in Latin and the sentences; ``apart``: between two texts, where there is room. Its
    first number is set in ``number``, others in ``more``.
    """

    tile: Area | None
    frame: Frame
    number: TypeRole
    more: TypeRole
    name: TypeRole
    address: TypeRole
    text: TypeRole
    ink: str
    accent: str
    drop: float
    gap: float
    apart: float = 0.0


class NumberSlot(Struct, frozen=True):
    """A bare number on its area, which is a link as a whole. ``sign``: beside it, or None."""

    area: Area
    frame: Frame
    sign: Area | None
    ink: str
    prefix: OneLine
    number: OneLine


class TearOffSlot(Struct, frozen=True):
    """The bare number on its area, above a dashed line from ``line_x`` over ``line_width`` at ``line_y``."""

    area: Area
    frame: Frame
    prefix: OneLine
    number: OneLine
    line_x: float
    line_y: float
    line_width: float


class TabsSlot(Struct, frozen=True):
    """``count`` strips side by side in ``frame``, to be cut apart and torn off one by one. On each the number runs up
    the page, its ``prefix`` before it, ``air`` or more from both ends. ``beyond``: how far the lines to cut along reach
    over the frame, into the bleed.
    """

    frame: Frame
    count: int
    prefix: TypeRole
    number: TypeRole
    air: float
    beyond: float


class EndonymSlot(Struct, frozen=True):
    """The language's own name, centred in height in a bubble."""

    bubble: Bubble
    frame: Frame
    role: TypeRole


class TitleSlot(Struct, frozen=True):
    """A title from the top of the frame, and ``gap`` below it a line. ``line`` None: no room for one."""

    frame: Frame
    title: TypeRole
    line: TypeRole | None
    gap: float


class SignsSlot(Struct, frozen=True):
    """Signs alone, in a ``bubble`` that may reach over the trim, or each on a tile of its own: then ``places`` have a
    ground. ``places``: squares; ``ink`` and ``accent``: inks of the sign's roles but paper.
    """

    bubble: Bubble | None
    places: tuple[Area, ...]
    ink: str
    accent: str


class Rule(Struct, frozen=True):
    """A K line over the measure of the words under it: y and width, pt."""

    y: float
    width: float


class SaySlot(Struct, frozen=True):
    """A sentence in the language of the services, its sound, a K rule, its meaning. ``bubble``, ``rule``: None for
    none.
    """

    bubble: Bubble | None
    phrase: TextSlot
    sound: TextSlot
    meaning: TextSlot
    rule: Rule | None


class StampFieldSlot(Struct, frozen=True):
    """An empty field for a stamp or a local number: an outline of ``line`` pt and a small sign, both artifacts."""

    area: Area
    line: float
    sign: Area


class CodeLineSlot(Struct, frozen=True):
    """The line that tells which copy this is, on ``baseline``."""

    frame: Frame
    role: TypeRole
    baseline: float


class LineInCell(Struct, frozen=True):
    """One line: its ``frame`` and the y of its ``baseline`` from the cell's top and start edge."""

    frame: Frame
    role: TypeRole
    baseline: float


class CellsSlot(Struct, frozen=True):
    """Equal ``areas``, filled in their order, each with one language. All other places count from the top and the start
    edge of an area in the direction of its own language. ``text``: ``gap`` pt more between two sentences. ``answers``:
    share their frame side by side. ``code``: a square for a picture that a phone reads. What is None is not printed.
    """

    areas: tuple[Area, ...]
    name: LineInCell | None
    text: TextSlot | None
    gap: float
    answers: LineInCell | None
    called: LineInCell | None
    code: Frame | None


Slot = (
    HeadingSlot
    | TextSlot
    | RowsSlot
    | ListSlot
    | BoxSlot
    | CallSlot
    | ContactSlot
    | ServiceSlot
    | NumberSlot
    | TearOffSlot
    | TabsSlot
    | EndonymSlot
    | TitleSlot
    | SignsSlot
    | SaySlot
    | StampFieldSlot
    | CodeLineSlot
    | CellsSlot
)
