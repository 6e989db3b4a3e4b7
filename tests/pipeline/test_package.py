"""The real package: built, refused, opened again."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from conftest import TODAY


def run(project_root: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    where = ["--root", str(project_root), "--out", str(out), "--today", TODAY]
    command = [sys.executable, "-W", "error", "-m", "brochure", "package", "en", "ar", "--for", "print-shop"]
    return subprocess.run(
        [*command, "--format", "leaflet", *where, *more],
        cwd=project_root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("package")


@pytest.fixture(scope="module")
def archive(project_root: Path, out: Path) -> Path:
    done = run(project_root, out, "--draft")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return Path(done.stdout.splitlines()[0])


def test_drafts_are_refused_and_nothing_is_written(project_root: Path, tmp_path: Path) -> None:
    done = run(project_root, tmp_path)
    assert done.returncode == 1
    assert "error[draft-package]: print/leaflet-ar.pdf is a draft" in done.stdout + done.stderr
    assert not (tmp_path / "luxembourg" / "package").exists()


def test_the_name_and_the_job_sheet_say_that_it_is_a_draft(archive: Path) -> None:
    assert archive.name == "luxembourg-print-LU-A-2026-11-22-DRAFT.zip"
    with zipfile.ZipFile(archive) as opened:
        sheet = opened.read(f"{archive.stem}/job-sheet-leaflet.pdf")
    with pypdfium2.PdfDocument(sheet) as pdf:
        assert len(pdf) == 1
        text = pdf[0].get_textpage().get_text_range()
    assert "BROUILLON" in text
    assert "leaflet/leaflet-ar.pdf" in text


def test_checksums_are_of_the_files_that_are_in_it(archive: Path, out: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        files = {name.removeprefix(f"{archive.stem}/"): opened.read(name) for name in opened.namelist()}
    sums = files.pop("SHA256SUMS").decode()
    assert sums == "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    assert files["leaflet/leaflet-ar.pdf"] == (out / "luxembourg" / "print" / "leaflet-ar.pdf").read_bytes()
    assert json.loads(files["preflight.json"]) == []


def test_the_same_order_gives_the_same_bytes(project_root: Path, archive: Path, out: Path) -> None:
    before = archive.read_bytes()
    assert run(project_root, out, "--draft").returncode == 0
    assert archive.read_bytes() == before


def test_a_folder_holds_the_same(project_root: Path, archive: Path, out: Path) -> None:
    done = run(project_root, out, "--draft", "--folder")
    assert done.returncode == 0
    folder = Path(done.stdout.splitlines()[0])
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            assert (folder.parent / name).read_bytes() == opened.read(name)
    (folder / "leaflet" / "leaflet-ar.pdf").unlink()
