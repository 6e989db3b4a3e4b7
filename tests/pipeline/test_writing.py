"""One text put into its file, and nothing else of it changed."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError, SurroundingsError
from brochure.pipeline import writing
from brochure.pipeline.approve import approve
from brochure.pipeline.writing import write_text
from brochure.state.signing import Said

DAY = datetime.date(2026, 11, 22)
WAS = "طبيب، وشخص يمكنك الكلام معه"
NEW = "طبيب، أو شخص آخر"


def file(root: Path, tag: str = "ar") -> Path:
    return root / "content" / "languages" / f"{tag}.yaml"


def test_a_text_is_written_and_every_other_byte_stays(root: Path) -> None:
    before = file(root).read_bytes()
    kept = write_text(root, "ar", "help.doctor", f"  {NEW}\n", WAS)
    assert (kept.is_written, kept.before, kept.text) == (True, WAS, NEW)
    assert file(root).read_bytes() == before.replace(
        f'  doctor: "{WAS}"'.encode(), f'  doctor: "{NEW}"'.encode()
    )
    back = write_text(root, "ar", "help.doctor", WAS, NEW)
    assert back.is_written
    assert file(root).read_bytes() == before


def test_an_english_text_is_written_where_it_stands(root: Path) -> None:
    before = file(root, "en").read_bytes()
    was = "A doctor, and someone to talk to"
    assert write_text(root, "en", "help.doctor", "A doctor to talk to", was).is_written
    assert file(root, "en").read_bytes() == before.replace(was.encode(), b"A doctor to talk to")
    with pytest.raises(ArgumentsError, match="cannot be empty"):
        write_text(root, "en", "help.doctor", " ", "A doctor to talk to")


def test_a_text_that_is_missing_gets_a_place_and_leaves_it_empty_when_taken_back(root: Path) -> None:
    before = file(root).read_text("utf-8")
    file(root).write_text(before.replace(f'  doctor: "{WAS}"\n', ""), encoding="utf-8")
    assert write_text(root, "ar", "help.doctor", NEW, "").is_written
    assert f'  doctor: "{NEW}"\n' in file(root).read_text("utf-8")
    assert write_text(root, "ar", "help.doctor", "", NEW).is_written
    assert '  doctor: ""\n' in file(root).read_text("utf-8")


def test_a_text_that_changed_meanwhile_is_not_written_over(root: Path) -> None:
    before = file(root).read_bytes()
    kept = write_text(root, "ar", "help.doctor", NEW, "something that the writer saw")
    assert (kept.is_conflict, kept.is_written, kept.before, kept.text) == (True, False, WAS, NEW)
    assert file(root).read_bytes() == before
    assert not write_text(root, "ar", "help.doctor", WAS, "whatever").is_conflict


def test_a_broken_file_is_left_as_it_is(root: Path) -> None:
    broken = file(root).read_bytes() + b'x: "no end\n'
    file(root).write_bytes(broken)
    kept = write_text(root, "ar", "help.doctor", NEW, WAS)
    assert [each.code for each in kept.findings] == ["yaml-syntax"]
    assert not kept.is_written
    assert file(root).read_bytes() == broken


def test_a_file_that_is_gone_and_a_unit_that_is_not_there(root: Path) -> None:
    with pytest.raises(ArgumentsError, match=r"no unit help\.nothing"):
        write_text(root, "ar", "help.nothing", NEW, "")
    file(root).unlink()
    with pytest.raises(SurroundingsError, match="cannot be read"):
        write_text(root, "ar", "help.doctor", NEW, WAS)
    assert not file(root).exists()


def test_a_full_disk_and_a_read_only_folder_say_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file(root).read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SurroundingsError, match="No space left") as raised:
        write_text(root, "ar", "help.doctor", NEW, WAS)
    assert "save again" in raised.value.next_step
    assert file(root).read_bytes() == before
    assert not list(file(root).parent.glob(".*"))

    def refused(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(writing, "replace_whole", refused)
    with pytest.raises(SurroundingsError, match="Permission denied"):
        write_text(root, "ar", "help.doctor", NEW, WAS)


def test_a_file_saved_at_the_same_moment(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "replace_whole", lambda *_: False)
    with pytest.raises(SurroundingsError, match="same moment"):
        write_text(root, "ar", "help.doctor", NEW, WAS)


def test_what_is_written_beside_the_english_is_recorded_where_there_are_records(root: Path) -> None:
    records = root / "content" / "approvals" / "ar.yaml"
    records.unlink(missing_ok=True)
    write_text(root, "ar", "help.doctor", NEW, WAS)
    assert not records.exists(), "the first record would make all other texts stale"
    approve(root, "ar", Said("translated"), ())
    before = records.read_text("utf-8")
    write_text(root, "ar", "help.doctor", WAS, NEW)
    after = records.read_text("utf-8")
    (line,) = [line for line in after.splitlines() if line not in before]
    assert line.strip().startswith("help.doctor")
