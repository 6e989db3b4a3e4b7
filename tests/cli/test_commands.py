"""``build`` and ``check`` from arguments to text, on made-up rooms."""

import json
import re
from pathlib import Path

import pytest
from pipeline import made_up

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.cli.main import run
from brochure.cli.standing import STATES
from brochure.cli.status_page import page
from brochure.pipeline.build import Rooms


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder we stand in."""
    plain = made_up.rooms()
    monkeypatch.setattr(
        "brochure.pipeline.rooms.ROOMS",
        Rooms(plain.offers, plain.inputs, plain.require_shop, made_up.open_maker, plain.compare),
    )
    root = made_up.project(tmp_path / "مشروع 1", ar="كلمات", en="words approved")
    monkeypatch.chdir(root)
    return root


def lying(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in (root / "build").rglob("*.pdf")}


@pytest.mark.usefixtures("root")
def test_build_prints_a_plain_table_and_the_findings_apart(capsys: pytest.CaptureFixture[str]) -> None:
    made_up.project(Path(), ar="overflow", en="approved tight small")
    assert run(["build"]) == 1
    shown = capsys.readouterr()
    assert shown.out == (
        "file                                       pages  size  type                 state     findings\n"
        "build/here/rejected/screen/leaflet-ar.pdf  1      0 kB  full size            rejected  1\n"
        "build/here/rejected/print/leaflet-ar.pdf   1      0 kB  full size            rejected  1\n"
        "build/here/screen/leaflet-en.pdf           1      0 kB  11 of 11.5 pt (row)  approved  1\n"
        "build/here/print/leaflet-en.pdf            1      0 kB  11 of 11.5 pt (row)  approved  1\n"
    )
    assert shown.err == (
        "ar.txt:1:1: error[overflow]: it is overflow\n"
        "en.txt:1:2: warning[tight]: it is tight\n"
        "1 error, 1 warning\n"
    )
    assert run(["build"]) == 1
    again = capsys.readouterr()
    assert again.err == shown.err
    assert again.out.count(", unchanged") == 4


def test_build_options_reach_the_build(root: Path) -> None:
    out = root / "to the printer"
    assert (
        run(["build", "ar", "--for", "print", "--format", "leaflet", "--out", str(out), "--jobs", "2"]) == 0
    )
    assert [path.relative_to(out).as_posix() for path in out.rglob("*.pdf")] == ["here/print/leaflet-ar.pdf"]


def test_build_of_another_folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["build", "--root", str(root)]) == 0
    assert "build/here/print/leaflet-ar.pdf" in lying(root)


def test_release_is_1_for_a_draft(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--release"]) == 1
    assert "error[not-releasable]: leaflet-ar is a draft: 1 text not approved" in capsys.readouterr().err
    assert lying(root) == {"build/here/screen/leaflet-en.pdf", "build/here/print/leaflet-en.pdf"}


def test_today_is_what_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made_up.project(root, en="until:2027-05-22")
    assert run(["check", "--today", "2027-01-01"]) == 0
    assert run(["check", "--today", "2027-05-01"]) == 0
    assert run(["check", "--today", "2027-05-01", "--strict"]) == 1
    assert run(["check", "--today", "2027-06-01"]) == 1
    assert [
        line.split(": ")[1] for line in capsys.readouterr().out.splitlines() if "fact-expired" in line
    ] == [
        "warning[fact-expired]",
        "warning[fact-expired]",
        "error[fact-expired]",
    ]


@pytest.mark.usefixtures("root")
def test_a_file_that_cannot_be_written_is_3(capsys: pytest.CaptureFixture[str]) -> None:
    Path("build/here/print/leaflet-ar.pdf").mkdir(parents=True)
    assert run(["build"]) == 3
    shown = capsys.readouterr()
    assert "error[cannot-write]" in shown.err
    assert "build/here/print/leaflet-ar.pdf   -      -     -          not written" in shown.out
    assert "build/here/print/leaflet-en.pdf" in shown.out


@pytest.mark.usefixtures("root")
def test_an_output_folder_that_is_a_file_is_3(capsys: pytest.CaptureFixture[str]) -> None:
    Path("build").write_text("")
    assert run(["build"]) == 3
    assert "brochure: the output folder build cannot be written" in capsys.readouterr().err


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("command", ["build", "check"])
def test_an_unknown_language_is_2(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "arr"]) == 2
    assert capsys.readouterr().err == "brochure: there is no language arr\n    Did you mean 'ar'?\n"


@pytest.mark.parametrize("word", ["bug", "stop"])
def test_what_goes_wrong_half_way_leaves_whole_files(word: str, root: Path) -> None:
    made_up.project(root, en=word)
    assert run(["build"]) == {"bug": 4, "stop": 130}[word]
    assert lying(root) == {"build/here/screen/leaflet-ar.pdf", "build/here/print/leaflet-ar.pdf"}
    assert not list((root / "build").rglob("*.part"))


def test_check_writes_nothing_and_prints_findings(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert capsys.readouterr() == ("", "no findings\n")
    made_up.project(root, ar="overflow")
    assert run(["check", "en"]) == 0
    capsys.readouterr()
    assert run(["check"]) == 1
    assert capsys.readouterr() == ("ar.txt:1:1: error[overflow]: it is overflow\n", "1 error, 0 warnings\n")
    assert sorted(path.name for path in root.iterdir()) == ["ar.txt", "en.txt"]


FINDING = {
    "file": "ar.txt",
    "line": 1,
    "column": 1,
    "severity": "error",
    "code": "overflow",
    "message": "it is overflow",
    "help": "",
    "language": "ar",
    "format": "leaflet",
}


def test_json_says_the_same_as_objects(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made_up.project(root, ar="overflow")
    assert run(["check", "--json"]) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out) == {"findings": [FINDING]}
    assert shown.err == ""
    assert run(["build", "--json", "--for", "print"]) == 1
    shown = capsys.readouterr()
    assert shown.err == ""
    stored = json.loads(shown.out)
    assert stored["findings"] == [FINDING]
    assert stored["files"][1] == {
        "file": "here/print/leaflet-en.pdf",
        "edition": "here",
        "language": "en",
        "format": "leaflet",
        "target": "print",
        "pages": 1,
        "size": len("print words approved"),
        "state": "approved",
        "made": True,
        "findings": 0,
        "sizes": {"row": {"reached": 11.5, "full": 11.5, "floor": 9.5}},
    }


def test_a_terminal_gets_a_table(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made_up.project(root, ar="overflow")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "120")
    assert run(["build"]) == 1
    shown = capsys.readouterr().out
    assert "build/here/rejected/screen/leaflet-ar.pdf" in shown
    assert "──" in shown


def test_debug_layout_goes_into_folders_of_its_own(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build"]) == 0
    real = {name: (root / name).read_bytes() for name in lying(root)}
    manifest = (root / "build/here/manifest.json").read_bytes()
    made_up.project(root, ar="overflow")
    capsys.readouterr()
    assert run(["build", "--for", "print", "--debug-layout", "rows,boxes"]) == 1
    assert (
        "build/here/print+debug/leaflet-ar.pdf  1      0 kB  full size  debug  1\n" in capsys.readouterr().out
    )
    debug = {"build/here/print+debug/leaflet-ar.pdf", "build/here/print+debug/leaflet-en.pdf"}
    assert lying(root) == {*real, *debug}
    assert (root / "build/here/print+debug/leaflet-en.pdf").read_bytes().endswith(b"approved rows boxes")
    assert {name: (root / name).read_bytes() for name in real} == real
    assert (root / "build/here/manifest.json").read_bytes() == manifest


def test_status_in_a_pipe(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made_up.project(
        root,
        ar="overflow overflow stale",
        fr="missing-unit missing-glyph overflow",
        de="unreadable",
        it="small tight",
    )
    (root / "content/languages").mkdir(parents=True)
    (root / "content/languages/it.yaml").write_text("inherits: ar\n", encoding="utf-8")
    assert run(["status"]) == 1
    shown = capsys.readouterr()
    assert [re.split(r" {2,}", line) for line in shown.out.splitlines()] == [
        ["edition", "language", "format", "missing", "inherited", *STATES, "fits", "glyphs", "errors"],
        ["here", "ar", "leaflet", "-", "-", "1", "2", "-", "-", "no, 2 texts too long", "-", "2"],
        ["here", "de", "leaflet", "?", "-", "?", "?", "?", "?", "not known: cannot be read", "?", "1"],
        ["here", "en", "leaflet", "-", "-", "-", "2", "-", "-", "yes, full size", "-", "-"],
        ["here", "fr", "leaflet", "1", "-", "-", "2", "-", "-", "not known: units are missing", "1", "3"],
        [
            "here",
            "it",
            "leaflet",
            "-",
            "3 of ar",
            "-",
            "2",
            "-",
            "-",
            "yes, 11 of 11.5 pt (row), floor 9.5",
            "-",
            "-",
        ],
    ]
    assert shown.err == "brochure check says what the errors are and where.\n"
    assert not (root / "build").exists()


@pytest.mark.usefixtures("root")
def test_status_without_errors_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "--json"]) == 0
    stored = json.loads(capsys.readouterr().out)
    assert stored["findings"] == []
    assert stored["documents"][0] == {
        "edition": "here",
        "language": "ar",
        "format": "leaflet",
        "missing": 0,
        "inherits": None,
        "inherited": 3,
        "stale": 0,
        "draft": 2,
        "reviewed": 0,
        "approved": 0,
        "fits": True,
        "too_long": 0,
        "sizes": {"row": {"reached": 11.5, "full": 11.5, "floor": 9.5}},
        "glyphs": 0,
        "errors": 0,
    }


def test_check_judges_signs_that_nothing_uses(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "pictograms").mkdir()
    (root / "pictograms" / "door.svg").write_text("<html/>", encoding="utf-8")
    (root / "pictograms" / "catalogue.yaml").write_text(
        "door: {meaning: A door, author: me, licence: CC0-1.0, mirror: no}\n", encoding="utf-8"
    )
    assert run(["check"]) == 1
    assert capsys.readouterr().out.startswith("pictograms/door.svg:1:1: error[sign-not-svg]")
    assert run(["check", "en"]) == 0


def test_status_names_signs_that_readers_did_not_understand(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trial = '{date: "2026-11-20", group: nurses, n: 20, correct: 50, opposite: 0}'
    entry = "meaning: A door, author: me, licence: CC0-1.0, mirror: no, comprehension"
    (root / "pictograms").mkdir()
    text = f"door: {{{entry}: untested}}\ngate: {{{entry}: [{trial}]}}\n"
    (root / "pictograms" / "catalogue.yaml").write_text(text, encoding="utf-8")
    assert run(["status"]) == 0
    assert "pictograms/catalogue.yaml:2:82: warning[sign-not-understood]" in capsys.readouterr().err
    assert run(["status", "--html"]) == 0
    assert "the sign &#x27;gate&#x27;: 50 % correct" in capsys.readouterr().out


def test_status_tells_nothing_that_is_not_known(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made_up.project(root, ar="unreadable", en="missing-unit until:2020-01-01")
    assert run(["status", "--json"]) == 1
    arabic, english = json.loads(capsys.readouterr().out)["documents"]
    unknown = ("missing", *STATES, "fits", "too_long", "glyphs", "sizes")
    assert [arabic[key] for key in unknown] == [None] * 8 + [{}]
    assert (english["missing"], english["fits"], english["sizes"], english["errors"]) == (1, None, {}, 2)


def test_status_as_a_page_that_needs_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made_up.project(root, ar="stale", en="overflow")
    assert run(["status", "--html"]) == 1
    shown = capsys.readouterr().out
    assert run(["status", "--html", "--out", "to/status.html"]) == 1
    assert capsys.readouterr().out == "to/status.html\n"
    assert (root / "to/status.html").read_text(encoding="utf-8") == shown
    assert shown.startswith('<!doctype html>\n<html lang="en" dir="ltr">')
    assert '<bdi class="own" lang="ar" dir="rtl">name of ar</bdi> (ar)' in shown
    assert '<bdi class="own" lang="en" dir="ltr">name of en</bdi> (en)' in shown
    assert not re.search(r"https?:|//|<script|<img|<link|url\(|@import", shown)
    assert shown.count("<tr") == shown.count("</tr>") == 3


def test_the_page_shows_what_is_found_as_words() -> None:
    found = Finding("unknown-key", "<b>&</b>", Span("content/theme.yaml", 4, 1))
    text = page((), (found,))
    assert '<li dir="auto">content/theme.yaml:4:1: error[unknown-key]: &lt;b&gt;&amp;&lt;/b&gt;</li>' in text


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("options", [["--html", "--json"], ["--out", "x.html"], ["--json", "--out", "x"]])
def test_status_options_that_do_not_go_together(options: list[str]) -> None:
    assert run(["status", *options]) == 2


@pytest.mark.usefixtures("root")
def test_a_page_that_cannot_be_written_is_3() -> None:
    Path("to").write_text("")
    assert run(["status", "--html", "--out", "to/status.html"]) == 3
