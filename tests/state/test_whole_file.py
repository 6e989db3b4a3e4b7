import os
from pathlib import Path

import pytest

from brochure.state.whole_file import replace_whole, sweep_parts, write_whole


def refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_file_and_its_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "ملفات للطباعة" / "a b" / "leaflet-ar.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [file.name for file in path.parent.iterdir()] == ["leaflet-ar.pdf"]


@pytest.mark.parametrize(
    ("failure", "step"), [(refuse, "replace"), (interrupt, "replace"), (interrupt, "fsync")]
)
def test_a_failure_leaves_the_old_file_and_no_other(
    failure: object, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "leaflet-ar.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, failure)
    with pytest.raises((PermissionError, KeyboardInterrupt)):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["leaflet-ar.pdf"]


def test_a_folder_in_the_way_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "leaflet-ar.pdf"
    path.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["leaflet-ar.pdf"]


def test_only_parts_are_swept(tmp_path: Path) -> None:
    names = [".leaflet-ar.pdf.123.part", "leaflet-ar.pdf", ".hidden", "notes.part", ".leaflet-ar.pdf.x.part"]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    sweep_parts(tmp_path)
    sweep_parts(tmp_path / "not there")
    assert {file.name for file in tmp_path.iterdir()} == set(names[1:])


def test_what_another_program_saved_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "ar.yaml"
    path.write_bytes(b"theirs")
    assert not replace_whole(path, b"as read", b"ours")
    assert path.read_bytes() == b"theirs"
    assert replace_whole(path, b"theirs", b"ours")
    assert path.read_bytes() == b"ours"
    path.unlink()
    with pytest.raises(FileNotFoundError):
        replace_whole(path, b"ours", b"again")
    assert list(tmp_path.iterdir()) == []
