"""Parcels for the tests: the real languages, and made-up texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brochure.content.findings import Findings
from brochure.content.formats import known_formats
from brochure.content.inherited import read_words
from brochure.content.plan import edition_names
from brochure.content.words import SourceWords, Wording, read_source_words
from brochure.exchange.arrivals import read_returned
from brochure.exchange.comparison import Present
from brochure.exchange.packing import Language, origin_of, pack
from brochure.exchange.parcel import Item, Origin, Parcel, Returned, Standing
from brochure.pipeline.exports import Kind
from brochure.pipeline.texts import TextsOfLanguages
from brochure.state.new_language import wanted_units
from brochure.state.texts import TextState

KINDS: tuple[Kind, ...] = ("xliff", "xliff-1.2", "po", "xlsx")
ORIGIN = Origin(("luxembourg",), "1", "0123456789abcdef", "ar")


@cache
def english_of(root: Path) -> SourceWords:
    words = read_source_words(root, known_formats(root), Findings())
    assert words is not None
    return words


@cache
def texts_of(root: Path) -> TextsOfLanguages:
    return TextsOfLanguages(root, english_of(root))


@cache
def words_of(root: Path, tag: str) -> dict[str, Wording | None]:
    words = read_words(root, tag, english_of(root), Findings())
    assert words is not None
    return words


@cache
def parcel_of(root: Path, tag: str) -> Parcel:
    """All texts of a real language, without rooms, which take a typesetter."""
    english, words = english_of(root), words_of(root, tag)
    texts_of(root).read(tag, words)
    language = Language(tag, words, wanted_units(root, tag, english), texts_of(root).of(tag))
    found = Findings()
    parcel = pack(language, english, origin_of(edition_names(root), english, tag), "all", {}, found)
    assert found.all == ()
    return parcel


@cache
def present_of(root: Path, tag: str) -> Present:
    words = words_of(root, tag)
    texts_of(root).read(tag, words)
    states = texts_of(root).of(tag).states
    stale = frozenset(address for address, state in states.items() if state is TextState.STALE)
    return Present(tag, words, english_of(root), stale)


def made_up(*texts: tuple[str, str], standing: Standing = Standing.TRANSLATED) -> Parcel:
    """English and text of units ``made.up1`` and so on."""
    items = tuple(
        Item(
            address=f"made.up{number}",
            english=english,
            text=text,
            standing=standing if text else Standing.NEW,
            note="What it means.",
            room="at most 55 characters",
            measure="76 mm wide, at most 2 lines",
            where="leaflet: cover",
            pictures=("ar-pictures/leaflet-cover.png",),
        )
        for number, (english, text) in enumerate(texts, 1)
    )
    return Parcel(ORIGIN, "rtl", items)


def read_back(data: bytes, folder: Path) -> Returned:
    """What is in a file, which has to be fine."""
    found = Findings()
    file = folder / "returned"
    file.write_bytes(data)
    returned = read_returned(file, found)
    assert found.all == ()
    assert returned is not None
    return returned
