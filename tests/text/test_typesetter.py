from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text.declared import (
    LANGUAGES,
    SCRIPTS,
    fact,
    only,
    prepare,
    read_fonts,
    set_lines,
    typesetter,
    udhr,
    visual,
    words,
)

from brochure.base.spans import Span
from brochure.model.unit import Fact, FactKind, Words
from brochure.text.lines import InkExtent
from brochure.text.shaping import shape
from brochure.text.typesetter import Typesetter
from brochure.text.white import SPACES

UDHR_TAGS = ("ar", "ur", "hi", "th", "my")
PIECES = st.lists(
    st.one_of(
        st.text(alphabet="ab .,()1ابلا؟\u064b\u200d\u200f\u200b😀क\u093f\n\u00a0-", max_size=25).map(words),
        st.sampled_from(list(FactKind)).map(lambda kind: fact("+352 1 (2)", kind)),
        st.just(fact("ساعات 5", FactKind.HOURS)),
    ),
    max_size=5,
)
TAGS = st.sampled_from(sorted(LANGUAGES))
PARAGRAPHS = settings(derandomize=True, max_examples=120, deadline=None)


def bare(text: str) -> str:
    return "".join(character for character in text if character not in SPACES)


def clusters_of(line):
    return [cluster for run in line.runs for cluster in run.clusters]


def hanging(line):
    clusters = clusters_of(line)
    count = 0
    while count < len(clusters) and all(character in SPACES for character in clusters[-1 - count].text):
        count += 1
    return count


@PARAGRAPHS
@given(PIECES, TAGS, st.floats(0, 120))
def test_every_character_is_on_exactly_one_line(pieces, tag, measure):
    """Words and their order come back whole; only white space where a line had to end is dropped."""
    prepared = typesetter().prepare(pieces, LANGUAGES[tag], "regular")
    lines = typesetter().set_lines(prepared, 10, measure)
    assert prepared.text == "".join(piece.text for piece in pieces)
    set_text = "".join(line.text for line in lines)
    assert bare(set_text) == bare(prepared.text)
    at = 0
    for character in set_text:
        at = prepared.text.index(character, at) + 1


@PARAGRAPHS
@given(PIECES, TAGS, st.floats(0, 120))
def test_clusters_stand_side_by_side_over_the_whole_width(pieces, tag, measure):
    prepared = typesetter().prepare(pieces, LANGUAGES[tag], "regular")
    for line in typesetter().set_lines(prepared, 10, measure):
        clusters = clusters_of(line)
        kept = clusters[: len(clusters) - hanging(line)]
        assert sum(cluster.advance for cluster in kept) == pytest.approx(line.width)
        pen = min(cluster.x for cluster in clusters)
        for cluster in sorted(clusters, key=lambda cluster: (cluster.x, cluster.x + cluster.advance)):
            assert cluster.x == pytest.approx(pen)
            pen += cluster.advance
        edges = [edge for cluster in kept for edge in (cluster.x, cluster.x + cluster.advance)]
        if edges:
            assert (min(edges), max(edges)) == pytest.approx((0, line.width))


@PARAGRAPHS
@given(PIECES, TAGS, st.floats(5, 120))
def test_a_line_over_its_measure_holds_one_thing_that_cannot_be_broken(pieces, tag, measure):
    prepared = typesetter().prepare(pieces, LANGUAGES[tag], "regular")
    offsets = [opportunity.offset for opportunity in prepared.opportunities]
    at = 0
    for line in typesetter().set_lines(prepared, 10, measure):
        start = prepared.text.index(line.text, at)
        at = start + len(line.text)
        if line.width > measure + 1e-6:
            assert not any(
                start < offset < start + len(line.text.rstrip("".join(SPACES))) for offset in offsets
            )


