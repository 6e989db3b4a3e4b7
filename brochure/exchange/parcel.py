"""What goes to a translator and what comes back, whatever kind of file carries it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from brochure.base.spans import Span
from brochure.state.fingerprints import fingerprint

VERSION = "1"
"""Of the way in which files carry what is below; a file of another version is refused."""


class Standing(StrEnum):
    """How far a text has come. ``TRANSLATED``: from the English in the file, signed by nobody."""

    NEW = "new"
    STALE = "stale"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"

    @property
    def is_done(self) -> bool:
        """Whether somebody says that the text says what the English beside it says."""
        return self not in (Standing.NEW, Standing.STALE)


class Origin(Struct, frozen=True):
    """Where a file comes from. ``projects``: the editions of the project that are no examples; an edition is for one
    country or organisation, so two projects that share none are two projects, and one that gains an edition stays
    itself. ``version``: of the exchange. ``english``: fingerprint of all English units, of whatever is in the file.
    ``language``: BCP 47.
    """

    projects: tuple[str, ...]
    version: str
    english: str
    language: str


class Item(Struct, frozen=True):
    """One unit on its way out. ``english`` and ``text``: as they are typed, facts in braces; ``text`` is "" for none.

    ``note``, ``room``, ``measure``, ``where``: for the translator: what it means, how many characters, how many
    millimetres (of the narrowest place), on which panels. ``pictures``: file names of pictures of these panels.
    """

    address: str
    english: str
    text: str
    standing: Standing
    note: str
    room: str
    measure: str = ""
    where: str = ""
    pictures: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """What a translator is told, by what it is: not empty."""
        told = (
            ("note", self.note),
            ("room", self.room),
            ("measure", self.measure),
            ("where", self.where),
            ("pictures", ", ".join(self.pictures)),
        )
        return tuple((name, value) for name, value in told if value)


class Parcel(Struct, frozen=True):
    """All that one file carries. ``direction``: ltr or rtl, of the language."""

    origin: Origin
    direction: str
    items: tuple[Item, ...]


class ReturnedItem(Struct, frozen=True):
    """One unit that came back. ``english``: as it stands in the file now. ``english_mark`` and ``text_mark``: the
    fingerprints that the file carries of the English and of the text that went out; "" where the text was missing,
    ``text_mark`` None where the file has lost it. ``span``: where the text stands in the file.
    """

    address: str
    english: str
    text: str
    standing: Standing
    english_mark: str
    text_mark: str | None
    span: Span


class Returned(Struct, frozen=True):
    """A file that came back, read."""

    origin: Origin
    items: tuple[ReturnedItem, ...]


def mark(text: str) -> str:
    """The fingerprint of a text; "" of none."""
    return fingerprint(text) if text else ""
