from __future__ import annotations

import gzip
import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from text.declared import LANGUAGES, ROOT, SCRIPTS, read_fonts, udhr, words
from text.house_fonts import LETTERS, make

from brochure.model.fonts import FontList
from brochure.text.faces import open_face
from brochure.text.joining import MISSING, can_join, join_forms, needs_forms
from brochure.text.shaping import shape
from brochure.text.typesetter import Typesetter

FORMS = read_fonts().families["forms"]["regular"]
STEPS = read_fonts().families["steps"]["regular"]
NASKH = read_fonts().families["noto-naskh-arabic"]["regular"]


def glyph_names(face, text):
    font = open_face(face).font
    clusters = shape(face, text, "Arab", "ar", "rtl")
    return [font.get_glyph_name(glyph.gid) for cluster in clusters for glyph in cluster.glyphs]


@pytest.mark.parametrize(
    "text", ["ب", "بب", "ببب", "دب", "بد", "بدب", "ب ب", "ب\u200dب", "لب", "بل دب", "ب.ب"]
)
def test_a_font_of_forms_is_set_as_one_that_joins_by_features(text):
    assert glyph_names(FORMS, text) == glyph_names(STEPS, text)


def test_lam_and_alef_become_one_where_the_font_has_it():
    assert glyph_names(FORMS, "بلا") == ["beh.init", "lam_alef.fina"]
    assert glyph_names(FORMS, "لا") == ["lam_alef"]
    clusters = shape(FORMS, "لاب", "Arab", "ar", "rtl")
    assert [(cluster.start, cluster.end) for cluster in clusters] == [(0, 2), (2, 3)]


def test_a_letter_without_all_its_forms_is_not_covered():
    """Field note 13: a table does not know every letter; such a letter goes to the next font or is a finding."""
    characters = open_face(FORMS).characters
    assert can_join("ب", characters)
    assert not can_join("س", characters)
    assert not can_join("\u0620", range(0x110000))
    assert can_join("a", characters)


