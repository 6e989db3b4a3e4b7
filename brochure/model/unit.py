"""The words: units, and the typed facts inside them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from brochure.base.spans import Span


class FactKind(StrEnum):
    """What a fact is. Decides isolation and breaking, never its look."""

    PHONE = "phone"
    SHORT_CODE = "short-code"
    ADDRESS = "address"
    WEB = "web"
    PHRASE = "phrase"
    NAME = "name"
    CODE = "code"
    DURATION = "duration"
    DATE = "date"
    HOURS = "hours"
    ENDONYM = "endonym"

    @property
    def is_left_to_right(self) -> bool:
        """Latin by its type, so isolated left-to-right; durations, dates, hours, endonyms are the reader's words."""
        return self not in (FactKind.DURATION, FactKind.DATE, FactKind.HOURS, FactKind.ENDONYM)

    @property
    def needs_own_line(self) -> bool:
        """Readers of PDFs reorder a line that mixes these with right-to-left words, so each stands alone."""
        return self in (FactKind.PHONE, FactKind.ADDRESS, FactKind.WEB, FactKind.PHRASE)


class Words(Struct, frozen=True):
    """Plain words in logical order, NFC. ``span`` is where the first of them stands."""

    text: str
    span: Span


class Fact(Struct, frozen=True):
    """A value of the edition, never typed into a text and never broken over lines (a phrase only between sentences).

    ``reference``: its name, as in ``infotraite.phone``. ``text``: as printed, natural spaces, keypad digits, with
    the country's prefix. ``language``: BCP 47 of the text, "" where it is the reader's. ``uri``: what a touch does
    (``tel:+352...``), "" for nothing. ``span``: where the edition says so.
    """

    reference: str
    kind: FactKind
    text: str
    span: Span
    language: str = ""
    uri: str = ""


Piece = Words | Fact


class Unit(Struct, frozen=True):
    """One translatable string of one language, placeholders resolved. ``address``: ``help.doctor``."""

    address: str
    pieces: tuple[Piece, ...]
    span: Span

    @property
    def text(self) -> str:
        """The string as it is read, facts written out."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Fact))
