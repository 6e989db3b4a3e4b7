"""Two glyphs are alike when they are drawn alike, whatever their number, their font, or its units."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from text.declared import ROOT, read_fonts

from brochure.model.fonts import Face
from brochure.model.language import Direction
from brochure.text.faces import open_face
from brochure.text.outlines import outline_key
from brochure.text.shaping import shape

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


CYRILLIC = "".join(map(chr, range(0x410, 0x460)))
LATIN = "".join(map(chr, (*range(0x41, 0x7B), *range(0xC0, 0x250))))
ARABIC = "".join(map(chr, range(0x620, 0x6D4)))
DEVANAGARI = "".join(map(chr, range(0x905, 0x970)))


def local_letters(family: str, script: str, language: str, letters: str) -> str:
    """Those of ``letters`` that a font draws otherwise than in English."""
    face = read_fonts().families[family]["regular"]
    direction: Direction = "rtl" if script == "Arab" else "ltr"

    def drawn(letter: str, tag: str) -> list[str]:
        clusters = shape(face, letter, script, tag, direction)
        return [outline_key(face, glyph.gid) for cluster in clusters for glyph in cluster.glyphs]

    return "".join(letter for letter in letters if drawn(letter, language) != drawn(letter, "en"))


@pytest.mark.parametrize(
    ("family", "script", "letters", "language", "expected"),
    [
        *(("noto-sans", "Cyrl", CYRILLIC, language, "б") for language in ("sr-Cyrl", "mk")),
        *(("noto-sans", "Cyrl", CYRILLIC, language, "") for language in ("bg", "uk", "ru")),
        *(("noto-sans", "Latn", LATIN, language, "ŞşŢţ") for language in ("ro", "mo")),
        *(("noto-sans", "Latn", LATIN, language, "") for language in ("tr", "az", "vi", "yo", "pl")),
        *(("noto-naskh-arabic", "Arab", ARABIC, language, "") for language in ("ar", "ps", "ckb", "ug")),
        *(("noto-naskh-arabic", "Arab", ARABIC, language, "٫٬") for language in ("fa", "fa-AF")),
        ("noto-sans-devanagari", "Deva", DEVANAGARI, "ne", "झ५८९"),
        ("noto-sans-devanagari", "Deva", DEVANAGARI, "hi", ""),
    ],
)
def test_the_letters_of_a_language_are_those_the_page_on_fonts_names(
    family: str, script: str, letters: str, language: str, expected: str
) -> None:
    assert local_letters(family, script, language, letters) == expected
