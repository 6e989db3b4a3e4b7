"""What the page asks for, taken apart and judged: nothing of it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError
from brochure.finish.pdf import Target
from brochure.layout.overlay import KINDS
from brochure.pipeline.live import Subject
from brochure.pipeline.request import Offer
from brochure.preview.gallery import Look

WIDEST = 6000
"""Pixels of a picture: an A3 poster on a screen of 500 dots an inch, and no more memory than that."""

MOST_CHARACTERS = 8000
"""Of one text; a language file takes 4,000 and says so."""

BLACK = "black"
GREY = "grey"


class Asked(Struct, frozen=True):
    """A subject and how it is looked at. ``grey``: without colour, which is the picture's affair alone."""

    subject: Subject
    look: Look
    grey: bool


def asked(query: Mapping[str, str], offer: Offer) -> Asked:
    """Of an address such as ``?language=ar&format=leaflet&target=screen&show=folds,black``.

    Raises ArgumentsError: something that the edition does not have.
    """
    format_id = query.get("format", "")
    offered = offer.formats.get(format_id)
    if offered is None:
        raise ArgumentsError(f"there is no format {format_id}")
    language, target = query.get("language", ""), query.get("target", "")
    if language not in offered.languages or target not in offered.targets:
        raise ArgumentsError(f"the {format_id} is not made in {language} for {target}")
    shown = tuple(dict.fromkeys(name for name in query.get("show", "").split(",") if name))
    strange = set(shown) - {*KINDS, BLACK, GREY}
    if strange:
        raise ArgumentsError(f"nothing called {min(strange)} can be shown")
    look = Look(
        cast("Target", target),
        tuple(kind for kind in KINDS if kind in shown),
        BLACK in shown,
        query.get("when") == "before",
    )
    discreet = offered.discreet and query.get("discreet") == "1"
    return Asked(Subject(language, format_id, discreet), look, GREY in shown)


def number(query: Mapping[str, str], name: str, most: int) -> int:
    """A whole number from 0. Raises ArgumentsError: it is none, or too large."""
    text = query.get(name, "")
    if not (text.isascii() and text.isdecimal()) or len(text) > 9 or int(text) > most:
        raise ArgumentsError(f"{name} has to be a whole number of at most {most}")
    return int(text)


class Words(Struct, frozen=True):
    """A text of a unit of a language. ``seen``: the file's text when its writer began."""

    language: str
    address: str
    text: str
    seen: str


def words(body: object, languages: tuple[str, ...]) -> Words:
    """Raises ArgumentsError: not what the page sends."""
    return Words(
        language=_one_of(_text(body, "language", 40), languages),
        address=_text(body, "address", 200),
        text=_text(body, "text", MOST_CHARACTERS),
        seen=_text(body, "seen", MOST_CHARACTERS),
    )


def entry(body: object, name: str, most: int = 200) -> str:
    """A text of a JSON object. Raises ArgumentsError: it is not there, or too long."""
    return _text(body, name, most)


def _text(body: object, name: str, most: int) -> str:
    value = body.get(name, "") if isinstance(body, dict) else None
    if not isinstance(value, str):
        raise ArgumentsError(f"{name} has to be a text")
    if len(value) > most:
        raise ArgumentsError(f"{name} has more than {most} characters")
    return value


def _one_of(value: str, names: tuple[str, ...]) -> str:
    if value not in names:
        raise ArgumentsError(f"there is no language {value}")
    return value
