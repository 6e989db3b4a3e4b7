"""How far every text of a language has come, by the records of who has read it.

========  ==========================================================================================================
stale     the English is not the one that was recorded, or none is recorded although others of the language are
draft     from the present English; nobody has signed it, or it has changed since
reviewed  a second person has read it as it is, beside the English as it is
approved  the same by someone answerable
========  ==========================================================================================================

A language without any record counts as translated from the present English: there is nothing to compare with.

A text that changed together with its English stays stale until it is recorded anew. Nobody can tell which of the two
came first, and to guess would hide the next change of the English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.content.words import SOURCE_LANGUAGE
from brochure.model.approval import Approval, Person
from brochure.state.fingerprints import Pair

_MOST_NAMED = 5
"""Units that a message names; the rest is counted."""


class TextState(StrEnum):
    """How far one text has come."""

    STALE = "stale"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    APPROVED = "approved"


class Texts(Struct, frozen=True):
    """``states`` by address, of every unit that has a text; ``english``: those of the units they were made from.
    ``inherited``: addresses of texts that stand in the file of another language.
    """

    states: Mapping[str, TextState] = field(default_factory=dict)
    english: Mapping[str, TextState] = field(default_factory=dict)
    inherited: frozenset[str] = frozenset()

    def is_approved(self, address: str) -> bool:
        """Whether a text may be printed without a stamp; one that nobody knows may not."""
        return self.states.get(address) is TextState.APPROVED

    def is_stale(self, address: str) -> bool:
        """Whether a text may say something else than the present English."""
        return self.states.get(address) is TextState.STALE

    def is_read_in_english(self, address: str) -> bool:
        """Whether somebody has read the English that a text was made from."""
        return self.english.get(address) in (TextState.REVIEWED, TextState.APPROVED)


class Counts(Struct, frozen=True):
    """How many of the texts of a document have come how far; each is counted once. ``inherited``: how many of them
    are taken over from another language.
    """

    stale: int
    draft: int
    reviewed: int
    approved: int
    inherited: int


def counts(texts_of: Callable[[str], Texts], addresses: Mapping[str, Iterable[str]]) -> Counts:
    """Of the units named that have a text. ``texts_of``: a language; ``addresses``: by language, both by its tag."""
    found: Counter[TextState] = Counter()
    inherited = 0
    for tag, units in addresses.items():
        texts = texts_of(tag)
        there = texts.states.keys() & set(units)
        found.update(texts.states[address] for address in there)
        inherited += len(texts.inherited & there)
    return Counts(**{state.value: found[state] for state in TextState}, inherited=inherited)


def judge_texts(
    pairs: Mapping[str, Pair], records: Mapping[str, Approval] | None, people: Mapping[str, Person], tag: str
) -> dict[str, TextState]:
    """The state of every text of a language. ``records``: None where there are none at all."""
    if records is None:
        return dict.fromkeys(pairs, TextState.DRAFT)
    return {
        address: _state(pair, records.get(address), people, tag, tag == SOURCE_LANGUAGE)
        for address, pair in pairs.items()
    }


def _state(
    pair: Pair, record: Approval | None, people: Mapping[str, Person], tag: str, is_source: bool
) -> TextState:
    if not is_source and is_stale(pair, record):
        return TextState.STALE
    if record is None or record.level == "translated" or not fits(pair, record):
        return TextState.DRAFT
    return TextState(record.level) if may_sign(people, record, tag) else TextState.DRAFT


def fits(pair: Pair, record: Approval) -> bool:
    """Whether a record is about these very texts."""
    return (record.source, record.text) == (pair.source, pair.text)


def is_stale(pair: Pair, record: Approval | None) -> bool:
    """Whether a translation may say something else than the present English; of a language that has records."""
    return record is None or record.source != pair.source


def may_sign(people: Mapping[str, Person], record: Approval, tag: str) -> bool:
    """Whether the person named may give this level in this language."""
    person = people.get(record.by)
    return person is not None and person.reads(tag) and record.level in person.may


class Language(Struct, frozen=True):
    """What is judged of one language. ``spans``: of its texts. ``file``: of its words. ``addresses``: of English."""

    tag: str
    pairs: Mapping[str, Pair]
    spans: Mapping[str, Span]
    file: str
    addresses: frozenset[str]


def tell_texts(
    language: Language, records: Mapping[str, Approval] | None, people: Mapping[str, Person]
) -> Iterator[Finding]:
    """What records and texts of a language say against each other."""
    if records is not None:
        for record in records.values():
            yield from _tell_record(language, record, people)
    if language.tag == SOURCE_LANGUAGE:
        return
    unrecorded = [address for address in language.pairs if records is None or address not in records]
    if unrecorded:
        yield _not_recorded(language, unrecorded, records is None)
    for address, pair in language.pairs.items():
        recorded = records.get(address) if records else None
        if recorded is not None and is_stale(pair, recorded):
            yield _stale(language, address, text_changed=recorded.text != pair.text)


def _tell_record(language: Language, record: Approval, people: Mapping[str, Person]) -> Iterator[Finding]:
    tag, address = language.tag, record.address
    if record.level != "translated" and not may_sign(people, record, tag):
        yield _unknown_person(tag, record, people)
    if address not in language.addresses:
        message = f"English has no unit '{address}' any more, so this record counts for nothing"
        help_ = (
            "It goes away with the next approval; if the unit has a new name, its text has to be read again."
        )
        yield Finding("approval-unit-gone", message, record.span, Severity.WARNING, help_, tag)
    pair = language.pairs.get(address)
    if pair is not None and record.level != "translated" and not fits(pair, record):
        yield _void(tag, record, pair)


def _unknown_person(tag: str, record: Approval, people: Mapping[str, Person]) -> Finding:
    person = people.get(record.by)
    if person is None:
        message = f"'{record.address}' is {record.level} by '{record.by}', who is not in content/people.yaml"
    elif not person.reads(tag):
        message = (
            f"'{record.address}' is {record.level} by '{record.by}', who does not answer for texts in {tag}"
        )
    else:
        message = f"'{record.address}' is {record.level} by '{record.by}', who may not do that"
    command = f"brochure approve {tag} --by NAME --{record.level} {record.address}"
    help_ = f"Let somebody who may do it read the text, then: {command}"
    return Finding("unknown-person", message, record.by_span, Severity.ERROR, help_, tag)


def _void(tag: str, record: Approval, pair: Pair) -> Finding:
    text, source = record.text != pair.text, record.source != pair.source
    what = "the text has" if text else "the English has"
    if text and source and tag != SOURCE_LANGUAGE:
        what = "the text and its English have"
    message = f"'{record.address}' was {record.level} by '{record.by}', but {what} changed since"
    help_ = f"Read it again, then: brochure approve {tag} --by NAME --{record.level} {record.address}"
    return Finding("approval-void", message, record.span, Severity.WARNING, help_, tag)


def _stale(language: Language, address: str, *, text_changed: bool) -> Finding:
    message = f"the English of '{address}' has changed since this was translated"
    help_ = f"Compare it with en.yaml. If it is still right: brochure translated {language.tag} {address}"
    if text_changed:
        message = f"'{address}' and its English have both changed since they were recorded"
        help_ = f"If the text is made from the present English: brochure translated {language.tag} {address}"
    span = language.spans[address]
    return Finding("stale", message, span, Severity.WARNING, help_, language.tag)


def _not_recorded(language: Language, addresses: list[str], none_at_all: bool) -> Finding:
    what = (
        "these texts were"
        if none_at_all
        else f"{named(addresses)} {'was' if len(addresses) == 1 else 'were'}"
    )
    return Finding(
        "not-recorded",
        f"nobody has recorded from which English {what} made, so a change of the English is not noticed",
        Span(language.file) if none_at_all else language.spans[addresses[0]],
        Severity.WARNING,
        f"If the texts are made from the present English: brochure translated {language.tag}",
        language.tag,
    )


def named(addresses: Iterable[str]) -> str:
    """Addresses for a message: the first five by name, the rest counted."""
    listed = list(addresses)
    more = len(listed) - _MOST_NAMED
    return ", ".join(listed[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
