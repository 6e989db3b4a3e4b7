"""What lies where."""

from __future__ import annotations

import pytest
from layout.half import HalfTypesetter, make_document

from brochure.layout.document import lay_out
from brochure.layout.operations import PlacedPage, SignDrawing, TextLine
from brochure.layout.touched import touchables


def pages(direction: str = "rtl") -> tuple[PlacedPage, ...]:
    return lay_out(make_document(direction), HalfTypesetter()).document.pages  # type: ignore[arg-type]


def test_every_line_and_every_sign_that_is_read_has_its_box() -> None:
    for page in pages():
        found = touchables(page)
        lines = [each for each in page.operations if isinstance(each, TextLine)]
        signs = [
            each for each in page.operations if isinstance(each, SignDrawing) and isinstance(each.tag, int)
        ]
        assert [each.address for each in found if not each.sign] == [each.address for each in lines]
        assert [each.sign for each in found if each.sign] == [each.sign.id for each in signs]


def test_a_box_is_as_wide_as_its_words_and_higher_than_its_ink() -> None:
    for page in pages():
        boxes = [each.place for each in touchables(page) if not each.sign]
        lines = [each for each in page.operations if isinstance(each, TextLine)]
        for box, line in zip(boxes, lines, strict=True):
            clusters = [cluster for run in line.line.runs for cluster in run.clusters]
            assert box.x == pytest.approx(line.x + min(each.x for each in clusters))
            assert box.right == pytest.approx(line.x + max(each.x + each.advance for each in clusters))
            assert box.y <= line.baseline - line.line.ink.top
            assert box.bottom >= line.baseline + line.line.ink.bottom
