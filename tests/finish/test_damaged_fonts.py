"""Fonts whose checksums are right and whose tables are not: refused by name, never an exception of a library."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fuzz.readers import take_out_letters
from fuzz.seeds import small_fonts

from brochure.base.diagnostics import SurroundingsError
from brochure.text.font_file import FontFile, read_font_file

DAMAGED = sorted((Path(__file__).parent / "damaged").glob("*.ttf"))


def test_a_sound_font_is_embedded(tmp_path: Path) -> None:
    path = tmp_path / "sound.ttf"
    path.write_bytes(small_fonts()[0])
    assert take_out_letters(path) == 2


@pytest.mark.parametrize("file", DAMAGED, ids=lambda file: file.stem)
def test_a_damaged_font_is_refused(file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy2(file, tmp_path / "damaged.ttf"))
    assert isinstance(read_font_file(path), FontFile)  # it passed for sound, so somebody may have declared it
    with pytest.raises(SurroundingsError, match=r"damaged.ttf is damaged") as refused:
        take_out_letters(path)
    assert "fonts/fonts.yaml" in refused.value.next_step
