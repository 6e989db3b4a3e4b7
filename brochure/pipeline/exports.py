"""Texts of a language put into a file for translators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError
from brochure.base.geometry import Rect
from brochure.base.spans import Span
from brochure.content.edition import edition_file
from brochure.content.findings import Findings
from brochure.content.formats import known_formats
from brochure.content.inherited import read_words
from brochure.content.plan import edition_names
from brochure.content.words import SOURCE_LANGUAGE, SourceWords, read_source_words
from brochure.exchange.packing import Language, Only, origin_of, pack
from brochure.exchange.parcel import Parcel, Standing
from brochure.exchange.rooms import NarrowRoom, narrow_rooms
from brochure.finish.pdf import Target
from brochure.layout.document import lay_out
from brochure.pipeline.approve import tell_no_language
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place
from brochure.pipeline.texts import TextsOfLanguages
from brochure.state.new_language import wanted_units

Kind = Literal["xliff", "xliff-1.2", "po", "xlsx"]

SUFFIXES: Mapping[Kind, str] = {"xliff": "xlf", "xliff-1.2": "xlf", "po": "po", "xlsx": "xlsx"}

SIGNS = Path("build") / ".cache" / "read"
"""Where ``brochure build`` keeps the outlines of signs."""

_SEEN: Target = "screen"
_DPI = 60
_UNUSABLE = ("wrong-type", "empty-unit", "too-large")
"""What is wrong with a text that is left out because nobody can say what it is."""


class Asked(Struct, frozen=True):
    """``pictures``: the folder that they will be in, as it is written in the file; "" for none."""

    root: Path
    language: str
    kind: Kind
    only: Only = "all"
    pictures: str = ""


class Exported(Struct, frozen=True):
    """``data``: of the file; none where there is nothing to send, or findings say why not. ``counts``: texts by how far
    they have come. ``pictures``: PNG by file name inside of their folder.
    """

    data: bytes
    counts: Mapping[Standing, int]
    findings: tuple[Finding, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def export(asked: Asked) -> Exported:
    """The file. Raises ArgumentsError: no such language, or English. SurroundingsError: a package is missing."""
    tell_not_english(asked.language)
    tell_no_language(asked.root, asked.language)
    need_packages(asked.kind)
    found = Findings(asked.language)
    own = Findings(SOURCE_LANGUAGE)
    english = read_source_words(asked.root, known_formats(asked.root), own)
    if english is None:
        return Exported(b"", {}, own.all)
    language = _language(asked, english, found)
    if language is None:
        return Exported(b"", {}, found.all)
    rooms, pictures = _rooms(asked, found)
    origin = origin_of(edition_names(asked.root), english, asked.language)
    parcel = pack(language, english, origin, asked.only, rooms, found)
    counts = Counter(item.standing for item in parcel.items)
    return Exported(write(parcel, asked.kind) if parcel.items else b"", counts, found.all, pictures)


def tell_not_english(tag: str) -> None:
    """Raises ArgumentsError for the source language."""
    if tag == SOURCE_LANGUAGE:
        raise ArgumentsError(
            f"{tag} is the source, it is translated from nothing",
            "Name the language it is to be translated into.",
        )


def need_packages(kind: Kind) -> None:
    """Raises SurroundingsError where the package for a kind of file is not installed."""
    try:
        if kind == "po":
            import brochure.exchange.po
        elif kind == "xlsx":
            import brochure.exchange.xlsx  # noqa: F401
    except ModuleNotFoundError as error:
        raise missing_package(error) from error


def missing_package(error: ModuleNotFoundError) -> Exception:
    """What to say where an extra package is not there; ``error`` itself where it is none of them."""
    kinds = {"polib": "PO files", "openpyxl": "workbooks (.xlsx)"}
    if error.name not in kinds:
        return error
    return SurroundingsError(
        f"{kinds[error.name]} are read and written with {error.name}, and it is not installed",
        "Install it with: pip install 'brochure[exchange]'\nXLIFF works without it (--to xliff).",
    )


def write(parcel: Parcel, kind: Kind) -> bytes:
    """The parcel as a file of a kind. Each writer loads the package it needs."""
    if kind == "po":
        from brochure.exchange.po import write_po

        return write_po(parcel)
    if kind == "xlsx":
        from brochure.exchange.xlsx import write_xlsx

        return write_xlsx(parcel)
    if kind == "xliff-1.2":
        from brochure.exchange.xliff1 import write_xliff1

        return write_xliff1(parcel)
    from brochure.exchange.xliff2 import write_xliff2

    return write_xliff2(parcel)


def _language(asked: Asked, english: SourceWords, found: Findings) -> Language | None:
    tag, unheard = asked.language, Findings(asked.language)
    words = read_words(asked.root, tag, english, unheard)
    if words is None:
        found.take(unheard.all)
        return None
    found.take(each for each in unheard.all if each.code in _UNUSABLE)
    texts = TextsOfLanguages(asked.root, english)
    texts.read(tag, words)
    return Language(tag, words, wanted_units(asked.root, tag, english), texts.of(tag))


def _rooms(asked: Asked, found: Findings) -> tuple[dict[str, NarrowRoom], dict[str, bytes]]:
    """Rooms of all units by the first edition that prints them, and pictures of their panels where they are asked for.

    What is wrong with documents is for ``brochure check`` to say. Where a font is in the way, texts go out without
    millimetres and pictures, and a warning says so.
    """
    rooms: dict[str, NarrowRoom] = {}
    pictures: dict[str, bytes] = {}
    for name in edition_names(asked.root):
        try:
            own, drawn = _rooms_of(asked, name)
        except SurroundingsError as error:
            found.warning(
                "exchange-no-rooms",
                f"the file has neither millimetres nor pictures: {error.message}",
                Span(edition_file(name)),
                error.next_step,
            )
            continue
        rooms, pictures = own | rooms, drawn | pictures
    return rooms, pictures


def _rooms_of(asked: Asked, edition: str) -> tuple[dict[str, NarrowRoom], dict[str, bytes]]:
    """Raises SurroundingsError: a font is not the declared one, or damaged."""
    signs = asked.root / SIGNS
    desk = Desk(Place(asked.root, edition, signs if signs.parent.is_dir() else None))
    if desk.setter is None:
        return {}, {}
    alone = [each.id for each in desk.project.formats.values() if each.languages != "together"]
    documents = [desk.read(SOURCE_LANGUAGE, format_id)[0] for format_id in alone]
    found = narrow_rooms([each for each in documents if each is not None], desk.setter)
    drawn = _pictures(desk, asked.language, alone) if asked.pictures else {}
    named = {panel: f"{asked.pictures}/{file}" for panel, (file, _) in drawn.items()}
    return {address: room.pictured(named) for address, room in found.items()}, dict(drawn.values())


def _pictures(desk: Desk, tag: str, formats: list[str]) -> dict[tuple[str, str], tuple[str, bytes]]:
    """File name and PNG by format and panel, of every format that is made in a language."""
    from brochure.raster.panels import panel_pictures

    edition = desk.project.edition
    drawn: dict[tuple[str, str], tuple[str, bytes]] = {}
    for format_id in formats:
        readers = desk.project.formats[format_id].languages
        if edition is None or (readers == "workers" and tag not in edition.worker_languages):
            continue
        document, _ = desk.read(tag, format_id)
        made = desk.make(Job(tag, format_id, (_SEEN,)))
        if document is None or desk.setter is None or _SEEN not in made.files:
            continue
        pages = lay_out(document, desk.setter).document.pages
        places: list[dict[str, Rect]] = [dict(page.panels) for page in pages]
        for panel, png in panel_pictures(made.files[_SEEN], places, _DPI).items():
            drawn[format_id, panel] = (f"{format_id}-{panel}.png", png)
    return drawn
