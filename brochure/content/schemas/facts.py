"""Schema of an edition, as :mod:`brochure.content.edition` and :mod:`brochure.content.services` read it."""

from __future__ import annotations

from collections.abc import Iterable

from brochure.content.schemas.shapes import (
    DAY,
    FLAG,
    Shape,
    choice,
    group,
    many,
    named,
    reference,
    text,
)
from brochure.content.services import CLOCK, DAYS, LIMIT_NOTES, RIGHT_NOTES, SERVICE_NOTES, UNITS

_NAME = "^[a-z][a-z0-9_]*$"
_TAG = text("A language, as in ar, pt-BR or zh-Hans.", pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_SOURCES: Shape = {**many(text()), "minItems": 1}
_VERIFIED = {"verified_by": text("Who has called or read it."), "verified_on": DAY}
_QUICK_EXIT = group(
    {
        "address": text("A page that anybody might look at: of the weather, of the news."),
        "label": text("What the button says, in the language of the services."),
    }
)
_DATED = {"checked": DAY, "expires": DAY}


def of_edition(units: Iterable[str], products: tuple[str, ...]) -> Shape:
    """``units``: addresses that an entry may name. ``products``: formats, also those without a file yet."""
    head = group(
        {
            "id": text("The name of this file."),
            "code": text("The beginning of the line on every copy."),
            "country": text("ISO 3166, as in LU."),
            "source_language": choice(["en"]),
            "phrase_language": text("The language in which the services work."),
            **_DATED,
        },
        {
            "example": FLAG,
            "worker_languages": many(_TAG),
            "web": text(),
            "quick_exit": _QUICK_EXIT,
            **_VERIFIED,
        },
        ("checked_how",),
    )
    shape = group(
        {
            "edition": head,
            "publisher": group({"name": text()}, {"placeholder": FLAG}, ("note",)),
            "languages": many(_TAG),
            "formats": many(text()),
        },
        {
            "phrases": named(text()),
            "phrases_verified_by": text(),
            "phrases_verified_on": DAY,
            "phrase_language_names": named(text()),
            "own_language_names": named(text()),
            "sheet_languages": many(_TAG),
            "services": named(_service(products), pattern=_NAME),
            "legal": named(_right(), pattern=_NAME),
            "limits": named(_limit(), pattern=_NAME),
        },
        ("held_back", "open_questions"),
    )
    return {**shape, "$defs": {"unit": choice(units)}}


def _service(products: tuple[str, ...]) -> Shape:
    unit, formats = reference("unit"), many(choice(products))
    needed = {"name": text(), "what": unit, "formats": formats, "source": _SOURCES, **_DATED}
    optional = {
        "phones": many(_phone()),
        "address": group(
            {"street": text(), "city": text()}, {"postcode": text(), "public": FLAG}, ("country",)
        ),
        "hours": {"anyOf": [choice(["around_the_clock"]), many(_open_time())]},
        "web": text(),
        "web_formats": formats,
        "notes": many(unit),
        "carries": many(unit),
        **_VERIFIED,
    }
    return group(needed, optional, SERVICE_NOTES)


def _phone() -> Shape:
    printed = text(
        "As people read it: the digits of the other key, with spaces.", pattern="^\\+?[0-9]+([ ./-][0-9]+)*$"
    )
    return group(
        {"printed": printed},
        {
            "e164": text("As it is dialled, with the country's code.", pattern="^\\+[1-9][0-9]{6,14}$"),
            "short_code": text("As it is dialled.", pattern="^[0-9]{2,6}$"),
        },
    )


def _open_time() -> Shape:
    clock = text('As in "08:00".', pattern=f"^(?:{CLOCK.pattern})$")
    return group({"days": many(choice(DAYS)), "open": clock, "close": clock})


def _right() -> Shape:
    quantity = text("In quotes.", pattern="^[1-9][0-9]{0,5}$")
    return group(
        {"source": _SOURCES, **_DATED},
        {"carries": many(reference("unit")), "value": quantity, "unit": choice(UNITS), **_VERIFIED},
        RIGHT_NOTES,
    )


def _limit() -> Shape:
    return group({"source": _SOURCES, **_DATED}, {"said_in": many(reference("unit"))}, LIMIT_NOTES)
