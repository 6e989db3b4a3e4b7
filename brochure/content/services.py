"""The entries of an edition: services, rights, limits, each with its source and the state of its verification."""

from __future__ import annotations

import re
from datetime import date

from brochure.content.fields import Fields, kind_of
from brochure.content.nodes import Scalar, Sequence
from brochure.content.phones import read_phone
from brochure.content.web import read_web
from brochure.model.edition import (
    Address,
    Hours,
    Limit,
    OpenTime,
    Quantity,
    QuantityUnit,
    Right,
    Service,
    Verification,
)

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])|24:00")
UNITS: tuple[QuantityUnit, ...] = ("day", "hour", "week", "month", "year")
_AROUND_THE_CLOCK = "around_the_clock"

# Kept for people: sources, conditions, questions. Only names are read here, so that a typing error is told.
SERVICE_NOTES = (
    *(
        "kind",
        "email",
        "languages",
        "application_languages",
        "anonymous",
        "free",
        "source_date",
        "checked_how",
    ),
    *("appointment_needed", "papers_needed"),
)
RIGHT_NOTES = ("applies_to", "basis", "source_date", "checked_how", "renewable", "condition")
LIMIT_NOTES = ("basis", "source_date", "checked_how")


def read_verification(fields: Fields) -> Verification:
    """``checked``, ``expires``, ``verified_by``, ``verified_on`` of an entry. A missing date stands in as past."""
    by, on = fields.text("verified_by"), fields.day("verified_on")
    checked, expires = fields.day("checked", needed=True), fields.day("expires", needed=True)
    if bool(by) != (on is not None):
        fields.findings.error(
            "wrong-verification",
            f"{fields.what} has only one of 'verified_by' and 'verified_on'",
            fields.at("verified_by" if by else "verified_on"),
            "Give both, the person and the day, or leave both null.",
        )
    if checked and expires and expires < checked:
        fields.findings.error(
            "wrong-verification", f"{fields.what} expires before it was checked", fields.value_at("expires")
        )
    return Verification(checked or date.min, expires or date.min, by, on, fields.span)


def _sources(fields: Fields) -> None:
    if not fields.texts("source", needed=True) and fields.entry("source"):
        fields.findings.error(
            "missing-source",
            f"{fields.what} names no source",
            fields.at("source"),
            "Give at least one address.",
        )


def read_service(name: str, fields: Fields) -> Service:
    """One entry under services."""
    phones = (read_phone(each) for each in fields.groups("phones", f"a phone of {fields.what}"))
    _sources(fields)
    service = Service(
        id=name,
        name=fields.text("name", needed=True),
        phones=tuple(phone for phone in phones if phone is not None),
        address=_address(fields.group("address")) if fields.entry("address") else None,
        hours=_hours(fields),
        web=read_web(fields),
        web_formats=fields.texts("web_formats"),
        formats=fields.texts("formats", needed=True),
        units=(fields.text("what", needed=True), *fields.texts("notes"), *fields.texts("carries")),
        verification=read_verification(fields),
        span=fields.span,
    )
    fields.done(SERVICE_NOTES)
    return service


def _address(fields: Fields) -> Address:
    address = Address(
        street=fields.text("street", needed=True),
        postcode=fields.text("postcode"),
        city=fields.text("city", needed=True),
        public=fields.flag("public"),
        span=fields.value_at("street"),
    )
    fields.done(("country",))
    return address


def _hours(fields: Fields) -> Hours | None:
    entry = fields.entry("hours")
    if entry is None:
        return None
    if isinstance(entry.value, Sequence):
        read = (_open_time(each) for each in fields.groups("hours", f"the hours of {fields.what}"))
        return Hours(False, tuple(each for each in read if each is not None), entry.key.span)
    if isinstance(entry.value, Scalar) and entry.value.text == _AROUND_THE_CLOCK:
        return Hours(True, (), entry.value.span)
    said = f"'{entry.value.text}'" if isinstance(entry.value, Scalar) else kind_of(entry.value)
    fields.findings.error(
        "wrong-type",
        f"'hours' of {fields.what} is {said}",
        entry.value.span,
        'Write around_the_clock, or a list such as - {days: [mon, tue], open: "08:00", close: "16:00"}.',
    )
    return None


def _open_time(fields: Fields) -> OpenTime | None:
    named = fields.scalars("days", needed=True)
    for day in named:
        if day.text not in DAYS:
            fields.findings.error(
                "unknown-value", f"there is no day '{day.text}'", day.span, f"Days: {', '.join(DAYS)}."
            )
    days = tuple(sorted({DAYS.index(day.text) for day in named if day.text in DAYS}))
    opens, closes = _minutes(fields, "open"), _minutes(fields, "close")
    fields.done()
    if opens is None or closes is None or not days:
        return None
    return OpenTime(days, opens, closes)


def _minutes(fields: Fields, key: str) -> int | None:
    clock = fields.scalar(key, needed=True)
    if clock is None:
        return None
    if not CLOCK.fullmatch(clock.text):
        fields.findings.error(
            "wrong-type",
            f"'{key}' of {fields.what} is '{clock.text}', which is no time",
            clock.span,
            'Write "08:00".',
        )
        return None
    return int(clock.text[:2]) * 60 + int(clock.text[3:])


def read_right(name: str, fields: Fields) -> Right:
    """One entry under legal."""
    _sources(fields)
    right = Right(
        id=name,
        quantity=_quantity(fields),
        units=fields.texts("carries"),
        verification=read_verification(fields),
        span=fields.span,
    )
    fields.done(RIGHT_NOTES)
    return right


def _quantity(fields: Fields) -> Quantity | None:
    if fields.entry("value") is None:
        fields.entry("unit")
        return None
    value = fields.whole("value", least=1)
    chosen = fields.choice("unit", UNITS)
    unit = next(each for each in UNITS if each == chosen)
    return Quantity(value, unit, fields.value_at("value"))


def read_limit(name: str, fields: Fields) -> Limit:
    """One entry under limits."""
    _sources(fields)
    fields.day("checked", needed=True)
    expires = fields.day("expires", needed=True)
    limit = Limit(name, fields.texts("said_in"), expires or date.min, fields.span)
    fields.done(LIMIT_NOTES)
    return limit
