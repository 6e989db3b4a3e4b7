"""What a person says about texts, put over the records that are there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from brochure.base.spans import Span
from brochure.model.approval import Approval, Level
from brochure.state.fingerprints import Pair
from brochure.state.texts import TextState, fits

_NOWHERE = Span("")

_ENOUGH: Mapping[Level, tuple[TextState, ...]] = {
    "translated": (TextState.DRAFT, TextState.REVIEWED, TextState.APPROVED),
    "reviewed": (TextState.REVIEWED, TextState.APPROVED),
    "approved": (TextState.APPROVED,),
}
"""States of a text that need no new record of a level."""


class Said(Struct, frozen=True):
    """``level`` of texts, by a person on a day; nobody and no day where they are only recorded as translated."""

    level: Level
    by: str = ""
    on: date | None = None


class Signing(Struct, frozen=True):
    """``records``: all of the language, as they are to be kept. ``recorded``: addresses that got a new one.

    ``stale``: addresses left as they were, because the English changed and nobody named them. ``dropped``: addresses
    that English no longer has.
    """

    records: Mapping[str, Approval]
    recorded: tuple[str, ...]
    stale: tuple[str, ...]
    dropped: tuple[str, ...]


def sign(
    pairs: Mapping[str, Pair],
    old: Mapping[str, Approval],
    states: Mapping[str, TextState],
    said: Said,
    named: frozenset[str],
    known: frozenset[str],
) -> Signing:
    """Records with what was ``said`` of the units that were ``named``, of all where none were.

    Of all means: of all that the person can mean without looking at each. A text whose English changed while it stayed
    as it was has to be named, and nothing that still holds is taken back. A unit that is named gets what is said, even
    if it had more. ``states``: as judged by ``old``. ``known``: every address of English.
    """
    records = {address: record for address, record in old.items() if address in known}
    recorded, stale = [], []
    for address, pair in pairs.items():
        if named and address not in named:
            continue
        record = old.get(address)
        if not named and record is not None:
            if record.source != pair.source and record.text == pair.text:
                stale.append(address)
                continue
            if fits(pair, record) and states[address] in _ENOUGH[said.level]:
                continue
        records[address] = Approval(
            address, pair.source, pair.text, said.level, said.by, said.on, _NOWHERE, _NOWHERE
        )
        recorded.append(address)
    dropped = tuple(address for address in old if address not in known)
    return Signing(records, tuple(recorded), tuple(stale), dropped)
