"""A walk through all that a page paints: streams, forms, patterns, soft masks, Type 3 letters, annotations.

ISO 32000-1, 8 and 9. What is broken is noted and passed over; what is endless is stopped by :class:`Budget`.
"""

from __future__ import annotations

import pikepdf
from msgspec.structs import replace

from brochure.check.accessible.characters import FontCodes
from brochure.check.preflight.budget import BROKEN, Budget, TooMuchError
from brochure.check.preflight.colour_spaces import Space, space_of
from brochure.check.preflight.examined import (
    NOWHERE,
    Box,
    Colour,
    ColourUse,
    Kind,
    Painted,
    Walked,
    cut,
    is_empty,
)
from brochure.check.preflight.pictures import packings, picture_of
from brochure.check.preflight.state import (
    SETTINGS,
    State,
    device_space,
    numbers,
    see_through,
    transfers,
)
from brochure.check.preflight.transform import (
    UPRIGHT,
    Matrix,
    Point,
    around,
    box_of,
    finite,
    matrix_of,
    moved,
    moved_box,
    scale,
    times,
)
from brochure.check.preflight.writing import Pen

DEEPEST = 24
"""Forms in forms; ours have one."""

_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_MOVES = frozenset({"Td", "TD", "Tm", "T*", "BT"})
_NO_INK = frozenset(
    {"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "ET", "J", "j", "M", "d", "ri", "i", "d0", "d1"}
)


class Walk:
    """Of one page. ``path``: points under construction, moved. ``clipping``: W waits for the painting operator."""

    def __init__(self, budget: Budget, page: Box) -> None:
        self.found = Walked()
        self.budget = budget
        self.page = page
        self.path: list[Point] = []
        self.box: list[Point] = []
        self.clipping = False
        self.codes: dict[str, FontCodes] = {}
        self.pen = Pen(self.found.fonts, self.codes)
        self.done: set[tuple[object, ...]] = set()
        self.marked: set[tuple[object, ...]] = set()

    def stream(self, content: pikepdf.Object, resources: pikepdf.Object, state: State, depth: int) -> None:
        """All instructions of a page, a form, a cell or a letter."""
        if depth > DEEPEST:
            raise TooMuchError("its forms lie too deep in each other, or in themselves")
        stack: list[State] = []
        try:
            instructions = pikepdf.parse_content_stream(content)
        except BROKEN as error:
            self._note(self.found.broken, f"cannot be read: {error}", state)
            return
        for instruction in instructions:
            self.budget.spend()
            operator = str(instruction.operator)
            operands = list(instruction.operands)
            try:
                if operator == "q":
                    stack.append(state)
                elif operator == "Q":
                    state = stack.pop()
                else:
                    state = self._step(operator, operands, resources, state, depth)
            except BROKEN:
                self._note(self.found.broken, f"{operator} cannot be carried out", state)

    def _step(
        self,
        operator: str,
        operands: list[pikepdf.Object],
        resources: pikepdf.Object,
        state: State,
        depth: int,
    ) -> State:
        if operator in {"m", "l", "c", "v", "y", "re"}:
            self._build(operator, [finite(each) for each in operands], state.matrix)
        elif operator in _FILLS or operator in _STROKES or operator in {"n", "h"}:
            return state if operator == "h" else self._paint(operator, state)
        elif operator in {"W", "W*"}:
            self.clipping = True
        elif operator == "cm":
            return replace(state, matrix=times(matrix_of(operands), state.matrix))
        elif operator == "gs":
            return self._settings(resources.ExtGState[str(operands[0])], resources, state, depth)
        elif operator in {"cs", "CS", "sc", "SC", "scn", "SCN"} or device_space(operator):
            return self._coloured(operator, operands, resources, state, depth)
        elif operator in SETTINGS:
            name, unit = SETTINGS[operator]
            return replace(state, **{name: finite(operands[0]) * unit})
        elif operator in _SHOWS or operator in _MOVES or operator in {"Tf", "Tr"}:
            return self._write(operator, operands, resources, state, depth)
        else:
            self._other(operator, operands, resources, state, depth)
        return state

    def _other(
        self,
        operator: str,
        operands: list[pikepdf.Object],
        resources: pikepdf.Object,
        state: State,
        depth: int,
    ) -> None:
        if operator == "Do":
            self._object(resources.XObject[str(operands[0])], resources, state, depth)
        elif operator == "sh":
            self._shading(resources.Shading[str(operands[0])], resources, state)
            self._leave("shading", Colour("Shading"), state.fill_overprints, self.page, state)
        elif operator == "INLINE IMAGE":
            self._image(operands[0].obj, resources, state, inline=True)
        elif operator not in _NO_INK:
            self._note(self.found.broken, f"{operator} is no operator", state)

    # paths

    def _build(self, operator: str, given: list[float], matrix: Matrix) -> None:
        if operator == "re":
            x, y, width, height = given
            points = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        else:
            points = list(zip(given[::2], given[1::2], strict=True))
        self.box += points
        self.path += [moved(point, matrix) for point in points]

    def _paint(self, operator: str, state: State) -> State:
        points, plain = self.path, self.box
        self.path, self.box = [], []
        clipping, self.clipping = self.clipping, False
        if not points:
            return state
        box = around(points)
        if operator in _FILLS:
            self._use(state.fill, state.fill_space, "an area", state, box)
            thin = min(box[2] - box[0], box[3] - box[1])
            self._leave("fill", state.fill, state.fill_overprints, box, state, thin=thin)
        if operator in _STROKES:
            self._stroke(box, plain, state)
        return replace(state, clip=cut(state.clip, box)) if clipping else state

    def _stroke(self, box: Box, plain: list[Point], state: State) -> None:
        width = state.width * scale(state.matrix)
        half = width / 2
        flat = around(plain)
        # A level or upright line ends with its last point; half its width lies on each side of it.
        grown = (half if flat[2] == flat[0] else 0.0, half if flat[3] == flat[1] else 0.0)
        seen = (box[0] - grown[0], box[1] - grown[1], box[2] + grown[0], box[3] + grown[1])
        self._use(state.stroke, state.stroke_space, "a line", state, seen)
        self._leave("stroke", state.stroke, state.stroke_overprints, seen, state, thin=width)

    # colours

    def _coloured(
        self,
        operator: str,
        operands: list[pikepdf.Object],
        resources: pikepdf.Object,
        state: State,
        depth: int,
    ) -> State:
        stroke = operator.isupper()
        if device := device_space(operator):
            space = space_of(pikepdf.Name(f"/{device}"), resources)
            return state.coloured(stroke, Colour(device, numbers(operands)), space)
        if operator.lower() == "cs":
            space = space_of(operands[0], resources)
            return state.coloured(stroke, space.first, space)
        space = state.stroke_space if stroke else state.fill_space
        if operands and isinstance(operands[-1], pikepdf.Name):
            self._pattern(resources.Pattern[str(operands[-1])], resources, state, depth)
        return state.coloured(stroke, Colour(space.family, numbers(operands), space.inks), space)

    def _pattern(self, pattern: pikepdf.Object, resources: pikepdf.Object, state: State, depth: int) -> None:
        if int(pattern.get("/PatternType", 1)) == 2:
            self._shading(pattern.Shading, resources, state)
        elif self._first_time("pattern", pattern):
            inner = State(matrix_of(pattern.get("/Matrix", UPRIGHT)), state.clip, "a pattern", quiet=True)
            self._apart(pattern, pattern.get("/Resources", resources), inner, depth)

    def _shading(self, shading: pikepdf.Object, resources: pikepdf.Object, state: State) -> None:
        self._use_space(space_of(shading.ColorSpace, resources), "a shading", state, state.clip)

    def _use(self, colour: Colour, space: Space, what: str, state: State, box: Box) -> None:
        if colour.space == "Pattern" and not space.behind:
            return
        self._use_space(space, what if state.where == "the page" else state.where, state, box)

    def _use_space(self, space: Space, where: str, state: State, box: Box) -> None:
        """Each once a page and kind of place: a page has thousands."""
        seen = cut(box, state.clip)
        if is_empty(seen) and not state.quiet:
            return
        for family, place in ((space.family, where), *space.behind):
            key = ("use", family, place, space.inks)
            if key not in self.marked:
                self.marked.add(key)
                self.found.uses.append(
                    ColourUse(family, place, seen, space.inks if family == space.family else ())
                )

    # graphics state, transparency

    def _settings(
        self, settings: pikepdf.Object, resources: pikepdf.Object, state: State, depth: int
    ) -> State:
        for what in see_through(settings):
            self._note(self.found.see_through, what, state)
        mask = settings.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary):
            inner = replace(state, where="a soft mask", quiet=True)
            self.form(mask.G, resources, inner, depth)
        for what in transfers(settings):
            self._note(self.found.device, what, state)
        state = state.with_settings(settings)
        if "/Font" in settings:
            state = self.pen.chosen(settings.Font[0], f"gs {id(settings)}", finite(settings.Font[1]), state)
        return state

    # objects

    def _object(self, drawing: pikepdf.Object, resources: pikepdf.Object, state: State, depth: int) -> None:
        kind = drawing.get("/Subtype")
        if "/OPI" in drawing:
            self._note(self.found.device, "OPI, a stand-in for a picture elsewhere", state)
        if kind == "/Image":
            self._image(drawing, resources, state)
        elif kind == "/Form" and drawing.get("/Subtype2") != "/PS":
            if "/Ref" in drawing:
                self._note(self.found.device, "a reference to a page of another file", state)
            self.form(drawing, resources, state, depth)
        else:
            self._note(self.found.device, "PostScript", state)

    def form(self, form: pikepdf.Object, resources: pikepdf.Object, state: State, depth: int = 0) -> None:
        """A form, or what an annotation shows."""
        own = resources if form.get("/Resources") is None else form.Resources
        self._group(form.get("/Group"), own, state)
        matrix = times(matrix_of(form.get("/Matrix", UPRIGHT)), state.matrix)
        clip = cut(state.clip, moved_box(box_of(form.BBox), matrix))
        self._apart(form, own, replace(state, matrix=matrix, clip=clip), depth)

    def _apart(self, content: pikepdf.Object, resources: pikepdf.Object, state: State, depth: int) -> None:
        """A stream in a stream: paths and the pen of the outer one wait."""
        kept = self.path, self.box, self.clipping, self.pen
        self.path, self.box, self.clipping, self.pen = [], [], False, Pen(self.found.fonts, self.codes)
        self.stream(content, resources, state, depth + 1)
        self.path, self.box, self.clipping, self.pen = kept

    def _group(self, group: pikepdf.Object | None, resources: pikepdf.Object, state: State) -> None:
        if not isinstance(group, pikepdf.Dictionary) or group.get("/S") != "/Transparency":
            return
        where = "a soft mask" if state.where == "a soft mask" else "a group"
        self._note(self.found.see_through, "a transparency group", state)
        if "/CS" in group:
            self.blend(group.CS, resources, where, state.clip)

    def blend(self, space: pikepdf.Object, resources: pikepdf.Object, where: str, box: Box) -> None:
        """The space that a group mixes its colours in (11.4.7)."""
        family = space_of(space, resources).family
        if ("blend", family, where) not in self.marked:
            self.marked.add(("blend", family, where))
            self.found.blends.append(ColourUse(family, where, box))

    def _image(
        self, image: pikepdf.Object, resources: pikepdf.Object, state: State, *, inline: bool = False
    ) -> None:
        box = moved_box((0, 0, 1, 1), state.matrix)
        mask = bool(image.get("/ImageMask", image.get("/IM", False)))
        if (picture := picture_of(image, state.matrix, cut(box, state.clip), mask=mask)) is not None:
            self.found.pictures.append(picture)
        if inline:
            for what in packings(image.get("/Filter", image.get("/F"))):
                self._note(self.found.packed, what, state)
        space = None if mask else image.get("/ColorSpace", image.get("/CS"))
        if space is not None:
            self._use_space(space_of(space, resources), "a picture", state, box)
        elif mask:
            self._use(state.fill, state.fill_space, "a picture", state, box)
        if "/SMask" in image:
            self._note(self.found.see_through, "a picture with a soft mask", state)
        if "/Alternates" in image:
            self._note(self.found.device, "a picture with others in its place", state)
        colour = state.fill if mask else Colour("Image")
        self._leave("image", colour, state.fill_overprints, box, state)

    # text

    def _write(
        self,
        operator: str,
        operands: list[pikepdf.Object],
        resources: pikepdf.Object,
        state: State,
        depth: int,
    ) -> State:
        if operator == "Tf":
            name = str(operands[0])
            return self.pen.chosen(resources.Font[name], name, finite(operands[1]), state)
        if operator == "Tr":
            return replace(state, mode=int(operands[0]))
        if operator in _MOVES:
            return self.pen.moved(operator, [finite(each) for each in operands], state)
        if operator == '"':
            state = replace(state, word_spacing=finite(operands[0]), spacing=finite(operands[1]))
        if operator in {"'", '"'}:
            state = self.pen.moved("T*", [], state)
        for letter, matrix in self.pen.type_3(operands[-1], state):
            if self._first_time(f"letter {state.font}", letter):
                inner = replace(state, matrix=matrix, where="a Type 3 letter", quiet=False)
                self._apart(letter, self.pen.resources(state) or resources, inner, depth)
        box, size = self.pen.shown(operands[-1], state)
        for paints, colour, space, over in (
            (state.mode % 4 in {0, 2}, state.fill, state.fill_space, state.fill_overprints),
            (state.mode % 4 in {1, 2}, state.stroke, state.stroke_space, state.stroke_overprints),
        ):
            if paints and box is not None:
                self._use(colour, space, "text", state, box)
                self._leave("text", colour, over, box, state, size=size)
        return state

    # what is kept

    def _leave(
        self,
        kind: Kind,
        colour: Colour,
        overprints: bool,
        box: Box,
        state: State,
        *,
        thin: float = 0,
        size: float = 0,
    ) -> None:
        seen = cut(box, state.clip)
        if not state.quiet and not is_empty(seen):
            self.found.painted.append(Painted(kind, colour, overprints, state.keeps_zero, seen, thin, size))

    def _note(self, where: list[tuple[str, Box]], what: str, state: State) -> None:
        """Each once a page."""
        if not any(what == known for known, _ in where):
            where.append((what, NOWHERE if is_empty(state.clip) else state.clip))

    def _first_time(self, kind: str, thing: pikepdf.Object) -> bool:
        """Whether a cell or letter is met for the first time on the page; one without number always is."""
        key = (kind, thing.objgen)
        new = not thing.is_indirect or key not in self.done
        self.done.add(key)
        return new
