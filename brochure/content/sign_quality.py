"""What a sound drawing still needs to work as a sign: room around it, parts that print, an outline of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.sign_bitmap import MARGIN, SCALE, Rows, painted
from brochure.content.sign_thinness import LEAST, Narrow, inverse, narrow_places
from brochure.model.sign import GRID, Sign, SignLayer, SignRole

LIVE = (4.0, 60.0)
"""Least and greatest coordinate of what a sign draws (pictogram kit, grid and measures)."""

_OVER = 1
"""Bits beyond the live area that a curve may have."""

SMALLEST_MM = 8.0
"""Width at which a sign is printed at the smallest."""

_MOST_PLACES = 5

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in grid units."""


def judge_drawings(signs: Iterable[Sign], findings: Findings) -> None:
    """Tells of each sign what leaves the live area or is too narrow, and of each two what is drawn alike."""
    first: dict[object, Sign] = {}
    for sign in signs:
        ink, accent = painted(sign.layers)
        black = tuple(one | other for one, other in zip(ink, accent, strict=True))
        _judge_room(sign, black, findings)
        _judge_widths(sign, black, findings)
        drawn = tuple((layer.role, layer.outline) for layer in sign.layers)
        if drawn in first:
            findings.error(
                "sign-drawn-twice",
                f"the sign is drawn exactly like '{first[drawn].id}'",
                sign.span,
                "Keep one of the two, or draw the other meaning.",
            )
        first.setdefault(drawn, sign)


def reach(black: Rows) -> Box | None:
    """The box of what is set; None where nothing is."""
    rows = [row for row, bits in enumerate(black) if bits]
    if not rows:
        return None
    bits = 0
    for row in rows:
        bits |= black[row]
    left, right = (bits & -bits).bit_length() - 1, bits.bit_length()
    edges = (left, rows[0], right, rows[-1] + 1)
    return tuple((edge - MARGIN) / SCALE for edge in edges)  # type: ignore[return-value]  # there are four edges


def _judge_room(sign: Sign, black: Rows, findings: Findings) -> None:
    box = reach(black)
    if box is None:
        cure = "Give a part of it the class ink or accent, or put the paper behind it and not before it."
        findings.error("sign-draws-nothing", "nothing of the drawing is ink", sign.span, cure)
        return
    least, greatest = LIVE
    over = _OVER / SCALE
    if min(box) < least - over or max(box) > greatest + over:
        corners = f"{box[0]:g}, {box[1]:g} to {box[2]:g}, {box[3]:g}"
        findings.error(
            "sign-outside-live-area",
            f"the drawing reaches from {corners}, beyond {least:g}..{greatest:g}",
            _where(sign, lambda box: min(box) < least - over or max(box) > greatest + over),
            f"Make it smaller or move it: {least:g} units of the {GRID:g} stay empty on every side, strokes included.",
        )


def _judge_widths(sign: Sign, black: Rows, findings: Findings) -> None:
    ink = (narrow_places(black), "sign-ink-too-thin", "ink is only", "Make the stroke or the shape wider")
    gap = (
        narrow_places(inverse(black)),
        "sign-gap-too-narrow",
        "the gap between ink is only",
        "Move the parts apart, or join them",
    )
    for places, code, what, cure in (ink, gap):
        for place in places[:_MOST_PLACES]:
            printed = place.width * SMALLEST_MM / GRID
            findings.error(
                code,
                f"{what} {place.width:.1f} units wide at {place.x:.1f}, {place.y:.1f}: {printed:.2f} mm where the sign "
                f"is {SMALLEST_MM:g} mm wide",
                _where(sign, _around(place)),
                f"{cure}: {LEAST:g} units ({LEAST * SMALLEST_MM / GRID:g} mm) is the least that prints.",
            )


def _around(place: Narrow) -> Callable[[Box], bool]:
    def holds(box: Box) -> bool:
        return box[0] - 1 <= place.x <= box[2] + 1 and box[1] - 1 <= place.y <= box[3] + 1

    return holds


def _where(sign: Sign, holds: Callable[[Box], bool]) -> Span:
    """The last drawn part whose box is such; the file where none is."""
    lines = [layer.line for layer in sign.layers if layer.role is not SignRole.PAPER and holds(_box(layer))]
    return Span(sign.span.file, lines[-1], 1) if lines and lines[-1] else sign.span


def _box(layer: SignLayer) -> Box:
    """Of points and handles, which is all that naming a line needs."""
    xs = [x for segment in layer.outline.segments for x in segment.points[::2]]
    ys = [y for segment in layer.outline.segments for y in segment.points[1::2]]
    return min(xs), min(ys), max(xs), max(ys)
