"""The entries of a mapping, asked for one by one; what nobody asked for is unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from datetime import date

from brochure.base.spans import Span
from brochure.content.findings import Findings, shown
from brochure.content.nodes import Entry, Mapping, Node, Scalar, Sequence

_NUMBER = re.compile(r"-?\d{1,6}(\.\d{1,4})?", re.ASCII)
_LOOKS_LIKE_NUMBER = re.compile(r"[+-]?\d[\d .:/_-]*", re.ASCII)


def kind_of(node: Node) -> str:
    """What a node is, in a person's words."""
    if isinstance(node, Mapping):
        return "a group of keys"
    if isinstance(node, Sequence):
        return "a list"
    return "nothing" if node.is_empty else "a text"


class Fields:
    """Reads one mapping. ``at``: where it is named; ``what``: how a message calls it.

    A missing or wrong entry is a finding, and a stand-in of the right type goes on, so that the rest is judged too.
    """

    def __init__(self, node: Node | None, at: Span, what: str, findings: Findings) -> None:
        self.span = at
        self.what = what
        self.findings = findings
        self._entries: dict[str, Entry] = {}
        self._asked: dict[str, None] = {}
        if isinstance(node, Mapping):
            self._entries = {entry.key.text: entry for entry in node.entries}
        elif node is not None:
            span = node.span if not (isinstance(node, Scalar) and node.is_empty) else at
            findings.error("wrong-type", f"{what} is {kind_of(node)}, but a group of keys is needed", span)

    def done(self, ignored: Items[str] = ()) -> None:
        """Tells every key that nobody asked for. ``ignored``: kept for people, not read."""
        known = {**self._asked, **dict.fromkeys(ignored)}
        for name, entry in self._entries.items():
            if name not in known:
                self.findings.error(
                    "unknown-key",
                    f"{self.what} has no key {shown(name)}",
                    entry.key.span,
                    self.findings.suggest(name, known, "Known keys"),
                )

    def entry(self, key: str) -> Entry | None:
        """The entry as it is; None where it is missing or empty."""
        self._asked[key] = None
        entry = self._entries.get(key)
        if entry is None or (isinstance(entry.value, Scalar) and entry.value.is_empty and entry.value.plain):
            return None
        return entry

    def at(self, key: str) -> Span:
        """Where the entry is named, or else the mapping."""
        entry = self._entries.get(key)
        return entry.key.span if entry else self.span

    def value_at(self, key: str) -> Span:
        """Where the value of the entry begins, or else the mapping."""
        entry = self._entries.get(key)
        return entry.value.span if entry else self.span

    def need(self, key: str) -> Entry | None:
        found = self.entry(key)
        if found is None:
            self._missing(key)
        return found

    def scalar(self, key: str, *, needed: bool = False) -> Scalar | None:
        entry = self.need(key) if needed else self.entry(key)
        return self._as_scalar(entry.value, f"'{key}' of {self.what}") if entry else None

    def text(self, key: str, *, needed: bool = False) -> str:
        found = self.scalar(key, needed=needed)
        return found.text if found else ""

    def choice(self, key: str, choices: Items[str], *, needed: bool = True) -> str:
        """One of ``choices``; the first stands in for anything else: let it promise least."""
        found = self.scalar(key, needed=needed)
        if found is None:
            return choices[0]
        if found.text in choices:
            return found.text
        self.findings.error(
            "unknown-value",
            f"'{key}' of {self.what} is {shown(found.text)}",
            found.span,
            self.findings.suggest(found.text, choices, "It can be"),
        )
        return choices[0]

    def flag(self, key: str) -> bool:
        """yes, true, no, false; false where it is missing."""
        return self.choice(key, ("no", "yes", "false", "true"), needed=False) in ("yes", "true")

    def number(self, key: str, *, least: float | None = None, most: float | None = None) -> float:
        found = self.scalar(key, needed=True)
        return self._as_number(found, f"'{key}' of {self.what}", least, most) if found else least or 0.0

    def whole(self, key: str, *, least: int = 0, most: int | None = None) -> int:
        value = self.number(key, least=least, most=most)
        if value != int(value):
            self._wrong(self.value_at(key), f"'{key}' of {self.what} is not a whole number")
        return int(value)

    def numbers(
        self, key: str, count: int, *, least: float | None = None, most: float | None = None
    ) -> tuple[float, ...]:
        """``count`` numbers in a list; ``least`` or zeros stand in."""
        entry = self.need(key)
        otherwise = (least or 0.0,) * count
        if entry is None:
            return otherwise
        items = entry.value.items if isinstance(entry.value, Sequence) else ()
        if len(items) != count:
            self._wrong(entry.value.span, f"'{key}' of {self.what} is to be a list of {count} numbers")
            return otherwise
        return tuple(self._as_number(item, f"'{key}' of {self.what}", least, most) for item in items)

    def number_lists(self, key: str, count: int) -> tuple[tuple[float, ...], ...]:
        """A list of lists of ``count`` numbers each; what is none is told and left out."""
        entry = self.need(key)
        if entry is None:
            return ()
        what = f"'{key}' of {self.what}"
        read = []
        for item in entry.value.items if isinstance(entry.value, Sequence) else (entry.value,):
            if isinstance(item, Sequence) and len(item.items) == count:
                read.append(tuple(self._as_number(each, what) for each in item.items))
            else:
                self._wrong(item.span, f"{what} is to be a list of lists of {count} numbers")
        return tuple(read)

    def day(self, key: str, *, needed: bool = False) -> date | None:
        """A date written as 2026-11-22."""
        found = self.scalar(key, needed=needed)
        if found is None:
            return None
        try:
            if len(found.text) != 10:
                raise ValueError
            return date.fromisoformat(found.text)
        except ValueError:
            self._wrong(
                found.span,
                f"'{key}' of {self.what} is {shown(found.text)}, which is no date",
                "Write it as 2026-11-22.",
            )
            return None

    def scalars(self, key: str, *, needed: bool = False) -> tuple[Scalar, ...]:
        """A list of texts."""
        entry = self.need(key) if needed else self.entry(key)
        if entry is None:
            return ()
        if not isinstance(entry.value, Sequence):
            self._wrong(
                entry.value.span,
                f"'{key}' of {self.what} is {kind_of(entry.value)}, but a list is needed",
                "Write it in brackets: [one, two].",
            )
            return ()
        read = (self._as_scalar(item, f"an entry of '{key}' of {self.what}") for item in entry.value.items)
        return tuple(each for each in read if each is not None)

    def texts(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        return tuple(each.text for each in self.scalars(key, needed=needed))

    def group(self, key: str, *, needed: bool = True, what: str = "") -> Fields:
        """A mapping inside this one; an empty one stands in."""
        entry = self.need(key) if needed else self.entry(key)
        at = entry.key.span if entry else self.span
        return Fields(entry.value if entry else None, at, what or f"'{key}' of {self.what}", self.findings)

    def groups(self, key: str, what: str = "") -> tuple[Fields, ...]:
        """A list of mappings."""
        entry = self.entry(key)
        if entry is None:
            return ()
        if not isinstance(entry.value, Sequence):
            self._wrong(
                entry.value.span, f"'{key}' of {self.what} is {kind_of(entry.value)}, but a list is needed"
            )
            return ()
        name = what or f"an entry of '{key}' of {self.what}"
        return tuple(Fields(item, item.span, name, self.findings) for item in entry.value.items)

    def entries(self, key: str, *, needed: bool = False) -> tuple[Entry, ...]:
        """The entries of a mapping whose keys are names of the user."""
        group = self.group(key, needed=needed)
        return tuple(group._entries.values())

    def all(self) -> tuple[Entry, ...]:
        """All entries of this mapping: its keys are names of the user."""
        return tuple(self._entries.values())

    def _missing(self, key: str) -> None:
        if not self._entries and self.span.line == 0:
            return
        self.findings.error(
            "missing-key", f"{self.what} has no '{key}'", self.at(key), f"Add the line '{key}: ...'."
        )

    def _as_scalar(self, node: Node, what: str) -> Scalar | None:
        if isinstance(node, Scalar):
            return node
        self._wrong(node.span, f"{what} is {kind_of(node)}, but a text is needed")
        return None

    def _as_number(
        self, node: Node, what: str, least: float | None = None, most: float | None = None
    ) -> float:
        if not isinstance(node, Scalar) or not _NUMBER.fullmatch(node.text):
            said = shown(node.text) if isinstance(node, Scalar) else kind_of(node)
            self._wrong(
                node.span, f"{what} is {said}, but a number is needed", "Write it with a point: 13.5."
            )
            return least or 0.0
        value = float(node.text)
        if least is not None and value < least:
            self._wrong(node.span, f"{what} is {node.text}, but {least:g} is the least")
            return least
        if most is not None and value > most:
            self._wrong(node.span, f"{what} is {node.text}, but {most:g} is the most")
            return most
        return value

    def _wrong(self, span: Span, message: str, help_: str = "") -> None:
        self.findings.error("wrong-type", message, span, help_)


def tell_unquoted(node: Node, findings: Findings) -> None:
    """Digits without quotes: other programs read them as numbers, dates and times, and drop a zero."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            tell_unquoted(entry.value, findings)
    elif isinstance(node, Sequence):
        for item in node.items:
            tell_unquoted(item, findings)
    elif node.plain and _LOOKS_LIKE_NUMBER.fullmatch(node.text):
        findings.warning(
            "unquoted-number",
            f"{shown(node.text)} stands without quotes; other programs read it as a number and may change it",
            node.span,
            f'Write "{node.text}".',
        )
