"""What a person says about texts, written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError
from brochure.content.approvals import approvals_file, read_approvals
from brochure.content.findings import Findings, did_you_mean
from brochure.content.formats import known_formats
from brochure.content.inherited import read_words
from brochure.content.people import FILE as PEOPLE
from brochure.content.people import read_people
from brochure.content.words import (
    SOURCE_LANGUAGE,
    SourceWords,
    Wording,
    has_language_file,
    language_tags,
    read_source_words,
)
from brochure.model.approval import Level, Person
from brochure.pipeline.request import unknown
from brochure.state.approval_file import written
from brochure.state.fingerprints import pairs_of
from brochure.state.signing import Said, Signing, sign
from brochure.state.texts import judge_texts
from brochure.state.whole_file import write_whole


class Signed(Struct, frozen=True):
    """What came of one language. ``signing``: None where something could not be read, then ``findings`` say what.

    ``unusable``: of those asked for, addresses whose text, here or in English, is missing or cannot be used.
    ``file``: of its records.
    """

    language: str
    file: str
    signing: Signing | None
    unusable: tuple[str, ...]
    findings: tuple[Finding, ...]


def approve(root: Path, tag: str, said: Said, asked: tuple[str, ...]) -> Signed:
    """Write down what was ``said`` of the units ``asked`` for (or groups of them; none: all) of a language.

    Raises ArgumentsError: no such language, unit or person, or one who may not; SurroundingsError: cannot be written.
    """
    tell_no_language(root, tag)
    found = Findings(tag)
    people = read_people(root, found)
    english = _english(root, found)
    if found.all or english is None:
        return Signed(tag, approvals_file(tag), None, (), found.all)
    if said.level != "translated":
        _may(people, said.by, said.level, tag)
    return _signed(root, tag, said, asked, english, people)


def may_say(root: Path, said: Said, tag: str) -> None:
    """Raises ArgumentsError where the person named is not there, or may not say that of texts in a language."""
    _may(read_people(root, Findings()), said.by, said.level, tag)


def translated(root: Path, tags: tuple[str, ...], asked: tuple[str, ...]) -> tuple[Signed, ...]:
    """Write down that texts were made from the present English. No ``tags``: of every language with words.

    Raises ArgumentsError and SurroundingsError as :func:`approve` does.
    """
    for tag in tags:
        tell_no_language(root, tag)
    if SOURCE_LANGUAGE in tags:
        raise ArgumentsError(
            f"{SOURCE_LANGUAGE} is the source, it is translated from nothing", "Name another language."
        )
    languages = tags or tuple(tag for tag in language_tags(root) if tag != SOURCE_LANGUAGE)
    return tuple(approve(root, tag, Said("translated"), asked) for tag in languages)


def tell_no_language(root: Path, tag: str) -> None:
    """Raises ArgumentsError where there are no words of a language."""
    if not has_language_file(root, tag):
        raise unknown("language", tag, language_tags(root))


def _english(root: Path, found: Findings) -> SourceWords | None:
    """The English words. What is wrong inside of one of them is for ``brochure check`` to say."""
    own = Findings(SOURCE_LANGUAGE)
    words = read_source_words(root, known_formats(root), own)
    if words is None:
        found.take(own.all)
    return words


def _may(people: Mapping[str, Person], by: str, level: Level, tag: str) -> None:
    person = people.get(by)
    if person is None:
        help_ = did_you_mean(by, people, "People there") or "Nobody is there yet: enter yourself first."
        raise ArgumentsError(f"{PEOPLE} has nobody with the id {by}", help_)
    if not person.reads(tag):
        raise ArgumentsError(f"{by} does not answer for texts in {tag}", f"{PEOPLE} says who may do what.")
    if level not in person.may:
        raise ArgumentsError(f"{by} may not say that a text is {level}", f"{PEOPLE} says who may do what.")


def _signed(
    root: Path,
    tag: str,
    said: Said,
    asked: tuple[str, ...],
    english: SourceWords,
    people: Mapping[str, Person],
) -> Signed:
    found, unheard = Findings(tag), Findings(tag)
    words: Mapping[str, Wording | None] | None = {
        address: unit.wording for address, unit in english.units.items()
    }
    if tag != SOURCE_LANGUAGE:
        words = read_words(root, tag, english, unheard)
    file = approvals_file(tag)
    old = read_approvals(root, tag, found)
    if words is None or found.all:
        return Signed(tag, file, None, (), found.all or unheard.all)
    pairs = pairs_of(words, english)
    named = frozenset(_named(asked, english.taken))
    signing = sign(pairs, old or {}, judge_texts(pairs, old, people, tag), said, named, english.taken)
    unusable = tuple(sorted((named or words.keys()) - pairs.keys()))
    if signing.recorded or signing.dropped:
        _write(root / file, file, written(tag, signing.records.values()))
    return Signed(tag, file, signing, unusable, ())


def _named(asked: Iterable[str], known: frozenset[str]) -> Iterable[str]:
    """Every unit that is asked for, or stands in a group that is."""
    for name in asked:
        inside = [address for address in known if address == name or address.startswith(f"{name}.")]
        if not inside:
            raise unknown("unit", name, sorted(known))
        yield from inside


def _write(path: Path, shown: str, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise SurroundingsError(
            f"{shown} cannot be written: {error.strerror or error}",
            "Close it in other programs, and give the folder write permission.",
        ) from error
