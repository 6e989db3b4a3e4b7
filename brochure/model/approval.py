"""Who read which text, and the people who may."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from brochure.base.spans import Span

Level = Literal["translated", "reviewed", "approved"]
"""translated: read by nobody. reviewed: a second person has read it. approved: someone answerable has signed it."""

LEVELS: tuple[Level, ...] = ("translated", "reviewed", "approved")


class Approval(Struct, frozen=True):
    """The record of one unit. ``source`` and ``text``: fingerprints of the English and of the text it was given for.

    ``by`` is "" and ``on`` None where ``level`` is translated: nobody has read it. ``span``: the unit's address in the
    file; ``by_span``: where the person is named.
    """

    address: str
    source: str
    text: str
    level: Level
    by: str
    on: date | None
    span: Span
    by_span: Span


class Person(Struct, frozen=True):
    """``languages``: tags, None for all. ``may``: levels that this person can give."""

    id: str
    name: str
    languages: tuple[str, ...] | None
    may: frozenset[Level]

    def reads(self, tag: str) -> bool:
        """Whether this person answers for texts in a language."""
        return self.languages is None or tag in self.languages
