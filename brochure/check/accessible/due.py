"""What a file of a document has to tell, and which of its paragraphs and pictures tells what.

By structure, not by the kinds of block: a kind that is added later is asked for too. Inside of a block its fields stand
in reading order; where a block has rows, each row's words and sign belong together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from brochure.check.accessible.told import BLOCKS, Content, Element, Told, is_figure
from brochure.model.document import Block, Document, Panel, Say, StampField
from brochure.model.language import Language
from brochure.model.sign import SignUse
from brochure.model.slots import HeadingSlot
from brochure.model.unit import Fact, Unit

STAMP = "DRAFT"
"""The word of the DRAFT rule, first in reading order and on every panel of a draft; no part of the content."""


class Due(Struct, frozen=True):
    """A paragraph that is due. ``group``: number of the group it is told in, with the group's signs. ``level``: of a
    heading, 0 for none. ``rows``: number of the list it is a row of, 0 for none. ``language``: of the cell it stands
    in, "" for the document's.
    """

    said: Unit | Fact
    group: int
    level: int = 0
    rows: int = 0
    language: str = ""

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """Texts with their languages, "" for the document's."""
        pieces = self.said.pieces if isinstance(self.said, Unit) else (self.said,)
        spoken = ((each.text, each.language if isinstance(each, Fact) else "") for each in pieces)
        return tuple((text, language or self.language) for text, language in spoken)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.said.facts if isinstance(self.said, Unit) else (self.said,)


class DueSign(Struct, frozen=True):
    """A picture that is due, told in the group of that number. ``rows``: as of :class:`Due`."""

    use: SignUse
    group: int
    rows: int = 0


class Matched(Struct, frozen=True):
    """A document beside a file made of it. ``paragraphs``: what is due, with what tells it, None for nothing;
    ``surplus``: what tells nothing that is due. ``told``: everything that is told, in the file's order. ``figures``:
    pictures of the file with the number of paragraphs told before each.
    """

    document: Document
    file: Told
    due: tuple[Due, ...]
    signs: tuple[DueSign, ...]
    told: tuple[Element, ...]
    figures: tuple[tuple[Element, int], ...]
    paragraphs: tuple[tuple[Due, Element | None], ...]
    surplus: tuple[Element, ...]


def matched(document: Document, file: Told) -> Matched:
    """Find for every paragraph that is due the one that tells it; words decide, so order and tags may be wrong."""
    due, signs = what_is_due(document)
    told: list[Element] = []
    figures: list[tuple[Element, int]] = []
    for element in said_in(file.root):
        if is_figure(element):
            figures.append((element, len(told)))
        elif not is_stamp(element):
            told.append(element)
    asked = [plain("".join(text for text, _ in each.pieces)) for each in due]
    found = [plain(element.text) for element in told]
    teller = _in_order(asked, found)
    free = sorted(set(range(len(told))).difference(teller.values()))
    for at, text in enumerate(asked):
        same = next((other for other in free if found[other] == text), None) if at not in teller else None
        if same is not None:
            teller[at] = same
            free.remove(same)
    paragraphs = tuple((each, told[teller[at]] if at in teller else None) for at, each in enumerate(due))
    surplus = tuple(told[at] for at in free)
    return Matched(document, file, due, signs, tuple(told), tuple(figures), paragraphs, surplus)


