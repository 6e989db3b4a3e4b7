"""``content/approvals/<tag>.yaml`` as the program writes it: one line a unit, by address, so that versions compare.

Put together here and not by ruamel.yaml: there are no comments of a person to keep, every value is of a closed
alphabet, and ten thousand units take 10 ms in place of 3 s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from brochure.content.approvals import approvals_file
from brochure.content.schemas.files import modeline
from brochure.model.approval import Approval

_HEAD = """\
# Who has read which text of {tag}. Written by brochure approve and brochure translated; nobody edits it by hand.
#
# source   fingerprint of the English text. text: of the text in {tag}. Facts stand in them by name, so a new phone
#          number changes neither.
# state    translated: from that English, and read by nobody. reviewed: a second person has read it.
#          approved: someone answerable has.
# by       the person, by the id in content/people.yaml. on: the day.
#
# A record, not a proof: it is as true as the person who ran the command. When the text or its English changes, its
# line no longer fits and counts for nothing.
"""

_PLAIN = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+")


def written(tag: str, records: Iterable[Approval]) -> bytes:
    """The file, whole."""
    lines = [_line(record) for record in sorted(records, key=lambda record: record.address)]
    return "".join((modeline(approvals_file(tag)), "\n", _HEAD.format(tag=tag), *lines)).encode("utf-8")


def _line(record: Approval) -> str:
    address = record.address if _PLAIN.fullmatch(record.address) else _quoted(record.address)
    signed = f', by: {_quoted(record.by)}, on: "{record.on}"' if record.level != "translated" else ""
    return f'{address}: {{source: "{record.source}", text: "{record.text}", state: {record.level}{signed}}}\n'


def _quoted(text: str) -> str:
    """In double quotes; what a person cannot see is written by its number (YAML 1.2.2, 5.7)."""
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08X}"
