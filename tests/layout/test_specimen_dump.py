"""What a row of the dump says."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.layout.specimen_dump import dump_specimens
from brochure.pipeline.specimen import open_room


@pytest.fixture(scope="module")
def rows(project_root: Path) -> list[str]:
    room, _ = open_room(project_root)
    assert room is not None
    return dump_specimens(room.laid_out(("Thai",)).document).splitlines()


def test_labels_are_words_alone(rows: list[str]) -> None:
    assert rows[0].startswith("# DRAFT · specimen of Thai · th · noto-sans-thai ")
    assert sum(row.startswith("# ") for row in rows) == 12


def test_a_run_shows_glyphs_advances_and_offsets(rows: list[str]) -> None:
    marks = next(at for at, row in enumerate(rows) if row.startswith("specimen.Thai.marks "))
    head, clusters = rows[marks + 1].split(": ")
    assert head == "  NotoSansThai-Regular 20.4 ltr Thai th"
    first = clusters.split()[0]  # three characters above each other, one cluster
    glyphs, advance = first.split(":")
    assert glyphs.count("+") == 2
    assert "@" in glyphs
    assert int(advance) > 0


def test_the_glyphs_of_a_text_are_shown_in_its_first_size_alone(rows: list[str]) -> None:
    assert "  NotoSansThai-Regular 7 ltr Thai th" in rows
    assert "  NotoSansThai-Regular 9 ltr Thai th" in rows
