"""The walk over a checked SVG file: from elements to shapes with role, matrix, stroke and clips.

``use`` is spelled out here, with limits and without cycles; styles and roles (by class, else by colour) are settled.
Source: SVG 1.1, chapters 5.6 (use), 11 (painting) and 14.3 (clipping).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from brochure.content import svg_contract as contract
from brochure.content.findings import shown
from brochure.content.svg_contract import RefusalError
from brochure.content.svg_numbers import (
    IDENTITY,
    Matrix,
    compose,
    length,
    number,
    numbers,
    transform,
    within_bounds,
)
from brochure.content.svg_path import Command, shape, too_many_segments
from brochure.content.svg_source import Drawing, Element, chosen, read_drawing, tag_of
from brochure.content.svg_style import declarations
from brochure.model.sign import SignRole

MIN_DASH = 0.5
"""Shortest dash and gap together, in grid units: less is a grey nobody can print, and millions of outlines."""

_LOCAL_URL = re.compile(r"url\(\s*[\"']?#([^\"')]+)[\"']?\s*\)")
_ROLES = frozenset(role.value for role in SignRole)


class Stroke(Struct, frozen=True):
    """Lengths in the shape's own units."""

    width: float
    cap: str
    join: str
    miter_limit: float
    dashes: tuple[float, ...]
    dash_offset: float


class Area(Struct, frozen=True):
    """A region in its own units, filled by the even-odd or the non-zero rule; ``matrix`` maps it to the grid."""

    commands: tuple[Command, ...]
    matrix: Matrix
    even_odd: bool


Clip = tuple[Area, ...]
"""The union of its areas."""


class Shape(Struct, frozen=True):
    """One painted shape, seen where all of its clips are."""

    area: Area
    filled: bool
    stroke: Stroke | None
    role: SignRole
    clips: tuple[Clip, ...]
    line: int


class _Around(Struct, frozen=True):
    """What an element takes over from the elements around it."""

    style: Mapping[str, str]
    matrix: Matrix
    role: SignRole | None
    clips: tuple[Clip, ...]


def read_shapes(data: bytes) -> tuple[tuple[Shape, ...], tuple[RefusalError, ...]]:
    """The shapes of an SVG file in painting order, and everything that is refused in it."""
    refusals: list[RefusalError] = []
    shapes: tuple[Shape, ...] = ()
    try:
        drawing = read_drawing(data, refusals)
        walk = _Walk(drawing, refusals)
        walk.draw(drawing.root, _Around(contract.INHERITED, IDENTITY, None, ()))
        shapes = tuple(walk.shapes)
    except RefusalError as refusal:
        refusals.append(refusal)
    if not shapes and not refusals:
        cure = "Draw at least one shape with a fill or a stroke, or make hidden layers visible."
        refusals.append(RefusalError("sign-draws-nothing", "nothing in the file leaves ink", cure))
    once = {(r.line, r.code, r.message): r for r in refusals}
    return shapes, tuple(once[key] for key in sorted(once))


