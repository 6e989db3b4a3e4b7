"""A folder that is handed over holds what its checksums say, and nobody's list takes away what is not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.base.diagnostics import SurroundingsError
from brochure.pipeline.handover import SUMS, Package, put

MADE = Package("LU-A", {"index.html": b"page", "leaflet/leaflet-ar.pdf": b"ar"})


def lying(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_folder_and_its_checksums(tmp_path: Path) -> None:
    place = put(tmp_path, MADE, as_folder=True)
    assert lying(place) == {**MADE.files, SUMS: MADE.sums}
    assert MADE.sums.decode().splitlines()[0].endswith("  index.html")


def test_what_an_older_one_listed_and_this_one_has_not_goes(tmp_path: Path) -> None:
    put(tmp_path, Package("LU-A", {**MADE.files, "leaflet/leaflet-xx.pdf": b"gone"}), as_folder=True)
    (tmp_path / "LU-A" / "leaflet" / "mine.txt").write_bytes(b"mine")
    place = put(tmp_path, MADE, as_folder=True)
    assert lying(place) == {**MADE.files, SUMS: MADE.sums, "leaflet/mine.txt": b"mine"}


@pytest.mark.parametrize("name", ["../outside", "leaflet/../../outside", "..", "a/../../outside"])
def test_a_list_of_a_stranger_leads_nowhere(name: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    place = put(tmp_path, MADE, as_folder=True)
    (place / SUMS).write_text(f"{'0' * 64}  {name}\n", encoding="utf-8")
    put(tmp_path, MADE, as_folder=True)
    assert outside.read_bytes() == b"mine"


def test_parts_of_one_that_was_killed_go(tmp_path: Path) -> None:
    place = put(tmp_path, MADE, as_folder=True)
    (place / "leaflet" / ".leaflet-ar.pdf.7.part").write_bytes(b"half")
    assert lying(put(tmp_path, MADE, as_folder=True)) == {**MADE.files, SUMS: MADE.sums}


def test_one_that_cannot_be_written_has_no_checksums(tmp_path: Path) -> None:
    place = put(tmp_path, MADE, as_folder=True)
    (place / "leaflet" / "leaflet-fr.pdf").mkdir()
    more = Package("LU-A", {**MADE.files, "leaflet/leaflet-fr.pdf": b"fr"})
    with pytest.raises(SurroundingsError, match="the package cannot be written into"):
        put(tmp_path, more, as_folder=True)
    assert not (place / SUMS).exists()
