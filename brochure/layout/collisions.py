"""Whether the ink of a placed page keeps apart: words from words, signs, edges, folds, the end of the paper.

Places are fixed and words are set into them, one setting after the other; only the whole page tells what came to stand
beside what. Judged on glyph ink (``text/ink.py``): boxes first, outlines only where boxes meet.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial

from msgspec import Struct

from brochure.base.diagnostics import Finding, in_order
from brochure.base.geometry import Rect
from brochure.base.lengths import mm, to_mm
from brochure.layout.edges import Shape, box_of
from brochure.layout.operations import (
    Fill,
    Operation,
    PlacedDocument,
    PlacedPage,
    SignDrawing,
    Stroke,
    TextLine,
)
from brochure.model.document import Document
from brochure.model.format import Format
from brochure.text.ink import InkBox, InkGlyph, distance, ink_glyphs

APART = mm(0.2)
"""What ink keeps from ink and from edges: two minutes of arc from 35 cm, and twice what a press is off."""

BESIDE_FOLD = mm(3)
"""Nothing important nearer to a fold (print.md, Geometry)."""

ROUNDING = mm(0.01)
"""Places are sums of millimetres turned into points."""

DRAFT = "draft"
"""Address of the stamp's word."""

_SHORTEN = (
    "Shorten the text, or give it more room in the format (content/formats/) or more leading in the theme."
)
_MOVE = "The stamp has its place in the format (draft:), on every panel alike: keep everything else off it."


class _Words(Struct, frozen=True, dict=True):
    """One set line. ``parts``: its operations. ``box``: at least as large as its ink.

    A turned one counts as a whole: its letters have no columns that stand upright.
    """

    parts: tuple[TextLine, ...]
    box: InkBox

    @property
    def address(self) -> str:
        return self.parts[0].address

    @cached_property
    def glyphs(self) -> tuple[InkGlyph, ...]:
        return tuple(g for part in self.parts for g in ink_glyphs(part.line, part.x, part.baseline))

    @property
    def turned(self) -> bool:
        return self.parts[0].turned

    def distance(self, other: _Words) -> float:
        """Between the ink of two lines, pt; :data:`APART` where it is that or more."""
        if self.turned or other.turned:
            return min(self.box.distance(other.box), APART)
        return distance(self.glyphs, other.glyphs, APART)

    def first(self, is_wrong: Callable[[InkBox], bool]) -> InkBox | None:
        """The first ink of which something holds; it holds of a box around ink where it holds of the ink."""
        if self.turned or not is_wrong(self.box):
            return self.box if is_wrong(self.box) else None
        for glyph in self.glyphs:
            if is_wrong(glyph.box):
                found = next(filter(is_wrong, glyph.columns().values()), None)
                if found:
                    return found
        return None


class _Found(Struct, frozen=True):
    """``at``: the ink it is about."""

    code: str
    message: str
    words: _Words
    at: InkBox
    advice: str


class _Obstacle(Struct, frozen=True):
    """What ink may not meet. ``verdict``: said of words that do. ``reach``: beyond it nothing is met."""

    code: str
    verdict: str
    reach: InkBox
    is_met: Callable[[InkBox], bool]


def apart(form: Format) -> float:
    """What ink keeps on the pages of a format, pt, so that it is :data:`APART` also where they are printed smaller."""
    return APART / min(form.office_scale, 1.0)


def collisions(document: Document, placed: PlacedDocument) -> tuple[Finding, ...]:
    """What stands too near to something on the pages; every finding is an error.

    ``ink-touches``: words on or too near to other words, a sign or a line. ``ink-over-edge``: to the edge of a coloured
    area. ``ink-outside``: to a fold or the end of the paper. ``draft-over-content``: the stamp to anything.
    """
    return in_order(
        Finding(
            found.code,
            f"{found.message} (page {number}, {_where(found.at)})",
            found.words.parts[0].span,
            help=found.advice,
            language=document.tag,
            format=document.format.id,
        )
        for number, page in enumerate(placed.pages, 1)
        for found in _on_page(page, document.format.safe)
    )


def _on_page(page: PlacedPage, safe: float) -> Iterator[_Found]:
    words = _lines(page.operations)
    inside = Rect(0, 0, page.width, page.height).inset(safe)
    if page.window is not None:
        inside = _overlap(inside, page.window)
    yield from _between_words(words)
    yield from _under_stamp(words, page.operations)
    yield from _on_obstacles(words, [*_obstacles(page.operations), *map(_fold, page.folds)])
    yield from _outside(words, box_of(inside))
    sheet = Rect(0, 0, page.width, page.height).inset(-page.bleed - page.slug)
    marks = _lines(page.marks)
    yield from _on_obstacles(marks, list(_obstacles(page.marks)))
    yield from _outside(marks, box_of(sheet))


def _lines(operations: Sequence[Operation]) -> list[_Words]:
    """The set lines of a page, their parts together, by the top of their ink."""
    parts: dict[tuple[str, float, float], list[TextLine]] = defaultdict(list)
    for operation in operations:
        if isinstance(operation, TextLine):
            parts[operation.address, operation.x, operation.baseline].append(operation)
    words = [_Words(tuple(each), _around(each)) for each in parts.values()]
    return sorted(words, key=lambda line: line.box.top)


