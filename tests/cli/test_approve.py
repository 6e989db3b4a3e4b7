"""``approve`` and ``translated`` from arguments to the file, on the small project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brochure.cli.main import run

PROJECT = Path(__file__).parents[1] / "content" / "project"
PEOPLE = """\
people:
  amal: {name: "Amal", languages: [ar, en], may: [review, approve]}
  ben: {name: "Ben", languages: all, may: [review]}
  carla: {name: "Carla", languages: [fr], may: [approve]}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small project, with three people in it; we stand there."""
    root = Path(shutil.copytree(PROJECT, tmp_path / "مشروع 1"))
    (root / "content" / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def lines(tag: str = "ar") -> dict[str, str]:
    """What is recorded, by address."""
    text = Path(f"content/approvals/{tag}.yaml").read_text(encoding="utf-8")
    return dict(line.split(": ", 1) for line in text.splitlines() if line[0] != "#")


def change(file: str, old: str, new: str) -> None:
    path = Path(file)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


APPROVE = ["approve", "ar", "--by", "amal", "--approved", "--on", "2026-11-22"]


def test_approve_all_and_then_what_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(APPROVE) == 0
    assert capsys.readouterr() == ("ar: 8 texts approved by amal on 2026-11-22\n", "")
    first = lines()
    assert all(line.endswith('state: approved, by: "amal", on: "2026-11-22"}') for line in first.values())
    assert run(APPROVE) == 0
    assert capsys.readouterr().out == "ar: 0 texts approved by amal on 2026-11-22\n"
    change("content/languages/ar.yaml", "طبيب", "طبيبة")
    change("content/languages/en.yaml", "A phone", "One phone")
    assert run(APPROVE) == 0
    assert capsys.readouterr().out == (
        "ar: 1 text approved by amal on 2026-11-22\n"
        "    left out, their English has changed since; name them when they are right: alt.phone\n"
    )
    now = lines()
    assert {address for address in now if now[address] != first[address]} == {"help.doctor"}
    assert run([*APPROVE, "alt"]) == 0
    assert lines()["alt.phone"] != first["alt.phone"]
    assert sorted(path.name for path in (root / "content/approvals").iterdir()) == ["ar.yaml"]


@pytest.mark.usefixtures("root")
def test_a_new_number_changes_no_record() -> None:
    run(APPROVE)
    before = lines()
    change("content/editions/luxembourg.yaml", "27 36 56 46", "27 36 56 47")
    change("content/editions/luxembourg.yaml", "27365646", "27365647")
    run(APPROVE)
    assert lines() == before


@pytest.mark.usefixtures("root")
def test_translated_records_what_is_new_or_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["translated"]) == 0
    assert capsys.readouterr().out == "ar: 8 texts translated from the present English\n"
    assert {line[-len("state: translated}") :] for line in lines().values()} == {"state: translated}"}
    change("content/languages/en.yaml", "A doctor", "A physician")
    assert run(["translated", "ar"]) == 0
    assert "left out, their English has changed since" in capsys.readouterr().out
    assert run(["translated", "ar", "help.doctor"]) == 0
    assert capsys.readouterr().out == "ar: 1 text translated from the present English\n"
    assert run(["translated", "ar"]) == 0
    assert capsys.readouterr().out == "ar: 0 texts translated from the present English\n"


@pytest.mark.usefixtures("root")
def test_a_record_of_a_unit_that_is_gone_goes(capsys: pytest.CaptureFixture[str]) -> None:
    run(["translated"])
    change("content/approvals/ar.yaml", "help.doctor:", "help.nurse:")
    capsys.readouterr()
    assert run(["translated", "ar"]) == 0
    assert capsys.readouterr().out == (
        "ar: 1 text translated from the present English\n"
        "    taken off the list, English has no such units any more: help.nurse\n"
    )
    assert "help.nurse" not in lines()


@pytest.mark.usefixtures("root")
def test_a_text_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    change("content/languages/ar.yaml", '  doctor: "طبيب"\n', "")
    assert run([*APPROVE, "help"]) == 0
    assert "left out, they have no text that can be used: help.doctor" in capsys.readouterr().out
    assert sorted(lines()) == ["help.condition", "help.heading", "help.time_to_think"]


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["approve", "ar", "--by", "amal"], "say either --reviewed or --approved"),
        (
            ["approve", "ar", "--by", "amal", "--reviewed", "--approved"],
            "say either --reviewed or --approved",
        ),
        (["approve", "ar", "--reviewed"], "Missing option '--by'"),
        (
            ["approve", "ar", "--by", "amla", "--reviewed"],
            "nobody with the id amla\n    Did you mean 'amal'?",
        ),
        (["approve", "ar", "--by", "carla", "--approved"], "carla does not answer for texts in ar"),
        (["approve", "ar", "--by", "ben", "--approved"], "ben may not say that a text is approved"),
        (["approve", "xx", "--by", "ben", "--reviewed"], "there is no language xx"),
        (["approve", "AR", "--by", "ben", "--reviewed"], "there is no language AR"),
        (["approve", "../ar", "--by", "ben", "--reviewed"], "there is no language ../ar"),
        ([*APPROVE, "help.docter"], "there is no unit help.docter\n    Did you mean 'help.doctor'?"),
        (["approve", "ar", "--by", "ben", "--reviewed", "--on", "22.11.2026"], "is no date"),
        (["translated", "en"], "en is the source"),
        (["translated", "xx"], "there is no language xx"),
    ],
)
def test_arguments_that_are_off_write_nothing(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert message in capsys.readouterr().err
    assert not Path("content/approvals").exists()


@pytest.mark.usefixtures("root")
def test_nobody_is_there_yet(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/people.yaml").write_text("people: {}\n")
    assert run(APPROVE) == 2
    assert "Nobody is there yet: enter yourself first." in capsys.readouterr().err


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/approvals/ar.yaml", "help.doctor: approved\n"),
        ("content/people.yaml", "people: [\n"),
        ("content/languages/ar.yaml", "a: [\n"),
        ("content/languages/en.yaml", ""),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_overwritten(
    file: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(APPROVE)
    Path(file).write_text(text)
    records = Path("content/approvals/ar.yaml").read_bytes()
    capsys.readouterr()
    assert run([*APPROVE, "help"]) == 1
    assert "nothing written; content/approvals/ar.yaml is as it was" in capsys.readouterr().err
    assert Path("content/approvals/ar.yaml").read_bytes() == records


@pytest.mark.usefixtures("root")
def test_the_file_is_written_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    run(APPROVE)
    before = Path("content/approvals/ar.yaml").read_bytes()
    change("content/languages/ar.yaml", "طبيب", "طبيبة")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert run(APPROVE) == 3
    assert [path.name for path in Path("content/approvals").iterdir()] == ["ar.yaml"]
    assert Path("content/approvals/ar.yaml").read_bytes() == before


def test_from_another_program(root: Path, project_root: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "brochure", *APPROVE, "--root", str(root)]
    done = subprocess.run(command, cwd=project_root, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "ar: 8 texts approved by amal on 2026-11-22\n",
        "",
    )


def test_ten_thousand_units(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """2 s are the target; the machine is shared with other tests, so twice that fails."""
    units = [f"u{number}" for number in range(10_000)]
    english = "".join(
        f'  {each}: {{text: "a b", room: line, formats: [leaflet], note: "n"}}\n' for each in units
    )
    (root / "content/languages/en.yaml").write_text("g:\n" + english, encoding="utf-8")
    arabic = "".join(f'  {each}: "أ ب"\n' for each in units)
    (root / "content/languages/ar.yaml").write_text("g:\n" + arabic, encoding="utf-8")
    run(["translated", "ar"])
    began = time.process_time()
    assert run(APPROVE) == 0
    assert time.process_time() - began < 4
    assert "ar: 10000 texts approved by amal" in capsys.readouterr().out
    assert len(lines()) == 10_000
