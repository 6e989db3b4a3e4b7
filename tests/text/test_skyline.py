"""Skylines are the outline's, and the air between two lines is that of their ink, not of their boxes."""

from __future__ import annotations

import pytest
from text.declared import set_lines

from brochure.text.faces import glyph_box, open_face
from brochure.text.skyline import COLUMNS, air_between, skyline

ENOUGH = 100.0


@pytest.mark.parametrize(("tag", "text"), [("en", "Agjl%8ộ"), ("ur", "لیے گھرکے"), ("th", "ฏไกี่")])
def test_a_skyline_reaches_as_far_as_the_glyph(tag: str, text: str) -> None:
    (line,) = set_lines(tag, text)
    glyphs = [
        (run.face, glyph.gid) for run in line.runs for cluster in run.clusters for glyph in cluster.glyphs
    ]
    inked = [(face, gid) for face, gid in glyphs if glyph_box(face, gid).right != glyph_box(face, gid).left]
    assert len(inked) >= 5
    for face, gid in inked:
        column = open_face(face).units_per_em / COLUMNS
        box, reached = glyph_box(face, gid), skyline(face, gid)
        assert min(low for low, _ in reached.values()) == pytest.approx(box.bottom, abs=2)
        assert max(high for _, high in reached.values()) == pytest.approx(box.top, abs=2)
        assert min(reached) * column - 1 <= box.left <= (min(reached) + 1) * column
        assert max(reached) * column <= box.right <= (max(reached) + 1) * column + 1


def test_air_is_what_the_deepest_and_the_highest_leave() -> None:
    (upper,), (lower,) = set_lines("en", "p"), set_lines("en", "b")
    air = air_between(upper, lower, 0.0, 12.0, ENOUGH)
    assert air == pytest.approx(12 - upper.ink.bottom - lower.ink.top, abs=0.4)
    assert air_between(upper, lower, 0.0, 17.0, ENOUGH) == pytest.approx(air + 5)


def test_ink_that_shares_no_column_has_all_the_air_there_is() -> None:
    (upper,), (lower,) = set_lines("en", "p"), set_lines("en", "b")
    assert air_between(upper, lower, 50.0, 1.0, ENOUGH) == ENOUGH
    assert air_between(upper, lower, -50.0, 1.0, ENOUGH) == ENOUGH


def test_the_shift_tells_which_letters_stand_over_each_other() -> None:
    (upper,), (lower,) = set_lines("en", "noooo"), set_lines("en", "ooool")
    under_o = air_between(upper, lower, 0.0, 12.0, ENOUGH)
    (upper,) = set_lines("en", "nooop")
    assert air_between(upper, lower, 0.0, 12.0, ENOUGH) < under_o - 1


def test_slanting_words_whose_boxes_meet_need_not_touch() -> None:
    (upper,), (lower,) = (
        set_lines("ur", text, measure=500) for text in ("یہ کام چھوڑنا", "سے جانا آپ کے بس میں نہیں۔")
    )
    distance = 18.0
    boxes = distance - upper.ink.bottom - lower.ink.top
    assert boxes < 0 < air_between(upper, lower, upper.width - lower.width, distance, ENOUGH)