def _around(parts: Sequence[TextLine]) -> InkBox:
    inks = [(part, part.line.ink) for part in parts]
    places = [part.on_page(ink.left, ink.top, ink.right, ink.bottom) for part, ink in inks]
    return InkBox(
        min(place.x for place in places),
        min(place.y for place in places),
        max(place.right for place in places),
        max(place.bottom for place in places),
    )


def _between_words(words: Sequence[_Words]) -> Iterator[_Found]:
    """Every pair of lines, swept from the top."""
    near: list[_Words] = []
    for line in words:
        near = [other for other in near if line.box.top - other.box.bottom < APART]
        for other in near:
            if other.box.meets(line.box, APART):
                air = other.distance(line)
                if air < APART - ROUNDING and (other.address == DRAFT) == (line.address == DRAFT):
                    yield _pair(other, line, air)
        near.append(line)


def _pair(upper: _Words, lower: _Words, air: float) -> _Found:
    one, other = upper.address, lower.address
    who = f"two lines of {one}" if one == other else f"{one} and {other}"
    how = f"only {to_mm(air):.2f} mm apart" if air > 0 else f"on each other by {to_mm(-air):.2f} mm"
    message = f"the ink of {who} stands {how}; {to_mm(APART):.1f} mm is the least"
    there = "" if one == other else f"The other text is at {lower.parts[0].span}.\n"
    return _Found("ink-touches", message, upper, lower.box, there + _SHORTEN)


def _under_stamp(words: Sequence[_Words], operations: Sequence[Operation]) -> Iterator[_Found]:
    """Words and signs within the frame of a DRAFT stamp, which the format places."""
    frames = [Shape(each.outline).box for each in operations if isinstance(each, Stroke)]
    signs = [(each.sign.id, box_of(each.place)) for each in operations if isinstance(each, SignDrawing)]
    for stamp in (line for line in words if line.address == DRAFT):
        around = [frame for frame in frames if frame.holds(stamp.box)]
        frame = min(around, key=lambda box: box.bottom - box.top, default=stamp.box)
        for line in words:
            at = line.first(partial(frame.meets, air=APART)) if line.address != DRAFT else None
            if at:
                yield _Found(
                    "draft-over-content", f"the DRAFT stamp stands on {line.address}", line, at, _MOVE
                )
        for sign, place in signs:
            if frame.meets(place, 0.0):
                message = f"the DRAFT stamp stands on the sign {sign}"
                yield _Found("draft-over-content", message, stamp, frame, _MOVE)


def _on_obstacles(words: Sequence[_Words], obstacles: Sequence[_Obstacle]) -> Iterator[_Found]:
    for line in words:
        near = [each for each in obstacles if line.box.meets(each.reach, 0.0)]
        for obstacle in near:
            at = line.first(obstacle.is_met)
            if at:
                yield _Found(
                    obstacle.code, f"the ink of {line.address} {obstacle.verdict}", line, at, _SHORTEN
                )


def _obstacles(operations: Sequence[Operation]) -> Iterator[_Obstacle]:
    """What the words of a page keep away from: edges of areas and strokes, squares of signs."""
    near = f"stands on, or nearer than {to_mm(APART):.1f} mm to,"
    for each in operations:
        match each:
            case Fill():
                yield _edge(
                    "ink-over-edge", f"{near} the edge of an area of {each.ink.name}", Shape(each.outline)
                )
            case Stroke():
                yield _edge("ink-touches", f"{near} a drawn line", Shape(each.outline), each.width / 2)
            case SignDrawing():
                place = box_of(each.place)
                verdict = f"stands on the sign {each.sign.id}"
                yield _Obstacle("ink-touches", verdict, place, partial(place.meets, air=0.0))


def _edge(code: str, verdict: str, edge: Shape, more: float = 0.0) -> _Obstacle:
    air = APART - ROUNDING + more
    return _Obstacle(code, verdict, edge.box.grown(air + ROUNDING), partial(edge.meets, air=air))


def _fold(x: float) -> _Obstacle:
    verdict = f"is nearer than {to_mm(BESIDE_FOLD):.0f} mm to a fold"
    strip = InkBox(x, -math.inf, x, math.inf)
    is_met = partial(strip.meets, air=BESIDE_FOLD - ROUNDING)
    return _Obstacle("ink-outside", verdict, strip.grown(BESIDE_FOLD), is_met)


def _outside(words: Sequence[_Words], inside: InkBox) -> Iterator[_Found]:
    """Lines that reach over the edge of the safe area, or of what a printer prints on."""
    for line in words:
        over = line.first(partial(_leaves, inside))
        if over:
            yield _Found(
                "ink-outside", f"the ink of {line.address} leaves the safe area", line, over, _SHORTEN
            )


def _leaves(inside: InkBox, ink: InkBox) -> bool:
    return not inside.holds(ink, ROUNDING)


def _overlap(one: Rect, other: Rect) -> Rect:
    x, y = max(one.x, other.x), max(one.y, other.y)
    return Rect(x, y, min(one.right, other.right) - x, min(one.bottom, other.bottom) - y)


def _where(ink: InkBox) -> str:
    """The place for the eye and a ruler."""
    return f"{round(to_mm(ink.left))} mm from the left, {round(to_mm(ink.top))} mm from the top"
