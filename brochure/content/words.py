"""``content/languages/<tag>.yaml``: units with their addresses, before facts are put in.

English units are mappings (text, room, formats, note); in every other language the text stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.fields import Fields, kind_of
from brochure.content.findings import Findings, shown
from brochure.content.folders import names_in, stems_in
from brochure.content.formats import PRODUCTS
from brochure.content.nodes import Mapping, Node, Scalar, compose
from brochure.content.placeholders import Piece, StrayNumber, cut
from brochure.content.source import read_source

FOLDER = "content/languages"
SOURCE_LANGUAGE = "en"
ROOMS: Named[str, int] = {"short": 25, "line": 55, "sentence": 95, "paragraph": 200}
"""What ``room`` of a unit stands for: the most characters that its English may have."""

INHERITS = "inherits"
"""The key, beside the groups of a translation, that names the language whose texts it takes over."""

_OF_A_UNIT = {"text", "room", "formats", "note"}
_MOST_CHARACTERS = 4000
"""A paragraph has 200 in English; the layout says by how much a text is too long, this only stops a pasted book."""


class Wording(Struct, frozen=True):
    """One unit of one language: its text cut at its placeholders, and the numbers typed into it.

    ``scalar``: the text as it stands in the file. ``span``: where it begins.
    """

    address: str
    pieces: tuple[Piece, ...]
    numbers: tuple[StrayNumber, ...]
    scalar: Scalar

    @property
    def span(self) -> Span:
        return self.scalar.span

    @property
    def references(self) -> tuple[str, ...]:
        return tuple(piece.text for piece in self.pieces if piece.is_placeholder)

    @property
    def written(self) -> str:
        """The text as it is typed: facts by their names in braces, every run of spaces as one."""
        return "".join(f"{{{piece.text}}}" if piece.is_placeholder else piece.text for piece in self.pieces)


class SourceUnit(Struct, frozen=True):
    """A unit of the source language: its wording and what translators are told. ``room``: one of ``ROOMS``."""

    wording: Wording
    formats: tuple[str, ...]
    key: Span
    room: str
    note: str


class SourceWords(Struct, frozen=True):
    """``taken``: addresses of every unit that is named, also of those whose text could not be used."""

    units: Named[str, SourceUnit]
    taken: frozenset[str]


class OwnWords(Struct, frozen=True):
    """What stands in the file of a translation. ``parent``: the tag behind ``inherits``, None where it takes over none.

    An address of ``words`` whose text cannot be used is there with None: its finding is told, it is not missing. One
    whose text is blank is not there: it is taken over, or missing and told by the formats that print it.
    """

    words: Named[str, Wording | None]
    parent: Scalar | None


def language_file(tag: str) -> str:
    """Relative to the root."""
    return f"{FOLDER}/{tag}.yaml"


def read_source_words(root: Path, products: tuple[str, ...], findings: Findings) -> SourceWords | None:
    """The English units; None where the file cannot be read at all."""
    tree = _compose(root, SOURCE_LANGUAGE, findings)
    if tree is None:
        return None
    units: dict[str, SourceUnit] = {}
    taken: set[str] = set()
    _collect_source(tree, "", units, taken, tuple(dict.fromkeys((*PRODUCTS, *products))), findings)
    return SourceWords(units, frozenset(taken))


def read_own_words(root: Path, tag: str, source: SourceWords, findings: Findings) -> OwnWords | None:
    """The file of a language other than English; None where it cannot be read at all."""
    tree = _compose(root, tag, findings)
    if tree is None:
        return None
    words: dict[str, Wording | None] = {}
    groups = {
        address.rsplit(".", cut)[0] for address in source.taken for cut in range(1, address.count(".") + 1)
    }
    _collect_words(_without_parent(tree), "", words, source, groups, findings)
    return OwnWords(words, _parent(tree, findings))


def _without_parent(tree: Mapping) -> Mapping:
    return Mapping(tuple(each for each in tree.entries if each.key.text != INHERITS), tree.span)


def _parent(tree: Mapping, findings: Findings) -> Scalar | None:
    for entry in tree.entries:
        if entry.key.text != INHERITS:
            continue
        if isinstance(entry.value, Scalar) and not entry.value.is_empty:
            return entry.value
        findings.error(
            "wrong-type",
            f"{shown(INHERITS)} is {kind_of(entry.value)}, but the tag of a language is needed",
            entry.value.span,
            "Name one language, as in inherits: pt-PT, or delete the line.",
        )
    return None


def _compose(root: Path, tag: str, findings: Findings) -> Mapping | None:
    source = read_source(root, language_file(tag), findings)
    return compose(source, findings) if source else None


def _collect_source(
    tree: Mapping,
    above: str,
    units: dict[str, SourceUnit],
    taken: set[str],
    products: tuple[str, ...],
    findings: Findings,
) -> None:
    for entry in tree.entries:
        address = f"{above}{entry.key.text}"
        if not _is_name(entry.key, findings):
            continue
        if not isinstance(entry.value, Mapping):
            findings.error(
                "wrong-type",
                f"{shown(address)} is {kind_of(entry.value)}; a unit of the English file has text, room, formats, note",
                entry.key.span
                if isinstance(entry.value, Scalar) and entry.value.is_empty
                else entry.value.span,
                "Write the keys below it, indented, as the units around it do.",
            )
            taken.add(address)
        elif _is_unit(entry.value):
            taken.add(address)
            unit = _source_unit(
                address, Fields(entry.value, entry.key.span, f"the unit {shown(address)}", findings), products
            )
            if unit:
                units[address] = unit
        else:
            _collect_source(entry.value, f"{address}.", units, taken, products, findings)


def _is_unit(node: Mapping) -> bool:
    """A group whose keys are those of a unit. A group that only has units inside, as ``call.police.what``, is none."""
    keys = {entry.key.text for entry in node.entries if isinstance(entry.value, Scalar)}
    return "text" in keys or (bool(keys) and len(keys & _OF_A_UNIT) >= 1)


def _source_unit(address: str, fields: Fields, products: tuple[str, ...]) -> SourceUnit | None:
    text = fields.scalar("text", needed=True)
    room = fields.choice("room", tuple(ROOMS))
    note = fields.text("note", needed=True)
    formats = fields.scalars("formats", needed=True)
    for name in formats:
        if name.text not in products:
            fields.findings.error(
                "unknown-format",
                f"there is no format {shown(name.text)}",
                name.span,
                fields.findings.suggest(name.text, products, "Formats"),
            )
    fields.done()
    wording = _wording(address, text, fields.findings) if text else None
    named = tuple(name.text for name in formats)
    return SourceUnit(wording, named, fields.span, room, note) if wording else None


def _collect_words(
    tree: Mapping,
    above: str,
    words: dict[str, Wording | None],
    source: SourceWords,
    groups: set[str],
    findings: Findings,
) -> None:
    for entry in tree.entries:
        address = f"{above}{entry.key.text}"
        if address in source.taken:
            if not _is_blank(entry.value):
                words[address] = _plain_unit(address, entry.value, findings)
        elif address in groups and isinstance(entry.value, Mapping):
            _collect_words(entry.value, f"{address}.", words, source, groups, findings)
        elif address in groups:
            findings.error(
                "wrong-type",
                f"{shown(address)} is {kind_of(entry.value)}, but English has a group of units there",
                entry.value.span,
                "Compare it with en.yaml.",
            )
        else:
            findings.error(
                "superfluous-unit",
                f"English has no unit {shown(address)}, so it is printed nowhere",
                entry.key.span,
                findings.suggest(address, source.taken | groups, "Units") or "Delete it.",
            )


def _is_blank(node: Node) -> bool:
    """A place for a text that nobody has written yet, as a new language file has them. YAML's null is a mistake."""
    return isinstance(node, Scalar) and not node.text.strip()


