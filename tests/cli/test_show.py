import sys
from pathlib import Path

import pytest

from brochure.cli.main import run


@pytest.mark.parametrize("stage", ["bidi", "runs", "glyphs", "lines"])
def test_a_stage_of_a_unit_is_printed(
    stage: str, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", stage, "en", "help.doctor", "--root", str(project_root)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("en:help.doctor\n")
    assert shown.out.endswith("\n")
    assert shown.err == ""


@pytest.mark.parametrize("stage", ["ops", "tags"])
def test_a_stage_of_a_document_is_printed(
    stage: str, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", stage, "en", "--format", "leaflet", "--root", str(project_root)]) == 0
    assert "DRAFT" in capsys.readouterr().out


def test_what_stands_in_the_way_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content" / "editions").mkdir(parents=True)
    (tmp_path / "content" / "editions" / "here.yaml").write_text("languages: [", encoding="utf-8")
    assert run(["show", "tags", "ar", "--root", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("content/editions/here.yaml:")


def test_a_picture_goes_into_its_file(
    tmp_path: Path, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pictures" / "en.png"
    assert run(["show", "picture", "en", "--dpi", "20", "--out", str(out), "--root", str(project_root)]) == 0
    assert capsys.readouterr().out == f"{out.as_posix()}\n"
    assert out.read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_cannot_be_written_is_3(
    tmp_path: Path, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "en.png"
    assert run(["show", "picture", "en", "--dpi", "20", "--out", str(out), "--root", str(project_root)]) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_a_specimen_is_printed(project_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "specimen", "Grek", "--root", str(project_root)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("# DRAFT · specimen of Grek · el · ")
    assert shown.err == ""


@pytest.mark.parametrize(("name", "magic"), [("Grek.pdf", b"%PDF-"), ("Grek.png", b"\x89PNG")])
def test_a_specimen_goes_into_its_file(
    name: str, magic: bytes, tmp_path: Path, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pages" / name
    assert (
        run(["show", "specimen", "Grek", "--dpi", "20", "--out", str(out), "--root", str(project_root)]) == 0
    )
    assert capsys.readouterr().out == f"{out.as_posix()}\n"
    assert out.read_bytes().startswith(magic)


def test_specimens_go_into_a_folder(
    tmp_path: Path, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--dpi", "20", "--out", str(tmp_path), "--root", str(project_root)]
    assert run(["show", "specimen", "Geor", *where]) == 0
    assert (tmp_path / "specimen-Geor.png").is_file()
    assert capsys.readouterr().out.endswith("/specimen-Geor.png\n")


def test_a_script_without_specimen_is_2_and_names_those_there_are(
    project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", "specimen", "Zzzz", "--root", str(project_root)]) == 2
    told = capsys.readouterr().err
    assert "no specimen of the script Zzzz" in told
    assert "Aran" in told
    assert "Hant" in told


def test_a_specimen_has_no_format(project_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "specimen", "Grek", "--format", "leaflet", "--root", str(project_root)]) == 2
    assert "leave out --edition, --format" in capsys.readouterr().err


def test_specimens_without_a_font_list_are_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "specimen", "Grek", "--root", str(tmp_path)]) == 1
    assert "fonts/fonts.yaml" in capsys.readouterr().err


def test_the_transcript_of_a_language_is_that_of_its_file(
    project_root: Path, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", "transcript", "en", "--root", str(project_root)]) == 0
    of_language = capsys.readouterr().out
    assert of_language.startswith("title: Help and information\nlanguage: en\ndocument\n")
    assert run(["show", "transcript", str(built / "luxembourg" / "screen" / "leaflet-en.pdf")]) == 0
    assert capsys.readouterr().out == of_language


def test_a_transcript_of_what_is_no_tagged_file_is_2(
    tmp_path: Path, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (built / "luxembourg" / "screen" / "leaflet-en.pdf").read_bytes()
    files = {
        "gone.pdf": (None, "cannot be read: No such file"),
        "cut.pdf": (whole[:9000], "is cut off or damaged"),
        "none.pdf": (b"# not one", "is no PDF"),
        "none.txt": (b"# not one", "is no PDF"),
        "press.pdf": (
            (built / "luxembourg" / "print" / "leaflet-en.pdf").read_bytes(),
            "has no structure tree",
        ),
    }
    for name, (data, message) in files.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
        assert run(["show", "transcript", str(tmp_path / name)]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert message in shown.err
        assert "Traceback" not in shown.err


def test_a_transcript_without_pikepdf_is_3(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("brochure.check.accessible")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    assert run(["show", "transcript", str(built / "luxembourg" / "screen" / "leaflet-en.pdf")]) == 3
    assert "pip install 'brochure[validate]'" in capsys.readouterr().err


def test_a_name_longer_than_a_file_can_have_is_a_language_that_is_not_there(
    project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", "transcript", "a" * 5000, "--root", str(project_root)]) == 2
    assert "there is no language aaa" in capsys.readouterr().err
