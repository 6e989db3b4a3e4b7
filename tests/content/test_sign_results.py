"""Tables of test results: what is read, and every mistake told on its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brochure.content.findings import Findings
from brochure.content.sign_results import HEAD, MOST_BYTES, Result, judge_new, read_results
from brochure.model.comprehension import Trial

TODAY = date(2026, 11, 22)
KNOWN = ("door", "phone")
COLUMNS = "sign,date,group,n,correct,opposite"
ROW = "door,2026-11-20,nurses,20,18,1"


def read(tmp_path: Path, data: bytes | str) -> tuple[tuple[Result, ...], list[tuple[str, int]]]:
    path = tmp_path / "results.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    findings = Findings()
    results = read_results(path, KNOWN, TODAY, findings)
    return results, [(each.code, each.span.line) for each in findings.all]


@pytest.mark.parametrize(
    "text",
    [
        f"{COLUMNS}\n{ROW}\n",
        f"\ufeff{COLUMNS}\r\n{ROW}\r\n",
        f"{COLUMNS}\n{ROW}".replace(",", ";"),
        f"{COLUMNS}\n{ROW}".replace(",", "\t"),
        f"{','.join(HEAD)}\n7,door,A door.,2026-11-20,nurses,20,18,1\n8,phone,,,ar,,,\n",
        f"{COLUMNS.upper()}\n\n,,,,,\n{ROW}\n",
    ],
    ids=["commas", "a mark and Windows", "semicolons", "tabs", "the table of the kit", "blank lines"],
)
def test_a_table_as_spreadsheets_save_it(text: str, tmp_path: Path) -> None:
    results, found = read(tmp_path, text)
    assert found == []
    assert [(result.sign, result.trial) for result in results] == [
        ("door", Trial("2026-11-20", "nurses", 20, 90.0, 5.0))
    ]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "results-without-column", 1),
        (b"sign;group\nphone;Fran\xe7ais", "wrong-encoding", 2),
        (f"{COLUMNS}\n{ROW}".encode("utf-16"), "wrong-encoding", 0),
        (b"x" * (MOST_BYTES + 1), "too-large", 0),
        (b"a\x00b", "control-character", 1),
        (b'"' + b"x" * (MOST_BYTES - 1), "results-without-column", 1),
        (b"PK\x03\x04spreadsheet", "control-character", 1),
        ("sign,date,n,correct\ndoor,2026-11-20,20,18", "results-without-column", 1),
        (COLUMNS, "results-empty", 0),
        (f"{COLUMNS}\n{ROW.replace('door', 'dor')}", "unknown-sign", 2),
        (f"{COLUMNS}\n{ROW.replace('2026-11-20', '20.11.2026')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('2026-11-20', '2026-11-23')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('nurses', ' ')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('20,18', '0,0')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('18', '85')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('18', '-1')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('18', '17.5')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('18', '90 %')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('18', '١٨')}", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW.replace('20,18', '9999999,18')}", "wrong-result", 2),
        (f"{COLUMNS}\ndoor,2026-11-20,nurses,20", "wrong-result", 2),
        (f"{COLUMNS}\n{ROW}\n{ROW}", "result-twice", 3),
    ],
)
def test_a_table_that_cannot_be_booked_is_told(
    data: bytes | str, code: str, line: int, tmp_path: Path
) -> None:
    results, found = read(tmp_path, data)
    assert results == ()
    assert (code, line) in found


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    findings = Findings()
    assert read_results(tmp_path / "none.csv", KNOWN, TODAY, findings) == ()
    assert [each.code for each in findings.all] == ["missing-file"]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    _, found = read(tmp_path, f"{COLUMNS}\ndor,2026-11-20,x,1,1,0\n{ROW}\nphone,today,x,1,1,0")
    assert found == [("unknown-sign", 2), ("wrong-result", 4)]


def test_a_result_that_is_in_the_catalogue_is_told(tmp_path: Path) -> None:
    results, _ = read(tmp_path, f"{COLUMNS}\n{ROW}")
    for trial, told in ((results[0].trial, ["result-twice"]), (Trial("2026-11-19", "nurses", 1, 1, 0), [])):
        findings = Findings()
        judge_new(results, {"door": [trial]}, findings)
        assert [each.code for each in findings.all] == told
