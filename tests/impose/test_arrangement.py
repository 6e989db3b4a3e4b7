"""Every page once, and in order when the paper is folded: held by folding it here as on a table."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.impose.arrangement import Binding, Paper, many_up, printers_spreads, reduced, saddle_stitched
from brochure.model.format import DraftPlace, Format, Imposition, OfficePlace
from brochure.model.places import TypeRole

quarters = st.integers(1, 24).map(lambda sheets: 4 * sheets)
bindings = st.sampled_from(["left", "right"])


def folded(spreads: tuple[tuple[int, int], ...], binding: Binding) -> list[int]:
    """The pages as a reader turns them. A sheet turned about its upright middle shows on the back of its right half
    what is printed on the left half of its back.
    """
    first_half: list[int] = []
    second_half: list[int] = []
    for front, back in zip(spreads[::2], spreads[1::2], strict=True):
        right, left = (front[1], back[0]), (back[1], front[0])
        if binding == "right":
            right, left = (front[0], back[1]), (back[0], front[1])
        first_half += right
        second_half[:0] = left
    return first_half + second_half


@given(quarters, bindings)
@settings(derandomize=True, max_examples=60)
def test_the_folded_paper_is_read_in_order(pages: int, binding: Binding) -> None:
    assert folded(printers_spreads(pages, binding), binding) == list(range(pages))


@given(quarters, bindings)
@settings(derandomize=True, max_examples=60)
def test_every_page_is_printed_once(pages: int, binding: Binding) -> None:
    printed = [page for spread in printers_spreads(pages, binding) for page in spread]
    assert sorted(printed) == list(range(pages))


def test_eight_pages_are_printed_as_every_printer_knows() -> None:
    spreads = [(left + 1, right + 1) for left, right in printers_spreads(8, "left")]
    assert spreads == [(8, 1), (2, 7), (6, 3), (4, 5)]
    mirrored = [(left + 1, right + 1) for left, right in printers_spreads(8, "right")]
    assert mirrored == [(1, 8), (7, 2), (3, 6), (5, 4)]


@pytest.mark.parametrize("pages", [0, 1, 2, 6, 15, -4])
def test_a_number_of_pages_that_cannot_be_folded_is_refused(pages: int) -> None:
    with pytest.raises(ValueError, match="cannot be folded"):
        printers_spreads(pages, "left")


def scale(kind: Literal["saddle", "reduced"], page: Paper, paper: Paper, edge: float, safe: float) -> float:
    role = TypeRole("draft", 7, 6, 1, "bold", 1)
    office = OfficePlace(None, edge, None, {}, Imposition(kind, paper.width, paper.height))
    draft = DraftPlace(1, 1, 1, 1, role)
    return Format("made", page.width, page.height, 0, safe, (), (), draft, office=office).office_scale


@given(quarters, bindings, st.floats(40, 400), st.floats(40, 600), st.floats(0, 2))
@settings(derandomize=True, max_examples=60)
def test_pages_of_a_booklet_stay_on_their_half_of_the_paper(
    pages: int, binding: Binding, width: float, height: float, creep: float
) -> None:
    paper = Paper(841.9, 595.3)
    large = scale("saddle", Paper(width, height), paper, 5, 3)
    for number, face in enumerate(saddle_stitched(pages, binding, width, height, paper, large, creep)):
        left, right = face.placements
        moved = creep * (number // 2)
        assert left.x + width * left.scale == pytest.approx(paper.width / 2 + moved)
        assert right.x == pytest.approx(paper.width / 2 - moved)
        for each in face.placements:
            assert each.x >= -1e-6
            assert each.x + width * each.scale <= paper.width + 1e-6
            assert each.y >= -1e-6
            assert each.y + height * each.scale <= paper.height + 1e-6


@given(st.integers(1, 4), st.floats(20, 200), st.floats(20, 290), st.floats(0, 20))
@settings(derandomize=True, max_examples=60)
def test_copies_lie_apart_on_the_paper_and_back_to_back(
    pages: int, width: float, height: float, edge: float
) -> None:
    paper = Paper(210 + 2 * edge, 297 + 2 * edge)
    faces = many_up(pages, width, height, paper, edge)
    assert len(faces) == pages
    places = {(each.x, each.y) for each in faces[0].placements}
    assert len(places) == len(faces[0].placements)
    assert [each.again for each in faces[0].placements].count(False) == 1
    for face in faces:
        assert {(each.x, each.y) for each in face.placements} == places
    for x, y in places:
        assert x >= edge - 1e-6
        assert y >= edge - 1e-6
        # Turned about either edge, a place comes to lie on another one.
        assert min(abs(paper.width - width - x - other) for other, _ in places) < 1e-6
        assert min(abs(paper.height - height - y - other) for _, other in places) < 1e-6


def test_cards_are_cut_and_folded_where_they_stand() -> None:
    (face,) = many_up(1, 170, 54, Paper(210, 297), 5, folds=(85,))
    assert len(face.placements) == 5
    assert face.cuts_x == (20, 190)
    assert face.folds == (105,)
    assert face.cuts_y == (13.5, 67.5, 121.5, 175.5, 229.5, 283.5)


def test_a_page_larger_than_the_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="larger than the paper"):
        many_up(1, 300, 54, Paper(210, 297), 5)


@given(st.floats(100, 2000), st.floats(100, 2000), st.floats(0, 30), st.floats(0, 30))
@settings(derandomize=True, max_examples=60)
def test_a_reduced_page_is_as_large_as_its_white_edge_allows(
    width: float, height: float, safe: float, edge: float
) -> None:
    paper = Paper(595, 842)
    (face,) = reduced(1, width, height, paper, scale("reduced", Paper(width, height), paper, edge, safe))
    (placement,) = face.placements
    air = [
        placement.x + safe * placement.scale - edge,
        placement.y + safe * placement.scale - edge,
        paper.width - edge - placement.x - (width - safe) * placement.scale,
        paper.height - edge - placement.y - (height - safe) * placement.scale,
    ]
    assert min(air) == pytest.approx(0, abs=1e-6)
    assert air[0] == pytest.approx(air[2], abs=1e-6)
    assert air[1] == pytest.approx(air[3], abs=1e-6)