class _Walk:
    """Collects shapes and refusals; a limit that is passed ends it with RefusalError."""

    def __init__(self, drawing: Drawing, refusals: list[RefusalError]) -> None:
        self.shapes: list[Shape] = []
        self._drawing = drawing
        self._refusals = refusals
        self._open: list[Element] = []
        self._visited = 0
        self._segments = 0

    def draw(self, element: Element, around: _Around) -> None:
        tag = tag_of(element)
        if tag not in contract.SHAPES | contract.GROUPS | {"use", "switch"}:
            return
        with self._entered(element):
            own = self._own_style(element, tag)
            if own.get("display") == "none":
                return
            here = self._here(element, own, around)
            if tag in contract.GROUPS:
                for child in element:
                    self.draw(child, here)
            elif tag == "switch":
                for child in chosen(element):
                    self.draw(child, here)
            elif tag == "use":
                self.draw(self._target(element), _moved_by_use(element, here))
            else:
                self._draw_shape(element, tag, here)

    @contextmanager
    def _entered(self, element: Element) -> Iterator[None]:
        """Holds the limits around one element; its own faults are noted and the walk goes on behind it."""
        self._visited += 1
        if self._visited > contract.MAX_DRAWN or len(self._open) >= contract.MAX_DEPTH:
            message = "with every `use` spelled out the drawing is too large or nested too deep"
            cure = "Ungroup the copies, or draw them as one path."
            raise RefusalError("sign-too-complex", message, cure, element.sourceline or 0)
        self._open.append(element)
        try:
            yield
        except RefusalError as refusal:
            refusal.line = refusal.line or element.sourceline or 0
            if refusal.code == "sign-too-complex":
                raise
            self._refusals.append(refusal)
        finally:
            self._open.pop()

    def _own_style(self, element: Element, tag: str) -> dict[str, str]:
        """The element's own properties: attributes, beaten by rules, beaten by its ``style``."""
        own = {
            k: v.strip()
            for k, v in element.attrib.items()
            if (k in contract.INHERITED or k in contract.OWN) and contract.is_accepted(k, v.strip())
        }
        own |= self._drawing.sheet.of(tag, element.get("class", "").split(), element.get("id", ""))
        # What is refused in it was noted when the file was checked.
        return own | declarations(element.get("style", ""), 0, [])

    def _here(self, element: Element, own: Mapping[str, str], around: _Around) -> _Around:
        taken = {k: v for k, v in own.items() if k in contract.INHERITED and v != "inherit"}
        matrix = within_bounds(compose(around.matrix, transform(element.get("transform", ""))))
        clips = around.clips + self._clips(own.get("clip-path", "none"), matrix)
        return _Around({**around.style, **taken}, matrix, _role(element) or around.role, clips)

    def _style_around(self, element: Element) -> dict[str, str]:
        """What a clip path inherits: from where it stands in the file, not from what it clips."""
        style = dict(contract.INHERITED)
        for outer in reversed(list(element.iterancestors())):
            own = self._own_style(outer, tag_of(outer))
            style |= {k: v for k, v in own.items() if k in contract.INHERITED and v != "inherit"}
        return style

    def _target(self, element: Element) -> Element:
        reference = element.get("href") or element.get(contract.XLINK_HREF) or ""
        cure = "Refer to a shape or group of the same file with its id, such as #door, or paste the shape itself."
        if not reference.startswith("#"):
            message = f"`use` refers to {shown(reference)}, outside of the file"
            raise RefusalError("sign-reference", message, cure)
        target = self._drawing.by_id.get(reference[1:])
        if target is None or tag_of(target) not in contract.SHAPES | {"g", "use"}:
            message = f"`use` refers to {shown(reference)}, which is no shape or group of the file"
            raise RefusalError("sign-reference", message, cure)
        if target in self._open:
            raise RefusalError("sign-reference", f"`use` of {shown(reference)} goes round in a circle", cure)
        return target

    def _draw_shape(self, element: Element, tag: str, here: _Around) -> None:
        style = here.style
        area = self._area(element, tag, here, style["fill-rule"])
        filled = tag != "line" and contract.paints(style["fill"])
        stroke = _stroke(style, here.matrix) if contract.paints(style["stroke"]) else None
        if style["visibility"] != "visible" or not area.commands or not (filled or stroke):
            return
        line = element.sourceline or 0
        fill_role = (here.role or _by_colour(tag, style["fill"])) if filled else None
        stroke_role = (here.role or _by_colour(tag, style["stroke"])) if stroke else None
        if fill_role and stroke_role and fill_role is not stroke_role:
            self.shapes.append(Shape(area, True, None, fill_role, here.clips, line))
            self.shapes.append(Shape(area, False, stroke, stroke_role, here.clips, line))
        else:
            role = fill_role or stroke_role
            assert role is not None
            self.shapes.append(Shape(area, filled, stroke, role, here.clips, line))

    def _area(self, element: Element, tag: str, here: _Around, rule: str) -> Area:
        commands = shape(tag, element.attrib)
        self._segments += len(commands)
        if self._segments > contract.MAX_SEGMENTS:
            raise too_many_segments()
        return Area(commands, here.matrix, rule == "evenodd")

    def _clips(self, value: str, matrix: Matrix) -> tuple[Clip, ...]:
        """The clip path that ``value`` names and those that clip it, in the space of the element that is clipped."""
        if value == "none":
            return ()
        found = _LOCAL_URL.fullmatch(value)
        element = self._drawing.by_id.get(found.group(1)) if found else None
        cure = "Release the clip and cut the shapes (Path > Intersection)."
        if element is None or tag_of(element) != "clipPath":
            raise RefusalError(
                "sign-reference", f"`clip-path` {shown(value)} names no clip path of the file", cure
            )
        if element in self._open:
            raise RefusalError("sign-reference", f"`clip-path` {shown(value)} goes round in a circle", cure)
        areas: list[Area] = []
        faults = len(self._refusals)
        with self._entered(element):
            own = self._own_style(element, "clipPath")
            here = self._here(element, own, _Around(self._style_around(element), matrix, None, ()))
            for child in element:
                self._add_clip_area(child, here, areas)
        if not areas and len(self._refusals) == faults:
            raise RefusalError("sign-reference", f"`clip-path` {shown(value)} has no shape in it", cure)
        return (*here.clips, tuple(areas)) if areas else ()

    def _add_clip_area(self, element: Element, around: _Around, areas: list[Area]) -> None:
        tag = tag_of(element)
        if not tag or tag in contract.SILENT:
            return
        with self._entered(element):
            own = self._own_style(element, tag)
            if tag not in contract.SHAPES | {"use"} or own.get("clip-path", "none") != "none":
                cure = "Put shapes or `use` of shapes into the clip path, or cut the shapes (Path > Intersection)."
                raise RefusalError(
                    "sign-element", f"<{tag[:40]}> cannot stand like this in a clip path", cure
                )
            here = self._here(element, own, around)
            if own.get("display") == "none" or here.style["visibility"] != "visible":
                return
            if tag == "use":
                self._add_clip_area(self._target(element), _moved_by_use(element, here), areas)
            else:
                areas.append(self._area(element, tag, here, here.style["clip-rule"]))


