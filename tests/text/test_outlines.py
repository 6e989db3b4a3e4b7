"""Two glyphs are alike when they are drawn alike, whatever their number, their font, or its units."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from text.declared import ROOT, read_fonts

from brochure.model.fonts import Face
from brochure.text.faces import open_face
from brochure.text.outlines import outline_key

REGULAR, BOLD = (read_fonts().families["noto-sans-thai"][weight] for weight in ("regular", "bold"))


def glyph(face: Face, character: str) -> int:
    gid = open_face(face).font.get_nominal_glyph(ord(character))
    assert gid
    return gid


def test_two_letters_and_two_weights_are_not_alike() -> None:
    keys = {outline_key(face, glyph(face, letter)) for face in (REGULAR, BOLD) for letter in "กข"}
    assert len(keys) == 4


def test_the_same_outline_in_other_units_is_alike(tmp_path: Path) -> None:
    font = TTFont(ROOT / "fonts" / "noto-sans-thai" / "NotoSansThai-Regular.ttf")
    scale_upem(font, 2000)
    path = tmp_path / "double.ttf"
    font.save(path)
    double = Face("double", "double", "regular", path, hashlib.sha256(path.read_bytes()).hexdigest())
    assert open_face(double).units_per_em == 2000
    for letter in "กขที่9":
        assert outline_key(double, glyph(double, letter)) == outline_key(REGULAR, glyph(REGULAR, letter))


def test_a_space_has_no_outline() -> None:
    assert outline_key(REGULAR, glyph(REGULAR, " ")) == ""
