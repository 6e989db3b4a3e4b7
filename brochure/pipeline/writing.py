"""One text put into its language file, as long as the file still has the text that its writer saw."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError
from brochure.content.approvals import approvals_file
from brochure.content.findings import Findings
from brochure.content.formats import known_formats
from brochure.content.languages import locale_of, script_of
from brochure.content.words import SOURCE_LANGUAGE, SourceWords, language_file, read_source_words
from brochure.exchange.comparison import worded
from brochure.pipeline.approve import approve
from brochure.state.new_texts import texts_in, with_texts
from brochure.state.signing import Said
from brochure.state.whole_file import replace_whole


class Kept(Struct, frozen=True):
    """What came of a text. ``before``: what the file had, as it is typed, "" for nothing. ``text``: what was to be
    kept. ``is_conflict``: the file had another text than its writer saw, and nothing is written. ``findings``: why
    nothing can be written into the file.
    """

    address: str
    before: str
    text: str
    is_conflict: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def is_written(self) -> bool:
        """Whether the file is another than before."""
        return not self.is_conflict and not self.findings and self.before != self.text


def write_text(root: Path, tag: str, address: str, text: str, seen: str) -> Kept:
    """Put a ``text`` into a language file where it has the text ``seen``, "" for none; every other byte stays.

    Both as they are typed: facts by their names in braces, a run of spaces as one. A translation is recorded as made
    from the present English where its language has records. Raises ArgumentsError: no such unit, or English without
    a text; SurroundingsError: the file is gone, cannot be written, or was saved by another program meanwhile.
    """
    english = _english(root, address)
    wanted = worded(address, text).written
    if tag == SOURCE_LANGUAGE and not wanted:
        raise ArgumentsError("an English text cannot be empty", "Every translation is made from it.")
    read = _read(root, tag)
    found = Findings(tag)
    there = texts_in(read, tag, found)
    if there is None:
        return Kept(address, "", wanted, findings=found.all)
    key = f"{address}.text" if tag == SOURCE_LANGUAGE else address
    before = worded(address, there.get(key, "")).written
    if before == wanted:
        return Kept(address, before, wanted)
    if before != worded(address, seen).written:
        return Kept(address, before, wanted, is_conflict=True)
    locale = locale_of(tag)
    data = with_texts(read, tag, {key: wanted}, english, script_of(tag, locale) if locale else "", found)
    if data is None:
        return Kept(address, before, wanted, findings=found.all)
    _write(root, tag, read, data)
    if wanted and tag != SOURCE_LANGUAGE and (root / approvals_file(tag)).is_file():
        approve(root, tag, Said("translated"), (address,))
    return Kept(address, before, wanted)


def _english(root: Path, address: str) -> SourceWords:
    english = read_source_words(root, known_formats(root), Findings(SOURCE_LANGUAGE))
    if english is None:
        raise ArgumentsError("the English file cannot be read", "brochure check en says why.")
    if address not in english.units:
        raise ArgumentsError(f"English has no unit {address} any more", "Nothing is written.")
    return english


def _read(root: Path, tag: str) -> bytes:
    try:
        return (root / language_file(tag)).read_bytes()
    except OSError as error:
        raise SurroundingsError(
            f"{language_file(tag)} cannot be read: {error.strerror or error}",
            "Put the file back, or take your text from here before you close the page.",
        ) from error


def _write(root: Path, tag: str, read: bytes, data: bytes) -> None:
    shown = language_file(tag)
    try:
        written = replace_whole(root / shown, read, data)
    except OSError as error:
        raise SurroundingsError(
            f"{shown} cannot be written: {error.strerror or error}",
            "Is the disk full, the file open elsewhere, the folder without write permission? Then save again.",
        ) from error
    if not written:
        raise SurroundingsError(
            f"{shown} was saved by another program at the same moment, so nothing is written", "Save again."
        )
