"""The lines of a language file: above each text its English, and a place for each text that is missing.

Lines that begin with ``#.`` are the program's, as in gettext's files; all others are a person's and stay byte for byte.
Therefore lines are put in and taken out by the places that the reader gives, and ruamel.yaml does not write the file
back: it keeps comments, but puts the invisible character in the place of ``\\u202F``, unfolds texts, indents anew, and
drops the byte order mark and carriage returns.
"""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Mapping
from itertools import takewhile

from msgspec import Struct, field

from brochure.content.findings import Findings
from brochure.content.nodes import Entry, Scalar, Sequence
from brochure.content.nodes import Mapping as Group
from brochure.content.rooms import room_in
from brochure.content.source import Source
from brochure.content.words import INHERITS, SourceUnit

_WIDTH = 110
_INDENT = 2
_OURS = re.compile(r"[ \t]*#\.(?:[ \t\r\n]|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def remark(text: str, indent: int = 0) -> list[str]:
    """``text`` as lines of the program, without line ends; what goes on stands further in."""
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * indent}#. {'  ' if at else ''}{line}" for at, line in enumerate(lines)]


def is_ours(line: str) -> bool:
    """Whether the program wrote the line and may renew it."""
    return _OURS.match(line) is not None


def lines_of(text: str) -> list[str]:
    """The lines with their ends, whichever they are."""
    return [line for line in _LINE.findall(text) if line]


def end_of_lines(text: str) -> str:
    """The end that the first line has; a line feed where there is none."""
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


class Tree(Struct, frozen=True):
    """Units by their groups. ``names``: of both, in the order of English."""

    units: dict[str, SourceUnit] = field(default_factory=dict)
    groups: dict[str, Tree] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)


def tree_of(units: Mapping[str, SourceUnit]) -> Tree:
    """``units`` by address, in groups."""
    root = Tree()
    for address, unit in units.items():
        *above, last = address.split(".")
        within = root
        for name in above:
            within.names[name] = None
            within = within.groups.setdefault(name, Tree())
        within.units[last] = unit
        within.names[last] = None
    return root


class Places:
    """Writes places for texts. ``script``: ISO 15924 of the language."""

    def __init__(self, script: str) -> None:
        self._script = script

    def remarks(self, unit: SourceUnit, indent: int) -> list[str]:
        """English, note and room, as they stand above a text."""
        said = (f'"{unit.wording.written}"', unit.note, f"Room: {room_in(unit.room, self._script)}.")
        return [line for text in said for line in remark(text, indent)]

    def of(self, tree: Tree, indent: int = 0) -> list[str]:
        """A place for each unit of ``tree``, groups of the file set apart by a blank line."""
        lines: list[str] = []
        for name in tree.names:
            lines += [""] if lines and not indent else []
            lines += self.named(tree, name, indent)
        return lines

    def named(self, tree: Tree, name: str, indent: int) -> list[str]:
        """One unit or one group of ``tree``."""
        if name in tree.units:
            return [*self.remarks(tree.units[name], indent), f'{" " * indent}{name}: ""']
        return [f"{' ' * indent}{name}:", *self.of(tree.groups[name], indent + _INDENT)]


def tell_layout(group: Group, source: Source, findings: Findings) -> None:
    """Texts that have no line of their own: nothing can be put above them."""
    for entry in group.entries:
        key, value = entry.key, entry.value
        begins = not source.text[source.text.rfind("\n", 0, key.start) + 1 : key.start].strip(" ")
        if (
            not begins
            or isinstance(value, Sequence)
            or (isinstance(value, Group) and _in_braces(value, source))
        ):
            findings.error(
                "not-on-its-own-line",
                f"'{key.text}' or what is in it has no line of its own, so no English can be put above it",
                key.span,
                "Write every key of the group on a line of its own, without brackets and braces.",
            )
        elif isinstance(value, Group):
            tell_layout(value, source, findings)


def _in_braces(group: Group, source: Source) -> bool:
    line = source.text.split("\n")[group.span.line - 1]
    return line[group.span.column - 1] == "{"