def test_a_font_without_forms_needs_none():
    assert not needs_forms(frozenset({0x628}))
    assert needs_forms(frozenset({0x628, 0xFE90}))


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The font of forms and the one of features, by weight."""
    folder = tmp_path_factory.mktemp("house")
    return {
        (name, weight): make(folder / f"{name}-{weight}.ttf", name, weight, name == "Features", width)
        for name in ("Forms", "Features")
        for weight, width in (("regular", 500), ("bold", 600))
    }


def content_texts(tag):
    def strings(node):
        return [node] if isinstance(node, str) else [text for part in node.values() for text in strings(part)]

    path = ROOT / "content" / "languages" / f"{tag}.yaml"
    return strings(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))


def painted(face, text, **context):
    font = open_face(face).font
    clusters = shape(face, text, "Arab", "ar", "rtl", **context)
    return [(font.get_glyph_name(glyph.gid), glyph.dx) for part in clusters for glyph in part.glyphs]


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("tag", ["ar", "fa", "ur", "fa-AF", "ps", "ug"])
def test_a_font_of_forms_paints_real_text_as_one_that_joins_by_features(house, tag, weight):
    """Every word of the content and of the declaration whose letters it has: names, order and places of all glyphs."""
    forms, features = house["Forms", weight], house["Features", weight]
    texts = udhr(tag) + (content_texts(tag) if tag in ("ar", "fa", "ur") else [])
    every = {word for text in texts for word in re.split(r"(?<= )", text)}
    covered = sorted(word for word in every if open_face(forms).covers(word))
    assert sum(map(len, covered)) > 700
    for word in covered:
        assert painted(forms, word) == painted(features, word), word


WITH_MARKS = ["لَا", "بَلَّا", "ل\u034fأ", "ل\u0651آ\u064b", "ل\u200cا", "بـا", "ب\u064e\u200dب", "بٰلإ"]
JOINERS = [
    "می\u200cخواهم",
    "ب\u200d",
    "\u200dب",
    "\u200dب\u200d",
    "ب\u200d\u200dب",
    "ب\u200b\u200eب",
    "ه\u200d.",
]


@pytest.mark.parametrize("text", WITH_MARKS + JOINERS)
def test_marks_and_joiners_in_a_font_of_forms(house, text):
    assert painted(house["Forms", "bold"], text) == painted(house["Features", "bold"], text)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(
    st.text(alphabet="ابلأدهیکۀ\u0640\u064e\u0651\u200c\u200d\u200f\u00ad .1", max_size=9),
    st.integers(0, 4),
    st.integers(4, 9),
)
def test_any_letters_and_marks_join_alike_also_over_a_change_of_font(house, text, start, end):
    assume(
        not re.search("ل[\u064e\u0651\u200f\u00ad]*\u200d", text)
    )  # HarfBuzz itself joins such a lam with alef
    text = text[:start] + "ب" + text[start:]  # a mark on nothing is another matter
    context = {"before": text[:start], "after": text[end:]}
    forms, features = (
        [glyph for glyph, _ in painted(house[name, "regular"], text[start:end], **context)]
        for name in ("Forms", "Features")
    )
    assert forms == features


@pytest.mark.parametrize(
    "letters",
    [
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",  # ar
        "پچژگکی",  # fa
        "ٹڈڑھہےۓکگی",  # ur
        "پچژگئېی",  # ps
        "پچژگکھۆی",  # ckb
    ],
)
def test_letters_a_font_of_forms_can_set(house, letters):
    assert [letter for letter in letters if not open_face(house["Forms", "regular"]).covers(letter)] == []


@pytest.mark.parametrize("letters", ["ںۂݨ", "ټځڅډړږښګڼۍ", "ڕڵێە"], ids=["Urdu", "Pashto", "Sorani"])
def test_letters_without_forms_are_set_in_the_next_font_or_found(house, letters):
    """Field note 13: Unicode gives them no presentation forms, or the table joins them wrongly."""
    families = {"Forms": {weight: house["Forms", weight] for weight in ("regular", "bold")}}
    families |= {name: read_fonts().families[name] for name in ("noto-naskh-arabic", "noto-sans")}
    for scripts, missing in ((("Forms", "noto-naskh-arabic"), False), (("Forms",), True)):
        setter = Typesetter(FontList(families, {"Arab": scripts, "Aran": scripts}, "noto-sans"), SCRIPTS)
        for letter in letters:
            prepared = setter.prepare([words(f"ب{letter}ب")], LANGUAGES["ckb"], "bold")
            assert [found.character for found in prepared.missing] == [letter] * missing
            assert [run.face.id for run in prepared.runs][::2] == ["Forms-bold", "Forms-bold"][
                : len(prepared.runs)
            ]


def joining_types():
    """Joining_Type by letter: ArabicShaping.txt 17.0.0."""
    packed = Path(__file__).parent / "unicode" / "ArabicShaping.txt.gz"
    rows = gzip.decompress(packed.read_bytes()).decode().splitlines()
    fields = [row.split(";") for row in rows if row and not row.startswith("#")]
    return {chr(int(code, 16)): kind.strip() for code, _, kind, _ in fields}


def test_every_letter_joins_as_unicode_says_or_is_not_taken():
    """The table of arabic-reshaper against ArabicShaping.txt; a letter in only one of them is not taken either."""
    everything = range(0x110000)
    taken = 0
    for letter, kind in joining_types().items():
        if unicodedata.name(letter, "").startswith("ARABIC LETTER") and can_join(letter, everything):
            _, initial, _, final = LETTERS[ord(letter)]
            taken += 1
            assert kind == ("D" if initial else "R" if final else "U"), letter
    assert taken == 74


def test_neighbours_of_every_letter_outside_the_table_join_with_it(house):
    """Such a letter is in another font; beh on both sides of it takes the form that Unicode's Joining_Type asks for."""
    face = house["Forms", "regular"]
    expected = {"D": "init fina", "R": "init isol", "U": "isol isol"}
    forms = {0xFE8F: "isol", 0xFE90: "fina", 0xFE91: "init", 0xFE92: "medi"}
    outside = 0
    for letter, kind in joining_types().items():
        arabic = unicodedata.name(letter, "").startswith("ARABIC LETTER") and letter.isalpha()
        if arabic and not can_join(letter, range(0x110000)):
            (before, _), (missing, _), (after, _) = join_forms(f"ب{letter}ب", open_face(face).characters)
            assert f"{forms[before]} {forms[after]}" == expected[kind], hex(ord(letter))
            assert missing == MISSING
            outside += 1
    assert outside == 190


def joined(glyph_name: str) -> str:
    """The joining form that a glyph's name of Noto Naskh tells, isolated without one."""
    found = re.search(r"\.(init|medi|fina)", glyph_name)
    return found.group(1) if found else "isol"


@pytest.mark.parametrize("tag", ["ar", "fa", "ur", "fa-AF", "ps", "ug"])
def test_reshaper_and_harfbuzz_agree_on_joining(tag):
    """Every letter of real text: the form arabic-reshaper chose and the form of the glyph HarfBuzz chose."""
    names = {"<initial>": "init", "<medial>": "medi", "<final>": "fina", "<isolated>": "isol"}
    font = open_face(NASKH).font
    compared = 0
    without_ligatures = range(0xFEF5)  # they begin there
    for line in udhr(tag):
        clusters = {cluster.start: cluster for cluster in shape(NASKH, line, "Arab", tag, "rtl")}
        for code, offset in join_forms(line, without_ligatures):
            decomposition = unicodedata.decomposition(chr(code)).split()
            if offset in clusters and decomposition and decomposition[0] in names:
                glyphs = [joined(font.get_glyph_name(glyph.gid)) for glyph in clusters[offset].glyphs]
                assert names[decomposition[0]] in glyphs, (line, offset)
                compared += 1
    assert compared > 1500
