"""The digits of the declared fonts, with which those of a page are compared."""

from __future__ import annotations

import shutil
from pathlib import Path

from brochure.check.pictures_of_digits import _declared_digits
from brochure.model.fonts import Face


def test_the_digits_of_a_replaced_font_are_drawn_anew(project_root: Path, tmp_path: Path) -> None:
    """A preview that stays open must not hold the new digits against those of the font before."""
    file, drawn = tmp_path / "House-Regular.ttf", []
    for number, source in enumerate(("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")):
        shutil.copyfile(project_root / "fonts/noto-sans" / source, file)
        face = Face("House-Regular", "house", "regular", file, sha256=f"{number:064}")
        drawn.append(_declared_digits(face))
        assert _declared_digits(face) is drawn[-1]
    assert all(drawn[0][digit] != drawn[1][digit] for digit in "0123456789")
