from __future__ import annotations

import re
import unicodedata

import pytest
from text.declared import read_fonts, udhr

from brochure.text.faces import open_face
from brochure.text.joining import can_join, join_forms, needs_forms
from brochure.text.shaping import shape

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
    assert not can_join("\u0620", frozenset(range(0x10FFFF)))
    assert can_join("a", characters)


def test_a_font_without_forms_needs_none():
    assert not needs_forms(frozenset({0x628}))
    assert needs_forms(frozenset({0x628, 0xFE90}))


def joined(glyph_name: str) -> str:
    """The joining form that a glyph's name of Noto Naskh tells, isolated without one."""
    found = re.search(r"\.(init|medi|fina)", glyph_name)
    return found.group(1) if found else "isol"


def test_reshaper_and_harfbuzz_agree_on_joining():
    """Every letter of twenty paragraphs: the form arabic-reshaper chose and the form of the glyph HarfBuzz chose."""
    names = {"<initial>": "init", "<medial>": "medi", "<final>": "fina", "<isolated>": "isol"}
    font = open_face(NASKH).font
    compared = 0
    for line in udhr("ar"):
        clusters = {cluster.start: cluster for cluster in shape(NASKH, line, "Arab", "ar", "rtl")}
        for code, offset in join_forms(line, frozenset()):
            decomposition = unicodedata.decomposition(chr(code)).split()
            if offset in clusters and decomposition and decomposition[0] in names:
                glyphs = [joined(font.get_glyph_name(glyph.gid)) for glyph in clusters[offset].glyphs]
                assert names[decomposition[0]] in glyphs, (line, offset)
                compared += 1
    assert compared > 1500
