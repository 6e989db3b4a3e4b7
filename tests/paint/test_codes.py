from __future__ import annotations

from dataclasses import replace

import pytest
from finish.by_hand import face, leaflet, line_of, page_of_lines

from brochure.paint.codes import CodeKey, collect_codes, key_of
from brochure.text.lines import Cluster, ClusterGlyph, Line

GLYPH = (ClusterGlyph(7, 0, 0),)


def test_every_cluster_has_one_code_and_codes_follow_first_use() -> None:
    line = line_of("abcab", "Latn", "en", "ltr")
    (codes,) = collect_codes(page_of_lines([line], "en", "ltr"))
    assert [key.text for key in codes.keys] == ["a", "b", "c"]
    assert [codes.numbers[key_of(cluster)] for cluster in line.runs[0].clusters] == [1, 2, 3, 1, 2]


def test_one_look_with_two_texts_has_two_codes() -> None:
    assert key_of(Cluster("ي", 0, 1, GLYPH)) != key_of(Cluster("ى", 0, 1, GLYPH))


def test_place_and_advance_make_no_new_code() -> None:
    assert key_of(Cluster("a", 0, 1, GLYPH)) == key_of(Cluster("a", 9, 2, GLYPH)) == CodeKey("a", GLYPH)


def test_each_face_counts_for_itself() -> None:
    faces = [codes.face for codes in collect_codes(leaflet("ar"))]
    assert faces == [face("Latn"), face("Arab"), face("Latn-bold")]


def test_the_advance_is_the_middle_one_in_em() -> None:
    line = line_of("aaa", "Latn", "en", "ltr", size=10)
    run = line.runs[0]
    clusters = tuple(replace(c, advance=a) for c, a in zip(run.clusters, (5, 6, 1), strict=True))
    kerned = Line((replace(run, clusters=clusters),), line.width, line.ink)
    (codes,) = collect_codes(page_of_lines([kerned], "en", "ltr"))
    assert codes.advances == pytest.approx((0.5,))
