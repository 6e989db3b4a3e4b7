from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.text.linebreak import EQUAL, INSIDE_CLAUSE, SHORT, choose_lines, second_line_starts
from brochure.text.opportunities import Opportunity
from brochure.text.ties import PARTED


def set_words(text: str, measure: float) -> list[str]:
    """Lines of a text in which every character is 1 wide; ``/`` ends a line, a full stop a sentence."""
    found = []
    for place, character in enumerate(text, 1):
        if character in " /":
            found.append(Opportunity(place, character == "/", text[place - 2] == "."))
    found.append(Opportunity(len(text), True, True))
    lines = choose_lines(found, lambda start, end: len(text[start:end].strip(" /")), measure)
    return [text[start:end].strip(" /") for start, end in lines]


def test_a_text_that_fits_is_one_line():
    assert set_words("aa bb cc", 8) == ["aa bb cc"]


def test_lines_are_even():
    assert set_words("aaa bbb ccc ddd", 12) == ["aaa bbb", "ccc ddd"]


def test_a_sentence_ends_its_line_where_that_costs_no_line():
    assert set_words("aaa bbb cc. ddd eee ff gg h.", 18) == ["aaa bbb cc.", "ddd eee ff gg h."]
    assert set_words("aaa bbb cc ddd eee ff gg h.", 18) == ["aaa bbb cc ddd", "eee ff gg h."]


def test_a_sentence_end_is_not_worth_another_line():
    assert set_words("aaaa bb. cccc dddd eeee.", 13) == ["aaaa bb. cccc", "dddd eeee."]


def test_no_short_last_line_where_that_can_be():
    assert set_words("aaaa bbbb cccc d", 14) == ["aaaa bbbb", "cccc d"]
    assert set_words("aaaa bbbb cccc. d.", 15) == ["aaaa bbbb", "cccc. d."]


def test_lines_that_must_end_do():
    assert set_words("aa/bb cc/dd", 20) == ["aa", "bb cc", "dd"]


def test_what_cannot_be_broken_stands_alone():
    assert set_words("aa bbbbbbbbbbbb cc", 5) == ["aa", "bbbbbbbbbbbb", "cc"]
    assert set_words("aaa", 0) == ["aaa"]


def test_what_can_be_spared_is_broken_only_where_it_is_too_wide():
    def lines(measure):
        text = "aa bb. cc dd."
        places = [(3, True), (7, False), (10, True), (13, False)]
        found = [Opportunity(end, end == 13, not spare, spare=spare) for end, spare in places]
        chosen = choose_lines(found, lambda start, end: len(text[start:end].strip()), measure)
        return [text[start:end].strip() for start, end in chosen]

    assert lines(13) == ["aa bb. cc dd."]
    assert lines(9) == lines(6) == ["aa bb.", "cc dd."]
    assert lines(5) == ["aa", "bb.", "cc", "dd."]


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "bb", "ccc", "dddd.", "eeeeee", "f."]), min_size=1, max_size=7),
    st.integers(1, 16),
)
def test_no_other_way_is_better(words, measure):
    """Against every way to cut the words, by the stated order of wishes."""
    text = " ".join(words)
    chosen = set_words(text, measure)
    assert " ".join(chosen) == text
    ways = []
    for count in range(len(words)):
        for cuts in itertools.combinations(range(1, len(words)), count):
            edges = (0, *cuts, len(words))
            lines = [" ".join(words[start:end]) for start, end in itertools.pairwise(edges)]
            if all(len(line) <= measure or " " not in line for line in lines):
                ways.append(rank(lines, measure))
    assert rank(chosen, measure) == min(ways)


def rank(lines, measure):
    wide = sum(max(0, len(line) - measure) for line in lines)
    last_short = len(lines) > 1 and len(lines[-1]) < SHORT * measure
    lone = last_short and " " not in lines[-1]
    inside = sum(not line.endswith(".") or len(line) < SHORT * measure for line in lines[:-1])
    uneven = sum(max(0, measure - len(line)) ** 2 for line in lines)
    return (wide, len(lines), last_short + lone, inside, uneven)


