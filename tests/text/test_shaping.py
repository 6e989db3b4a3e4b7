from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text.declared import read_fonts, udhr

from brochure.text.lines import ClusterGlyph
from brochure.text.shaping import CONTEXT, shape

FAMILIES = read_fonts().families
NASKH = FAMILIES["noto-naskh-arabic"]["regular"]
LATIN = FAMILIES["noto-sans"]["regular"]
STEPS = FAMILIES["steps"]["regular"]
OF_TAG = {
    "ar": ("noto-naskh-arabic", "Arab", "rtl"),
    "ur": ("noto-nastaliq-urdu", "Aran", "rtl"),
    "hi": ("noto-sans-devanagari", "Deva", "ltr"),
    "th": ("noto-sans-thai", "Thai", "ltr"),
    "my": ("noto-sans-myanmar", "Mymr", "ltr"),
}


def test_clusters_are_in_logical_order_with_glyphs_from_their_left_edge():
    clusters = shape(STEPS, "بد ب", "Arab", "ar", "rtl")
    assert [(cluster.start, cluster.end, cluster.advance) for cluster in clusters] == [
        (place, place + 1, 500) for place in range(4)
    ]


def test_glyphs_of_one_cluster_count_the_advances_before_them():
    (cluster,) = shape(FAMILIES["noto-sans-devanagari"]["regular"], "कि", "Deva", "hi", "ltr")
    assert (cluster.start, cluster.end) == (0, 2)
    assert len(cluster.glyphs) == 2
    assert cluster.glyphs[0] == ClusterGlyph(cluster.glyphs[0].gid, 0, 0)
    assert 0 < cluster.glyphs[1].dx < cluster.advance


# Default_Ignorable_Code_Point, as far as HarfBuzz hides it; of the last range tags and variation selectors.
IGNORABLE = [
    chr(code)
    for code in (
        *(0xAD, 0x34F, 0x61C, 0x17B4, 0x17B5),
        *range(0x180B, 0x1810),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        *range(0x1D173, 0x1D17B),
        0xE0001,
        *range(0xE0020, 0xE0080),
        *range(0xE0100, 0xE01F0),
    )
]
OF_FACE = {
    "noto-sans": ("ab", "Latn"),
    "noto-naskh-arabic": ("دب", "Arab"),
    "noto-nastaliq-urdu": ("دب", "Aran"),
    "noto-sans-hebrew": ("אב", "Hebr"),
    "noto-sans-devanagari": ("कत", "Deva"),
    "noto-sans-bengali": ("কত", "Beng"),
    "noto-sans-gurmukhi": ("ਕਤ", "Guru"),
    "noto-sans-ethiopic": ("ሀለ", "Ethi"),
    "noto-sans-thai": ("กค", "Thai"),
    "noto-sans-khmer": ("កគ", "Khmr"),
    "noto-sans-myanmar": ("ကဂ", "Mymr"),
    "noto-sans-sc": ("中文", "Hans"),
    "forms": ("دب", "Arab"),
}


@pytest.mark.parametrize("family", sorted(OF_FACE))
def test_an_ignorable_character_stays_text_and_has_no_glyph(family):
    """Field note 8: at the start, between and at the end, in every script; also where a font has a picture of it."""
    letters, script = OF_FACE[family]
    face, direction = FAMILIES[family]["regular"], "rtl" if script in ("Arab", "Aran", "Hebr") else "ltr"
    plain = [(cluster.advance, cluster.glyphs) for cluster in shape(face, letters, script, "en", direction)]
    # A joiner asks for joined letters; a selector without its letter is one of Burmese's broken syllables.
    meant = {"Arab": "\u200d", "Aran": "\u200d", "Mymr": "".join(map(chr, range(0xFE00, 0xFE10)))}.get(
        script, ""
    )
    for ignorable in IGNORABLE:
        if ignorable in meant:
            continue
        for said in (ignorable + letters, letters[0] + ignorable + letters[1], letters + ignorable):
            clusters = shape(face, said, script, "en", direction)
            assert "".join(said[cluster.start : cluster.end] for cluster in clusters) == said
            shown = [(cluster.advance, cluster.glyphs) for cluster in clusters]
            assert shown == plain, (hex(ord(ignorable)), said)


def test_ignorable_characters_alone_make_one_cluster_without_glyphs():
    (cluster,) = shape(LATIN, "\u200f\u200e", "Latn", "en", "ltr")
    assert (cluster.start, cluster.end, cluster.advance, cluster.glyphs) == (0, 2, 0, ())


def test_nothing_is_no_cluster():
    assert shape(LATIN, "", "Latn", "en", "ltr") == ()


def test_brackets_are_mirrored_in_right_to_left_runs():
    """Field note 6, rule L4."""
    [left] = shape(LATIN, "(", "Latn", "en", "ltr")
    [right] = shape(LATIN, ")", "Latn", "en", "ltr")
    assert shape(LATIN, "(", "Latn", "ar", "rtl")[0].glyphs[0].gid == right.glyphs[0].gid
    assert shape(LATIN, ")", "Latn", "ar", "rtl")[0].glyphs[0].gid == left.glyphs[0].gid


def test_letters_join_over_a_change_of_font():
    alone = shape(NASKH, "ب", "Arab", "ar", "rtl")
    assert shape(NASKH, "ب", "Arab", "ar", "rtl", before="ب") != alone
    assert shape(NASKH, "ب", "Arab", "ar", "rtl", before="د") == alone


def test_line_ends_and_tabs_are_shaped_as_spaces():
    assert [cluster.glyphs for cluster in shape(LATIN, "\t\n\u2028", "Latn", "en", "ltr")] == [
        cluster.glyphs for cluster in shape(LATIN, "   ", "Latn", "en", "ltr")
    ]


def test_a_letter_without_glyph_is_missing():
    assert [cluster.is_missing for cluster in shape(LATIN, "aا", "Latn", "en", "ltr")] == [False, True]


@pytest.mark.parametrize("tag", sorted(OF_TAG))
def test_clusters_cover_the_text_once_in_order(tag):
    family, script, direction = OF_TAG[tag]
    for line in udhr(tag):
        clusters = shape(FAMILIES[family]["regular"], line, script, tag, direction)
        edges = [0, *(cluster.end for cluster in clusters)]
        assert [cluster.start for cluster in clusters] == edges[:-1]
        assert edges[-1] == len(line)


@pytest.mark.parametrize("tag", sorted(OF_TAG))
def test_shaping_apart_at_a_safe_place_changes_nothing(tag):
    family, script, direction = OF_TAG[tag]
    face, tried = FAMILIES[family]["regular"], 0
    for line in udhr(tag)[:2]:
        whole = shape(face, line, script, tag, direction)
        for place, cluster in enumerate(whole):
            if place and not cluster.unsafe:
                tried += 1
                start = cluster.start
                head = shape(face, line[:start], script, tag, direction)
                tail = shape(face, line[start:], script, tag, direction)
                assert outlines(head) + outlines(tail) == outlines(whole)
    assert tried > 20


def outlines(clusters):
    return [(cluster.advance, cluster.glyphs) for cluster in clusters]


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text(alphabet="ابدل )(12a\u064b\u200d", max_size=20), st.integers(0, 20))
def test_context_changes_no_characters_of_clusters(text, cut):
    before, words = text[:cut][-CONTEXT:], text[cut:]
    clusters = shape(NASKH, words, "Arab", "ar", "rtl", before=before)
    assert "".join(words[cluster.start : cluster.end] for cluster in clusters) == words
