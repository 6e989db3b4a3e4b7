"""What a print file puts on the plates C, M and Y: its painting operations, with the black plate left out.

A print shop changes the black plate between languages and keeps the other three, so files of one direction must paint
the same there, white paint that knocks colours out included. The content streams are walked as a press would read
them (ISO 32000-1, 8.4 graphics state, 8.5 paths, 8.6.6.4 registration colour, 8.6.7 overprint, 8.10 forms); what
cannot be judged this way (pictures, shadings, transparency, other colour spaces) is said, not passed over.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import chain

import pikepdf
from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import BrochureError

Matrix = tuple[float, float, float, float, float, float]
Amounts = tuple[float | None, float | None, float | None]
Points = tuple[float, ...]
Path = tuple[tuple[str, Points], ...]

_UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)
_BLACK = (0.0, 0.0, 0.0, 1.0)
_FILLS = {"f": False, "F": False, "f*": True, "B": False, "B*": True, "b": False, "b*": True}
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
_CLOSES = frozenset({"s", "b", "b*"})
_BUILDS = frozenset("mlcvyh")
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_OTHER_COLOURS = frozenset({"g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "INLINE IMAGE"})
_SPACES = {"cs": "fill", "CS": "stroke"}
_TINTS = {"scn": "fill", "SCN": "stroke"}
_ALL_PLATES = ["/Separation", "/All"]
_PLAIN = {"/ca": 1, "/CA": 1, "/BM": pikepdf.Name.Normal, "/SMask": pikepdf.Name("/None")}
_PLACES = 2
"""Decimals of a point that are compared: 3.5 micrometres on paper."""


class Painting(Struct, frozen=True):
    """One operation that touches C, M or Y. ``amounts``: of these three inks, 0 to 1, None where overprint leaves what
    lies below. ``path``: outline in pt from the trim's left bottom corner, y up. ``manner``: ``fill``,
    ``fill even-odd`` or ``stroke`` with width and dashes. ``clips``: outlines that cut it.
    """

    amounts: Amounts
    manner: str
    path: Path
    clips: tuple[Path, ...]

    @property
    def place(self) -> tuple[float, float]:
        """Left and bottom edge of what it touches, pt."""
        points = [points for _, points in self.path if points]
        return min(min(p[::2]) for p in points), min(min(p[1::2]) for p in points)


class ColourPage(Struct, frozen=True):
    """A page's paintings in order. ``height`` of the trim in pt. ``remarks``: what is against the rules, each with the
    place in pt from the trim's left bottom corner.
    """

    height: float
    paintings: tuple[Painting, ...]
    remarks: tuple[tuple[str, tuple[float, float]], ...]


class _State(Struct, frozen=True):
    """The graphics state as far as plates ask for it. ``on_all``: which of fill and stroke is registration."""

    matrix: Matrix
    fill: tuple[float, ...] = _BLACK
    stroke: tuple[float, ...] = _BLACK
    on_all: frozenset[str] = frozenset()
    fill_overprints: bool = False
    stroke_overprints: bool = False
    keeps_zero: bool = False
    width: float = 1.0
    dash: str = "[] 0"
    mode: int = 0
    clips: tuple[Path, ...] = ()


def colour_pages(pdf: bytes) -> tuple[ColourPage, ...]:
    """Every page of a print file. Raises BrochureError for bytes that are no PDF."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as file:
            return tuple(_page(page) for page in file.pages)
    except pikepdf.PdfError as error:
        raise BrochureError(f"the finished file cannot be read: {error}") from error


def _page(page: pikepdf.Page) -> ColourPage:
    left, bottom, _, top = (float(edge) for edge in page.trimbox)
    walk = _Walk()
    walk.stream(page.obj, page.resources, _State((1, 0, 0, 1, -left, -bottom)))
    return ColourPage(top - bottom, tuple(walk.paintings), tuple(walk.remarks))