@st.composite
def paragraphs(draw):
    """Opportunities of every kind over words of several widths, and a measure."""
    found, offset = [], 0
    for _ in range(draw(st.integers(1, 8))):
        offset += draw(st.integers(1, 9))
        kinds = draw(st.sets(st.sampled_from(["sentence", "clause", "spare", "tied", "must"]), max_size=2))
        spare = "spare" in kinds and "must" not in kinds
        marks = ("clause" in kinds, spare, PARTED if "tied" in kinds else 0.0)
        found.append(Opportunity(offset, "must" in kinds, "sentence" in kinds, *marks))
    last = found[-1]
    found[-1] = Opportunity(last.offset, True, True)
    return found, draw(st.integers(1, 24))


@settings(derandomize=True, max_examples=400, deadline=None)
@given(paragraphs())
def test_the_choice_is_the_best_of_the_whole_paragraph(paragraph):
    """Against every set of breaks there is, whatever kinds of places they are, by the order the module states."""
    found, measure = paragraph
    lines = list(choose_lines(found, lambda start, end: end - start, measure))
    assert [start for start, _ in lines] == [0, *(end for _, end in lines[:-1])]
    start = 0
    for stretch in stretches(allowed(found, measure)):
        end = stretch[-1].offset
        ours = [line_end for _, line_end in lines if start < line_end <= end]
        assert ours[-1] == end
        best = min(total(start, stretch, ends, measure) for ends in ways(stretch))
        assert total(start, stretch, ours, measure) == pytest.approx(best)
        start = end


def allowed(found, measure):
    """Without the places to spare, unless what they divide is too wide."""
    firm = [0, *(place.offset for place in found if not place.spare)]
    kept = []
    for place in found:
        before = max(offset for offset in firm if offset < place.offset)
        after = min(offset for offset in firm if offset >= place.offset)
        if not place.spare or after - before > measure:
            kept.append(place)
    return kept


def stretches(places):
    part = []
    for place in places:
        part.append(place)
        if place.must:
            yield part
            part = []


def ways(stretch):
    inner, end = [place.offset for place in stretch[:-1]], stretch[-1].offset
    for count in range(len(inner) + 1):
        for cuts in itertools.combinations(inner, count):
            yield [*cuts, end]


def total(start, stretch, ends, measure):
    """Overflow, lines, short or even lone last line, breaks inside sentences, unevenness of one way."""
    of = {place.offset: place for place in stretch}
    wide = inside = uneven = 0.0
    for begin, end in itertools.pairwise([start, *ends]):
        width, place, is_last = end - begin, of[end], end == ends[-1]
        wide += max(0, width - measure)
        inside += not is_last and (width < SHORT * measure or not place.sentence)
        uneven += max(0, (measure - width) / measure) ** 2
        uneven += 0 if is_last or place.clause or place.sentence else INSIDE_CLAUSE
        uneven += 0 if is_last else place.tied
    begin = [start, *ends][-2]
    short = ends[-1] - begin < SHORT * measure
    lone = short and not [offset for offset in of if begin < offset < ends[-1]]
    return (wide, len(ends), short + lone, inside, uneven)


def test_tied_words_stay_together_where_that_costs_little():
    def lines(tied):
        text = "aaa bbb 24 hh ccc dd"
        ends = (4, 8, 11, 14, 18, 20)
        found = [
            Opportunity(end, end == 20, False, tied=PARTED if tied and end == 11 else 0.0) for end in ends
        ]
        chosen = choose_lines(found, lambda start, end: len(text[start:end].strip()), 12)
        return [text[start:end].strip() for start, end in chosen]

    assert lines(tied=False) == ["aaa bbb 24", "hh ccc dd"]
    assert lines(tied=True) == ["aaa bbb", "24 hh ccc dd"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(paragraphs())
def test_the_best_of_two_lines_is_the_chosen_one_and_the_others_are_as_good(paragraph):
    found, measure = paragraph
    starts = second_line_starts(found, lambda start, end: end - start, measure)
    chosen = list(choose_lines(found, lambda start, end: end - start, measure))
    if len(chosen) == 2 and not any(place.must for place in found[:-1]):
        assert starts[0] == chosen[1][0]
    for start in starts:
        best, other = (total(0, found, [place, found[-1].offset], measure) for place in (starts[0], start))
        assert other[:4] == pytest.approx(best[:4])
        assert best[4] <= other[4] <= best[4] + EQUAL + 1e-9


def test_no_second_line_is_looked_for_where_one_must_start():
    def width(start, end):
        return end - start

    assert second_line_starts([], width, 9) == ()
    assert second_line_starts([Opportunity(5, True, True)], width, 9) == ()
    assert second_line_starts([Opportunity(5, True, True), Opportunity(9, True, True)], width, 9) == ()
