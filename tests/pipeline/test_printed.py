"""A printed copy is told by its code: what it held, and what has changed since."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.base.spans import Span
from brochure.cli.main import run
from brochure.content.edition_code import canonical
from brochure.content.findings import Findings
from brochure.content.printed import PrintedCopy, read_printed
from brochure.pipeline.printed import compare_printed, record_printed
from brochure.state.printed import Change, changes_since, record_text

DAY = "2026-11-22"


@pytest.fixture
def root(project_root: Path, tmp_path: Path) -> Path:
    for folder in ("content", "pictograms", "fonts"):
        shutil.copytree(project_root / folder, tmp_path / folder)
    shutil.rmtree(tmp_path / "content" / "printed", ignore_errors=True)
    return tmp_path


def code_of(root: Path) -> str:
    (copy,) = read_printed(root, Findings())
    return copy.code


def test_a_copy_that_still_holds(root: Path) -> None:
    written, findings = record_printed(root, "", ["ar"], "leaflet", DAY)
    assert (len(written), findings) == (1, ())
    ((compared,), found) = compare_printed(root, code_of(root)[-4:].lower())
    assert (compared.changes, compared.present, found) == ((), compared.copy.code, ())
    assert compared.copy.said["infotraite.phone"] == "+352 27 36 56 46"
    assert "help.doctor" in compared.copy.said


def test_a_changed_number_is_told_with_both(root: Path) -> None:
    record_printed(root, "", ["ar"], "leaflet", DAY)
    edition = root / "content" / "editions" / "luxembourg.yaml"
    text = edition.read_text(encoding="utf-8")
    text = text.replace("+352 27 36 56 46", "+352 27 36 56 47").replace("+35227365646", "+35227365647")
    edition.write_text(text, encoding="utf-8", newline="\n")
    ((compared,), _) = compare_printed(root, code_of(root))
    assert compared.changes == (Change("infotraite.phone", "+352 27 36 56 46", "+352 27 36 56 47"),)
    assert compared.present != compared.copy.code


def test_a_copy_whose_edition_is_gone(root: Path) -> None:
    record_printed(root, "", ["en"], "leaflet", DAY)
    record = next((root / "content" / "printed").glob("*.yaml"))
    record.write_text(
        record.read_text(encoding="utf-8").replace('"luxembourg"', '"elsewhere"'), encoding="utf-8"
    )
    ((compared,), _) = compare_printed(root, code_of(root))
    assert (compared.present, compared.changes) == ("", ())


def test_an_unknown_code_says_what_to_do(root: Path) -> None:
    with pytest.raises(ArgumentsError) as error:
        compare_printed(root, "7K3F")
    assert "content/printed/" in error.value.next_step


def test_a_damaged_record_is_a_finding_and_the_others_count(root: Path) -> None:
    record_printed(root, "", ["en"], "leaflet", DAY)
    code = code_of(root)
    (root / "content" / "printed" / "a.yaml").write_text("code: [", encoding="utf-8")
    (compared, found) = compare_printed(root, code)
    assert len(compared) == 1
    assert [finding.span.file for finding in found] == ["content/printed/a.yaml"]


def test_the_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["code", "--record", "en", "--on", DAY, "--root", str(root)]) == 0
    name = capsys.readouterr().out.strip()
    assert (root / name).is_file()
    assert run(["code", code_of(root), "--root", str(root)]) == 0
    assert "Nothing has changed since." in capsys.readouterr().out
    assert run(["code", "--json", code_of(root), "--root", str(root)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["on"] == DAY
    assert run(["code", "0000", "--root", str(root)]) == 2
    assert run(["code", "--root", str(root)]) == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lu-a · ar · leaflet · 2026-11 · 7k3f", "lu-a · ar · leaflet · 2026-11 · 7K3F"),
        ("LU-A ar leaflet 2026-11 7K3F", "LU-A · ar · leaflet · 2026-11 · 7K3F"),
        ("oil1", "0111"),
        ("  ", ""),
    ],
)
def test_a_code_as_people_type_it(typed: str, meant: str) -> None:
    assert canonical(typed) == meant


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    said = {"a.b": 'quotes " and \\ and: # 12:30', "c": "no", "d": "مرحبا\u00a0بك"}
    copy = PrintedCopy(
        "LU-A · ar · leaflet · 2026-11 · 7K3F", "e", "ar", "leaflet", DAY, True, said, Span("x")
    )
    folder = tmp_path / "content" / "printed"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(record_text(copy), encoding="utf-8")
    findings = Findings()
    (read,) = read_printed(tmp_path, findings)
    assert findings.all == ()
    assert (read.code, read.draft, read.said) == (copy.code, True, said)


def test_changes_name_what_is_new_and_what_is_gone() -> None:
    copy = PrintedCopy("c", "e", "ar", "leaflet", DAY, False, {"a": "1", "b": "2"}, Span("x"))
    assert changes_since(copy, {"b": "2", "c": "3"}) == (Change("a", "1", ""), Change("c", "", "3"))
