"""A document: the words, signs and facts of one language in one format, in reading order. No place, no size."""

from __future__ import annotations

from dataclasses import dataclass

from brochure.model.format import Format
from brochure.model.language import TOGETHER, Language
from brochure.model.sign import SignUse
from brochure.model.theme import Theme
from brochure.model.unit import Fact, Unit


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a panel; its level is the slot's."""

    slot: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs, one a unit."""

    slot: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A sign and the sentence beside it."""

    unit: Unit
    sign: SignUse


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of signs with a sentence each."""

    slot: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A coloured box: a heading, and one paragraph a unit under it."""

    slot: str
    heading: Unit
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """The first service to call: ``numbers`` first to last, the first set large. ``sign``, ``name``: None where its
    slot has no place for them.
    """

    slot: str
    sign: SignUse | None
    name: Fact | None
    numbers: tuple[Fact, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Another service. ``lines``: a number, or an address and its town; the first is set large."""

    slot: str
    sign: SignUse
    lines: tuple[Fact, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """All that is printed of a service. ``name``: None where it only repeats the number. ``address``: street and town,
    or nothing. ``sign``: None where its slot has no place for one.
    """

    slot: str
    sign: SignUse | None
    numbers: tuple[Fact, ...]
    name: Fact | None
    address: tuple[Fact, ...]
    web: Fact | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """A list without signs, one item a unit."""

    slot: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number, and the sign beside it where its slot has a place for one."""

    slot: str
    number: Fact
    sign: SignUse | None


@dataclass(frozen=True, slots=True)
class TearOff:
    """The bare number that can be torn away."""

    slot: str
    number: Fact


@dataclass(frozen=True, slots=True)
class Tabs:
    """The bare number ``count`` times, once for each reader who takes it along. It is read once."""

    slot: str
    number: Fact
    count: int


@dataclass(frozen=True, slots=True)
class Endonym:
    """The language's own name: ``name`` in its own language."""

    slot: str
    name: Fact


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the line under it, if any."""

    slot: str
    title: Unit
    line: Unit | None


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs without words beside them."""

    slot: str
    signs: tuple[SignUse, ...]


@dataclass(frozen=True, slots=True)
class Say:
    """What to say: the sentence in the language of the services, its sound, its meaning."""

    slot: str
    phrase: Fact
    sound: Unit
    meaning: Unit


@dataclass(frozen=True, slots=True)
class StampField:
    """Nothing to read: ``sign`` is drawn pale."""

    slot: str
    sign: SignUse


@dataclass(frozen=True, slots=True)
class CodeLine:
    """``code``: edition, language, format, month of content, start of the hash of words and facts."""

    slot: str
    code: Fact


@dataclass(frozen=True, slots=True)
class Cell:
    """What one language says beside others. ``name``: its own; ``answers``: side by side, to be pointed at;
    ``called``: its name in the language of the services. None or empty where the slot has no place for it.
    """

    language: Language
    name: Fact | None
    units: tuple[Unit, ...]
    answers: tuple[Unit, ...]
    called: Fact | None


@dataclass(frozen=True, slots=True)
class Cells:
    """Several languages beside each other, each in a cell of its own, in the order in which they are looked for."""

    slot: str
    cells: tuple[Cell, ...]


Block = (
    Heading
    | Text
    | Rows
    | Sentences
    | Box
    | Call
    | Contact
    | ServiceEntry
    | Number
    | TearOff
    | Tabs
    | Endonym
    | Title
    | Signs
    | Say
    | StampField
    | CodeLine
    | Cells
)


@dataclass(frozen=True, slots=True)
class Panel:
    """Blocks of one panel in reading order; ``id`` names a panel of the format."""

    id: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What one PDF says. ``panels`` in reading order. ``title``: neutral, it is shown in a window. ``draft``: the stamp
    of design.md's DRAFT rule is due. ``checked``: date of content, ISO 8601. ``prefix``: the country's dialling code.
    ``subject``: as neutral as the title, told with it by programs that show PDFs; None for none.
    ``together``: every language of a document in which several stand together, its ``language`` then being the
    services', for what stands in no cell; none where there is but one.
    """

    language: Language
    edition: str
    code: str
    checked: str
    prefix: str
    title: Unit
    format: Format
    theme: Theme
    panels: tuple[Panel, ...]
    draft: bool
    subject: Unit | None = None
    together: tuple[Language, ...] = ()

    @property
    def tag(self) -> str:
        """What stands for its language in names of files, the code line and findings."""
        return TOGETHER if self.together else self.language.tag
