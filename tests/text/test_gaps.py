from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text.declared import LANGUAGES, SCRIPTS, fact, prepare, read_fonts, set_lines, typesetter, words

from brochure.model.unit import FactKind
from brochure.text.gaps import HAN_GAP
from brochure.text.typesetter import Typesetter

QUARTER = HAN_GAP * SCRIPTS["Hans"].size


def gapped(language, *pieces):
    """The text with ``·`` wherever air was added."""
    prepared = prepare(language, *pieces)
    starts = {run.start for run in prepared.runs if run.gap}
    return "".join("·" * (place in starts) + character for place, character in enumerate(prepared.text))


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["第90天"], "第·90·天"),
        ([fact("90天", FactKind.DURATION)], "90·天"),
        (["等", fact("90天", FactKind.DURATION), "吧"], "等·90·天吧"),
        (["打", fact("113", FactKind.SHORT_CODE), "。"], "打·113。"),
        (["问", fact("CNVV", FactKind.NAME, "fr"), "好"], "问·CNVV·好"),
        (["问é\u0301я好"], "问·é\u0301я·好"),
        (["问 CNVV 好"], "问 CNVV 好"),
        (["问\u2009CNVV\u00a0好"], "问\u2009CNVV\u00a0好"),
        (["：90。（CNVV）“5”"], "：90。（CNVV）“5”"),
        (["问(a)好50%好"], "问(a)好·50%好"),
        (["Ａ好５か한a"], "Ａ好５か한a"),
        (["好😀5"], "好😀5"),
    ],
)
def test_where_air_is_added(pieces, expected):
    assert gapped("zh-Hans", *pieces) == expected


def test_no_air_where_directions_differ_or_nothing_is_han():
    assert gapped("zh-Hans", "好ا5") == "好ا5"
    assert gapped("en", "a5 b") == "a5 b"


def test_air_is_a_quarter_of_a_han_sign_and_no_character():
    """In the advance and before the glyph, so that no reader takes a hole between two places for a space."""
    (line,) = set_lines("zh-Hans", "第90天", size=10)
    (alone,), (digits,), (after,) = (set_lines("zh-Hans", part, size=10) for part in ("第", "90", "天"))
    assert line.text == "第90天"
    assert line.width == pytest.approx(alone.width + digits.width + after.width + 2 * 10 * QUARTER, abs=0.02)
    clusters = [cluster for run in line.runs for cluster in run.clusters]
    assert [c.x for c in clusters[1:]] == pytest.approx([c.x + c.advance for c in clusters[:-1]])
    assert clusters[1].glyphs[0].dx == round(1000 * QUARTER)
    assert clusters[3].glyphs[0].dx == 250
    assert line.ink.right == pytest.approx(clusters[3].x + 10 * QUARTER + after.ink.right, abs=0.02)


def test_no_air_where_a_line_starts_or_ends():
    one, two = set_lines("zh-Hans", "好好好好90909090", size=10, measure=50)
    assert (one.text, two.text) == ("好好好好", "90909090")
    for line in (one, two):
        (alone,) = set_lines("zh-Hans", line.text, size=10)
        assert line == alone


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.text(alphabet="好天9A，。（）“” -\u0301", min_size=1, max_size=14), st.floats(5, 120))
def test_a_line_is_as_wide_as_it_was_thought_to_be(text, measure):
    """Lines chosen with air keep to the measure unless one thing is too wide, and no character is lost."""
    prepared = typesetter().prepare([words(text)], LANGUAGES["zh-Hans"], "regular")
    offsets = {opportunity.offset for opportunity in prepared.opportunities}
    lines = typesetter().set_lines(prepared, 10, measure)
    at = 0
    for line in lines:
        start = prepared.text.index(line.text, at)
        at = start + len(line.text)
        inner = range(start + 1, start + len(line.text.rstrip()))
        assert line.width <= measure + 1e-6 or not offsets.intersection(inner)


def test_air_follows_the_size_of_the_han_signs():
    plain = Typesetter(read_fonts(), {})
    prepared = plain.prepare([words("好A好")], LANGUAGES["zh-Hans"], "bold")
    assert [run.gap for run in prepared.runs] == [0, 250, 250]
    assert dict(prepared.gaps) == pytest.approx({1: 0.25, 2: 0.25})
