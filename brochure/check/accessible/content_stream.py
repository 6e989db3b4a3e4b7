"""All that a page paints, in order, with the mark it stands under (ISO 32000-1, 8, 9.4 and 14.6).

Enough of the graphics model to say which colour lies at a place: paths, forms, text. A line, a picture or a shading is
named, not measured. Clipping paths are passed over: what they cut off counts as painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pikepdf
from msgspec import Struct
from msgspec.structs import replace

from brochure.check.accessible.characters import FontCodes, font_codes
from brochure.check.accessible.told import Area, Box, Colour, Drawn, Glyph, Painting, Point, Words

Matrix = tuple[float, float, float, float, float, float]
Mark = int | str | None

_UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)
_STEPS = 6
"""Straight pieces that stand for a curve: enough to know on which side of it a letter is."""
_SMALL_LETTERS = 0.5
"""Height of small letters, em."""
_DEEPEST = 12
"""Forms inside of forms."""
_FILLS = {"f": False, "F": False, "f*": True, "B": False, "B*": True, "b": False, "b*": True}
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_SPACES = {"/DeviceGray": (0.0,), "/DeviceRGB": (0.0, 0.0, 0.0), "/DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}
_INVISIBLE = 3
"""Text rendering mode that leaves no ink (9.3.6)."""


class _State(Struct, frozen=True):
    """The graphics state as far as it matters here. ``fill``: None for a colour that is not judged."""

    matrix: Matrix
    fill: Colour | None = (0.0, 0.0, 0.0)
    font: FontCodes | None = None
    size: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    mode: int = 0


def paintings(page: pikepdf.Page) -> tuple[Painting, ...]:
    """What ``page`` paints, bottom first. Raises pikepdf.PdfError and what broken operands raise."""
    walk = _Walk()
    walk.stream(page.obj, page.get("/Resources", pikepdf.Dictionary()), _State(_UPRIGHT), 0)
    return tuple(kept.finished for kept in walk.kept)


class _Kept(Struct):
    """A painting that may grow: words of one mark and colour that follow each other are one."""

    mark: Mark
    ink: Words | Area | Drawn
    glyphs: list[Glyph]

    @property
    def together(self) -> tuple[Mark, Colour | None] | None:
        return (self.mark, self.ink.colour) if isinstance(self.ink, Words) else None

    @property
    def finished(self) -> Painting:
        ink = self.ink
        return Painting(self.mark, Words(tuple(self.glyphs), ink.colour) if isinstance(ink, Words) else ink)


class _Walk:
    """One page's walk. ``marks``: open marked content, outermost first. ``path``: under construction. ``line`` and
    ``pen``: text line matrix and text matrix (9.4.2).
    """

    def __init__(self) -> None:
        self.kept: list[_Kept] = []
        self.marks: list[Mark] = []
        self.path: list[list[Point]] = []
        self.line: Matrix = _UPRIGHT
        self.pen: Matrix = _UPRIGHT
        self.fonts: dict[tuple[int, int], FontCodes] = {}

    def stream(self, content: pikepdf.Object, resources: pikepdf.Object, state: _State, depth: int) -> None:
        stack: list[_State] = []
        for instruction in pikepdf.parse_content_stream(content):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "q":
                stack.append(state)
            elif operator == "Q":
                state = stack.pop() if stack else state
            elif operator == "Do":
                self._object(resources.XObject[str(operands[0])], resources, state, depth)
            elif operator in {"BDC", "BMC"}:
                self.marks.append(_mark(operands, resources))
            elif operator == "EMC":
                del self.marks[-1:]
            elif operator == "Tf":
                font = self._font(resources.Font[str(operands[0])])
                state = replace(state, font=font, size=float(operands[1]))
            elif operator in _SHOWS:
                self._show(operator, operands, state)
            elif operator in {"sh", "INLINE IMAGE"}:
                self._keep(Drawn("a shading" if operator == "sh" else "a picture"))
            else:
                state = self._step(operator, operands, state)

    def _step(self, operator: str, operands: list[pikepdf.Object], state: _State) -> _State:
        if operator in {"m", "l", "c", "v", "y", "re"}:
            self._build(operator, [float(each) for each in operands])
        elif operator in _FILLS or operator in _STROKES or operator == "n":
            self._paint(operator, state)
        elif operator in {"Td", "TD", "Tm", "T*", "BT"}:
            return self._move(operator, [float(each) for each in operands], state)
        elif operator == "cm":
            return replace(state, matrix=_times(_matrix(operands), state.matrix))
        elif operator in {"g", "rg", "k", "cs", "sc", "scn"}:
            return replace(state, fill=_colour(operator, operands, state.fill))
        elif operator in _SETTINGS and operands:
            return _SETTINGS[operator](state, float(operands[0]))
        return state

    def _build(self, operator: str, numbers: list[float]) -> None:
        if operator == "re":
            x, y, width, height = numbers
            self.path.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
        elif operator == "m":
            self.path.append([(numbers[0], numbers[1])])
        elif self.path:
            points = self.path[-1]
            if operator == "l":
                points.append((numbers[0], numbers[1]))
            else:
                points += _curve(operator, points[-1], numbers)

    def _paint(self, operator: str, state: _State) -> None:
        polygons = tuple(tuple(_moved(point, state.matrix) for point in each) for each in self.path)
        self.path = []
        if operator in _FILLS and polygons:
            self._keep(Area(polygons, _FILLS[operator], state.fill, _around(polygons)))
        if operator in _STROKES and polygons:
            self._keep(Drawn("a line"))

    def _move(self, operator: str, numbers: list[float], state: _State) -> _State:
        if operator == "BT":
            self.line = _UPRIGHT
        elif operator == "Tm":
            self.line = _matrix(numbers)
        else:
            if operator == "TD":
                state = replace(state, leading=-numbers[1])
            x, y = numbers if numbers else (0.0, -state.leading)
            self.line = _times((1, 0, 0, 1, x, y), self.line)
        self.pen = self.line
        return state

    def _show(self, operator: str, operands: list[pikepdf.Object], state: _State) -> None:
        if operator in {"'", '"'}:
            state = self._move("T*", [], state)
        parts = list(operands[0]) if operator == "TJ" else [operands[-1]]
        glyphs: list[Glyph] = []
        for part in parts:
            if isinstance(part, pikepdf.String):
                glyphs += self._glyphs(bytes(part), state)
            else:
                self._advance(-float(part) / 1000 * state.size * state.stretch)
        if glyphs and state.mode != _INVISIBLE:
            self._keep(Words(tuple(glyphs), state.fill))

    def _glyphs(self, data: bytes, state: _State) -> Iterator[Glyph]:
        if state.font is None:
            return
        for code, text, advance in state.font.shown(data):
            width = advance * state.size * state.stretch
            matrix = _times(self.pen, state.matrix)
            corners = [(0.0, state.rise), (width, state.rise + _SMALL_LETTERS * state.size)]
            yield Glyph(text, _around([[_moved(corner, matrix) for corner in corners]]))
            gap = state.spacing + (state.word_spacing if state.font.length == 1 and code == ord(" ") else 0.0)
            self._advance(width + gap * state.stretch)

    def _advance(self, by: float) -> None:
        self.pen = _times((1, 0, 0, 1, by, 0), self.pen)

    def _object(self, drawing: pikepdf.Object, resources: pikepdf.Object, state: _State, depth: int) -> None:
        if drawing.get("/Subtype") != "/Form":
            self._keep(Drawn("a picture"))
        elif depth < _DEEPEST:
            own = _matrix(drawing.Matrix) if "/Matrix" in drawing else _UPRIGHT
            within = replace(state, matrix=_times(own, state.matrix))
            self.stream(drawing, drawing.get("/Resources", resources), within, depth + 1)

    def _font(self, font: pikepdf.Object) -> FontCodes:
        if not font.is_indirect:
            return font_codes(font)
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = font_codes(font)
        return self.fonts[font.objgen]

    def _keep(self, ink: Words | Area | Drawn) -> None:
        """The innermost mark that says something counts; an artifact stays one whatever is opened inside of it."""
        said = [mark for mark in self.marks if mark is not None]
        artifacts = [mark for mark in said if isinstance(mark, str)]
        mark = (artifacts or said[-1:] or [None])[0]
        last = self.kept[-1] if self.kept else None
        if isinstance(ink, Words) and last is not None and last.together == (mark, ink.colour):
            last.glyphs += ink.glyphs
        elif isinstance(ink, Words):
            self.kept.append(_Kept(mark, ink, list(ink.glyphs)))
        else:
            self.kept.append(_Kept(mark, ink, []))


_SETTINGS: Mapping[str, Callable[[_State, float], _State]] = {
    "Tz": lambda state, percent: replace(state, stretch=percent / 100),
    "TL": lambda state, leading: replace(state, leading=leading),
    "Ts": lambda state, rise: replace(state, rise=rise),
    "Tc": lambda state, spacing: replace(state, spacing=spacing),
    "Tw": lambda state, spacing: replace(state, word_spacing=spacing),
    "Tr": lambda state, mode: replace(state, mode=int(mode)),
}
"""Operators of one number (9.3)."""


def _mark(operands: list[pikepdf.Object], resources: pikepdf.Object) -> Mark:
    """What a BDC or BMC opens; None for marks that are neither content nor artifact (14.6.2)."""
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = resources.Properties[str(properties)]
    if operands and str(operands[0]) == "/Artifact":
        return str(properties.get("/Type", "")).lstrip("/") if properties is not None else ""
    return int(properties.MCID) if properties is not None and "/MCID" in properties else None


def _colour(operator: str, operands: list[pikepdf.Object], before: Colour | None) -> Colour | None:
    """The colour that an operator sets, None where only a colour profile could say what it looks like."""
    if operator == "cs":
        start = _SPACES.get(str(operands[0]))
        return _seen(start) if start else None
    if operator in {"sc", "scn"} and before is None:
        return None
    amounts = tuple(float(each) for each in operands if not isinstance(each, pikepdf.Name))
    return _seen(amounts) if len(amounts) == len(operands) else None


def _seen(amounts: tuple[float, ...]) -> Colour | None:
    """Grey, RGB or CMYK as red, green and blue (10.3.5 for CMYK: what a viewer without profile shows)."""
    if len(amounts) == 1:
        return amounts[0], amounts[0], amounts[0]
    if len(amounts) == 4:
        cyan, magenta, yellow, black = amounts
        return 1 - min(1, cyan + black), 1 - min(1, magenta + black), 1 - min(1, yellow + black)
    return (amounts[0], amounts[1], amounts[2]) if len(amounts) == 3 else None


def _curve(operator: str, start: Point, numbers: list[float]) -> Iterator[Point]:
    """The points of a cubic after its start (8.5.2.2)."""
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    if operator == "v":
        pairs = [start, *pairs]
    elif operator == "y":
        pairs = [pairs[0], pairs[1], pairs[1]]
    one, two, end = pairs
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, one, two, end)
        yield (
            sum(w * x for w, (x, _) in zip(weights, points, strict=True)),
            sum(w * y for w, (_, y) in zip(weights, points, strict=True)),
        )


def _around(polygons: tuple[tuple[Point, ...], ...] | list[list[Point]]) -> Box:
    xs = [x for each in polygons for x, _ in each]
    ys = [y for each in polygons for _, y in each]
    return min(xs), min(ys), max(xs), max(ys)


def _moved(point: Point, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _matrix(numbers: pikepdf.Object | list[pikepdf.Object] | list[float]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in numbers)
    return a, b, c, d, e, f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies ``first``, then ``second`` (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
