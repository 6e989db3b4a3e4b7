"""Codes that a phone reads, as shapes."""

from __future__ import annotations

import pytest
import segno

from brochure.base.geometry import Rect
from brochure.layout.codes import ERROR, matrix

ADDRESS = "https://help.example.lu/zh-Hans"
PLACE = Rect(10, 20, 58, 58)


def test_every_module_is_where_a_reader_looks_for_it() -> None:
    code = segno.make_qr(ADDRESS, error=ERROR, boost_error=False)
    size = len(tuple(code.matrix))
    outline = matrix(ADDRESS, PLACE)
    rings = [outline.segments[at : at + 5] for at in range(0, len(outline.segments), 5)]
    found = [[False] * size for _ in range(size)]
    module = PLACE.width / size
    for start, across, corner, *_ in rings:
        row = round((start.points[1] - PLACE.y) / module)
        first, after = (round((each.points[0] - PLACE.x) / module) for each in (start, across))
        assert round((corner.points[1] - PLACE.y) / module) == row + 1
        for column in range(first, after):
            assert not found[row][column], "no module is drawn twice"
            found[row][column] = True
    assert found == [[bool(value) for value in row] for row in code.matrix]


def test_the_code_fills_its_place() -> None:
    points = [segment.points for segment in matrix(ADDRESS, PLACE).segments if segment.points]
    assert (min(x for x, _ in points), max(x for x, _ in points)) == pytest.approx((PLACE.x, PLACE.right))
    assert (min(y for _, y in points), max(y for _, y in points)) == pytest.approx((PLACE.y, PLACE.bottom))