def _role(element: Element) -> SignRole | None:
    named = _ROLES.intersection(element.get("class", "").split())
    if len(named) > 1:
        message = f"the classes {' and '.join(sorted(named))} stand on one element"
        raise RefusalError("sign-role", message, "Keep one of them.")
    return SignRole(*named) if named else None


def _by_colour(tag: str, colour: str) -> SignRole:
    role = contract.role_of_colour(colour)
    if role is None:
        known = ", ".join(f"{code} for {name}" for code, name in contract.COLOURS.items())
        message = f"<{tag}> has no role: no class, and {shown(colour)} is none of the colours of signs"
        cure = (
            f'Add class="ink", class="accent" or class="paper" to it or to its group, or colour it {known}.'
        )
        raise RefusalError("sign-role", message, cure)
    return SignRole(role)


def _moved_by_use(element: Element, here: _Around) -> _Around:
    x, y = length(element.attrib, "x"), length(element.attrib, "y")
    return replace(here, matrix=within_bounds(compose(here.matrix, (1, 0, 0, 1, x, y))))


def _stroke(style: Mapping[str, str], matrix: Matrix) -> Stroke | None:
    width = number(style["stroke-width"], "`stroke-width`")
    miter_limit = number(style["stroke-miterlimit"], "`stroke-miterlimit`")
    offset = number(style["stroke-dashoffset"], "`stroke-dashoffset`")
    dashes = (
        ()
        if style["stroke-dasharray"] == "none"
        else numbers(style["stroke-dasharray"], "`stroke-dasharray`")
    )
    if width < 0 or miter_limit < 1 or min(dashes, default=0) < 0:
        message = "a stroke's width or dash is negative, or its miter limit below 1"
        raise RefusalError("sign-number", message, "Write a size of 0 or more.")
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    if 0 < sum(dashes) * scale < MIN_DASH:
        message = f"the dashes of a stroke are shorter than {MIN_DASH} units"
        raise RefusalError("sign-number", message, "Draw a solid stroke, or dashes that can be printed.")
    if not width:
        return None
    # An odd count of dashes is gone through twice (SVG 1.1, 11.4).
    even = dashes * (1 + len(dashes) % 2) if sum(dashes) else ()
    return Stroke(width, style["stroke-linecap"], style["stroke-linejoin"], miter_limit, even, offset)
