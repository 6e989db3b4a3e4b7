from __future__ import annotations

import hashlib

import pytest
from msgspec.structs import replace
from text.declared import read_fonts

from brochure.base.diagnostics import SurroundingsError
from brochure.model.fonts import Face
from brochure.text.faces import GlyphBox, glyph_box, open_face

FAMILIES = read_fonts().families
LATIN = FAMILIES["noto-sans"]["regular"]


def test_every_declared_face_opens_with_its_hash():
    faces = [face for family in FAMILIES.values() for face in family.values()]
    assert len(faces) >= 10
    for face in faces:
        assert hashlib.sha256(open_face(face).font.face.blob.data).hexdigest() == face.sha256


def test_a_font_is_opened_once():
    assert open_face(LATIN) is open_face(replace(LATIN))


def test_one_changed_byte_is_noticed(tmp_path):
    data = bytearray(LATIN.path.read_bytes())
    data[1000] ^= 1
    path = tmp_path / "NotoSans-Regular.ttf"
    path.write_bytes(data)
    with pytest.raises(SurroundingsError) as raised:
        open_face(replace(LATIN, path=path))
    assert raised.value.exit_code == 3
    assert "NotoSans-Regular.ttf is not the declared one" in raised.value.message
    assert "fonts.yaml" in raised.value.next_step


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(SurroundingsError, match=r"Gone\.ttf cannot be read: No such file"):
        open_face(replace(LATIN, path=tmp_path / "Gone.ttf"))


@pytest.mark.parametrize("content", [b"", b"not a font", b"\0\1\0\0" * 20])
def test_a_file_that_is_no_truetype_font_is_said(tmp_path, content):
    path = tmp_path / "X.ttf"
    path.write_bytes(content)
    with pytest.raises(SurroundingsError, match="has no TrueType outlines"):
        open_face(Face("X", "x", "regular", path, hashlib.sha256(content).hexdigest()))


@pytest.mark.parametrize(
    ("family", "text", "covered"),
    [
        ("noto-sans", "Löwe", True),
        ("noto-sans", "e\u0301", True),
        ("noto-sans", "ا", False),
        ("noto-sans", "a\u200f\u00ad b", True),
        ("noto-naskh-arabic", "لّا", True),
        ("noto-naskh-arabic", "न", False),
        ("noto-sans", "😀", False),
        ("forms", "بلاد", True),
        ("forms", "سلام", False),
    ],
)
def test_coverage(family, text, covered):
    assert open_face(FAMILIES[family]["regular"]).covers(text) is covered


def test_only_a_font_without_joining_features_lends_forms():
    lending = {name for name, family in FAMILIES.items() if open_face(family["regular"]).lends_forms}
    assert lending == {"forms"}


def test_ink_of_a_glyph():
    steps = FAMILIES["steps"]["regular"]
    font = open_face(steps).font
    assert glyph_box(steps, font.get_glyph_from_name("beh.medi")) == GlyphBox(0, 0, 500, 400)
    assert glyph_box(steps, font.get_glyph_from_name("space")) == GlyphBox(0, 0, 0, 0)


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_digits_are_lining_and_tabular_without_asking(weight):
    face = FAMILIES["noto-sans"][weight]
    font = open_face(face).font
    gids = [font.get_nominal_glyph(ord(digit)) for digit in "0123456789"]
    assert len({font.get_glyph_h_advance(gid) for gid in gids}) == 1
    tops = [glyph_box(face, gid).top for gid in gids]
    assert max(tops) - min(tops) <= 20
    assert all(-20 <= glyph_box(face, gid).bottom <= 0 for gid in gids)
