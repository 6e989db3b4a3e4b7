"""One panel of a page: what is drawn on it, cut at its edges."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from brochure.base.geometry import Outline, Rect
from brochure.layout.operations import Fill, Operation, SignDrawing, Stroke, TextLine


def on_panel(operations: Iterable[Operation], panel: Rect) -> tuple[Operation, ...]:
    """Operations whose middle lies on the panel, areas and lines without what reaches over its edge."""
    return tuple(_within(each, panel) for each in operations if _is_on(each, panel))


def _is_on(operation: Operation, panel: Rect) -> bool:
    """Whether an operation is drawn on a panel, by the middle of what it covers."""
    if isinstance(operation, TextLine):
        place = operation.on_page(
            0.0, operation.line.ink.top, operation.line.width, operation.line.ink.bottom
        )
        x, y = place.x + place.width / 2, place.y + place.height / 2
    elif isinstance(operation, SignDrawing):
        x, y = operation.place.x + operation.place.width / 2, operation.place.y + operation.place.height / 2
    else:
        left, top, right, bottom = _bounds(operation.outline)
        x, y = (left + right) / 2, (top + bottom) / 2
    return panel.x <= x <= panel.right and panel.y <= y <= panel.bottom


def _bounds(outline: Outline) -> tuple[float, float, float, float]:
    xs = [x for segment in outline.segments for x in segment.points[::2]]
    ys = [y for segment in outline.segments for y in segment.points[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def _within(operation: Operation, panel: Rect) -> Operation:
    """An area or a line without what reaches over the edge of its panel."""
    if not isinstance(operation, Fill | Stroke):
        return operation
    segments = tuple(
        replace(
            segment,
            points=tuple(
                min(max(value, panel.x), panel.right)
                if at % 2 == 0
                else min(max(value, panel.y), panel.bottom)
                for at, value in enumerate(segment.points)
            ),
        )
        for segment in operation.outline.segments
    )
    return replace(operation, outline=Outline(segments))
