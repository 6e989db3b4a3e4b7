"""The record of a printed copy as text, and what has changed since it was printed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from msgspec import Struct

from brochure.content.printed import PrintedCopy, printed_file
from brochure.content.schemas.files import modeline

_HEAD = """\
# What a printed copy said. Written by `brochure code --record`, not changed by hand: paper does not change either.
"""


class Change(Struct, frozen=True):
    """``then`` is "" for what is new, ``now`` for what is gone."""

    name: str
    then: str
    now: str


def record_text(copy: PrintedCopy) -> str:
    """YAML whose every scalar is in double quotes, so that nothing of it is read as a number or a date."""
    head = {
        "code": copy.code,
        "edition": copy.edition,
        "language": copy.language,
        "format": copy.format,
        "on": copy.on,
        "draft": "yes" if copy.draft else "no",
    }
    lines = [f"{key}: {_quoted(value)}" for key, value in head.items()]
    said = [f"  {_quoted(name)}: {_quoted(text)}" for name, text in copy.said.items()]
    return "\n".join([modeline(printed_file(copy.code)), _HEAD.rstrip(), *lines, "said:", *said]) + "\n"


def changes_since(
    copy: PrintedCopy, said: Sequence[tuple[str, str]] | Mapping[str, str]
) -> tuple[Change, ...]:
    """What differs between a copy and what would be printed now, in the order of the copy, then what is new."""
    now = dict(said)
    changed = [
        Change(name, then, now.get(name, "")) for name, then in copy.said.items() if now.get(name) != then
    ]
    new = [Change(name, "", text) for name, text in now.items() if name not in copy.said]
    return (*changed, *new)


def _quoted(text: str) -> str:
    """JSON's strings are YAML's double-quoted scalars (YAML 1.2, 1.3 Relation to JSON)."""
    return json.dumps(text, ensure_ascii=False)
