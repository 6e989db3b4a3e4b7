"""A fact has a day on which it must have been checked again. Findings only: today's date never changes a file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span

WARNED = datetime.timedelta(days=30)
"""How long before its end a fact is reported."""


class Expiry(Struct, frozen=True):
    """``entry``: name of the edition's entry (``infotraite``). ``expires``: ISO 8601 date, the first day on which the
    entry no longer counts. ``span``: where the edition says so. ``units``: the addresses that rest on it.
    """

    entry: str
    expires: str
    span: Span
    units: tuple[str, ...] = ()


def expired(
    expiries: Iterable[Expiry], today: datetime.date, language: str, format_id: str
) -> tuple[Finding, ...]:
    """An error for every entry that has expired on ``today``, a warning for one that will within 30 days."""
    findings = []
    for expiry in expiries:
        end = datetime.date.fromisoformat(expiry.expires)
        if end - today > WARNED:
            continue
        past = end <= today
        findings.append(
            Finding(
                "fact-expired",
                f"{expiry.entry} {_when(end, past)}",
                expiry.span,
                Severity.ERROR if past else Severity.WARNING,
                "\n".join(_help(expiry)),
                language,
                format_id,
            )
        )
    return tuple(findings)


def _when(end: datetime.date, past: bool) -> str:
    if end == datetime.date.min:  # stands in for a day that could not be read
        return "has no day of expiry that can be read, and counts as expired"
    return f"{'expired' if past else 'expires'} on {end}"


def _help(expiry: Expiry) -> Iterator[str]:
    yield "Check the entry at its source, then correct checked and expires."
    if expiry.units:
        yield f"It carries {', '.join(expiry.units)}."