def _in_order(asked: list[str], found: list[str]) -> dict[int, int]:
    """Places in ``asked`` with places in ``found`` of the same text, both rising, as many as difflib finds."""
    if asked == found:
        return {at: at for at in range(len(asked))}
    from difflib import SequenceMatcher  # a file that tells what is due in its order has no use for it

    blocks = SequenceMatcher(None, asked, found, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def what_is_due(document: Document) -> tuple[tuple[Due, ...], tuple[DueSign, ...]]:
    """Paragraphs and pictures of a document in reading order."""
    gathering = _Gathering(document)
    for panel in document.panels:
        for block in panel.blocks:
            gathering.block(panel, block)
    return tuple(gathering.due), tuple(gathering.signs)


class _Gathering:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.due: list[Due] = []
        self.signs: list[DueSign] = []
        self.group = 0
        self.lists = 0
        self.language = ""

    def block(self, panel: Panel, block: Block) -> None:
        self.group += 1
        if isinstance(block, StampField):
            return  # a place for a stamp: nothing of it is read
        if isinstance(block, Say) and block.phrase.language == self.document.language.tag:
            self.due.append(Due(block.phrase, self.group))  # neither sound nor meaning for who speaks it
            return
        self._gather(block, _headings(self.document, panel, block), 0)

    def _gather(self, value: object, headings: dict[str, int], rows: int) -> None:
        if isinstance(value, SignUse):
            self.signs.append(DueSign(value, self.group, rows))
        elif isinstance(value, Unit | Fact):
            level = headings.get(value.address, 0) if isinstance(value, Unit) else 0
            self.due.append(Due(value, self.group, level, rows, self.language))
        elif isinstance(value, tuple):
            for row in value:
                self._gather(row, headings, rows)
        elif isinstance(value, Struct):
            own = getattr(value, "language", None)
            around, self.language = self.language, own.tag if isinstance(own, Language) else self.language
            for name in value.__struct_fields__:
                inner = getattr(value, name)
                if _are_rows(inner):
                    self._rows(inner, headings)
                else:
                    self._gather(inner, headings, rows)
            self.language = around

    def _rows(self, rows: tuple[object, ...], headings: dict[str, int]) -> None:
        self.lists += 1
        number = self.lists
        for row in rows:
            self.group += 1
            self._gather(row, headings, number)


def _are_rows(value: object) -> bool:
    """Things with parts of their own, not plain units, facts or signs."""
    if not isinstance(value, tuple) or not value:
        return False
    return all(isinstance(each, Struct) and not isinstance(each, Unit | Fact | SignUse) for each in value)


def _headings(document: Document, panel: Panel, block: Block) -> dict[str, int]:
    """Levels of the headings of a block, by address: its own, or the one that its box has."""
    places = (place for side in document.format.sides for place in side.panels if place.id == panel.id)
    place = next(places, None)
    slot = place.slots.get(block.slot) if place else None
    own, heading = getattr(block, "unit", None), getattr(block, "heading", None)
    if isinstance(slot, HeadingSlot) and isinstance(own, Unit):
        return {own.address: slot.level}
    inner = getattr(slot, "heading", None)
    if isinstance(inner, HeadingSlot) and isinstance(heading, Unit):
        return {heading.address: inner.level}
    return {}


def said_in(element: Element) -> Iterator[Element]:
    """Paragraphs and pictures below an element, in reading order; words that are in no paragraph are one."""
    for child in element.children:
        if is_figure(child):
            yield child
        elif child.role in BLOCKS or any(isinstance(part, Content) and part.text for part in child.parts):
            yield child
            yield from (inner for inner in child.walk() if is_figure(inner))
        else:
            yield from said_in(child)


def is_stamp(element: Element) -> bool:
    """The word that a draft carries."""
    return plain(element.text) == STAMP


class _Kept(dict[int, str]):
    """A character by its number, "" where it is not compared."""

    def __missing__(self, number: int) -> str:
        char = chr(number)
        self[number] = "" if char.isspace() or unicodedata.category(char) == "Cf" else char
        return self[number]


_KEPT = _Kept()


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """What is compared: no white space, no marks of direction or joining (Cf), letters composed (NFC).

    Every rule compares the same texts of a document, once as it has them and once as a file tells them.
    """
    return unicodedata.normalize("NFC", text.translate(_KEPT))


def shown(text: str, length: int = 60) -> str:
    """A text for a message: on one line, its beginning where it is long."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= length else f"“{words[:length].rstrip()}…”"
