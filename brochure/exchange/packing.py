"""The texts of a language made ready to be sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from brochure.content.findings import Findings, shown
from brochure.content.languages import locale_of, script_of
from brochure.content.rooms import room_in
from brochure.content.words import SourceUnit, SourceWords, Wording
from brochure.exchange.parcel import VERSION, Item, Origin, Parcel, Standing
from brochure.exchange.rooms import NarrowRoom
from brochure.state.fingerprints import fingerprint
from brochure.state.texts import Texts, TextState

Only = Literal["missing", "stale", "all"]

# What XML has no place for (XML 1.0, 2.2), and the line ends of Unicode, at which readers of PO cut a text.
_NOT_CARRIED = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

_STANDINGS = {
    TextState.STALE: Standing.STALE,
    TextState.DRAFT: Standing.TRANSLATED,
    TextState.REVIEWED: Standing.REVIEWED,
    TextState.APPROVED: Standing.APPROVED,
}


class Language(Struct, frozen=True):
    """What is known of a language before it is sent. ``wanted``: units that it needs. ``words``: those that it has."""

    tag: str
    words: Mapping[str, Wording | None]
    wanted: Mapping[str, SourceUnit]
    texts: Texts


def origin_of(projects: tuple[str, ...], english: SourceWords, tag: str) -> Origin:
    """Where files of the present texts come from."""
    units = sorted(english.units.items())
    whole = "\n".join(f"{address} {fingerprint(unit.wording.written)}" for address, unit in units)
    return Origin(projects, VERSION, fingerprint(whole), tag)


def pack(
    language: Language,
    english: SourceWords,
    origin: Origin,
    only: Only,
    rooms: Mapping[str, NarrowRoom],
    findings: Findings,
) -> Parcel:
    """The units that are asked for, in the order of English. One with a character that no file can carry is told."""
    locale = locale_of(language.tag)
    script = script_of(language.tag, locale) if locale else ""
    items = []
    for address, unit in english.units.items():
        wording = language.words.get(address)
        text = wording.written if wording else ""
        if not text and (address not in language.wanted or address in language.words):
            continue
        standing = _STANDINGS[language.texts.states[address]] if text else Standing.NEW
        room = rooms.get(address)
        item = Item(
            address=address,
            english=unit.wording.written,
            text=text,
            standing=standing,
            note=_note(unit, wording, language),
            room=room_in(unit.room, script),
            measure=room.measure if room else "",
            where=room.where if room else "",
            pictures=room.pictures if room else (),
        )
        if _is_asked(standing, only) and _can_be_carried(item, unit, findings):
            items.append(item)
    direction = locale.character_order if locale else ""
    return Parcel(origin, "rtl" if direction == "right-to-left" else "ltr", tuple(items))


def _note(unit: SourceUnit, wording: Wording | None, language: Language) -> str:
    if wording is None or unit.wording.address not in language.texts.inherited:
        return unit.note
    return f"{unit.note} (Taken over from {wording.span.file}; a change is written for {language.tag} alone.)"


def _is_asked(standing: Standing, only: Only) -> bool:
    wanted = {"missing": (Standing.NEW,), "stale": (Standing.STALE,), "all": tuple(Standing)}
    return standing in wanted[only]


def _can_be_carried(item: Item, unit: SourceUnit, findings: Findings) -> bool:
    for text in (item.english, item.text, item.note):
        found = _NOT_CARRIED.search(text)
        if found:
            findings.error(
                "exchange-cannot-carry",
                f"'{item.address}' is left out: {shown(found[0])} stands in it, which no file for translators can hold",
                unit.key,
                "brochure check says where it is. Delete it, and export again.",
            )
            return False
    return True
