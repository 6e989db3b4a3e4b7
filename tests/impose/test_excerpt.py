"""A panel alone: what stands on it, cut at its edges."""

from __future__ import annotations

from brochure.base.geometry import Rect
from brochure.base.inks import PAPER
from brochure.impose.excerpt import on_panel
from brochure.layout.operations import Artifact, Fill, Stroke
from brochure.layout.shapes import horizontal, rectangle

PANEL = Rect(100, 0, 100, 200)


def area(x: float, width: float) -> Fill:
    return Fill(Artifact.BACKGROUND, rectangle(Rect(x, 10, width, 20)), PAPER)


def test_what_has_its_middle_on_another_panel_is_left_out() -> None:
    assert on_panel([area(0, 90), area(120, 10), area(190, 60)], PANEL) == (area(120, 10),)


def test_what_reaches_over_the_edge_is_cut_there() -> None:
    line = Stroke(Artifact.LAYOUT, horizontal(95, 50, 120), PAPER, 1.0)
    cut, drawn = on_panel([area(150, 60), line], PANEL)
    assert isinstance(cut, Fill)
    assert isinstance(drawn, Stroke)
    assert cut.outline == rectangle(Rect(150, 10, 50, 20))
    assert [segment.points for segment in drawn.outline.segments] == [(100, 50), (200, 50)]
