"""Rule L4: in right-to-left runs a glyph is its mirror image, for every pair that Unicode names and a font has."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from text.declared import LANGUAGES, fact, prepare, read_fonts, typesetter, words

from brochure.model.unit import FactKind
from brochure.text.faces import open_face
from brochure.text.isolation import isolated_levels
from brochure.text.shaping import shape

UNICODE = Path(__file__).parent / "unicode"
FACES = {
    face.id: face
    for family in read_fonts().families.values()
    for face in family.values()
    if 0x28 in open_face(face).characters
}


def mirror_pairs() -> dict[str, str]:
    """All pairs of BidiMirroring.txt 17.0.0, also those marked as a best fit."""
    rows = gzip.decompress((UNICODE / "BidiMirroring.txt.gz").read_bytes()).decode().splitlines()
    pairs = [row.split("#")[0].split(";") for row in rows if row and not row.startswith("#")]
    return {chr(int(left, 16)): chr(int(right, 16)) for left, right in pairs}


def glyphs(face, text, script, direction):
    return [glyph.gid for cluster in shape(face, text, script, "ar", direction) for glyph in cluster.glyphs]


@pytest.mark.parametrize("name", sorted(FACES))
def test_every_pair_of_every_face(name):
    face, compared = FACES[name], 0
    characters = open_face(face).characters
    for sign, mirrored in mirror_pairs().items():
        if ord(sign) in characters and ord(mirrored) in characters:
            compared += 1
            for script in ("Latn", "Arab"):
                assert glyphs(face, sign, script, "rtl") == glyphs(face, mirrored, script, "ltr"), hex(
                    ord(sign)
                )
    assert compared >= 2


@pytest.mark.parametrize(
    ("language", "pieces", "level", "painted"),
    [
        ("en", [words("(")], 0, "("),
        ("en", [words("א(א")], 1, ")"),
        ("he", [words("(")], 1, ")"),
        ("he", [words("a(b")], 2, "("),
        ("he", [fact("(12)", FactKind.SHORT_CODE)], 2, "("),
        ("he", [fact("א (א", FactKind.HOURS)], 3, ")"),
        ("he", [fact("a(b א", FactKind.HOURS)], 4, "("),
        ("he", [words("\u202b\u202b(א")], 5, ")"),
    ],
)
def test_a_bracket_at_every_level(language, pieces, level, painted):
    prepared = typesetter().prepare(pieces, LANGUAGES[language], "regular")
    place = prepared.text.index("(")
    assert isolated_levels(pieces, LANGUAGES[language].direction)[place] == level
    (found,) = [
        (run, part) for run in prepared.runs for part in run.clusters if part.start <= place < part.end
    ]
    run, cluster = found
    font = open_face(run.face).font
    assert [glyph.gid for glyph in cluster.glyphs] == [font.get_nominal_glyph(ord(painted))]


def test_brackets_of_a_font_of_forms_are_mirrored_too():
    forms = read_fonts().families["forms"]["regular"]
    assert glyphs(forms, "(", "Arab", "rtl") == glyphs(forms, ")", "Arab", "ltr")


def test_no_sign_is_mirrored_that_has_no_mirror_image():
    """Digits, letters and a slash are themselves in both directions."""
    (face,) = {run.face for run in prepare("he", "/%a1").runs if run.script == "Latn"}
    for sign in "/%a1.:+-":
        assert glyphs(face, sign, "Latn", "rtl") == glyphs(face, sign, "Latn", "ltr")
