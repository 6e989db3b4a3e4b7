"""The letters of a language, not only of a script: what the ``locl`` of our fonts changes, and marks in their places.

Names of glyphs are those of the declared Noto families; where a font has none, outlines are compared.
"""

from __future__ import annotations

import unicodedata

import pytest
from text.declared import prepare, read_fonts, set_lines

from brochure.text.faces import glyph_box, open_face
from brochure.text.shaping import shape

FAMILIES = read_fonts().families


def glyph_names(family, text, script, language, direction="ltr", weight="regular"):
    face = FAMILIES[family][weight]
    font = open_face(face).font
    clusters = shape(face, text, script, language, direction)
    return [font.get_glyph_name(glyph.gid) for cluster in clusters for glyph in cluster.glyphs]


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize(
    ("family", "script", "direction", "text", "changed", "kept"),
    [
        ("noto-sans", "Cyrl", "ltr", "б", ("sr", "mk"), ("ru", "uk", "bg")),
        ("noto-sans", "Latn", "ltr", "ş", ("ro", "ro-MD", "mo"), ("tr", "az", "en")),
        ("noto-sans", "Latn", "ltr", "Ţ", ("ro", "ro-MD", "mo"), ("tr", "az", "en")),
        ("noto-naskh-arabic", "Arab", "rtl", "۴", ("ur",), ("fa", "ps", "ckb", "ar")),
        ("noto-naskh-arabic", "Arab", "rtl", "۷", ("ur", "sd"), ("fa", "ps", "ckb", "ar")),
        ("noto-sans-devanagari", "Deva", "ltr", "झ", ("ne",), ("hi", "mr")),
        ("noto-sans-devanagari", "Deva", "ltr", "ल", ("mr",), ("hi", "ne")),
    ],
)
def test_a_language_takes_its_own_form(family, script, direction, text, changed, kept, weight):
    """The language reaches HarfBuzz: the same letter is another glyph, and the same one for all that share it."""
    forms = {
        tag: tuple(glyph_names(family, text, script, tag, direction, weight)) for tag in (*changed, *kept)
    }
    assert len({forms[tag] for tag in changed}) == 1
    assert len({forms[tag] for tag in kept}) == 1
    assert forms[changed[0]] != forms[kept[0]]


def test_a_cedilla_of_romanian_is_painted_as_a_comma_and_read_as_it_was_typed():
    assert glyph_names("noto-sans", "ş", "Latn", "ro") == glyph_names("noto-sans", "ș", "Latn", "en")
    (line,) = set_lines("ro", "aşa")
    assert line.text == "aşa"


@pytest.mark.parametrize("tag", ["sr", "mk", "ru", "bg"])
def test_the_typesetter_says_the_language_of_every_run(tag):
    runs = prepare(tag, "баба 1 (б)").runs
    assert {run.language for run in runs} == {tag}
    font = open_face(runs[0].face).font
    name = font.get_glyph_name(runs[0].clusters[0].glyphs[0].gid)
    assert name == ("uni0431.loclSRB" if tag in ("sr", "mk") else "uni0431")


@pytest.mark.parametrize("tag", ["tr", "az"])
def test_no_ligature_hides_the_dot_of_an_i(tag):
    """Noto Sans knows no Turkish, so its ligatures are switched off there: fı and fi are two words."""
    assert glyph_names("noto-sans", "fi ffi fı", "Latn", tag) == list(
        map({" ": "space", "ı": "dotlessi"}.get, "fi ffi fı", "fi ffi fı")
    )
    assert glyph_names("noto-sans", "fi", "Latn", "en") == ["fi"]
    assert glyph_names("noto-sans", "fi", "Latn", "fr") == ["fi"]


@pytest.mark.parametrize("sign", "骨角令，。")
def test_simplified_and_traditional_chinese_are_two_fonts(sign):
    """One code, two shapes: no feature can do it in fonts that hold one country's shapes each."""
    inks = []
    for tag, family in (("zh-Hans", "noto-sans-sc"), ("zh-Hant", "noto-sans-tc")):
        (run,) = prepare(tag, sign).runs
        assert run.face.family == family
        ((glyph,),) = [cluster.glyphs for cluster in run.clusters]
        inks.append(glyph_box(run.face, glyph.gid))
    assert inks[0] != inks[1]


COMPOSED = [("vi", letter) for letter in "ếềểễệốộờựẵắặỵ"] + [
    ("yo", letter)
    for letter in ("ẹ\u0301", "ọ\u0300", "ẹ\u0300", "ọ\u0301", "Ẹ\u0301", "Ọ\u0300", "ṣ", "ń", "ǹ")
]


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize(("tag", "letter"), COMPOSED)
def test_composed_and_decomposed_letters_are_painted_alike(tag, letter, weight):
    face = FAMILIES["noto-sans"][weight]
    forms = {unicodedata.normalize(form, letter) for form in ("NFC", "NFD")}
    shaped = [shape(face, form, "Latn", tag, "ltr") for form in sorted(forms)]
    assert all(len(clusters) == 1 for clusters in shaped)
    assert len({(clusters[0].advance, clusters[0].glyphs) for clusters in shaped}) == 1
    assert not shaped[0][0].is_missing


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("letter", [letter for tag, letter in COMPOSED if tag == "yo" and len(letter) == 2])
def test_a_tone_mark_stands_over_the_middle_of_its_letter_and_the_dot_under_it(letter, weight):
    face = FAMILIES["noto-sans"][weight]
    (cluster,) = shape(face, letter, "Latn", "yo", "ltr")
    (plain,) = shape(face, unicodedata.normalize("NFD", letter)[0], "Latn", "yo", "ltr")
    base = glyph_box(face, plain.glyphs[0].gid)
    tone = cluster.glyphs[-1]
    box = glyph_box(face, tone.gid)
    assert cluster.advance == plain.advance
    assert box.bottom + tone.dy > base.top
    middle = tone.dx + (box.left + box.right) / 2
    assert base.left < middle < base.right
    lowest = min(glyph_box(face, glyph.gid).bottom + glyph.dy for glyph in cluster.glyphs)
    assert lowest < base.bottom - 50


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("word", ["بیٹھنے", "نستعلیق", "پیچیدہ", "چھوڑ"])
def test_a_word_of_nastaliq_falls_to_its_last_letter(word, weight):
    """Each letter of a joined group stands higher than the next, and the last of them on the line."""
    face = FAMILIES["noto-nastaliq-urdu"][weight]
    font = open_face(face).font
    heights = []
    for cluster in shape(face, word, "Aran", "ur", "rtl"):
        letters = [glyph for glyph in cluster.glyphs if is_letter(font.get_glyph_name(glyph.gid))]
        heights.append(max(glyph.dy for glyph in letters))
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > 200
    assert heights[-1] == 0


def is_letter(name):
    return any(part in name for part in ("Ini", "Med", "Fin", "Sep"))
