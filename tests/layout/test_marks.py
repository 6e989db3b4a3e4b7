"""Crop marks, fold marks and the slug line stand beyond the bleed; the page stays where it is."""

from __future__ import annotations

import pytest
from layout.half import HalfTypesetter, make_document
from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.inks import REGISTRATION
from brochure.base.lengths import mm
from brochure.layout.document import lay_out
from brochure.layout.marks import with_marks
from brochure.layout.operations import Artifact, PlacedPage, Stroke, TextLine
from brochure.model.language import Direction


def marked(
    direction: Direction = "ltr", bleed: float = 3, draft: bool = True
) -> tuple[PlacedPage, PlacedPage]:
    """The page before and after."""
    document = make_document(direction, draft=draft)
    document = replace(document, format=replace(document.format, bleed=mm(bleed)))
    typesetter = HalfTypesetter()
    placed = lay_out(document, typesetter).document  # type: ignore[arg-type]
    return placed.pages[0], with_marks(document, placed, typesetter).pages[0]  # type: ignore[arg-type]


def strokes(page: PlacedPage) -> list[Stroke]:
    return [mark for mark in page.marks if isinstance(mark, Stroke)]


def ends(stroke: Stroke) -> list[tuple[float, float]]:
    return [(segment.points[0], segment.points[1]) for segment in stroke.outline.segments]


def test_nothing_of_the_page_moves() -> None:
    before, after = marked()
    assert replace(after, window=None, slug=0.0, marks=()) == before


@pytest.mark.parametrize("bleed", [0, 1, 3, 5])
def test_marks_keep_off_trim_and_bleed_and_stay_on_the_sheet(bleed: float) -> None:
    _, page = marked(bleed=bleed)
    assert page.window == Rect(0, 0, page.width, page.height).inset(-mm(bleed))
    trim = Rect(0, 0, page.width, page.height)
    kept, sheet = trim.inset(-max(mm(bleed), mm(3))), trim.inset(-mm(bleed) - page.slug)
    for stroke in strokes(page):
        for x, y in ends(stroke):
            assert not (kept.x <= x <= kept.right and kept.y <= y <= kept.bottom)
            assert sheet.x < x < sheet.right
            assert sheet.y < y < sheet.bottom


@pytest.mark.parametrize(("direction", "fold"), [("ltr", 100), ("rtl", 197)])
def test_marks_point_at_corners_and_folds(direction: Direction, fold: float) -> None:
    _, page = marked(direction)
    solid = [ends(stroke) for stroke in strokes(page) if not stroke.dash]
    dashed = [ends(stroke) for stroke in strokes(page) if stroke.dash]
    upright = sorted(start[0] for start, end in solid if start[0] == end[0])
    level = sorted(start[1] for start, end in solid if start[1] == end[1])
    assert upright == pytest.approx([0, 0, page.width, page.width])
    assert level == pytest.approx([0, 0, page.height, page.height])
    assert [x for line in dashed for x, _ in line] == pytest.approx([mm(fold)] * 4)
    assert {y > 0 for line in dashed for _, y in line} == {True, False}


def test_marks_are_on_every_plate_and_the_slug_line_on_one() -> None:
    _, page = marked()
    assert {(stroke.ink, stroke.width) for stroke in strokes(page)} == {(REGISTRATION, 0.25)}
    (slug,) = (mark for mark in page.marks if isinstance(mark, TextLine))
    assert slug.ink.overprints
    assert all(isinstance(mark.tag, Artifact) for mark in page.marks)


@pytest.mark.parametrize(("draft", "last"), [(True, " · DRAFT"), (False, "")])
def test_the_slug_line_says_which_job_it_is(draft: bool, last: str) -> None:
    _, page = marked(draft=draft)
    slug = page.marks[-1]
    assert isinstance(slug, TextLine)
    assert slug.line.text == f"luxembourg · LU-A · xx · leaflet · inside · 2026-11-22{last}"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_slug_line_stands_below_the_bleed_clear_of_all_marks(direction: Direction) -> None:
    _, page = marked(direction)
    slug = page.marks[-1]
    assert isinstance(slug, TextLine)
    assert slug.baseline - slug.line.ink.top > page.height + page.bleed
    assert slug.baseline + slug.line.ink.bottom < page.height + page.bleed + page.slug
    below = [
        x for stroke in strokes(page) for x, y in ends(stroke) if 0 <= x <= page.width and y > page.height
    ]
    assert not [x for x in below if slug.x - 1 < x < slug.x + slug.line.width + 1]
