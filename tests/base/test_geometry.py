"""Rectangles."""

from brochure.base.geometry import Rect


def test_edges() -> None:
    rect = Rect(10, 20, 30, 40)
    assert (rect.right, rect.bottom) == (40, 60)


def test_inset_moves_all_four_edges_inwards() -> None:
    inner = Rect(10, 20, 30, 40).inset(5)
    assert (inner.x, inner.y, inner.right, inner.bottom) == (15, 25, 35, 55)
    assert inner.inset(-5) == Rect(10, 20, 30, 40)
