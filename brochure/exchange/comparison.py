"""What came back beside what is there now: which texts are new, which changed on both sides, which do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.findings import Findings, nearest, shown
from brochure.content.nodes import Scalar
from brochure.content.placeholders import cut
from brochure.content.source import Source
from brochure.content.words import SourceWords, Wording
from brochure.exchange.parcel import VERSION, Returned, ReturnedItem, mark
from brochure.state.texts import named

MOST_CHARACTERS = 4000
"""Of one text, as in a language file."""

_MOST_TOLD = 20
"""Findings of one kind that are told one by one."""

_MOST_QUOTED = 400
"""Characters of a text that a message repeats."""

_HALVES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \t\r\n\u0085\u2028\u2029]+")


class Fate(StrEnum):
    """What becomes of a text. ``CONFIRMED``: it stays, and is said to be right beside the present English."""

    NEW = "new"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    CONFLICT = "conflict"


class Difference(Struct, frozen=True):
    """One text. ``before``: as it is now, "" where it is missing. ``after``: as it came back, cut in ``wording``.
    ``span``: where it stands in the file.
    """

    address: str
    fate: Fate
    before: str
    after: str
    wording: Wording
    span: Span


class Present(Struct, frozen=True):
    """What is there now. ``stale``: addresses of texts whose English has changed since they were made."""

    tag: str
    words: Mapping[str, Wording | None]
    english: SourceWords
    stale: frozenset[str]


def is_of_project(returned: Returned, projects: tuple[str, ...], file: str, findings: Findings) -> bool:
    """Whether the file is from a project that shares an edition with this one, and in a version that is read here."""
    there, whole = returned.origin, Span(file)
    if not set(there.projects) & set(projects):
        findings.error(
            "exchange-other-project",
            f"the file is from another project, {shown(' '.join(there.projects))}; "
            f"this one is {shown(' '.join(projects))}",
            whole,
            "Import it where it was exported (--root).",
        )
    elif there.version != VERSION:
        findings.error(
            "exchange-other-version",
            f"the file was exported by another version of the program, for exchange {shown(there.version)}; "
            f"this one reads '{VERSION}'",
            whole,
            "Export anew with this version, and copy the translations into that file.",
        )
    else:
        return True
    return False


def is_of_english(returned: Returned, present: Present, file: str, findings: Findings) -> bool:
    """Whether any unit was made from the English that is there now. Single ones that were not are told one by one."""
    if not returned.items or any(_has_present_english(each, present) for each in returned.items):
        return True
    findings.error(
        "exchange-other-version",
        "the file is from another version of the English texts: none of its units is as it is now",
        Span(file),
        f"Export anew: brochure export {present.tag} --to xliff",
    )
    return False


def _has_present_english(item: ReturnedItem, present: Present) -> bool:
    unit = present.english.units.get(item.address)
    return unit is not None and mark(unit.wording.written) == mark(_tidied(item.english))


def differences(
    returned: Returned, present: Present, findings: Findings, *, theirs: bool
) -> tuple[Difference, ...]:
    """What would become of each text that is not simply the same; what does not count is told.

    ``theirs``: where both sides changed, the text of the file is taken.
    """
    found: dict[str, Difference] = {}
    seen: dict[str, Span] = {}
    unknown: list[ReturnedItem] = []
    again = 0
    for item in returned.items:
        if item.address in seen:
            again += 1
            if again <= _MOST_TOLD:
                _tell_twice(item, seen[item.address], findings)
        elif item.address not in present.english.units:
            unknown.append(item)
        elif _is_of_present_english(item, present, findings):
            difference = _difference(item, present, theirs, findings)
            if difference is not None:
                found[item.address] = difference
        seen.setdefault(item.address, item.span)
    _tell_unknown(unknown, present, findings)
    return tuple(found.values())


def _tell_twice(item: ReturnedItem, first: Span, findings: Findings) -> None:
    findings.error(
        "exchange-twice",
        f"the unit {shown(item.address)} is in the file for the second time; the first is in line {first.line}",
        item.span,
        "Delete one of the two.",
    )


def _tell_unknown(unknown: list[ReturnedItem], present: Present, findings: Findings) -> None:
    for item in unknown[:_MOST_TOLD]:
        near = nearest(item.address, present.english.units) if len(unknown) <= _MOST_TOLD else ""
        findings.warning(
            "exchange-unknown-unit",
            f"English has no unit {shown(item.address)}; its text is left out",
            item.span,
            f"Is it now {shown(near)}? Then write the text there." if near else "",
        )
    if len(unknown) > _MOST_TOLD:
        findings.warning(
            "exchange-unknown-unit",
            f"English has no such units as {named(shown(each.address) for each in unknown)}; their texts are left out",
            unknown[_MOST_TOLD].span,
        )


def _is_of_present_english(item: ReturnedItem, present: Present, findings: Findings) -> bool:
    in_file, now = _tidied(item.english), present.english.units[item.address].wording.written
    if mark(in_file) == mark(now):
        return True
    if item.english_mark == mark(now):
        findings.error(
            "exchange-english-edited",
            f"the English of '{item.address}' was changed in the file: {shown(in_file)} in place of {shown(now)}",
            item.span,
            "A translation of something else cannot be taken. Mend the English in the file if it was a slip.",
        )
    else:
        findings.warning(
            "exchange-english-changed",
            f"the English of '{item.address}' has changed since the export; its text is left out: {_quoted(item.text)}",
            item.span,
            f"It was: {_quoted(in_file)}\nIt is:  {_quoted(now)}\n"
            "Export the unit anew, or write the text into the language file if it is right for both.",
        )
    return False


def _difference(item: ReturnedItem, present: Present, theirs: bool, findings: Findings) -> Difference | None:
    if len(item.text) > MOST_CHARACTERS:
        findings.error(
            "too-large",
            f"the text of '{item.address}' is longer than {MOST_CHARACTERS:,} characters",
            item.span,
            "Was something else pasted into it?",
        )
        return None
    wording = worded(item.address, item.text)
    here = present.words.get(item.address)
    before, after = (here.written if here else ""), wording.written
    unknown = item.address in present.words and here is None
    if not after:
        if before and item.text_mark == mark(before):
            findings.warning(
                "exchange-emptied",
                f"'{item.address}' came back empty; the text that is there stays",
                item.span,
                "To take a text out, delete it in the language file.",
            )
        return None
    made = Difference(item.address, Fate.CHANGED if before else Fate.NEW, before, after, wording, item.span)
    if before == after:
        stale = item.address in present.stale and item.standing.is_done
        return Difference(item.address, Fate.CONFIRMED, before, after, wording, item.span) if stale else None
    if unknown:
        _tell_unusable(item, findings)
        return None
    if item.text_mark == mark(before):
        return made
    if item.text_mark == mark(after):
        return None  # it went out, was left alone, and has been changed here since
    if theirs:
        return made
    _tell_conflict(made, findings)
    return Difference(item.address, Fate.CONFLICT, before, after, wording, item.span)


def _tell_unusable(item: ReturnedItem, findings: Findings) -> None:
    findings.error(
        "exchange-unusable",
        f"the text of '{item.address}' in the language file cannot be read, so nobody knows what would be lost",
        item.span,
        "brochure check says what is wrong with it. Mend it, then import again.",
    )


def _tell_conflict(made: Difference, findings: Findings) -> None:
    since = "was changed" if made.before else "was taken out"
    findings.warning(
        "exchange-conflict",
        f"'{made.address}' {since} here since the export, so it is left out",
        made.span,
        f"Here:        {_quoted(made.before)}\nIn the file: {_quoted(made.after)}\n"
        "Write down the right one by hand, or take those of the file with --theirs.",
    )


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= _MOST_QUOTED else f'"{text[:_MOST_QUOTED]}…"'


def worded(address: str, text: str, findings: Findings | None = None) -> Wording:
    """A text that is in no language file yet, cut at its placeholders, every run of white space as one space.

    Places in it are told as lines and columns of a file of the name ``address``.
    """
    value = _SPACES.sub(" ", _HALVES.sub("\ufffd", text)).strip(" ")
    source = Source(address, value)
    scalar = Scalar(
        unicodedata.normalize("NFC", value), value, True, source, 0, len(value), Span(address, 1, 1)
    )
    read = cut(scalar, Findings() if findings is None else findings)
    return Wording(address, read.pieces, read.numbers, scalar)


def _tidied(text: str) -> str:
    """As a wording would be written, without cutting it: the English of a strange file may be long."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
