"""What is seen from left to right, as UAX 9 writes it: small letters are Latin, capitals stand for right-to-left ones.

Brackets are those that are painted, read back from their glyphs. ``{...}`` is a fact; ``·`` a space that hangs.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text.declared import LANGUAGES, fact, typesetter, words

from brochure.model.unit import FactKind
from brochure.text.faces import open_face

LETTERS = {
    "he": "".join(map(chr, range(0x5D0, 0x5EA))),
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه",
}
LETTERS["en"] = LETTERS["he"]
MIRRORED = "()[]{}<>«»‹›"


def pieces_of(text, language):
    capitals = {0x41 + place: letter for place, letter in enumerate(LETTERS[language])}
    parts = re.split(r"\{(.*?)\}", text)
    return [
        fact(part, FactKind.SHORT_CODE) if place % 2 else words(part.translate(capitals))
        for place, part in enumerate(parts)
        if part
    ]


def lines_of(text, language, measure=900):
    prepared = typesetter().prepare(pieces_of(text, language), LANGUAGES[language], "regular")
    return typesetter().set_lines(prepared, 10, measure)


def seen(line, language):
    """The painted characters from left to right."""
    small = {ord(letter): chr(0x41 + place) for place, letter in enumerate(LETTERS[language])}
    shown = []
    for run in line.runs:
        font = open_face(run.face).font
        signs = {font.get_nominal_glyph(ord(sign)): sign for sign in MIRRORED}
        for cluster in run.clusters:
            text = cluster.text.translate(small)
            if text in MIRRORED:
                (glyph,) = cluster.glyphs
                text = signs[glyph.gid]
            hangs = text == " " and not -1e-6 <= cluster.x < line.width - 1e-6
            shown.append((cluster.x, "·" if hangs else text))
    return "".join(text for _, text in sorted(shown))


BOTH = ("he", "ar")
ORDERS = [
    # language, text, seen, why
    (BOTH, "ABC DEF", "FED CBA", "L2: a right-to-left line is read from the right"),
    (BOTH, "ABC def GHI", "IHG def CBA", "I1: Latin words keep their order among the others"),
    (BOTH, "def", "def", "I2: Latin alone, in a right-to-left paragraph"),
    (BOTH, "def.", ".def", "N2: the full stop is the paragraph's, so it ends the line at its left"),
    (BOTH, "abc DEF ghi", "ghi FED abc", "HL1: the first word is at the right, though it is Latin"),
    (BOTH, "abc def GHI", "IHG abc def", "N1: a space between Latin words is theirs"),
    (BOTH, "ABC (DEF) GHI", "IHG (FED) CBA", "L4: brackets are mirrored and still enclose"),
    (BOTH, "ABC (def) GHI", "IHG (def) CBA", "N0: a pair takes the direction of the paragraph"),
    (BOTH, "ABC (def GHI) JKL", "LKJ (IHG def) CBA", "N0: one strong letter of the paragraph decides"),
    (BOTH, "abc (def) ghi JKL", "LKJ abc (def) ghi", "N0: a pair inside Latin words is Latin"),
    (BOTH, "ABC [D(E)F] GHI", "IHG [F(E)D] CBA", "BD16: pairs within pairs"),
    (BOTH, "ABC «DEF» GHI", "IHG «FED» CBA", "L4: quotation marks are mirrored too"),
    (
        BOTH,
        "ABC ‹def› GHI",
        "IHG ‹def› CBA",
        "N2, L4: quotation marks are no pairs of N0 and take the paragraph",
    ),
    (BOTH, "(ABC", "CBA)", "L4: a bracket without its pair is still mirrored"),
    (BOTH, "ABC 12 DEF", "FED 12 CBA", "I2: digits are read from left to right"),
    (BOTH, "ABC 12:30 DEF", "FED 12:30 CBA", "W4: one colon between digits is a digit's"),
    (BOTH, "ABC 1.5 1,5 1/2", "1/2 1,5 1.5 CBA", "W4: full stop, comma, slash between digits"),
    (
        BOTH,
        "ABC 12 34 DEF",
        "FED 34 12 CBA",
        "two numbers in words are two words; a telephone number is a fact",
    ),
    (("he",), "ABC 12-34", "12-34 CBA", "W4: one hyphen between European digits"),
    (
        ("ar",),
        "ABC 12-34",
        "34-12 CBA",
        "W2: after Arabic letters digits are Arabic numbers, and a hyphen parts them",
    ),
    (("ar",), "ABC {12-34}", "12-34 CBA", "a fact is isolated from the letters before it"),
    (("he",), "ABC 50% DEF", "FED 50% CBA", "W5: a percent sign is a European number's"),
    (("ar",), "ABC 50% DEF", "FED %50 CBA", "W2: after Arabic letters it is not, as it is written in Arabic"),
    (("ar",), "ABC {50%} DEF", "FED 50% CBA", "LRI: a fact is"),
    (
        BOTH,
        "ABC {+352 8002 5000} DEF",
        "FED +352 8002 5000 CBA",
        "LRI: a number keeps the order of its groups",
    ),
    (BOTH, "ABC {(0) 12} DEF", "FED (0) 12 CBA", "LRI: brackets of a number are not mirrored"),
    (BOTH, "ABC: {113}.", ".113 :CBA", "N1: signs beside a fact are the paragraph's"),
    (BOTH, "12 {113} 34", "34 113 12", "X5c: a fact has no part in the order of its neighbours"),
    (
        BOTH,
        "ABC https://a.lu/b?c=1 DEF",
        "FED https://a.lu/b?c=1 CBA",
        "N1: signs inside a web address are Latin",
    ),
    (BOTH, "ABC a.lu/ DEF", "FED /a.lu CBA", "N2: a slash at its end is the paragraph's; a fact keeps it"),
    (BOTH, "ABC {a.lu/} DEF", "FED a.lu/ CBA", "LRI: so web addresses are facts"),
    (BOTH, "ABC a@b.lu DEF", "FED a@b.lu CBA", "N1: a mail address"),
    (("en",), "abc DEF ghi", "abc FED ghi", "I1: a right-to-left name in a left-to-right line"),
    (
        ("en",),
        "abc DEF (GHI) jkl",
        "abc (IHG) FED jkl",
        "N0: between right-to-left words a pair goes with them",
    ),
    (("en",), "abc (DEF) ghi", "abc (FED) ghi", "N0: a pair takes the direction of the paragraph"),
    (("en",), "abc DEF 12", "abc 12 FED", "N1: a number after right-to-left words counts as one of them"),
    (("en",), "abc DEF {12}", "abc FED 12", "LRI: a fact does not"),
    (("en",), "DEF 12.", "12 FED.", "the full stop at the end is the paragraph's"),
]
CASES = [(language, text, order) for languages, text, order, _ in ORDERS for language in languages]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_order_as_seen(language, text, expected):
    (line,) = lines_of(text, language)
    assert seen(line, language) == expected


BROKEN = [
    # language, text, measure, lines as seen, why
    (BOTH, "ABC def GHI", 25, ["·CBA", "·def", "IHG"], "lines are cut from the text as spoken, then ordered"),
    (
        BOTH,
        "ABC defg hijk LMN",
        60,
        ["·defg CBA", "NML hijk"],
        "L1: the space inside Latin words hangs at the left end",
    ),
    (("he",), "AB (CDE FGH) IJ", 34, ["·EDC) BA", "JI (HGF"], "brackets at line ends still open and close"),
    (
        ("ar",),
        "AB (CDE FGH) IJ",
        34,
        ["·EDC) BA", "·(HGF", "JI"],
        "brackets at line ends still open and close",
    ),
    (
        BOTH,
        "AB (cde fgh) IJ",
        34,
        ["·BA", "·cde)", "JI (fgh"],
        "N0 over lines: resolved once for the paragraph",
    ),
    (BOTH, "AB cd (ef) gh IJ", 34, ["·cd BA", "·(ef)", "JI gh"], "three lines, each ordered for itself"),
    (
        ("en",),
        "ab CDE FGH ij",
        34,
        ["ab EDC·", "HGF ij"],
        "L1: the space inside right-to-left words hangs at the right",
    ),
]
BREAKS = [
    (language, text, width, lines) for languages, text, width, lines, _ in BROKEN for language in languages
]


@pytest.mark.parametrize(("language", "text", "measure", "expected"), BREAKS)
def test_order_as_seen_of_each_line(language, text, measure, expected):
    assert [seen(line, language) for line in lines_of(text, language, measure)] == expected


CONTROLS = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C)))


def number_as_seen(pieces, language):
    """The characters of the fact from left to right, and whether nothing else stands among them."""
    prepared = typesetter().prepare(pieces, LANGUAGES[language], "regular")
    (line,) = typesetter().set_lines(prepared, 10, 9000)
    index = next(place for place, piece in enumerate(pieces) if piece.text == "+352 8002-5000")
    placed = sorted(
        (cluster.x, run.piece == index, cluster.text)
        for run in line.runs
        for cluster in run.clusters
        if cluster.advance
    )
    members = [place for place, (_, of_fact, _) in enumerate(placed) if of_fact]
    assert members == list(range(members[0], members[-1] + 1))
    return "".join(placed[place][2] for place in members)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(*[st.text(alphabet=CONTROLS + "ab12אבاب (),", max_size=12)] * 2, st.sampled_from(("he", "ar", "en")))
def test_no_control_of_direction_reaches_a_number(before, after, language):
    """Content refuses them in words; whatever a text opens or closes, the number beside it is read as it is dialled."""
    pieces = [words(before), fact("+352 8002-5000", FactKind.SHORT_CODE), words(after)]
    assert number_as_seen(pieces, language) == "+352 8002-5000"


@pytest.mark.parametrize("opener", "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_a_number_survives_more_openers_than_there_are_levels(opener, language):
    """X5: past 125 levels an isolate is ignored, the number's own too."""
    pieces = [words("א" + opener * 130), fact("+352 8002-5000", FactKind.SHORT_CODE), words("ב")]
    assert number_as_seen(pieces, language) == "+352 8002-5000"


def test_a_unit_that_leaves_an_isolate_open_changes_no_other_unit():
    alone = [seen(line, "ar") for line in lines_of("ABC (def) 12", "ar")]
    lines_of("ABC \u2067\u202e def", "ar")
    assert [seen(line, "ar") for line in lines_of("ABC (def) 12", "ar")] == alone == ["12 (def) CBA"]


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(alphabet=CONTROLS + "ab12אבاب ().", max_size=30), st.floats(5, 200))
def test_lines_hold_every_painted_character_once(text, measure):
    """Reordering is a permutation, and no place is taken twice."""
    prepared = typesetter().prepare([words(text)], LANGUAGES["ar"], "regular")
    lines = typesetter().set_lines(prepared, 10, measure)
    clusters = [[cluster for run in line.runs for cluster in run.clusters] for line in lines]
    painted = "".join(cluster.text for line in clusters for cluster in line)
    assert painted.replace(" ", "") == text.replace(" ", "")
    for line in clusters:
        wide = sorted(cluster.x for cluster in line if cluster.advance)
        assert len({round(x, 4) for x in wide}) == len(wide)
