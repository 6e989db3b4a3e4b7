"""Texts put into a language file, every other byte of it as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from brochure.content.findings import Findings
from brochure.content.nodes import Mapping as Group
from brochure.content.nodes import Scalar, compose
from brochure.content.source import Source, decode
from brochure.content.words import SourceUnit, SourceWords, language_file
from brochure.state.language_lines import Places, Renewal, lines_of, tell_layout, tree_of

_BOM = "\ufeff"
_SHOWN_AS_NUMBERS = ("Cc", "Cf", "Zl", "Zp", "Zs", "Cs", "Co", "Cn")
"""Categories of characters that an editor does not show; ZWNJ and ZWJ are letters of their scripts and stay."""

_JOINERS = "\u200c\u200d"


def with_texts(
    data: bytes, tag: str, texts: Mapping[str, str], english: SourceWords, script: str, findings: Findings
) -> bytes | None:
    """The file of a language with ``texts`` by address in place of those that are there; a unit that the file lacks
    gets a place as ``brochure new-language --update`` makes them. None where findings say why that cannot be.

    ``data``: UTF-8, as it is on the disk. ``script``: ISO 15924. Raises AssertionError, and that is a bug, where
    anything but these texts would change.
    """
    file = language_file(tag)
    text = data.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    before = _scalars(text, file, findings)
    if before is None:
        return None
    missing = {address: english.units[address] for address in texts if address not in before}
    if missing:
        placed = _with_places(text, file, missing, script, findings)
        if placed is None:
            return None
        text = placed
    after = _put_in(text, file, texts)
    _need_no_other_change(before, after, file, texts)
    return f"{mark}{after}".encode()


def texts_in(data: bytes, tag: str, findings: Findings) -> dict[str, str] | None:
    """Every text of a language file by its address, of the English file with ``.text`` behind it; None where findings
    say why it cannot be read.
    """
    source = decode(data, language_file(tag), findings)
    tree = compose(source, findings) if source else None
    return None if tree is None else {address: scalar.text for address, scalar in _walk(tree, "")}


def quoted(text: str) -> str:
    """A text on one line in double quotes; what an editor does not show is written by its number (YAML 1.2.2, 5.7)."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    hidden = unicodedata.category(char) in _SHOWN_AS_NUMBERS and char not in f" {_JOINERS}"
    if not hidden:
        return char
    code = ord(char)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _read(text: str, file: str, findings: Findings) -> tuple[Source, Group] | None:
    source = decode(text.encode("utf-8"), file, findings)
    tree = compose(source, findings) if source else None
    return (source, tree) if source and tree else None


def _scalars(text: str, file: str, findings: Findings) -> dict[str, Scalar] | None:
    read = _read(text, file, findings)
    return None if read is None else dict(_walk(read[1], ""))


def _walk(group: Group, above: str) -> Iterator[tuple[str, Scalar]]:
    for entry in group.entries:
        if isinstance(entry.value, Scalar):
            yield f"{above}{entry.key.text}", entry.value
        elif isinstance(entry.value, Group):
            yield from _walk(entry.value, f"{above}{entry.key.text}.")


def _with_places(
    text: str, file: str, missing: Mapping[str, SourceUnit], script: str, findings: Findings
) -> str | None:
    """The text with a place for each unit of ``missing``; the lines above units that are there stay as they are."""
    layout = Findings()
    read = _read(text, file, layout)
    if read is None:
        raise AssertionError(f"{file} was read and cannot be read again: {layout.all}")
    source, tree = read
    tell_layout(tree, source, layout)
    if layout.all:
        findings.take(layout.all)
        return None
    return Renewal(text, source, Places(script)).renewed(tree, {}, tree_of(missing))


def _put_in(text: str, file: str, texts: Mapping[str, str]) -> str:
    """Later places first, so that earlier ones stay where they are."""
    scalars = _scalars(text, file, Findings())
    assert scalars is not None
    starts = _line_starts(text)
    for address, scalar in sorted(scalars.items(), key=lambda each: -each[1].start):
        if address in texts:
            start, end = (_in_file(scalar.source, at, starts) for at in (scalar.start, scalar.end))
            text = _replaced(text, start, end, quoted(texts[address]))
    return text


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in lines_of(text):
        starts.append(starts[-1] + len(line))
    return starts


def _in_file(source: Source, at: int, starts: list[int]) -> int:
    """The place of a code point of ``source`` in the file, whose lines may end in two characters."""
    place = source.at(at)
    return starts[place.line - 1] + place.column - 1


def _replaced(text: str, start: int, end: int, new: str) -> str:
    """A block scalar ends behind its line end, which stays; an empty one stands right behind the colon."""
    old = text[start:end]
    tail = re.search(r"[\r\n\t ]*\Z", old)
    kept = tail[0] if tail and old.strip() else old
    apart = " " if start and text[start - 1] == ":" else ""
    return f"{text[:start]}{apart}{new}{kept}{text[end:]}"


def _need_no_other_change(
    before: Mapping[str, Scalar], after: str, file: str, texts: Mapping[str, str]
) -> None:
    """A translation is months of somebody's work: nothing is written unless every other text of it is there."""
    unheard = Findings()
    read = _scalars(after, file, unheard)
    if read is None:
        raise AssertionError(f"{file} could not be read with the new texts: {unheard.all}")
    wanted = {address: scalar.value for address, scalar in before.items()} | dict(texts)
    now = {address: scalar.value for address, scalar in read.items()}
    wrong = [address for address in {**wanted, **now} if now.get(address) != wanted.get(address)]
    if wrong:
        raise AssertionError(f"{', '.join(wrong)} would change; nothing is written")
