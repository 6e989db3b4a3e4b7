"""Schemas and modelines are written where they differ, and nowhere else."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from brochure.base.diagnostics import SurroundingsError
from brochure.content.inputs import inputs_of
from brochure.content.schemas.files import FOLDER, modeline
from brochure.state.schemas import write_schemas

SMALL = Path(__file__).parents[1] / "content" / "project"
THEME = "content/theme.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "project"))


def test_every_file_is_written_once(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.glob("**/*.yaml")}
    written, findings = write_schemas(root)
    assert findings == ()
    assert {path.relative_to(root).as_posix() for path in before} <= set(written)
    assert f"{FOLDER}/language.json" in written
    for path, data in before.items():
        first = modeline(path.relative_to(root).as_posix()).encode()
        assert path.read_bytes() == first + b"\n" + data
    assert write_schemas(root) == ((), ())


def test_line_ends_and_byte_order_mark_stay(root: Path) -> None:
    data = (root / THEME).read_bytes().replace(b"\n", b"\r\n")
    (root / THEME).write_bytes(b"\xef\xbb\xbf" + data)
    write_schemas(root)
    assert (root / THEME).read_bytes() == b"\xef\xbb\xbf" + modeline(THEME).encode() + b"\r\n" + data


def test_a_file_that_cannot_be_read_is_told_and_stays(root: Path) -> None:
    (root / THEME).write_bytes("à".encode("utf-16"))
    written, findings = write_schemas(root)
    assert [each.code for each in findings] == ["wrong-encoding"]
    assert (root / THEME).read_bytes() == "à".encode("utf-16")
    assert "content/brochure.yaml" in written


def test_without_english_nothing_is_written(root: Path) -> None:
    (root / "content/languages/en.yaml").write_text("- a\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in root.glob("**/*.yaml")}
    written, findings = write_schemas(root)
    assert (written, [each.code for each in findings]) == ((), ["wrong-type"])
    assert {path: path.read_bytes() for path in root.glob("**/*.yaml")} == before
    assert not (root / FOLDER).exists()


def test_a_folder_that_cannot_be_written_is_named(root: Path) -> None:
    (root / FOLDER).write_text("a file in the place of the folder", encoding="utf-8")
    with pytest.raises(SurroundingsError, match="schemas") as raised:
        write_schemas(root)
    assert raised.value.exit_code == 3


def test_schemas_are_no_input_of_a_pdf(root: Path) -> None:
    before = inputs_of(root, "luxembourg").of("ar", "leaflet")
    write_schemas(root)
    assert inputs_of(root, "luxembourg").of("ar", "leaflet") == before


def test_the_name_of_a_file_need_not_be_text(root: Path) -> None:
    (root / "content" / "formats" / os.fsdecode(b"\xff.yaml")).touch()
    write_schemas(root)
    schemas = [json.loads(file.read_text("utf-8")) for file in (root / FOLDER).iterdir()]
    assert any("\\udcff" in json.dumps(each) for each in schemas)
