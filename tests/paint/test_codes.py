from __future__ import annotations

import pytest
from finish.by_hand import face, leaflet, line_of, page_of_lines
from msgspec.structs import replace

from brochure.paint.codes import CodeKey, collect_codes, key_of
from brochure.text.lines import Cluster, ClusterGlyph, Line

GLYPH = (ClusterGlyph(7, 0, 0),)


def test_every_cluster_has_one_code_and_codes_follow_first_use() -> None:
    line = line_of("abcab", "Latn", "en", "ltr")
    (codes,) = collect_codes(page_of_lines([line], "en", "ltr"))
    assert [key.text for key in codes.keys] == ["a", "b", "c"]
    assert [codes.numbers[key_of(cluster, 11)] for cluster in line.runs[0].clusters] == [1, 2, 3, 1, 2]


def test_one_look_with_two_texts_has_two_codes() -> None:
    assert key_of(Cluster("ي", 0, 1, GLYPH), 10) != key_of(Cluster("ى", 0, 1, GLYPH), 10)


def test_place_size_and_a_little_kerning_make_no_new_code() -> None:
    here, there = Cluster("a", 0, 5.3, GLYPH), Cluster("a", 9, 10, GLYPH)
    assert key_of(here, 10) == key_of(there, 20) == CodeKey("a", GLYPH, 5)


def test_an_advance_a_tenth_of_an_em_wider_does() -> None:
    """A code has one width; where the next code stands that far behind it, readers see a space."""
    assert key_of(Cluster("ক্", 0, 8, GLYPH), 10) != key_of(Cluster("ক্", 0, 9, GLYPH), 10)


def test_a_face_of_right_to_left_words_says_so() -> None:
    codes = {codes.face: codes.right_to_left for codes in collect_codes(leaflet("ar"))}
    assert codes == {face("Latn"): False, face("Arab"): True, face("Latn-bold"): False}


def test_each_face_counts_for_itself() -> None:
    faces = [codes.face for codes in collect_codes(leaflet("ar"))]
    assert faces == [face("Latn"), face("Arab"), face("Latn-bold")]


def test_the_advance_is_the_middle_one_in_em() -> None:
    line = line_of("aaa", "Latn", "en", "ltr", size=10)
    run = line.runs[0]
    clusters = tuple(replace(c, advance=a) for c, a in zip(run.clusters, (5, 5.4, 4.6), strict=True))
    kerned = Line((replace(run, clusters=clusters),), line.width, line.ink)
    (codes,) = collect_codes(page_of_lines([kerned], "en", "ltr"))
    assert codes.advances == pytest.approx((0.5,))
