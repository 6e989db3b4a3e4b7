"""The cache of outlines: whole entries, and silence about damaged ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.sign_cache import keep, recall
from brochure.content.svg_child import PlainLayer

LAYERS = (PlainLayer("ink", 3, "MLLZ", (1.0, 2.125, 3.0, 4.0, 0.1, -6.0)), PlainLayer("paper", 4, "", ()))


def test_what_is_kept_comes_back_for_the_same_bytes_only(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "cache"
    assert recall(folder, b"drawing") is None
    keep(folder, b"drawing", LAYERS)
    assert recall(folder, b"drawing") == LAYERS
    assert recall(folder, b"drawing ") is None
    assert [path.suffix for path in folder.iterdir()] == [".bin"]


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "foreign"])
def test_a_damaged_entry_is_worth_nothing(damage: str, tmp_path: Path) -> None:
    keep(tmp_path, b"drawing", LAYERS)
    (entry,) = tmp_path.iterdir()
    data = entry.read_bytes()
    changed = {
        "cut": data[:-3],
        "flipped": data[:60] + bytes([data[60] ^ 1]) + data[61:],
        "empty": b"",
        "foreign": b"[]\n\xff",
    }
    entry.write_bytes(changed[damage])
    assert recall(tmp_path, b"drawing") is None
    keep(tmp_path, b"drawing", LAYERS)
    assert recall(tmp_path, b"drawing") == LAYERS


def test_a_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    keep(tmp_path / "file", b"drawing", LAYERS)
    assert recall(tmp_path / "file", b"drawing") is None
    assert (tmp_path / "file").read_text() == "no folder"
