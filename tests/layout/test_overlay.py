"""What is drawn over a page for us: artifacts only, where things are."""

from __future__ import annotations

import pytest
from layout.half import HalfTypesetter, make_document

from brochure.base.lengths import mm
from brochure.layout.document import lay_out
from brochure.layout.operations import Artifact, Operation, Stroke, TextLine
from brochure.layout.overlay import KINDS, overlay


def drawn_over(*kinds: str, direction: str = "ltr") -> list[Operation]:
    document = make_document(direction)  # type: ignore[arg-type]
    typesetter = HalfTypesetter()
    placed = lay_out(document, typesetter).document  # type: ignore[arg-type]
    over = overlay(document, placed, typesetter, kinds)  # type: ignore[arg-type]
    before = placed.pages[0].operations
    assert over.pages[0].operations[: len(before)] == before, "nothing of the page moves"
    return list(over.pages[0].operations[len(before) :])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_draws_artifacts_alone(kind: str) -> None:
    drawn = drawn_over(kind)
    assert drawn
    assert all(isinstance(operation.tag, Artifact) for operation in drawn)


def test_nothing_asked_nothing_drawn() -> None:
    assert drawn_over() == []


def test_folds_stand_where_the_sheet_is_folded_in_both_directions() -> None:
    for direction, fold in (("ltr", 100), ("rtl", 197)):
        (line,) = drawn_over("folds", direction=direction)
        assert isinstance(line, Stroke)
        assert line.outline.segments[0].points[0] == pytest.approx(mm(fold))


def test_safe_area_keeps_off_trim_and_folds() -> None:
    area, *beside = drawn_over("safe")
    assert isinstance(area, Stroke)
    assert area.outline.segments[0].points == pytest.approx((mm(4), mm(4)))
    xs = [s.outline.segments[0].points[0] for s in beside if isinstance(s, Stroke)]
    assert xs == pytest.approx([mm(97), mm(103)])


def test_order_is_numbered_as_it_is_read() -> None:
    numbers = [int(o.line.text) for o in drawn_over("order") if isinstance(o, TextLine)]
    assert numbers == sorted(numbers)
    assert len(numbers) > 8
