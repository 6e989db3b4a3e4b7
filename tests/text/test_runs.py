from __future__ import annotations

import pytest
from msgspec.structs import replace
from text.declared import LANGUAGES, fact, prepare, read_fonts, words

from brochure.model.fonts import FontList
from brochure.model.unit import FactKind
from brochure.text.runs import Itemiser

NAME = fact("CNVV", FactKind.NAME, "fr")


def runs_of(language, *pieces, weight="regular"):
    prepared = prepare(language, *pieces, weight=weight)
    return [
        (prepared.text[run.start : run.end], run.face.id, run.script, run.language, run.level, run.piece)
        for run in prepared.runs
    ]


SANS, NASKH = "NotoSans-Regular", "NotoNaskhArabic-Regular"


def test_runs_of_an_arabic_sentence_with_a_name_and_a_time():
    assert runs_of("ar", "كلّم ", NAME, ": 24:00.") == [
        ("كلّم ", NASKH, "Arab", "ar", 1, 0),
        ("CNVV", SANS, "Latn", "fr", 2, 1),
        (": ", NASKH, "Arab", "ar", 1, 2),
        ("24:00", SANS, "Latn", "ar", 2, 2),
        (".", NASKH, "Arab", "ar", 1, 2),
    ]


def test_an_english_sentence_is_one_run():
    assert runs_of("en", "Call 113 (free), now.") == [("Call 113 (free), now.", SANS, "Latn", "en", 0, 0)]


def test_a_script_set_in_the_latin_family_keeps_its_spaces_and_stops():
    """A run for each word would break kerning and make the file larger."""
    assert runs_of("uk", "Вас б’ють, 24 год.") == [
        ("Вас б’ють, ", SANS, "Cyrl", "uk", 0, 0),
        ("24", SANS, "Latn", "uk", 0, 0),
        (" год.", SANS, "Cyrl", "uk", 0, 0),
    ]


def test_bold_words_take_the_bold_face():
    assert {run[1] for run in runs_of("ar", "كلّم CNVV", weight="bold")} == {
        "NotoNaskhArabic-Bold",
        "NotoSans-Bold",
    }


def test_a_fact_is_set_in_latin_even_where_all_its_characters_are_common():
    assert runs_of("ar", fact("+352 (1) - 2")) == [("+352 (1) - 2", SANS, "Latn", "ar", 2, 0)]


def test_a_duration_is_set_as_words_of_the_language():
    found = runs_of("ar", fact("90 يومًا", FactKind.DURATION))
    assert [(text, face, level) for text, face, _, _, level, _ in found] == [
        ("90", SANS, 4),
        (" يومًا", NASKH, 3),
    ]


def test_what_only_the_latin_family_has_is_set_as_latin():
    assert ("‰", SANS, "Latn", "ar", 1, 0) in runs_of("ar", "ا‰ا")


def test_nastaliq_takes_the_fonts_of_aran():
    assert {(face, script) for _, face, script, *_ in runs_of("ur", "کیا ہے")} == {
        ("NotoNastaliqUrdu-Regular", "Aran")
    }


def test_base_and_mark_stay_in_one_face():
    """The first face has only the base: both go to the second."""
    latin, naskh = read_fonts().families["noto-sans"], read_fonts().families["noto-naskh-arabic"]
    steps = read_fonts().families["steps"]
    fonts = FontList({"steps": steps, "naskh": naskh, "latin": latin}, {"Arab": ("steps", "naskh")}, "latin")
    runs = Itemiser(fonts).cut([words("بب\u0650ب")], [1] * 4, LANGUAGES["ar"], "regular")
    assert [(run.start, run.end, run.face.family) for run in runs] == [
        (0, 1, "steps"),
        (1, 3, "noto-naskh-arabic"),
        (3, 4, "steps"),
    ]


def test_a_face_has_to_be_declared_for_each_weight():
    """Field note 15: a missing weight is an error, never another weight in its place."""
    families = {"noto-sans": {"regular": read_fonts().families["noto-sans"]["regular"]}}
    with pytest.raises(KeyError):
        Itemiser(FontList(families, {}, "noto-sans")).cut([words("a")], [0], LANGUAGES["en"], "bold")


def test_faces_tried_are_named_in_order():
    runs = Itemiser(read_fonts()).cut([words("न")], [1], LANGUAGES["ar"], "regular")
    assert [face.family for face in runs[0].tried] == [
        "noto-sans-devanagari",
        "noto-sans",
        "noto-naskh-arabic",
    ]


def test_runs_cover_the_text_once():
    text = "a ا 1 (א) 😀 字 e\u0301"
    levels = [0] * len(text)
    runs = Itemiser(replace(read_fonts())).cut(
        [words(text), words(""), words(text)], levels * 2, LANGUAGES["en"], "regular"
    )
    edges = [0, *(run.end for run in runs)]
    assert [run.start for run in runs] == edges[:-1]
    assert edges[-1] == 2 * len(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh-Hans", "a𠂇b", [("a", SANS), ("𠂇", "NotoSansSC-Regular"), ("b", SANS)]),
        ("zh-Hant", "𠀡a𠂇", [("𠀡", "NotoSansTC-Regular"), ("a", SANS), ("𠂇", "NotoSansTC-Regular")]),
    ],
)
def test_signs_beyond_the_first_plane_are_one_character_each(language, text, expected):
    assert prepare(language, text).missing == ()
    assert [(said, face) for said, face, *_ in runs_of(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"), [("ar", "نعم 𞤀𞤁 نعم 😀"), ("zh-Hans", "𠂇𞤀好𞤁，😀"), ("en", "a𠀀e\u0301😀")]
)
def test_what_is_missing_beyond_the_first_plane_is_found_at_its_own_column(language, text):
    found = [(missing.character, missing.span.column - 12) for missing in prepare(language, text).missing]
    assert found == [(sign, place) for place, sign in enumerate(text) if sign in "𞤀𞤁😀𠀀"]
