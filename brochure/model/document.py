"""A document: the words, signs and facts of one language in one format, in reading order. No place, no size."""

from __future__ import annotations

from msgspec import Struct

from brochure.model.format import Format
from brochure.model.language import TOGETHER, Language
from brochure.model.sign import SignUse
from brochure.model.theme import Theme
from brochure.model.unit import Fact, Unit


class Heading(Struct, frozen=True):
    """A heading of a panel; its level is the slot's."""

    slot: str
    unit: Unit


class Text(Struct, frozen=True):
    """Paragraphs, one a unit."""

    slot: str
    units: tuple[Unit, ...]


class Row(Struct, frozen=True):
    """A sign and the sentence beside it."""

    unit: Unit
    sign: SignUse


class Rows(Struct, frozen=True):
    """A list of signs with a sentence each."""

    slot: str
    rows: tuple[Row, ...]


class Box(Struct, frozen=True):
    """A coloured box: a heading, and one paragraph a unit under it."""

    slot: str
    heading: Unit
    units: tuple[Unit, ...]


class Call(Struct, frozen=True):
    """The first service to call: ``numbers`` first to last, the first set large. ``sign``, ``name``: None where its
    slot has no place for them.
    """

    slot: str
    sign: SignUse | None
    name: Fact | None
    numbers: tuple[Fact, ...]
    units: tuple[Unit, ...]


class Contact(Struct, frozen=True):
    """Another service. ``lines``: a number, or an address and its town; the first is set large."""

    slot: str
    sign: SignUse
    lines: tuple[Fact, ...]
    units: tuple[Unit, ...]


class ServiceEntry(Struct, frozen=True):
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


class Sentences(Struct, frozen=True):
    """A list without signs, one item a unit."""

    slot: str
    units: tuple[Unit, ...]


class Number(Struct, frozen=True):
    """A bare number, and the sign beside it where its slot has a place for one."""

    slot: str
    number: Fact
    sign: SignUse | None


class TearOff(Struct, frozen=True):
    """The bare number that can be torn away."""

    slot: str
    number: Fact


class Tabs(Struct, frozen=True):
    """The bare number ``count`` times, once for each reader who takes it along. It is read once."""

    slot: str
    number: Fact
    count: int


class Endonym(Struct, frozen=True):
    """The language's own name: ``name`` in its own language."""

    slot: str
    name: Fact


class Title(Struct, frozen=True):
    """A title and the line under it, if any."""

    slot: str
    title: Unit
    line: Unit | None


class Signs(Struct, frozen=True):
    """Signs without words beside them."""

    slot: str
    signs: tuple[SignUse, ...]


class Say(Struct, frozen=True):
    """What to say: the sentence in the language of the services, its sound, its meaning."""

    slot: str
    phrase: Fact
    sound: Unit
    meaning: Unit


class StampField(Struct, frozen=True):
    """Nothing to read: ``sign`` is drawn pale."""

    slot: str
    sign: SignUse


class CodeLine(Struct, frozen=True):
    """``code``: edition, language, format, month of content, start of the hash of words and facts."""

    slot: str
    code: Fact


class Cell(Struct, frozen=True):
    """What one language says beside others. ``name``: its own; ``called``: its name in the language of the services;
    ``answers``: side by side, to be pointed at. None or empty where the slot has no place for it.
    """

    language: Language
    name: Fact | None
    called: Fact | None
    units: tuple[Unit, ...]
    answers: tuple[Unit, ...]


class Cells(Struct, frozen=True):
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


class Panel(Struct, frozen=True):
    """Blocks of one panel in reading order; ``id`` names a panel of the format."""

    id: str
    blocks: tuple[Block, ...]


class Document(Struct, frozen=True):
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