@pytest.mark.parametrize("tag", UDHR_TAGS)
def test_a_line_is_shaped_as_if_it_were_alone(tag):
    """At safe breaks by HarfBuzz's promise, at unsafe ones because it is shaped anew."""
    for text in udhr(tag)[:8]:
        for line in set_lines(tag, text, size=11, measure=140):
            for run in line.runs:
                said = "".join(cluster.text for cluster in run.clusters)
                alone = shape(run.face, said, run.script, run.language, run.direction)
                assert [cluster.glyphs for cluster in run.clusters] == [cluster.glyphs for cluster in alone]


@pytest.mark.parametrize("tag", UDHR_TAGS)
def test_real_text_keeps_to_its_measure(tag):
    for text in udhr(tag):
        lines = set_lines(tag, text, size=11, measure=110)
        assert len(lines) > 1
        assert all(line.width <= 110 for line in lines)
        assert lines[-1].width >= 0.4 * 110


@pytest.mark.parametrize("tag", UDHR_TAGS)
def test_no_glyph_is_missing_in_real_text(tag):
    assert [missing for text in udhr(tag) for missing in prepare(tag, text).missing] == []


def test_the_script_factor_is_on_its_own_runs():
    (line,) = set_lines("ar", "نعم CNVV", size=10)
    assert [(run.script, run.size) for run in line.runs] == [("Arab", pytest.approx(11.4)), ("Latn", 10)]


def test_width_grows_with_size_and_lines_with_it():
    prepared = prepare("en", "You want to stop or leave, but you cannot.")
    (small,), large = typesetter().set_lines(prepared, 5, 200), typesetter().set_lines(prepared, 20, 200)
    assert len(large) == 3
    (wide,) = typesetter().set_lines(prepared, 10, 400)
    assert wide.width == pytest.approx(2 * small.width)


def test_white_space_hangs_over_the_end_where_a_line_was_broken():
    first, second = set_lines("ar", "نعم نعم", size=10, measure=30)
    space = first.runs[-1].clusters[-1]
    assert (first.text, second.text) == ("نعم ", "نعم")
    assert space.x == pytest.approx(-space.advance)
    first, second = set_lines("en", "aaaa aaaa", size=10, measure=30)
    space = first.runs[-1].clusters[-1]
    assert (first.text, space.x) == ("aaaa ", pytest.approx(first.width))


def test_a_number_stands_alone_on_its_line():
    lines = set_lines("ar", "اتصل بالرقم ", fact("+352 8002 5000"), " لا تخف")
    assert [line.text for line in lines] == ["اتصل بالرقم ", "+352 8002 5000 ", "لا تخف"]


def test_a_fact_that_is_too_wide_tells():
    lines = set_lines("en", "Call ", fact("+352 8002 5000"), measure=40)
    assert [line.text for line in lines] == ["Call ", "+352 8002 5000"]
    assert lines[1].width > 40


def test_a_line_for_each_sentence_where_it_is_asked_for():
    prepared = prepare("en", "Call now. It is free. You can ask for an interpreter.")
    sentences = typesetter().set_sentences(prepared, 10, 150)
    texts = [[line.text for line in lines] for lines in sentences]
    assert texts == [["Call now. "], ["It is free. "], ["You can ask for an interpreter."]]
    first, *_, last = typesetter().set_sentences(prepared, 10, 90)
    assert (len(first), len(last)) == (1, 2)
    texts = [line.text for line in typesetter().set_lines(prepared, 10, 150)]
    assert texts == ["Call now. It is free. ", "You can ask for an interpreter."]
    assert len(typesetter().set_sentences(prepared, 10, 500)) == 3
    assert len(typesetter().set_lines(prepared, 10, 500)) == 1


def test_the_same_lines_at_another_size_are_in_proportion():
    prepared = prepare("ar", "نعم (الآن) ", fact("113", FactKind.SHORT_CODE), " نعم")
    (small,), (large,) = (typesetter().set_lines(prepared, size, 999) for size in (5, 20))
    assert large.width == pytest.approx(4 * small.width)
    assert large.ink.top == pytest.approx(4 * small.ink.top)
    assert [run.size for run in large.runs] == pytest.approx([4 * run.size for run in small.runs])
    assert [cluster.x for cluster in clusters_of(large)] == pytest.approx(
        [4 * c.x for c in clusters_of(small)]
    )


