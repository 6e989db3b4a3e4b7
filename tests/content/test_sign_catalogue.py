"""The catalogue of signs: whether each is flipped, and entries that are not whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from brochure.content.findings import Findings
from brochure.content.sign_catalogue import CatalogueEntry, read_catalogue
from brochure.model.comprehension import Trial, Verdict

ROOT = Path(__file__).parent.parent.parent
WHOLE = "meaning: A door, author: me, licence: CC0-1.0"


def read(tmp_path: Path, text: str) -> tuple[Mapping[str, CatalogueEntry] | None, list[tuple[str, int]]]:
    (tmp_path / "pictograms").mkdir()
    (tmp_path / "pictograms" / "catalogue.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    return read_catalogue(tmp_path, findings), [(each.code, each.span.line) for each in findings.all]


TRIAL = '{date: "2026-11-22", group: "Arabic, adults", n: 20, correct: 85, opposite: 0}'


def test_what_every_entry_says(tmp_path: Path) -> None:
    text = (
        f"a: {{{WHOLE}, mirror: true, tags: [x], source: own, comprehension: untested}}\n"
        f"b: {{{WHOLE}, mirror: no}}\n"
        f"c: {{{WHOLE}, mirror: no, comprehension: [{TRIAL}]}}"
    )
    entries, found = read(tmp_path, text)
    assert found == []
    assert entries is not None
    assert [(id, entry.meaning, entry.mirrors) for id, entry in entries.items()] == [
        ("a", "A door", True),
        ("b", "A door", False),
        ("c", "A door", False),
    ]
    assert [entry.comprehension.verdict for entry in entries.values()] == [
        Verdict.UNTESTED,
        Verdict.UNTESTED,
        Verdict.UNDERSTOOD,
    ]
    assert entries["c"].comprehension.trials == (Trial("2026-11-22", "Arabic, adults", 20, 85.0, 0.0),)


@pytest.mark.parametrize(
    "trial",
    [
        TRIAL.replace("85", "101"),
        TRIAL.replace("85", "-1"),
        TRIAL.replace("opposite: 0", "opposite: 16"),
        TRIAL.replace("n: 20", "n: 0"),
        TRIAL.replace("2026-11-22", "22.11.2026"),
        TRIAL.replace("group: ", "who: "),
        "tested",
    ],
)
def test_a_result_that_cannot_be_is_told_on_its_line(trial: str, tmp_path: Path) -> None:
    told = trial if trial == "tested" else f"[{trial}]"
    _, found = read(
        tmp_path, f"a: {{{WHOLE}, mirror: no}}\nb: {{{WHOLE}, mirror: no, comprehension: {told}}}"
    )
    assert found
    assert {line for _, line in found} == {2}


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (f"{{{WHOLE}}}", "missing-key"),
        ("{meaning: A door, author: me, mirror: no}", "missing-key"),
        (f"{{{WHOLE}, mirror: maybe}}", "unknown-value"),
        (f"{{{WHOLE}, mirror: no, mirrored: yes}}", "unknown-key"),
        ("door", "wrong-type"),
    ],
)
def test_an_entry_that_is_not_whole_is_told_on_its_line(entry: str, code: str, tmp_path: Path) -> None:
    _, found = read(tmp_path, f"a: {{{WHOLE}, mirror: no}}\nb: {entry}")
    assert (code, 2) in found
    assert {line for _, line in found} == {2}


def test_a_file_that_cannot_be_read_gives_no_catalogue(tmp_path: Path) -> None:
    entries, found = read(tmp_path, "- a\n- b")
    assert entries is None
    assert found


def test_every_drawing_of_the_project_has_an_entry_and_every_entry_a_drawing() -> None:
    findings = Findings()
    entries = read_catalogue(ROOT, findings)
    assert findings.all == ()
    assert entries is not None
    assert sorted(entries) == sorted(path.stem for path in (ROOT / "pictograms").glob("*.svg"))
