"""Marks without a letter, and the place of the box that stands for a missing one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text.declared import ROOT, SPAN, UDHR, fact, prepare, set_lines, words

from brochure.model.unit import FactKind
from brochure.text.faces import GlyphBox, glyph_box, open_face


def lone(tag, *pieces):
    return [(found.character, found.span.column - SPAN.column) for found in prepare(tag, *pieces).lone]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("hi", "\u093f\u0915", [("\u093f", 0)]),
        ("hi", "\u0915\u093f \u093f", [("\u093f", 3)]),
        ("hi", "\u0915\u093f \u0902\u093e", [("\u0902", 3)]),
        ("hi", "\u200d\u093f", [("\u093f", 1)]),
        ("bn", "\u09bf", [("\u09bf", 0)]),
        ("pa", "\u0a15 \u0a3f", [("\u0a3f", 2)]),
        ("my", "\u102d", [("\u102d", 0)]),
        ("th", "\u0e01 \u0e31\u0e01", [("\u0e31", 2)]),
        ("ar", "\u0628 \u064e", [("\u064e", 2)]),
        ("ur", "\u064e\u0628", [("\u064e", 0)]),
        ("en", "a \u0301", [("\u0301", 2)]),
    ],
)
def test_a_mark_at_the_start_of_a_word_is_found(tag, text, expected):
    """With HarfBuzz's dotted circle and, where it puts in none, without."""
    assert lone(tag, text) == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("hi", "\u0915\u0902\u093f"),
        ("bn", "\u0995\u09cd\u09be"),
        ("pa", "\u0a15\u0a70\u0a3e"),
        ("my", "\u1000\u102d\u1031"),
    ],
)
def test_a_mark_behind_a_letter_that_cannot_bear_it_is_found(tag, text):
    """The second of two that do not stand together."""
    assert lone(tag, text) == [(text[2], 2)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("hi", "\u25cc\u093f \u25cc"),
        ("en", "\u25cc\u0301 \u25cc"),
        ("hi", "\u0915\u094d\u0937\u093f \u0905\u0902"),
        ("hi", "\u00a0\u093f"),
        ("en", "\u260e\ufe0f \ufe0f"),
        ("vi", "Vi\u1ec7t Vie\u0323\u0302t"),
    ],
)
def test_a_mark_on_its_letter_or_on_a_typed_circle_is_not(tag, text):
    assert lone(tag, text) == []


def test_the_place_is_that_of_the_piece():
    said = fact("\u0915", FactKind.NAME, "hi")
    assert lone("hi", words("\u0915 "), said, words("\u093f")) == [("\u093f", 0)]


@pytest.mark.parametrize("path", sorted((ROOT / UDHR).glob("*.txt")), ids=lambda path: path.stem)
def test_there_is_none_in_real_text(path):
    from text.test_properties import SET_TAGS, paragraphs

    if path.stem in SET_TAGS:
        assert [found for prepared in paragraphs(path.stem) for found in prepared.lone] == []


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text("\u0915\u093f\u094d\u0902\u25cc \u200da", max_size=8))
def test_every_circle_that_nobody_typed_is_said(text):
    prepared = prepare("hi", text)
    for run in prepared.runs:
        circle = open_face(run.face).font.get_nominal_glyph(0x25CC)
        for cluster in run.clusters:
            shown = any(glyph.gid == circle for glyph in cluster.glyphs)
            if shown and "\u25cc" not in prepared.text[cluster.start : cluster.end]:
                assert prepared.lone


def test_the_box_of_a_missing_character_has_no_ink():
    """It is higher than the letters, and a text that lacks a letter is not too high for its place."""
    missing, known = set_lines("en", "ab \u5b57\U0001f600", size=10), set_lines("en", "ab", size=10)
    face = missing[0].runs[0].face
    extents = open_face(face).font.get_glyph_extents(0)
    assert extents is not None
    assert extents.y_bearing > 0
    assert glyph_box(face, 0) == GlyphBox(0, 0, 0, 0)
    assert missing[0].ink.top == known[0].ink.top
