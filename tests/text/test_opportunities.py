from __future__ import annotations

import pytest
from icu4py.breakers import SentenceBreaker
from text.declared import fact, words

from brochure.model.unit import FactKind
from brochure.text import opportunities
from brochure.text.graphemes import code_point_offsets, find_graphemes
from brochure.text.opportunities import find_opportunities


def parts(language, *pieces):
    """The pieces cut at every opportunity: ``|`` one that may be taken, ``!`` one that must, ``:`` one to spare."""
    said = [words(piece) if isinstance(piece, str) else piece for piece in pieces]
    text = "".join(piece.text for piece in said)
    shown, start = "", 0
    for opportunity in find_opportunities(said, language):
        shown += text[start : opportunity.offset] + (
            "!" if opportunity.must else ":" if opportunity.spare else "|"
        )
        start = opportunity.offset
    return shown


PHONE = fact("+352 621 1")
CODE = fact("1 13", FactKind.SHORT_CODE)
PHRASE = fact("J’ai besoin d’aide. Je parle", FactKind.PHRASE, "fr")


@pytest.mark.parametrize(
    ("language", "pieces", "expected"),
    [
        ("en", ["You are not alone."], "You |are |not |alone.!"),
        ("en", ["no\u00a0break, a\u200bb"], "no\u00a0break, |a\u200b|b!"),
        ("en", ["never hy\u00adphenate"], "never |hy\u00ad:phenate!"),
        ("en", ["one\ntwo"], "one\n!two!"),
        ("en", ["24:00-06:30 (now)"], "24:00-06:30 |(now)!"),
        ("th", ["ภาษาไทย"], "ภาษา|ไทย!"),
        ("zh-Hans", ["中文，字。"], "中|文，|字。!"),
        ("ar", ["لا تخف"], "لا |تخف!"),
        ("en", ["Call ", CODE, " now"], "Call |1 13 |now!"),
        ("en", ["Call ", PHONE, " now"], "Call !+352 621 1 !now!"),
        ("en", ["Call (", PHONE, "). Now"], "Call !(+352 621 1). !Now!"),
        ("en", [PHONE], "+352 621 1!"),
        ("en", [PHONE, PHONE], "+352 621 1!+352 621 1!"),
        ("en", ["😀 😀 ", CODE, " 😀"], "😀 |😀 |1 13 |😀!"),
        ("en", [], ""),
        ("zh-Hans", ["他说：“好（现在）。”吗？"], "他|说：|“好|（现|在）。”|吗？!"),
        ("zh-Hans", ["安娜·李《书》"], "安|娜·|李|《书》!"),
        ("zh-Hans", ["一……二，是／否"], "一……|二，|是／否!"),
        ("zh-Hans", ["打", CODE, "。"], "打|1 13。!"),
        ("ja", ["キャア"], "キャ|ア!"),
        (
            "fr",
            ["Qui\u202f? Quoi\u202f: «\u00a0moi\u00a0»\u202f!"],
            "Qui\u202f? |Quoi\u202f: |«\u00a0moi\u00a0»\u202f!!",
        ),
        ("de", ["Ruf „113“ an"], "Ruf |„113“ |an!"),
        ("en", ["Say ", PHRASE, " Now"], "Say !J’ai :besoin :d’aide. |Je :parle !Now!"),
        ("en", [fact("A b. C d.", FactKind.NAME)], "A :b. :C :d.!"),
        ("id", [fact("Bahasa Indonesia", FactKind.ENDONYM)], "Bahasa :Indonesia!"),
        ("en", [fact("Monday 08:00", FactKind.HOURS)], "Monday :08:00!"),
        ("en", [fact("27 36", FactKind.PHONE)], "27 36!"),
    ],
)
def test_where_lines_may_and_must_start(language, pieces, expected):
    assert parts(language, *pieces) == expected


def test_sentence_ends_are_known():
    found = find_opportunities([words("Call now. It is free.")], "en")
    assert [opportunity.offset for opportunity in found if opportunity.sentence] == [10, 21]
    found = find_opportunities([words("هل أنت بخير؟ اتصل بنا.")], "ar")
    assert [opportunity.offset for opportunity in found if opportunity.sentence] == [13, 22]


def test_a_phrase_breaks_between_its_sentences_and_elsewhere_only_if_it_must():
    found = find_opportunities([PHRASE], "ar")
    text = PHRASE.text
    assert [text[: place.offset] for place in found if place.sentence] == ["J’ai besoin d’aide. ", text]
    assert [text[: place.offset] for place in found if place.spare] == [
        "J’ai ",
        "J’ai besoin ",
        "J’ai besoin d’aide. Je ",
    ]


@pytest.mark.parametrize(
    ("text", "units", "offsets"),
    [("abc", [0, 2, 3], (0, 2, 3)), ("a😀b", [0, 1, 3, 4], (0, 1, 2, 3)), ("", [], ())],
)
def test_icu_counts_utf_16_units(text, units, offsets):
    assert code_point_offsets(text, units) == offsets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("ab", ["a", "b"]),
        ("\r\na", ["\r\n", "a"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👩‍👧x", ["👩‍👧", "x"]),
        ("कि", ["कि"]),
        ("لّا", ["لّ", "ا"]),
    ],
)
def test_graphemes(text, expected):
    assert [text[start:end] for start, end in find_graphemes(text)] == expected


@pytest.mark.parametrize("language", ["en", "el", "fr", "th", "zh-Hans", "am"])
def test_what_is_taken_for_one_sentence_is_one_for_icu(language):
    """A Greek semicolon, for one, ends a sentence."""
    signs = [chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000]
    one = [sign for sign in signs if opportunities._ONE_SENTENCE.fullmatch(f"a{sign} B")]
    assert len(one) > 20000
    assert ";" not in one
    for text in ("".join(f"a{sign} B" for sign in one), " B".join(one) + "!"):
        assert [end for _, end in SentenceBreaker(text, language).segments()] == [len(text)]
