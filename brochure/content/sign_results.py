"""Results of a test of signs, as a person fills them into a table: one line a sign, people counted.

The file is CSV as spreadsheets save it: commas, semicolons or tabs, UTF-8.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.findings import Findings, did_you_mean, shown
from brochure.content.source import Source, read_source
from brochure.model.comprehension import Trial

COLUMNS = ("sign", "date", "group", "n", "correct", "opposite")
"""What is read; other columns are for people."""

HEAD = ("number", *COLUMNS[:1], "meaning", *COLUMNS[1:])
"""Of the table that a test comes with."""

MOST_BYTES = 100_000
"""Sixty lines have seven thousand; the reader of cells gives up at 131,072 in one."""

MOST_PEOPLE = 100_000
_COUNT = re.compile(r"\d{1,6}", re.ASCII)


class Result(Struct, frozen=True):
    """A trial of a sign and where it is written."""

    sign: str
    trial: Trial
    span: Span


def read_results(path: Path, known: Collection[str], today: date, findings: Findings) -> tuple[Result, ...]:
    """The lines that have been filled in; none where a finding says what is wrong. ``known``: names of signs."""
    source = read_source(path.parent, path.name, findings, MOST_BYTES)
    if source is None:
        return ()
    table = _table(source)
    head = next(table, (0, []))[1]
    columns = {name.strip().casefold(): number for number, name in enumerate(head)}
    missing = [name for name in COLUMNS if name not in columns]
    if missing:
        findings.error(
            "results-without-column",
            f"the first line has no column {', '.join(missing)}",
            Span(source.file, 1, 1),
            f"Take the table that brochure pictograms test-kit writes. It has: {', '.join(HEAD)}.",
        )
        return ()
    results: list[Result] = []
    seen: dict[tuple[str, str, str], int] = {}
    for line, cells in table:
        fields = {name: _cell(cells, columns[name]) for name in COLUMNS}
        if not any(fields[name] for name in ("n", "correct", "opposite")):
            continue  # a sign that was not shown
        result = _result(fields, Span(source.file, line, 1), known, today, findings)
        if result is None:
            continue
        key = (result.sign, result.trial.date, result.trial.group)
        if key in seen:
            _tell_twice(result, f"first on line {seen[key]}", findings)
        seen.setdefault(key, line)
        results.append(result)
    if not results and not findings.all:
        findings.error(
            "results-empty",
            "no line of the table is filled in",
            Span(source.file),
            "Fill in n, correct, opposite.",
        )
    return () if findings.all else tuple(results)


def judge_new(
    results: Collection[Result], trials: Mapping[str, Collection[Trial]], findings: Findings
) -> None:
    """Tells results that are in the catalogue already. ``trials``: by name of the sign."""
    for result in results:
        told = {(trial.date, trial.group) for trial in trials.get(result.sign, ())}
        if (result.trial.date, result.trial.group) in told:
            _tell_twice(result, "it is in the catalogue already", findings)


def _table(source: Source) -> Iterator[tuple[int, list[str]]]:
    """Lines by their number, cut at what the first line is cut at."""
    head = source.text.partition("\n")[0]
    mark = max(";\t,", key=head.count)
    # A quotation mark that is never closed would swallow the rest: a cell has no line break here.
    for number, line in enumerate(source.text.split("\n"), 1):
        cells = next(csv.reader([line], delimiter=mark), [])
        if any(cell.strip() for cell in cells):
            yield number, cells


def _cell(cells: list[str], number: int) -> str:
    return cells[number].strip() if number < len(cells) else ""


def _result(
    fields: Mapping[str, str], span: Span, known: Collection[str], today: date, findings: Findings
) -> Result | None:
    before = len(findings.all)
    if fields["sign"] not in known:
        help_ = did_you_mean(fields["sign"], known, "There are")
        findings.error("unknown-sign", f"there is no sign {shown(fields['sign'])}", span, help_)
    _judge_day(fields["date"], span, today, findings)
    if not fields["group"]:
        _tell(span, "nothing says who was asked", "Write it under group, as in: Arabic, adults.", findings)
    people, correct, opposite = (
        _count(fields, name, span, findings) for name in ("n", "correct", "opposite")
    )
    if people == 0:
        _tell(span, "n is 0: nobody was asked", "Leave n, correct and opposite empty.", findings)
    elif correct + opposite > people and len(findings.all) == before:
        message = (
            f"{correct} correct and {opposite} opposite are more than the {people} people who were asked"
        )
        _tell(span, message, "Count people, not per cent.", findings)
    if len(findings.all) > before:
        return None
    shares = (round(100 * count / people, 1) for count in (correct, opposite))
    return Result(fields["sign"], Trial(fields["date"], fields["group"], people, *shares), span)


def _judge_day(text: str, span: Span, today: date, findings: Findings) -> None:
    try:
        if len(text) != 10:
            raise ValueError
        day = date.fromisoformat(text)
    except ValueError:
        _tell(span, f"{shown(text)} is no date", "Write it as 2026-11-22.", findings)
        return
    if day > today:
        _tell(span, f"the test was on {text}, which has not come yet", "Correct the date.", findings)


def _count(fields: Mapping[str, str], name: str, span: Span, findings: Findings) -> int:
    text = fields[name]
    if not _COUNT.fullmatch(text) or int(text) > MOST_PEOPLE:
        _tell(
            span,
            f"{name} is {shown(text)}, which is no count of people",
            "Write a whole number, 0 for nobody.",
            findings,
        )
        return 1
    return int(text)


def _tell(span: Span, message: str, help_: str, findings: Findings) -> None:
    findings.error("wrong-result", message, span, help_)


def _tell_twice(result: Result, where: str, findings: Findings) -> None:
    findings.error(
        "result-twice",
        f"'{result.sign}' has a result of {result.trial.date} with {shown(result.trial.group)} twice: {where}",
        result.span,
        "Leave out the line, or say in group how the groups differ.",
    )
