"""YAML as nodes with spans: every scalar a string, no key twice, nothing that refers to anything else.

libyaml's events are put together here and not by PyYAML's composer: it recurses without a limit, keeps the last of two
equal keys and follows aliases.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.findings import Findings, shown
from brochure.content.source import Source
from brochure.content.syntax import tell_syntax_error

MAX_DEPTH = 16
"""Our files nest six deep; every level is an event, so a hostile file is left after the seventeenth bracket."""


MAX_NODES = 120_000
"""Keys, texts, lists and groups of a file. English has four thousand; they are read in a second."""


class Scalar(Struct, frozen=True):
    """A text, whatever YAML would make of it.

    ``text``: NFC. ``value``: before NFC. ``start``/``end``: its place in the source, code points.
    """

    text: str
    value: str
    plain: bool
    source: Source
    start: int
    end: int
    span: Span

    @property
    def is_empty(self) -> bool:
        """Nothing, or YAML's own word for nothing. A quoted "null" is a word."""
        return not self.text or (self.plain and self.text in ("null", "~"))


class Sequence(Struct, frozen=True):
    """A list. ``span``: its first entry or bracket."""

    items: tuple[Node, ...]
    span: Span


class Entry(Struct, frozen=True):
    """One key and what stands behind its colon."""

    key: Scalar
    value: Node


class Mapping(Struct, frozen=True):
    """A group of keys, each there once, in the order of the file. ``span``: the first key or brace."""

    entries: tuple[Entry, ...]
    span: Span


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """Reading of this file ends here; the finding is told."""


def compose(source: Source, findings: Findings) -> Mapping | None:
    """The file's mapping, None where a finding says why there is none.

    A text that was composed before, and of which there was nothing to say, is not composed again: most files are asked
    for several times in a build, and nodes never change.
    """
    found = _KNOWN.pop(source, None)
    if found is None:
        before = findings.count
        found = _composed(source, findings)
        if found is None or findings.count > before:
            return found
    _KNOWN[source] = found
    while sum(len(each.text) for each in _KNOWN) > _MOST_KNOWN and len(_KNOWN) > 1:
        del _KNOWN[next(iter(_KNOWN))]
    return found


_KNOWN: dict[Source, Mapping] = {}
"""The one that was asked for last is the last."""

_MOST_KNOWN = 300_000
"""Characters: the files that all languages share, or five languages. A character takes seven bytes with its nodes."""


def _composed(source: Source, findings: Findings) -> Mapping | None:
    events = yaml.parse(source.text, Loader=yaml.CSafeLoader)
    composer = _Composer(source, findings, events)
    try:
        return composer.document()
    except _RefusedError:
        return None
    except yaml.YAMLError as error:
        tell_syntax_error(error, source, findings)
        return None
    finally:
        events.close()


class _Composer:
    def __init__(self, source: Source, findings: Findings, events: Iterator[Any]) -> None:
        self._source = source
        self._findings = findings
        self._events = events
        self._nodes = 0

    def document(self) -> Mapping | None:
        next(self._events)  # StreamStart
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._findings.error("empty-file", "the file holds nothing", Span(self._source.file))
            return None
        root = self._node(next(self._events), 0)
        next(self._events)  # DocumentEnd
        self._end_of_stream()
        if isinstance(root, Mapping):
            return root
        if isinstance(root, Scalar) and root.is_empty:
            self._findings.error("empty-file", "the file holds nothing", Span(self._source.file))
        else:
            self._findings.error(
                "wrong-type",
                "the file is not made of 'key: value' lines",
                root.span,
                "Compare it with en.yaml.",
            )
        return None

    def _end_of_stream(self) -> None:
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._findings.error(
                "several-documents",
                "a second YAML document begins here; only the first would be read",
                self._span(event),
                "Delete the line '---', or move what follows into a file of its own.",
            )
            raise _RefusedError

    def _node(self, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            self._findings.error(
                "too-deep",
                f"brackets or lists stand more than {MAX_DEPTH} deep in each other",
                self._span(event),
                "Close the brackets before, or put the text in quotes.",
            )
            raise _RefusedError
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._findings.error(
                "too-large",
                f"the file has more than {MAX_NODES:,} keys and texts, which is the most that is read",
                self._span(event),
                "Was a whole table or document pasted into it?",
            )
            raise _RefusedError
        self._refuse_reference(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), self._span(event))
        return self._scalar(event)

    def _refuse_reference(self, event: Any) -> None:
        """Anchors, aliases and tags make one text stand for another, or for something that is no text."""
        if isinstance(event, yaml.AliasEvent):
            what, sign = f"*{event.anchor}", "a star"
        elif event.anchor is not None:
            what, sign = f"&{event.anchor}", "an ampersand"
        elif event.tag is not None:
            what, sign = event.tag.replace("tag:yaml.org,2002:", "!!"), "an exclamation mark"
        else:
            return
        self._findings.error(
            "yaml-reference",
            f"{shown(what)}: {sign} at the beginning has a special meaning in YAML that is not used here",
            self._span(event),
            "Put the text in quotes, or write it out.",
        )
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _mapping(self, start: Any, depth: int) -> Mapping:
        entries: list[Entry] = []
        seen: dict[str, Span] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if self._is_usable(key, seen):
                assert isinstance(key, Scalar)
                seen[key.text] = key.span
                entries.append(Entry(key, value))
        return Mapping(tuple(entries), self._span(start))

    def _is_usable(self, key: Node, seen: dict[str, Span]) -> bool:
        if not isinstance(key, Scalar):
            self._findings.error("wrong-type", "a list or group stands where a key is needed", key.span)
            return False
        if key.plain and key.text == "<<":
            self._findings.error(
                "yaml-reference",
                "'<<' merges groups in YAML; this is not used here",
                key.span,
                "Write the keys out.",
            )
            return False
        if key.text in seen:
            self._findings.error(
                "duplicate-key",
                f"{shown(key.text)} stands here for the second time; the first is in line {seen[key.text].line}",
                key.span,
                "Delete one of the two, or give this one another name.",
            )
            return False
        return True

    def _scalar(self, event: Any) -> Scalar:
        value: str = event.value
        return Scalar(
            unicodedata.normalize("NFC", value),
            value,
            event.style is None or event.style == "",
            self._source,
            event.start_mark.index,
            event.end_mark.index,
            self._span(event),
        )

    def _span(self, event: Any) -> Span:
        return Span(self._source.file, event.start_mark.line + 1, event.start_mark.column + 1)