class Renewal:
    """Renews the lines of one file. ``text``: as it is, without byte order mark, laid out as ``tell_layout`` asks.

    Lines are named by their number from 0 before the change. ``_free``: the first behind all that was gone through.
    """

    def __init__(self, text: str, source: Source, places: Places) -> None:
        self._lines = lines_of(text)
        self._end = end_of_lines(text)
        self._places = places
        self._starts = [0, *(at + 1 for at, char in enumerate(source.text) if char == "\n")]
        self._out: set[int] = set()
        self._in: dict[int, list[str]] = {}
        self._free = 0

    def renewed(self, root: Group, units: Mapping[str, SourceUnit], wanted: Tree) -> str:
        """The text with the present remarks above each of ``units``, and a place for each unit of ``wanted`` that it
        lacks, behind the one that English has before it. Renewing it again changes nothing.
        """
        self._free = sum(1 for _ in takewhile(_is_head, self._lines))
        first = self._above(root.entries[0]) if root.entries else len(self._lines)
        self._group(root, units, "", wanted, first)
        return self._text()

    def _group(
        self, group: Group, units: Mapping[str, SourceUnit], above: str, wanted: Tree, first: int
    ) -> None:
        """``first``: the line before which a place stands that comes before all entries."""
        there = {entry.key.text for entry in group.entries}
        indent = group.span.column - 1
        missing = _missing(wanted, there)
        if group.entries and group.entries[0].key.text == INHERITS:
            missing[INHERITS] = missing.pop("", [])  # the line that says it stays at the head of the file
        self._add(first, wanted, missing.get("", []), indent, first=True)
        for entry in group.entries:
            self._entry(entry, units, above, wanted)
            self._add(self._free, wanted, missing.get(entry.key.text, []), indent)

    def _entry(self, entry: Entry, units: Mapping[str, SourceUnit], above: str, wanted: Tree) -> None:
        address = f"{above}{entry.key.text}"
        if address in units:
            self._remark(entry, units[address])
        if isinstance(entry.value, Group):
            self._free = entry.key.span.line
            inside = wanted.groups.get(entry.key.text, Tree())
            self._group(entry.value, units, f"{address}.", inside, self._free)
        elif isinstance(entry.value, Scalar):
            self._free = self._line_behind(entry.value)

    def _remark(self, entry: Entry, unit: SourceUnit) -> None:
        """Puts the remarks where the old ones begin, or right above the unit."""
        line = entry.key.span.line - 1
        old = [at for at in range(self._free, line) if is_ours(self._lines[at])]
        self._out.update(old)
        self._put(old[0] if old else line, self._places.remarks(unit, entry.key.span.column - 1))

    def _add(self, at: int, wanted: Tree, names: list[str], indent: int, *, first: bool = False) -> None:
        """Places; those of the file's own groups are set apart by a blank line from what is there."""
        apart = [] if indent else [""]
        for name in names:
            lines = self._places.named(wanted, name, indent)
            self._put(at, [*lines, *apart] if first else [*apart, *lines])

    def _put(self, at: int, lines: list[str]) -> None:
        self._in.setdefault(at, []).extend(lines)

    def _above(self, entry: Entry) -> int:
        """The first line of the comment that stands right above an entry."""
        line = entry.key.span.line - 1
        while line > self._free and self._lines[line - 1].lstrip().startswith("#"):
            line -= 1
        return line

    def _line_behind(self, value: Scalar) -> int:
        line = bisect_right(self._starts, value.end) - 1
        return line if value.end == self._starts[line] else line + 1

    def _text(self) -> str:
        written: list[str] = []
        for at in range(len(self._lines) + 1):
            if at in self._in and written and not written[-1].endswith(("\r", "\n")):
                written[-1] += self._end
            written += [f"{line}{self._end}" for line in self._in.get(at, ())]
            written += [self._lines[at]] if at < len(self._lines) and at not in self._out else []
        return "".join(written)


def _is_head(line: str) -> bool:
    return is_ours(line) or "yaml-language-server:" in line


def _missing(wanted: Tree, there: set[str]) -> dict[str, list[str]]:
    """Names that are not ``there``, by the name behind which they belong, "" for the beginning."""
    missing: dict[str, list[str]] = {}
    before = ""
    for name in wanted.names:
        if name in there:
            before = name
        else:
            missing.setdefault(before, []).append(name)
    return missing
