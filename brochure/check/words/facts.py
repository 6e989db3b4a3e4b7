"""Which texts stand on which facts of the edition. Judged once: what is wrong here is wrong in all languages."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import Fault, Given, Rule
from brochure.content.edition import edition_file
from brochure.model.edition import Limit

_PROMISES = ("help", "call", "when_you_call")
"""Groups whose every sentence says what a service or the law does."""
_SAYS_NOTHING = ("when_you_call.you_decide",)
_HEADING = "heading"


def _without_fact(given: Given) -> Iterator[Fault]:
    carried = {address for entry in given.edition.entries for address in entry.units}
    for address, unit in given.units.items():
        group, _, name = address.partition(".")
        if group not in _PROMISES or name.split(".")[-1] == _HEADING or address in _SAYS_NOTHING:
            continue
        if address not in carried:
            yield Fault(
                f"no fact of the edition carries '{address}', so nobody would notice when it is no longer true",
                unit.key,
                f"Name it in {edition_file(given.edition.id)}: under what, notes or carries of a service or right, "
                "or under said_in of a limit. Otherwise take the unit out.",
            )


def _unverified(given: Given) -> Iterator[Fault]:
    for entry in given.edition.entries:
        if isinstance(entry, Limit) or entry.verification.is_verified:
            continue
        units = [address for address in entry.units if address in given.units]
        yield Fault(
            f"nobody has verified '{entry.id}'; what rests on it stays a draft in all languages",
            entry.span,
            f"It carries {', '.join(units) or 'no unit'}. "
            "Ask the service or a lawyer, then fill in verified_by and verified_on.",
        )


RULES = (
    Rule(
        "unit-without-fact",
        "A promise that rests on no fact has no source and no day on which it is looked at again.",
        Severity.ERROR,
        _without_fact,
        of_edition=True,
    ),
    Rule(
        "fact-unverified",
        "What nobody has asked the service or a lawyer about may be wrong, and is not printed without DRAFT.",
        Severity.WARNING,
        _unverified,
        of_edition=True,
    ),
)