class _Walk:
    """One page's walk through its streams. ``path``, ``clip``: under construction; ``pen``: where text is shown."""

    def __init__(self) -> None:
        self.paintings: list[Painting] = []
        self.remarks: list[tuple[str, tuple[float, float]]] = []
        self.path: list[tuple[str, Points]] = []
        self.clip = ""
        self.pen: tuple[float, float] = (0.0, 0.0)

    def stream(self, content: pikepdf.Object, resources: pikepdf.Object, state: _State) -> None:
        stack: list[_State] = []
        for instruction in pikepdf.parse_content_stream(content):
            operator = str(instruction.operator)
            operands = list(instruction.operands)
            if operator == "q":
                stack.append(state)
            elif operator == "Q":
                state = stack.pop() if stack else state
            elif operator == "Do":
                self._drawing(resources.XObject[str(operands[0])], resources, state)
            elif operator == "gs":
                state = self._settings(resources.ExtGState[str(operands[0])], state)
            elif (tinted := _registration(operator, operands, resources, state)) is not None:
                state = tinted
            elif operator in _OTHER_COLOURS:
                self._remark(f"{operator} paints in something that is not plain C, M, Y and K", state)
            elif operator in _SHOWS:
                self._words(state)
            else:
                state = self._step(operator, operands, state)

    def _step(self, operator: str, operands: list[pikepdf.Object], state: _State) -> _State:
        """Operators that change the state, the path or the pen."""
        if operator in _BUILDS or operator == "re":
            self.path += _built(operator, [float(each) for each in operands])
        elif operator in _FILLS or operator in _STROKES or operator == "n":
            return self._paint(operator, state)
        elif operator in {"W", "W*"}:
            self.clip = operator
        elif operator == "cm":
            return replace(state, matrix=_times(_matrix(operands), state.matrix))
        elif operator == "k":
            return _coloured(state, "fill", [float(each) for each in operands])
        elif operator == "K":
            return _coloured(state, "stroke", [float(each) for each in operands])
        elif operator == "w":
            return replace(state, width=float(operands[0]))
        elif operator == "d":
            return replace(state, dash=f"{[round(float(each), 3) for each in operands[0]]} {operands[1]}")
        elif operator == "Tr":
            return replace(state, mode=int(operands[0]))
        elif operator == "Tm":
            self.pen = float(operands[4]), float(operands[5])
        return state

    def _paint(self, operator: str, state: _State) -> _State:
        if operator in _CLOSES:
            self.path.append(("h", ()))
        path = _moved(self.path, state.matrix)
        if operator in _FILLS:
            amounts = _amounts(state.fill, state.fill_overprints, state.keeps_zero)
            self._keep(amounts, "fill even-odd" if _FILLS[operator] else "fill", path, state)
        if operator in _STROKES:
            amounts = _amounts(state.stroke, state.stroke_overprints, state.keeps_zero)
            a, b, c, d = state.matrix[:4]
            width = state.width * abs(a * d - b * c) ** 0.5
            self._keep(amounts, f"stroke {width:.3f} {state.dash}", path, state)
        clips = (*state.clips, (*path, (self.clip, ()))) if self.clip else state.clips
        self.path, self.clip = [], ""
        return replace(state, clips=clips)

    def _keep(self, amounts: Amounts, manner: str, path: Path, state: _State) -> None:
        if path and any(amount is not None for amount in amounts):
            self.paintings.append(Painting(amounts, manner, path, state.clips))

    def _words(self, state: _State) -> None:
        """Words differ from language to language, so none may touch another plate than K."""
        fills, strokes = state.mode in {0, 2, 4, 6}, state.mode in {1, 2, 5, 6}
        touched = (
            *(_amounts(state.fill, state.fill_overprints, state.keeps_zero) if fills else ()),
            *(_amounts(state.stroke, state.stroke_overprints, state.keeps_zero) if strokes else ()),
        )
        if any(amount is not None for amount in touched):
            self._remark(
                "words change the plates C, M, Y: they are coloured, or do not overprint", state, self.pen
            )

    def _drawing(self, drawing: pikepdf.Object, resources: pikepdf.Object, state: _State) -> None:
        if drawing.get("/Subtype") != "/Form" or "/Group" in drawing:
            self._remark("a picture or something see-through, which is not judged", state)
            return
        own = _matrix(list(drawing.Matrix)) if "/Matrix" in drawing else _UPRIGHT
        inner = _times(own, state.matrix)
        x, y, right, top = (float(edge) for edge in drawing.BBox)
        box = _moved(_built("re", [x, y, right - x, top - y]), inner)
        within = replace(state, matrix=inner, clips=(*state.clips, (*box, ("W", ()))))
        self.stream(drawing, drawing.get("/Resources", resources), within)

    def _settings(self, settings: pikepdf.Object, state: _State) -> _State:
        if any(settings.get(key, plain) != plain for key, plain in _PLAIN.items()):
            self._remark("something see-through, which is not judged", state)
        stroke = bool(settings.get("/OP", state.stroke_overprints))
        # 11.7.4.3: OP sets both where op is absent.
        fill = bool(settings.get("/op", settings.get("/OP", state.fill_overprints)))
        keeps = int(settings.get("/OPM", int(state.keeps_zero))) == 1
        return replace(state, stroke_overprints=stroke, fill_overprints=fill, keeps_zero=keeps)

    def _remark(self, words: str, state: _State, point: tuple[float, float] = (0.0, 0.0)) -> None:
        x, y = _moved([("m", point)], state.matrix)[0][1]
        self.remarks.append((words, (x, y)))


