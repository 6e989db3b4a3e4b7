"""A test of signs with readers: from words and drawings to the booklet, and from its results to the catalogue."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError, in_order
from brochure.base.spans import Span
from brochure.content.findings import Findings, nearest
from brochure.content.fonts import read_fonts
from brochure.content.formats import known_formats
from brochure.content.sign_catalogue import FILE, read_catalogue
from brochure.content.sign_results import HEAD, Result, judge_new, read_results
from brochure.content.spoken import language_of, words_of
from brochure.content.words import Wording, has_language_file, language_file, read_source_words
from brochure.layout.sign_booklet import SignTest, SpokenWords, lay_out_answers, lay_out_booklet
from brochure.layout.sign_sheet import DescribedSign
from brochure.model.comprehension import Comprehension, Verdict
from brochure.model.unit import Unit, Words
from brochure.pipeline.sign_pages import SignRoom, open_room, pdf_of
from brochure.pipeline.texts import TextsOfLanguages
from brochure.state.sign_results import booked
from brochure.state.whole_file import write_whole

GROUP = "test"
KEYS = ("task", "no_wrong", "stop", "number", "answer")
_BOM = "\ufeff"
"""Spreadsheets take a CSV for UTF-8 only with it."""


class Booked(Struct, frozen=True):
    """``results`` that were written down, none where findings say why; ``verdicts`` of their signs after it."""

    results: tuple[Result, ...]
    verdicts: Mapping[str, Comprehension]
    findings: tuple[Finding, ...]


def make_kit(
    root: Path, tag: str, seed: int, only: Sequence[str]
) -> tuple[Mapping[str, bytes], tuple[Finding, ...]]:
    """Names and bytes of the booklet, the answer sheet and the table for the results; none where findings say why.

    ``only``: names of signs, none for all. Raises ArgumentsError: no such language or sign; SurroundingsError.
    """
    if not has_language_file(root, tag):
        raise ArgumentsError(
            f"there is no {language_file(tag)}", f"Begin it with: brochure new-language {tag}"
        )
    room, told = open_room(root)
    if room is None:
        return {}, told
    signs = shuffled(_chosen(room.signs, only), seed)
    findings = Findings(tag)
    test = _test(room, tag, seed, signs, findings)
    if test is None:
        return {}, in_order(told + findings.all)
    made: dict[str, bytes] = {}
    for name, lay_out in (("signs", lay_out_booklet), ("answers", lay_out_answers)):
        laid = lay_out(test, room.look.theme, room.typesetter)
        findings.take(laid.findings)
        made[f"{name}-{tag}.pdf"] = pdf_of(room, laid)
    made[f"results-{tag}.csv"] = _table(signs, tag)
    return made, in_order(told + findings.all)


def shuffled(signs: Sequence[DescribedSign], seed: int) -> tuple[DescribedSign, ...]:
    """The same order for the same seed on every machine and for ever, whichever signs there are."""

    def place(described: DescribedSign) -> bytes:
        return hashlib.sha256(f"{seed} {described.sign.id}".encode()).digest()

    return tuple(sorted(signs, key=place))


def _chosen(signs: Sequence[DescribedSign], only: Sequence[str]) -> Sequence[DescribedSign]:
    known = {each.sign.id: each for each in signs}
    for id in only:
        if id not in known:
            near = nearest(id, known)
            raise ArgumentsError(
                f"there is no sign {id}",
                f"Did you mean {near}?" if near else "brochure pictograms sheet shows all.",
            )
    return [known[id] for id in dict.fromkeys(only)] if only else signs


def _test(
    room: SignRoom, tag: str, seed: int, signs: Sequence[DescribedSign], findings: Findings
) -> SignTest | None:
    root, look = room.root, room.look
    english = read_source_words(root, known_formats(root), findings)
    language = language_of(
        tag, room.edition, look.theme, look.writing, read_fonts(root, Findings()), findings
    )
    words = words_of(root, tag, english, False, findings) if english else None
    if language is None or words is None:
        return None
    units = {key: _unit(f"{GROUP}.{key}", words.get(f"{GROUP}.{key}"), tag, findings) for key in KEYS}
    said = {key: unit for key, unit in units.items() if unit}
    if len(said) < len(KEYS):
        return None
    texts = TextsOfLanguages(root, english)
    findings.take(texts.read(tag, {unit.address: words[unit.address] for unit in said.values()}))
    of_language = texts.of(tag)
    addresses = [unit.address for unit in said.values()]
    approved = all(
        of_language.is_approved(each) and of_language.is_read_in_english(each) for each in addresses
    )
    drawn = tuple(each.sign for each in signs)
    draft = not (approved and room.edition.publisher.is_named)
    return SignTest(drawn, SpokenWords(**said), language, seed, room.checked, draft)


def _unit(address: str, wording: Wording | None, tag: str, findings: Findings) -> Unit | None:
    if wording is None:
        findings.error(
            "missing-unit",
            f"the unit '{address}' is missing",
            Span(language_file(tag)),
            f"brochure new-language {tag} --update makes a place for it.",
        )
        return None
    return Unit(address, tuple(Words(piece.text, piece.span) for piece in wording.pieces), wording.span)


def _table(signs: Sequence[DescribedSign], tag: str) -> bytes:
    """What each number is, for who counts the answers; date, group and counts are to be filled in."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(HEAD)
    for number, each in enumerate(signs, 1):
        table.writerow([number, each.sign.id, each.meaning, "", tag, "", "", ""])
    return (_BOM + stream.getvalue()).encode("utf-8")


def record(root: Path, path: Path, today: date) -> Booked:
    """Write the results of a table into the catalogue, all of them or none. Raises SurroundingsError."""
    findings = Findings()
    catalogue = read_catalogue(root, findings)
    if catalogue is None or findings.all:
        return Booked((), {}, in_order(findings.all))
    results = read_results(path, tuple(catalogue), today, findings)
    judge_new(results, {id: entry.comprehension.trials for id, entry in catalogue.items()}, findings)
    if findings.all:
        return Booked((), {}, in_order(findings.all))
    file = root / FILE
    try:
        write_whole(file, booked(file.read_bytes(), results))
    except OSError as error:
        raise SurroundingsError(
            f"{file.as_posix()} cannot be written: {error.strerror or error}", "Give it write permission."
        ) from error
    after = read_catalogue(root, findings) or {}
    verdicts = {id: after[id].comprehension for id in sorted({result.sign for result in results})}
    return Booked(results, verdicts, in_order(findings.all))


def not_understood(verdicts: Mapping[str, Comprehension]) -> tuple[str, ...]:
    """Names of signs that readers did not understand."""
    return tuple(id for id, each in verdicts.items() if each.verdict is Verdict.NOT_UNDERSTOOD)