def test_piece_and_language_of_each_run():
    (line,) = set_lines("ar", "كلّم ", fact("INFOTRAITE", FactKind.NAME, "fr"), ".")
    assert [(run.piece, run.language) for run in line.runs] == [(0, "ar"), (1, "fr"), (2, "ar")]


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b"])
def test_nothing_makes_no_line(text):
    assert set_lines("en", text) == ()
    assert typesetter().set_lines(typesetter().prepare([], LANGUAGES["ar"], "regular"), 10, 100) == ()


def test_a_size_must_be_positive():
    with pytest.raises(ValueError, match="type size of 0 pt"):
        set_lines("en", "a", size=0)


def test_ink_is_measured_on_glyphs():
    steps = Typesetter(only("steps"), {})
    (line,) = steps.set_lines(steps.prepare([words("بب. ")], LANGUAGES["ar"], "regular"), 500, 9999)
    assert line.ink == InkExtent(0, 1500, 300, 0)


def test_missing_glyphs_are_found_with_their_column():
    """Field note 18: a letter without glyph is a finding with its place, never silence."""
    at = Span("content/languages/ar.yaml", 5, 11)
    prepared = typesetter().prepare([Words("نعم 字 😀 नि", at)], LANGUAGES["he"], "regular")
    assert [(missing.character, missing.span.column) for missing in prepared.missing][:2] == [
        ("字", 15),
        ("😀", 17),
    ]
    assert prepared.missing[0].faces == ("NotoSans-Regular", "NotoSansHebrew-Regular")
    said = Fact("a.name", FactKind.NAME, "字", Span("content/editions/x.yaml", 9, 3))
    (missing,) = typesetter().prepare([Words("a ", at), said], LANGUAGES["en"], "regular").missing
    assert missing.span == Span("content/editions/x.yaml", 9, 3)
    (missing,) = typesetter().prepare([Words("a字", Span("x.yaml"))], LANGUAGES["en"], "regular").missing
    assert missing.span == Span("x.yaml")


def test_ignorable_characters_are_never_missing():
    assert prepare("en", "a\u200f\u2066\u2069\u00ad\ufeff\u200db\u200c").missing == ()
    assert prepare("ar", "\u200f").missing == ()


def test_an_unknown_script_has_the_size_of_latin():
    plain = Typesetter(read_fonts(), {})
    (line,) = plain.set_lines(plain.prepare([words("نعم")], LANGUAGES["ar"], "regular"), 10, 100)
    assert line.runs[0].size == 10
    assert SCRIPTS["Arab"].size == 1.14


def test_visual_order_of_a_mixed_line():
    (line,) = set_lines("ar", "اب ab 12 ج 3 د")
    assert visual(line) == "د 3 ج ab 12 با"


def test_a_soft_hyphen_is_seen_only_where_a_line_ends():
    """Only an editor writes it, and only a word wider than the measure is parted there."""
    whole, plain = set_lines("de", "Arbeits\u00adaufsicht"), set_lines("de", "Arbeitsaufsicht")
    assert [line.width for line in whole] == [line.width for line in plain]
    first, second = set_lines("de", "Arbeits\u00adaufsicht", size=10, measure=50)
    assert (first.text, second.text) == ("Arbeits\u00ad", "aufsicht")
    (shown,) = set_lines("de", "Arbeits-", size=10)
    assert first.width == pytest.approx(shown.width)
    assert glyphs(first) == glyphs(shown)
    one, two = set_lines("de", "Die Arbeits\u00adaufsicht", size=10, measure=80)
    assert (one.text, two.text) == ("Die ", "Arbeits\u00adaufsicht")


def test_a_soft_hyphen_at_the_end_of_a_text_is_not_seen():
    (line,) = set_lines("de", "Arbeits\u00ad")
    (bare,) = set_lines("de", "Arbeits")
    assert glyphs(line) == glyphs(bare)


def glyphs(line):
    return [glyph.gid for run in line.runs for cluster in run.clusters for glyph in cluster.glyphs]
