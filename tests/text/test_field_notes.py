"""The reports of users that concern text, each by its number, held against our lines.

1 to 3 (order of lines) are also seen in ``test_pixels``, 6 in ``test_mirroring``, 9 is ``test_levels``, 15 is also in
``test_runs``, 18 in ``tests/pipeline/test_missing_glyph.py``. Of 10 text has the smaller part: columns are layout's.
"""

from __future__ import annotations

import unicodedata

import pytest
from finish.by_hand import page_of_lines
from finish.conftest import profile
from text.declared import LANGUAGES, fact, prepare, set_lines, typesetter, udhr, visual, words

from brochure.finish.glyphs import build_font
from brochure.finish.pdf import write_pdf
from brochure.model.unit import FactKind
from brochure.text.faces import open_face

CHINESE = "人人生而自由，在尊严和权利上一律平等。"


def test_note_1_2_3_lines_of_an_arabic_paragraph_are_in_reading_order():
    """python-arabic-reshaper 90, fpdf2 901, xhtml2pdf 684: the last line was set first."""
    for text in udhr("ar"):
        lines = set_lines("ar", text, size=11, measure=150)
        assert len(lines) > 1
        assert "".join(line.text for line in lines) == text


def test_note_4_a_heading_that_begins_with_a_latin_word_is_set_from_the_right():
    """WeasyPrint 1724: base direction comes from the language, never from the first strong letter."""
    (line,) = set_lines("ar", "INFOTRAITE تساعدك.")
    assert visual(line) == ".كدعاست INFOTRAITE"
    (line,) = set_lines("en", "שלום means peace.")
    assert visual(line).endswith("means peace.")


@pytest.mark.parametrize("text", ["12 - 34", "(12)", "...", "12", "- 12", "12 ,", "12 \u2013 34"])
def test_note_5_digits_and_signs_alone_are_ordered_as_beside_a_letter(text):
    """WeasyPrint 2386: before Hebrew, digits and separators changed places, and with a letter added they did not."""
    (alone,) = set_lines("ar", text)
    (with_letter,) = set_lines("ar", "ا " + text)
    assert visual(with_letter) == visual(alone) + " ا"


@pytest.mark.parametrize("before", ["", "ا ", "a "])
def test_note_5_no_number_or_time_is_ever_turned(before):
    (line,) = set_lines("ar", before + "24:00-06:30, 1.5, 12/34 (56)")
    for number in ("24:00", "06:30", "1.5", "12/34", "56"):
        assert number in visual(line)


def test_note_6_a_parenthesis_in_an_arabic_sentence_opens_and_closes():
    """integreat-cms 2385: the sentence began with ")". Pairs keep their place (N0); mirrored in ``test_shaping``."""
    (line,) = set_lines("ar", "نعم (الآن) نعم")
    assert visual(line) == "معن )نآلا( معن"
    clusters = {cluster.text: cluster for run in line.runs for cluster in run.clusters}
    opening, closing = clusters["("], clusters[")"]
    assert opening.x > closing.x
    (latin,) = set_lines("ar", "نعم (CNVV) نعم")
    assert visual(latin) == "معن )CNVV( معن"


@pytest.mark.parametrize(
    "number", ["+49 (555) 123 4567", "+352 621 000 000", "8002-5000", "00 352 - 113", "*31#"]
)
@pytest.mark.parametrize("kind", [FactKind.PHONE, FactKind.SHORT_CODE])
@pytest.mark.parametrize("language", ["ar", "ur", "he"])
def test_note_7_a_telephone_number_is_read_from_left_to_right(number, kind, language):
    """alreq 62: "+49 (555) 123 4567" appeared as "4567 123 (555) 49+". Digit by digit, by place."""
    lines = set_lines(language, "5 نعم ", fact(number, kind), " 7 نعم", measure=900)
    (line,) = [line for line in lines if number in line.text]
    assert number in visual(line)
    assert all(run.direction == "ltr" for run in line.runs if run.piece == 1)


def test_note_8_marks_of_direction_are_never_seen():
    """openhtmltopdf 464: marks typed to repair a number printed as boxes."""
    plain, marked = set_lines("ar", "نعم 12-34"), set_lines("ar", "نعم \u200e12-34\u200e")
    assert prepare("ar", "نعم \u200e12-34\u200e").missing == ()
    assert marked[0].width == plain[0].width
    assert marked[0].text == "نعم \u200e12-34\u200e"
    assert glyphs_of(marked[0]) == glyphs_of(plain[0])


