"""``brochure pictograms``: what it prints and writes, its exit codes, and hostile files within a second."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from content.test_svg_shapes import BOMB, HEAD

from brochure.cli.main import run

ROOT = Path(__file__).parents[2]
AT = ["--root", str(ROOT)]
PART = '<path class="ink" d="M8 8H56V56H8Z"/>'


def drawing(*parts: str) -> bytes:
    return "\n".join([HEAD, *parts, "</svg>"]).encode()


def doubled(body: str, times: int, use: str) -> str:
    return body + "".join(f'<g id="n{n}">{use.format(n - 1) * 10}</g>' for n in range(1, times))


HOSTILE: Mapping[str, tuple[bytes, str]] = {
    "zero bytes": (b"", "sign-not-svg"),
    "50 MB": (drawing(PART, " " * 50_000_000), "sign-too-large"),
    "a million segments": (drawing(f'<path class="ink" d="M0 0{"h1" * 1_000_000}"/>'), "sign-too-large"),
    "segments as many as fit": (drawing(f'<path class="ink" d="M0 0{"h1" * 120_000}"/>'), "sign-too-complex"),
    "an entity bomb": (
        f'<!DOCTYPE svg [<!ENTITY a0 "x">{BOMB}]>{HEAD}&a9;</svg>'.encode(),
        "sign-doctype",
    ),
    "use of itself": (drawing(PART, '<g id="a"><use href="#a"/></g>'), "sign-reference"),
    "use that doubles": (drawing(doubled('<g id="n0"/>', 9, '<use href="#n{}"/>')), "sign-too-complex"),
    "a clip path of itself": (
        drawing('<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath>').replace(
            b"</svg>", f'<g clip-path="url(#c)">{PART}</g></svg>'.encode()
        ),
        "sign-reference",
    ),
    "not a number": (drawing('<path class="ink" d="M4 4L NaN NaN"/>'), "sign-path"),
    "a script": (drawing(PART, "<script>while(1);</script>"), "sign-element"),
}


@pytest.fixture(scope="module", autouse=True)
def _child_has_been_loaded_once() -> None:
    """The libraries of the child come from a cold disk the first time."""
    run(["pictograms", "check", str(ROOT / "pictograms" / "phone.svg")])


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_finding_at_once(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, code = HOSTILE[name]
    file = tmp_path / "sign.svg"
    file.write_bytes(data)
    began = time.perf_counter()
    assert run(["pictograms", "check", str(file)]) == 1
    # A second on an idle machine; tests run beside each other.
    assert time.perf_counter() - began < 3
    out = capsys.readouterr().out
    assert f"error[{code}]" in out
    assert "Traceback" not in out


def test_the_signs_of_the_project_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pictograms", "check", "--strict", *AT]) == 0
    assert capsys.readouterr().err.strip() == "no findings"


def test_files_are_judged_each_for_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, thin, gone = (tmp_path / f"{name}.svg" for name in ("good", "thin", "gone"))
    good.write_bytes(drawing(PART))
    thin.write_bytes(drawing(PART, '<path fill="#c8500a" d="M8 57.5H56V58.5H8Z"/>'))
    assert run(["pictograms", "check", "--json", str(good), str(thin), str(gone)]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(Path(each["file"]).name, each["line"], each["code"]) for each in found] == [
        ("gone.svg", 0, "unreadable-file"),
        ("thin.svg", 3, "sign-gap-too-narrow"),
        ("thin.svg", 3, "sign-ink-too-thin"),
    ]


def test_a_folder_without_signs_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pictograms", "check", "--root", str(tmp_path)]) == 2
    assert "pictograms" in capsys.readouterr().err


def test_sheet_guide_and_kit_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, guide, kit = tmp_path / "signs.png", tmp_path / "guide.pdf", tmp_path / "kit"
    assert run(["pictograms", "sheet", "--overview", "--out", str(sheet), *AT]) == 0
    assert run(["pictograms", "guide", "--out", str(guide), *AT]) == 0
    assert run(["pictograms", "test-kit", "fr", "--out", str(kit), "--only", "phone,debt", *AT]) == 0
    assert sheet.read_bytes().startswith(b"\x89PNG")
    assert guide.read_bytes().startswith(b"%PDF")
    assert sorted(path.name for path in kit.iterdir()) == ["answers-fr.pdf", "results-fr.csv", "signs-fr.pdf"]
    assert len(capsys.readouterr().out.splitlines()) == 5


@pytest.mark.parametrize(
    "arguments", [["sheet"], ["sheet", "--out", "signs"], ["guide", "--out", "a.jpg"], ["test-kit", "fr"]]
)
def test_arguments_that_are_off(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pictograms", *arguments, *AT]) == 2
    assert capsys.readouterr().err


def test_results_are_booked_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pictograms").mkdir()
    shutil.copyfile(ROOT / "pictograms" / "catalogue.yaml", tmp_path / "pictograms" / "catalogue.yaml")
    table = tmp_path / "results.csv"
    head = "sign,date,group,n,correct,opposite\n"
    table.write_text(head + "phone,2026-11-20,nurses,20,13,0\n", encoding="utf-8")
    where = ["--root", str(tmp_path), "--today", "2026-11-22"]
    assert run(["pictograms", "record", str(table), *where]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 results booked",
        "not understood: phone, 65 % correct, 0 % opposite, n 20",
    ]
    assert run(["pictograms", "record", str(table), *where]) == 1
    assert "error[result-twice]" in capsys.readouterr().err
    table.write_bytes(head.encode() + "phone,2026-11-20,Français,20,13,0".encode("cp1252"))
    assert run(["pictograms", "record", str(table), *where]) == 1
    assert "error[wrong-encoding]" in capsys.readouterr().err
