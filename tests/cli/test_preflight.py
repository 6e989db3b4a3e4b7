"""``brochure preflight``: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brochure.base.diagnostics import SurroundingsError
from brochure.cli.main import run

FILES = Path(__file__).parents[1] / "check" / "preflight" / "files"


def named(*names: str) -> list[str]:
    return [str(FILES / f"{name}.pdf") for name in names]


def test_each_file_is_said_to_be_fine_or_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", *named("clean-typst", "no-trim")]) == 1
    shown = capsys.readouterr()
    sound, broken = (Path(each).as_posix() for each in named("clean-typst", "no-trim"))
    assert shown.out.startswith(
        f"{sound}: fine for print\n{broken}: error[trim-box]: page 1: no TrimBox\n    Wanted: "
    )
    assert shown.err == "2 errors, 0 warnings\n"


def test_warnings_are_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", *named("fair-image")]) == 0
    assert "warning[image-resolution]" in capsys.readouterr().out


def test_json_has_every_part_of_a_remark(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", "--json", "--set", *named("clean-typst", "hairline", "set-other-colours")]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["as"], [each["fine"] for each in told["files"]]) == ("print", [True, False, True])
    (remark,) = told["files"][1]["remarks"]
    assert remark == {
        "file": Path(named("hairline")[0]).as_posix(),
        "rule": "line-width",
        "page": 1,
        "place": {"x": 8.2, "y": 65.8},
        "found": "a line of 0.1 pt",
        "wanted": "lines of 0.25 pt at least",
        "why": "[GWG] 2015; [shop] least_line",
        "severity": "error",
        "times": 1,
    }
    assert [each["rule"] for each in told["plates"]] == ["plates-differ"]
    assert (told["plates"][0]["page"], told["plates"][0]["place"]) == (1, {"x": -3, "y": 23})


def test_files_for_the_screen(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", "--as", "screen", str(built / "luxembourg/screen/leaflet-ar.pdf")]) == 0
    assert capsys.readouterr().out.endswith("leaflet-ar.pdf: fine for screen\n")
    assert run(["preflight", "--as", "screen", str(built / "luxembourg/print/leaflet-ar.pdf")]) == 1
    assert "error[untagged]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument"),
        (["gone.pdf"], "does not exist"),
        ([".", "--as", "print"], "is a directory"),
        (["--as", "screen", "--set", *named("empty")], "are about files for print"),
        (["--as", "paper", *named("empty")], "is not one of"),
        (["--shop", "nobody", *named("empty")], "there is no shop nobody"),
    ],
)
def test_wrong_arguments_are_2(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_without_pikepdf_nothing_is_fine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_: object) -> None:
        raise SurroundingsError("not judged: pikepdf is not installed")

    monkeypatch.setattr("brochure.pipeline.preflight.judge_files", missing)
    assert run(["preflight", *named("clean-typst")]) == 3
    shown = capsys.readouterr()
    assert (shown.out, "not judged" in shown.err) == ("", True)