def glyphs_of(line):
    return [glyph.gid for run in line.runs for cluster in run.clusters for glyph in cluster.glyphs]


def test_note_9_marks_stay_behind_their_letter():
    """python-bidi 25: an upgrade changed the order of marks. Unicode's own test is in ``test_levels``."""
    (line,) = set_lines("ar", "لّـَا")
    assert [cluster.text for run in line.runs for cluster in run.clusters] == ["لّ", "ـَ", "ا"]
    assert visual(line) == "اـَلّ"


@pytest.mark.parametrize(
    ("language", "side"), [("ar", "right"), ("ur", "right"), ("he", "right"), ("en", "left")]
)
def test_note_10_no_line_begins_outside_its_column(language, side):
    """WeasyPrint 574: columns were displaced. What is read first stands at the start edge, nothing beyond an edge."""
    text = {"he": "כל בני האדם נולדו בני חורין ושווים בערכם", "en": "All human beings are born free"}.get(
        language
    )
    for line in set_lines(language, text or udhr(language)[0], size=11, measure=120):
        first = line.runs[0].clusters[0]
        edge = first.x if side == "left" else line.width - first.x - first.advance
        assert edge == pytest.approx(0)
        painted = [part for run in line.runs for part in run.clusters if part.text.strip()]
        assert min(part.x for part in painted) > -1e-6
        assert max(part.x + part.advance for part in painted) < line.width + 1e-6


def test_note_11_a_numbering_is_not_turned():
    """typst 8500: "1.2" became "2.1" in Arabic headings."""
    (line,) = set_lines("ar", "1.2 نعم")
    assert visual(line) == "معن 1.2"


def test_note_12_good_fonts_without_presentation_forms_lose_no_letter():
    """font-scheherazade 2."""
    assert prepare("ur", "پاکستان میں ٹھہریں").missing == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", "یارمەتیت دەدەین، گوێ بگرە ڕێگا"),
        ("ur", "ٹھہریں، ڈاکٹر، چھوڑ"),
        ("ar", "پښتو ځان ډېر"),
        ("ar", "ئۇيغۇر"),
    ],
)
def test_note_13_letters_outside_the_arabic_table_join(language, text):
    """python-arabic-reshaper 67: letters of Kurdish, Urdu, Pashto and Uyghur are there and take joined shapes."""
    prepared = prepare(language, text)
    assert prepared.missing == ()
    for word in text.split():
        (joined,) = set_lines(language, word)
        apart = [gid for letter in word for gid in glyphs_of(set_lines(language, letter)[0])]
        assert glyphs_of(joined) != apart


CONJUNCTS = [
    ("hi", "क्ष", 1),  # one glyph of its own
    ("hi", "स्त्री", 3),  # three consonants and a vowel sign
    ("ne", "र्क", 2),  # the first letter becomes a hook over the second
    ("bn", "ক্ষ", 1),
    ("pa", "ਪ੍ਰ", 2),  # the second letter becomes a foot
]


@pytest.mark.parametrize("measure", [1, 200])
@pytest.mark.parametrize(("language", "conjunct", "glyphs"), CONJUNCTS)
def test_note_14_conjuncts_hold_together(language, conjunct, glyphs, measure):
    """xhtml2pdf 571, 805: they fell apart into letters with visible viramas. Narrow columns do not cut them."""
    (line,) = set_lines(language, conjunct, measure=measure)
    assert line.text == conjunct
    assert len(glyphs_of(line)) == glyphs
    (virama,) = {letter for letter in conjunct if unicodedata.combining(letter) == 9}
    assert open_face(line.runs[0].face).font.get_nominal_glyph(ord(virama)) not in glyphs_of(line)


@pytest.mark.parametrize(
    ("language", "face"), [("zh-Hans", "NotoSansSC-Bold"), ("zh-Hant", "NotoSansTC-Bold")]
)
def test_note_15_no_bold_character_falls_back_to_another_country(language, face):
    """typst 1071: every sign, bold, in the bold face that is declared for the language; a declared weight only."""
    for text in udhr(language):
        prepared = prepare(language, text, weight="bold")
        assert {found.character for found in prepared.missing} <= {
            "痩"
        }  # Japanese, and no sign of the Chinese font
        assert {run.face.id for run in prepared.runs if not prepared.text[run.start : run.end].isascii()} == {
            face
        }


