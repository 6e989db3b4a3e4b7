"""Shapes to plain outlines: strokes become areas, clips are cut, arcs and quadratics become cubics.

The geometry is done by picosvg on Skia's path operations.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct
from picosvg import svg_pathops
from picosvg.arc_to_cubic import arc_to_cubic
from picosvg.geometric_types import Point

from brochure.content.svg_contract import RefusalError
from brochure.content.svg_curves import simplified
from brochure.content.svg_numbers import Matrix, compose
from brochure.content.svg_path import Command
from brochure.content.svg_shapes import Clip, Shape, Stroke
from brochure.model.sign import GRID, SignRole

PathOpsError: type[Exception] = svg_pathops.pathops.PathOpsError  # type: ignore[attr-defined]  # it comes from Skia

DIGITS = 3
"""Coordinates are rounded to 1/1000 of a grid unit, 0.2 micrometres at 12 mm."""

TOLERANCE = 0.01
"""Largest distance, in grid units, of a round cap or join from the true circle."""

_STROKING_SCALE = 32.0
# Skia's stroker allows itself an error of a quarter of a unit, so it is given a larger drawing.

OUTSIDE = 0.02
"""How far an outline may stand beyond the grid before it is said: what rounding and curve fitting leave."""


class Layer(Struct, frozen=True):
    """Commands M L C Z in grid units, every contour closed, non-zero winding. ``line`` is where the shape stands."""

    role: SignRole
    line: int
    commands: tuple[Command, ...]


def outlines(shapes: Iterable[Shape], refusals: list[RefusalError]) -> tuple[Layer, ...]:
    """Layers in painting order: per shape its fill, then its stroke. Nothing may stand outside of the grid."""
    layers = []
    for shape in shapes:
        try:
            for commands in _painted(shape):
                rounded = _finished(commands)
                if rounded:
                    layers.append(Layer(shape.role, shape.line, rounded))
                    _check_inside(rounded)
        except PathOpsError:
            cure = "Simplify or join the shape in the drawing program (Path > Union), then save again."
            message = "the shape could not be cut or stroked"
            refusals.append(RefusalError("sign-geometry", message, cure, shape.line))
        except RefusalError as refusal:
            refusal.line = shape.line
            refusals.append(refusal)
    return tuple(layers)


def _painted(shape: Shape) -> Iterator[Iterable[Command]]:
    curves = _without_arcs(shape.area.commands)
    if shape.filled:
        area = _moved(curves, shape.area.matrix)
        yield _clipped(area, "evenodd" if shape.area.even_odd else "nonzero", shape.clips)
    if shape.stroke:
        yield _clipped(_stroked(curves, shape.stroke, shape.area.matrix), "nonzero", shape.clips)


def _stroked(commands: tuple[Command, ...], stroke: Stroke, matrix: Matrix) -> tuple[Command, ...]:
    a, b, c, d, _, _ = matrix
    grid_scale = max(math.hypot(a, b), math.hypot(c, d))
    if abs(a * d - b * c) < 1e-9:
        return ()
    scale = _STROKING_SCALE * grid_scale
    area = svg_pathops.stroke(
        _moved(commands, (scale, 0, 0, scale, 0, 0)),
        stroke.cap,
        stroke.join,
        stroke.width * scale,
        stroke.miter_limit,
        TOLERANCE * _STROKING_SCALE,
        [dash * scale for dash in stroke.dashes],
        stroke.dash_offset * scale,
    )
    return _moved(area, compose(matrix, (1 / scale, 0, 0, 1 / scale, 0, 0)))


def _clipped(commands: tuple[Command, ...], rule: str, clips: tuple[Clip, ...]) -> tuple[Command, ...]:
    if not commands or (rule == "nonzero" and not clips):
        return commands
    clip_paths = [_clip_path(clip) for clip in clips]
    if not all(clip_paths):
        return ()
    rules = [rule] + ["nonzero"] * len(clips)
    # With no clip at all this still turns an even-odd area into a non-zero one.
    return tuple(svg_pathops.intersection([commands, *clip_paths], rules))


def _clip_path(clip: Clip) -> tuple[Command, ...]:
    areas = [_moved(_without_arcs(area.commands), area.matrix) for area in clip]
    return tuple(svg_pathops.union(areas, ["evenodd" if area.even_odd else "nonzero" for area in clip]))


def _moved(commands: Iterable[Command], matrix: Matrix) -> tuple[Command, ...]:
    a, b, c, d, e, f = matrix
    moved = []
    for verb, values in commands:
        pairs = zip(values[::2], values[1::2], strict=True)
        moved.append((verb, tuple(v for x, y in pairs for v in (a * x + c * y + e, b * x + d * y + f))))
    return tuple(moved)


def _without_arcs(commands: Iterable[Command]) -> tuple[Command, ...]:
    found: list[Command] = []
    x = y = 0.0
    for verb, values in commands:
        if verb == "A":
            rx, ry, turn, large, sweep, end_x, end_y = values
            for one, two, end in arc_to_cubic(
                Point(x, y), rx, ry, turn, int(large), int(sweep), Point(end_x, end_y)
            ):
                handles = (*one, *two) if one and two else ()
                found.append(("C" if handles else "L", (*handles, *end)))
        else:
            found.append((verb, values))
        x, y = values[-2:] if values else (x, y)
    return tuple(found)


def _finished(commands: Iterable[Command]) -> tuple[Command, ...]:
    """In few segments, rounded, every contour closed; contours without an area are left out."""
    contours: list[list[Command]] = []
    for verb, values in commands:
        if verb == "M":
            contours.append([])
        if verb != "Z":
            contours[-1].append((verb, values))
    found: list[Command] = []
    for contour in contours:
        rounded = [
            (verb, tuple(round(v, DIGITS) + 0.0 for v in values)) for verb, values in simplified(contour)
        ]
        # PDF paints a contour without an area as a hairline; SVG does not paint it.
        if not _is_flat(rounded):
            found.extend((*rounded, ("Z", ())))
    return tuple(found)


def _is_flat(contour: list[Command]) -> bool:
    """Whether all points and handles stand on one line, within the rounding."""
    points = [values[i : i + 2] for _, values in contour for i in range(0, len(values), 2)]
    x0, y0 = points[0]
    x1, y1 = max(points, key=lambda p: math.hypot(p[0] - x0, p[1] - y0))
    reach = math.hypot(x1 - x0, y1 - y0)
    return all(abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) <= 10**-DIGITS * reach for x, y in points)


def _check_inside(commands: tuple[Command, ...]) -> None:
    xs, ys = _reach(commands, 0), _reach(commands, 1)
    if min(*xs, *ys) >= -OUTSIDE and max(*xs, *ys) <= GRID + OUTSIDE:
        return
    corners = f"{xs[0]:.2f}, {ys[0]:.2f} to {xs[1]:.2f}, {ys[1]:.2f}"
    message = f"the shape stands outside of the grid: it reaches from {corners}"
    cure = f"Move it inside of 0..{GRID:g}, with its stroke; 4..60 is the area to draw in."
    raise RefusalError("sign-outside-grid", message, cure)


def _reach(commands: tuple[Command, ...], axis: int) -> tuple[float, float]:
    """Least and greatest coordinate of the outline itself, not of its handles."""
    found: list[float] = []
    at = 0.0
    for verb, values in commands:
        if verb == "C":
            found.extend(_turns(at, *values[axis::2]))
        if values:
            at = values[axis - 2]
            found.append(at)
    return min(found), max(found)


def _turns(p0: float, p1: float, p2: float, p3: float) -> Iterator[float]:
    """Where a cubic turns round on one axis: its values at the zeros of its derivative."""
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    if abs(a) < 1e-9:
        times = [-c / b] if b else []
    else:
        root = b * b - 4 * a * c
        times = [(-b + sign * math.sqrt(root)) / (2 * a) for sign in (1, -1)] if root >= 0 else []
    for t in times:
        if 0 < t < 1:
            u = 1 - t
            yield u**3 * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t**3 * p3