def _registration(
    operator: str, operands: list[pikepdf.Object], resources: pikepdf.Object, state: _State
) -> _State | None:
    """The state in the colour of all plates (8.6.6.4: Separation /All, full tint at first); None for another colour."""
    if operator in _SPACES:
        name, spaces = str(operands[0]), resources.get("/ColorSpace")
        space = spaces[name] if spaces is not None and name in spaces else None
        if isinstance(space, pikepdf.Array) and [str(each) for each in space.as_list()[:2]] == _ALL_PLATES:
            return _coloured(state, _SPACES[operator], [1.0] * 4, on_all=True)
    elif _TINTS.get(operator) in state.on_all:
        return _coloured(state, _TINTS[operator], [float(operands[0])] * 4, on_all=True)
    return None


def _coloured(state: _State, what: str, amounts: list[float], *, on_all: bool = False) -> _State:
    marked = state.on_all | {what} if on_all else state.on_all - {what}
    if what == "fill":
        return replace(state, fill=tuple(amounts), on_all=marked)
    return replace(state, stroke=tuple(amounts), on_all=marked)


def _amounts(colour: Sequence[float], overprints: bool, keeps_zero: bool) -> Amounts:
    """What a colour does to C, M, Y. Overprint mode 1: an ink of 0 leaves what lies below (8.6.7)."""
    cyan, magenta, yellow = (
        None if overprints and keeps_zero and v == 0 else round(v, 4) for v in colour[:3]
    )
    return cyan, magenta, yellow


def _built(operator: str, points: list[float]) -> list[tuple[str, Points]]:
    """Path construction, a rectangle written out as its lines."""
    if operator != "re":
        return [(operator, tuple(points))]
    x, y, width, height = points
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return [*zip("mlll", corners, strict=True), ("h", ())]


def _moved(path: Sequence[tuple[str, Points]], matrix: Matrix) -> Path:
    a, b, c, d, e, f = matrix
    return tuple(
        (
            operator,
            tuple(
                # + 0.0: no negative zero, which would be another value to the reader of a finding
                round(value, _PLACES) + 0.0
                for x, y in zip(points[::2], points[1::2], strict=True)
                for value in (a * x + c * y + e, b * x + d * y + f)
            ),
        )
        for operator, points in path
    )


def _matrix(numbers: Sequence[pikepdf.Object | float]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in numbers)
    return a, b, c, d, e, f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies ``first``, then ``second`` (8.3.4)."""
    rows = (first[:2], first[2:4], first[4:])
    a, b, c, d, e, f = chain.from_iterable(
        (x * second[0] + y * second[2], x * second[1] + y * second[3]) for x, y in rows
    )
    return a, b, c, d, e + second[4], f + second[5]