def _plain_unit(address: str, node: Node, findings: Findings) -> Wording | None:
    if isinstance(node, Scalar):
        return _wording(address, node, findings)
    help_ = "Write the text behind the colon, in double quotes."
    if isinstance(node, Mapping) and _is_unit(node):
        help_ = "Only the English file has text, room, formats and note; here the text stands alone."
    findings.error(
        "wrong-type", f"{shown(address)} is {kind_of(node)}, but a text is needed", node.span, help_
    )
    return None


def _wording(address: str, text: Scalar, findings: Findings) -> Wording | None:
    if text.is_empty or not text.text.strip():
        findings.error(
            "empty-unit",
            f"the text of {shown(address)} is empty",
            text.span,
            "Write the text, or delete the line.",
        )
        return None
    if len(text.text) > _MOST_CHARACTERS:
        findings.error(
            "too-large",
            f"the text of {shown(address)} is longer than {_MOST_CHARACTERS:,} characters",
            text.span,
            "Was something else pasted into it?",
        )
        return None
    read = cut(text, findings)
    return Wording(address, read.pieces, read.numbers, text)


def _is_name(key: Scalar, findings: Findings) -> bool:
    if key.text and "." not in key.text and not any(char.isspace() for char in key.text):
        return True
    findings.error(
        "wrong-name",
        f"{shown(key.text)} cannot be the name of a unit",
        key.span,
        "Use small letters, digits, _ and -.",
    )
    return False


def tell_case_twins(root: Path, findings: Findings, folder_name: str = FOLDER) -> None:
    """Two files whose names differ by letter case alone: one of them vanishes on Windows and macOS."""
    seen: dict[str, str] = {}
    for name in sorted(names_in(root / folder_name)):
        first = seen.setdefault(name.casefold(), name)
        if first != name:
            findings.error(
                "letter-case",
                f"{name} and {first} differ only by capital letters; Windows and macOS cannot keep both",
                Span(f"{folder_name}/{name}"),
                "Delete one of the two.",
            )


def has_language_file(root: Path, tag: str) -> bool:
    """By its exact name."""
    return f"{tag}.yaml" in names_in(root / FOLDER)


def language_tags(root: Path) -> tuple[str, ...]:
    """Tags that have a file."""
    return stems_in(root / FOLDER, ".yaml")