def test_note_16_a_shared_sign_takes_the_font_of_its_words():
    """typst 5858: font by run with its context, not by code point."""
    faces = {run.script: run.face.family for run in prepare("ar", "نعم. CNVV: x.").runs}
    assert faces == {"Arab": "noto-naskh-arabic", "Latn": "noto-sans"}
    (run,) = prepare("en", "Call: 113.").runs
    assert run.face.family == "noto-sans"


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize(
    ("language", "direction"),
    [("ti", "ltr"), ("ur", "rtl"), ("zh-Hans", "ltr"), ("fa-AF", "rtl"), ("ps", "rtl")],
)
def test_note_17_no_boxes_in_the_languages_that_were_forgotten(language, direction, weight):
    """integreat-cms 2870: boxes for Tigrinya, Urdu and Chinese; Dari and Urdu were set from left to right."""
    base = {"fa-AF": "fa", "ps": "fa"}.get(language, language)
    assert LANGUAGES[base].direction == direction
    for text in udhr(language):
        prepared = prepare(base, text, weight=weight)
        assert prepared.missing == ()
        assert not any(part.is_missing for run in prepared.runs for part in run.clusters)
        assert prepared.direction == direction


def test_note_18_a_missing_glyph_is_a_finding():
    """takumi 1181, typst 3004."""
    (missing,) = prepare("ar", "نعم ☎").missing
    assert (missing.character, missing.span.line, missing.span.column) == ("☎", 7, 16)
    assert missing.faces == ("NotoNaskhArabic-Regular", "NotoSans-Regular")


def test_note_19_one_line_of_chinese_opens_its_font_once_and_takes_what_it_needs_of_it():
    """WeasyPrint 2120: it made the run six times slower, for the whole font was written and thrown away again."""
    (line,) = set_lines("zh-Hans", CHINESE, measure=900)
    (face,) = {run.face for run in line.runs}
    assert open_face(face) is open_face(set_lines("zh-Hans", "人", measure=90)[0].runs[0].face)
    shapes = [part.glyphs for run in line.runs for part in run.clusters]
    made = build_font(open_face(face).font.face, shapes, [1.0] * len(shapes))
    assert len(made.advances) == len(CHINESE) + 1
    assert len(made.data) < face.path.stat().st_size / 500


def test_note_20_one_chinese_string_adds_a_few_kilobytes():
    """QuestPDF 662: 1.2 MB became 13 MB. The same page with and without it."""
    latin = set_lines("en", "Call us.")
    chinese = set_lines("zh-Hans", CHINESE, measure=900)
    without, with_it = (
        len(write_pdf(page_of_lines(lines, "en", "ltr"), "screen", profile("screen")))
        for lines in (latin, (*latin, *chinese))
    )
    assert 1000 < with_it - without < 12_000


def test_note_21_thai_breaks_between_words_and_where_an_editor_says():
    """fpdf2 1190: lines broke only at the odd space, zero-width spaces were ignored."""
    lines = set_lines("th", "บุคคลใดจะถูกแทรกแซงตามอำเภอใจในความเป็นส่วนตัว", size=10, measure=90)
    assert len(lines) > 1
    assert all(line.width <= 90 for line in lines)
    first, second = set_lines("th", "กก\u200bกก", size=10, measure=15)
    assert (first.text, second.text) == ("กก\u200b", "กก")


def test_note_22_words_are_never_cut_and_no_line_starts_with_punctuation():
    """reportlab 11, rst2pdf 338, eduardocereto/reportlab 2."""
    for text in [*udhr("ar"), "The production, introduction and reproduction (again) of it."]:
        language = "ar" if text[0] > "z" else "en"
        for line in set_lines(language, text, size=11, measure=70):
            assert line.text[0] not in ",.;:!?)]،؛؟"
            assert line.text.strip() in text
            assert set(line.text.split()) <= set(text.split())
    piece = [words("中文，字。")]
    chinese = [
        opportunity.offset
        for opportunity in typesetter().prepare(piece, LANGUAGES["zh-Hans"], "regular").opportunities
    ]
    assert chinese == [1, 3, 5]
