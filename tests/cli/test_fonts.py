"""``brochure fonts``: what it prints, and its exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pipeline.english_and_thai import english_and_thai

from brochure.cli.main import run

ROOT = Path(__file__).parents[2]
OLDER = ROOT / "tests" / "fonts" / "noto-sans-thai-2.001"
AT = ["--root", str(ROOT)]


def test_every_family_with_its_cost(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fonts", *AT]) == 0
    lines = capsys.readouterr().out.splitlines()
    (thai,) = [line.split() for line in lines if line.startswith("noto-sans-thai ")]
    assert thai == ["noto-sans-thai", "regular", "bold", "2.002", "OFL-1.1", "95", "Thai", "th"]
    assert lines[-1].endswith("MB in the repository")


def test_the_same_as_objects(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fonts", "--json", *AT]) == 0
    told = json.loads(capsys.readouterr().out)
    files = sum(path.stat().st_size for path in (ROOT / "fonts").rglob("*.ttf"))
    assert told["bytes"] == files == sum(family["bytes"] for family in told["families"])
    assert {family["licence"] for family in told["families"]} == {"OFL-1.1"}


def test_the_page_on_fonts_has_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    run(["fonts", "--json", *AT])
    told = json.loads(capsys.readouterr().out)
    page = (ROOT / "brochure" / "docs" / "fonts.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| ([0-9.]+) \| ([0-9]+) \|$", page, re.MULTILINE)
    assert rows == [
        (family["family"], family["version"], f"{family['bytes'] / 1000:.0f}") for family in told["families"]
    ]
    assert f"{told['bytes'] / 1e6:.1f} MB in all" in page


def test_what_an_older_file_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = english_and_thai(ROOT, tmp_path / "project")
    assert run(["fonts", "--update", str(OLDER / "NotoSansThai-Bold.ttf"), "--root", str(root)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("NotoSansThai-Bold 2.002, then 2.001: ")
    assert "drawn or placed differently" in out
    assert "leaflet-th " in out


def test_the_declared_file_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    given = ROOT / "fonts" / "noto-sans-thai" / "NotoSansThai-Bold.ttf"
    assert run(["fonts", "--update", str(given), "--json", *AT]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["texts"], told["changes"], told["lost"]) == (0, [], [])
    assert told["faces"][0]["version"] == {"before": "2.002", "after": "2.002"}


def test_a_file_that_is_no_font_is_an_error_in_plain_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "new.ttf").write_text("words")
    assert run(["fonts", "--update", str(tmp_path / "new.ttf"), *AT]) == 1
    said = capsys.readouterr()
    assert "error[unusable-font]: the font cannot be used: it is no font" in said.err
    assert "Traceback" not in said.err


def test_no_such_file_and_a_folder_without_fonts_are_wrong_arguments(tmp_path: Path) -> None:
    assert run(["fonts", "--update", str(tmp_path / "none"), *AT]) == 2
    assert run(["fonts", "--update", str(tmp_path), *AT]) == 2
