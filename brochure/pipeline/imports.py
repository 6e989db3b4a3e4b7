"""Texts that came back from translators, compared, judged, and put into the language file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError, in_order
from brochure.content.edition import read_edition
from brochure.content.findings import Findings
from brochure.content.findings import shown as quoted
from brochure.content.forbidden import read_forbidden
from brochure.content.formats import known_formats
from brochure.content.inherited import read_words
from brochure.content.languages import locale_of, read_language, script_of
from brochure.content.plan import edition_names
from brochure.content.project import Project
from brochure.content.theme import read_theme
from brochure.content.words import (
    SOURCE_LANGUAGE,
    SourceWords,
    has_language_file,
    language_file,
    read_source_words,
)
from brochure.exchange.arrivals import read_returned
from brochure.exchange.comparison import Difference, Fate, Present, differences, is_of_english, is_of_project
from brochure.exchange.judging import judge_differences
from brochure.exchange.parcel import Returned
from brochure.model.edition import Edition
from brochure.pipeline.approve import Signed, approve, may_say
from brochure.pipeline.exports import missing_package
from brochure.pipeline.texts import TextsOfLanguages
from brochure.state.new_texts import with_texts
from brochure.state.signing import Said
from brochure.state.texts import TextState
from brochure.state.whole_file import write_whole


class Arrival(Struct, frozen=True):
    """What a file would change. ``language``: "" where that is not known. ``differences``: in the order of the file.
    ``same``: how many texts came back as they are. ``data``: the language file as it would be, None where errors among
    ``findings`` stand against it, or nothing would change. ``read``: the file as it was compared.
    """

    language: str
    differences: tuple[Difference, ...]
    same: int
    findings: tuple[Finding, ...]
    data: bytes | None = None
    read: bytes = b""

    @property
    def written(self) -> tuple[Difference, ...]:
        """Those that change the file."""
        return tuple(each for each in self.differences if each.fate in (Fate.NEW, Fate.CHANGED))

    @property
    def recorded(self) -> tuple[str, ...]:
        """Addresses of texts that are then made from the present English."""
        return tuple(each.address for each in self.differences if each.fate is not Fate.CONFLICT)


def compare(
    root: Path, file: Path, *, theirs: bool = False, left_out: frozenset[str] = frozenset()
) -> Arrival:
    """Look at a file that came back; nothing is written.

    ``theirs``: of texts that changed on both sides, take those of the file. ``left_out``: addresses to pass over.
    Raises ArgumentsError: no such file, or a unit is left out that is not in it. SurroundingsError: a package is
    missing.
    """
    found = Findings()
    try:
        returned = read_returned(file, found)
    except ModuleNotFoundError as error:
        raise missing_package(error) from error
    shown = file.as_posix()
    if returned is None or not is_of_project(returned, edition_names(root), shown, found):
        return Arrival("", (), 0, found.all)
    tag = returned.origin.language
    own = Findings(SOURCE_LANGUAGE)
    english = read_source_words(root, known_formats(root), own)
    if english is None:
        return Arrival(tag, (), 0, own.all)
    present = _present(root, tag, english, found)
    if present is None or not is_of_english(returned, present, shown, found):
        return Arrival(tag, (), 0, found.all)
    returned = _without(returned, left_out)
    made = differences(returned, present, found, theirs=theirs)
    found.take(_judged(root, tag, english, made))
    same = len(returned.items) - len(made)
    return _with_file(root, Arrival(tag, made, same, found.all), english)


def _without(returned: Returned, left_out: frozenset[str]) -> Returned:
    strange = sorted(left_out - {item.address for item in returned.items})
    if strange:
        raise ArgumentsError(f"the file has no unit {strange[0]}", "Write it as the message did.")
    return Returned(returned.origin, tuple(each for each in returned.items if each.address not in left_out))


def _present(root: Path, tag: str, english: SourceWords, found: Findings) -> Present | None:
    """What is there of the language that the file says it is of."""
    if tag == SOURCE_LANGUAGE or not has_language_file(root, tag) or locale_of(tag) is None:
        raise ArgumentsError(
            f"the file says that it is of the language {quoted(tag)}, and no translation here is",
            "A new language is begun with: brochure new-language TAG",
        )
    unheard = Findings(tag)
    words = read_words(root, tag, english, unheard)
    if words is None:
        found.take(unheard.all)
        return None
    texts = TextsOfLanguages(root, english)
    texts.read(tag, words)
    states = texts.of(tag).states
    stale = frozenset(address for address, state in states.items() if state is TextState.STALE)
    return Present(tag, words, english, stale)


def _judged(root: Path, tag: str, english: SourceWords, made: tuple[Difference, ...]) -> tuple[Finding, ...]:
    """By the rules about words of every edition."""
    changed = [each for each in made if each.fate in (Fate.NEW, Fate.CHANGED)]
    look = read_theme(root, Findings())
    findings: tuple[Finding, ...] = ()
    for name in edition_names(root):
        edition = read_edition(root, name, Findings())
        if edition is None:
            continue
        phrases = edition.phrases
        language = read_language(
            tag, look.writing if look else {}, phrases.language, phrases.names, edition.own_names
        )
        if language is not None:
            findings += judge_differences(changed, [words_alone(root, edition, english)], language)
    return in_order(findings)


def words_alone(root: Path, edition: Edition, english: SourceWords) -> Project:
    """As much of a project as rules about words look at: no signs are drawn for it, which takes longest."""
    return Project(
        root=root,
        name=edition.id,
        edition=edition,
        formats={},
        theme=None,
        fonts=None,
        structure={},
        signs=None,
        drawings={},
        words=english,
        writing={},
        findings=(),
        forbidden=read_forbidden(root, Findings()),
        prefix="",
    )


def _with_file(root: Path, arrival: Arrival, english: SourceWords) -> Arrival:
    if not arrival.written or any(finding.is_error for finding in arrival.findings):
        return arrival
    tag = arrival.language
    found = Findings(tag)
    texts = {each.address: each.after for each in arrival.written}
    read = (root / language_file(tag)).read_bytes()
    locale = locale_of(tag)
    data = with_texts(read, tag, texts, english, script_of(tag, locale) if locale else "", found)
    findings = in_order((*arrival.findings, *found.all))
    return Arrival(tag, arrival.differences, arrival.same, findings, data, read)


def take_in(root: Path, arrival: Arrival, by: str, on: date) -> Signed | None:
    """Write what :func:`compare` found, and record the texts as made from the present English; None where there is
    nothing to record. ``by``: who has read them beside the English, then they are recorded as reviewed; "" for nobody.

    Raises ArgumentsError: ``by`` may not say that. SurroundingsError: the file changed in between or cannot be written.
    """
    tag = arrival.language
    said = Said("reviewed", by, on) if by else Said("translated")
    if by:
        may_say(root, said, tag)
    if arrival.data is not None:
        _write(root / language_file(tag), language_file(tag), arrival.read, arrival.data)
    return approve(root, tag, said, arrival.recorded) if arrival.recorded else None


def _write(path: Path, shown: str, read: bytes, data: bytes) -> None:
    try:
        if path.read_bytes() != read:
            raise SurroundingsError(
                f"{shown} was saved by another program in the meantime, so nothing is written",
                "Import again.",
            )
        write_whole(path, data)
    except OSError as error:
        raise SurroundingsError(
            f"{shown} cannot be written: {error.strerror or error}",
            "Close it in other programs, and give the folder write permission.",
        ) from error
