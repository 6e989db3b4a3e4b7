"""Path data and basic shapes of an SVG file as commands, absolute and spelled out.

A command is (verb, numbers) with the verbs M L C Q A Z. Source: SVG 1.1, chapters 8.3 and 9. What cannot be read
raises RefusalError, where a browser would draw half of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brochure.content.findings import shown
from brochure.content.svg_contract import MAX_SEGMENTS, RefusalError
from brochure.content.svg_numbers import NUMBER, after_gap, length, number, numbers, size

Command = tuple[str, tuple[float, ...]]

_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def path(data: str) -> tuple[Command, ...]:
    """The ``d`` attribute as absolute commands, H V S T spelled out."""
    commands: list[Command] = []
    x = y = start_x = start_y = 0.0
    for verb, given in _tokens(data):
        kind = verb.upper()
        values = given if verb.isupper() else _shifted(kind, given, x, y)
        if kind in "HV":
            kind, values = "L", (values[0], y) if kind == "H" else (x, values[0])
        elif kind in "ST":
            kind = {"S": "C", "T": "Q"}[kind]
            values = (*_mirrored_handle(commands, kind, x, y), *values)
        # After Z the pen is back at the start of the contour; drawing on from there starts a contour of its own.
        if commands and commands[-1][0] == "Z" and kind not in "MZ":
            commands.append(("M", (x, y)))
        commands.append((kind, values))
        if len(commands) > MAX_SEGMENTS:
            raise too_many_segments()
        x, y = values[-2:] if values else (start_x, start_y)
        if kind == "M":
            start_x, start_y = x, y
    return tuple(commands)


def too_many_segments() -> RefusalError:
    """The refusal for more than ``MAX_SEGMENTS``, in one path or in all of them."""
    cure = "Simplify the paths in the drawing program (Path > Simplify); a sign needs a few dozen nodes."
    return RefusalError("sign-too-complex", f"the drawing has more than {MAX_SEGMENTS} path segments", cure)


def _mirrored_handle(commands: list[Command], kind: str, x: float, y: float) -> tuple[float, float]:
    """First handle of a smooth curve: the last one of a curve of the same kind mirrored, else the pen's place."""
    if not commands or commands[-1][0] != kind:
        return (x, y)
    handle_x, handle_y = commands[-1][1][-4:-2]
    return (2 * x - handle_x, 2 * y - handle_y)


def _shifted(kind: str, values: tuple[float, ...], x: float, y: float) -> tuple[float, ...]:
    if kind == "A":
        return (*values[:5], values[5] + x, values[6] + y)
    if kind == "V":
        return (values[0] + y,)
    return tuple(value + (y if index % 2 else x) for index, value in enumerate(values))


def _tokens(data: str) -> Iterator[Command]:
    """Verbs with their numbers as written, a verb that serves several times repeated."""
    at = after_gap(data, 0)
    verb = ""
    while at < len(data):
        if data[at].upper() in _COUNT and (verb or data[at] in "Mm"):
            verb, at = data[at], at + 1
        elif verb in ("", "Z", "z"):
            raise _unreadable(data, at)
        else:
            verb = {"M": "L", "m": "l"}.get(verb, verb)
        values = []
        for index in range(_COUNT[verb.upper()]):
            at = after_gap(data, at)
            end = _end_of_value(data, at, is_flag=verb in "Aa" and index in (3, 4))
            values.append(number(data[at:end], "a coordinate"))
            at = end
        yield verb, tuple(values)
        at = after_gap(data, at)


def _end_of_value(data: str, at: int, *, is_flag: bool) -> int:
    """Flags of an arc may stand without a gap: ``a1 1 0 01.5.5``."""
    if is_flag and data[at : at + 1] in ("0", "1"):
        return at + 1
    match = None if is_flag else NUMBER.match(data, at)
    if match is None:
        raise _unreadable(data, at)
    return match.end()


def _unreadable(data: str, at: int) -> RefusalError:
    before = data[max(0, at - 20) : at]
    rest = shown(data[at : at + 20]) if at < len(data) else "its end"
    message = f"the path data cannot be read at {rest}" + (f", after {shown(before)}" if before else "")
    return RefusalError("sign-path", message, "Open the file in the drawing program and save it again.")


def shape(tag: str, attributes: Mapping[str, str]) -> tuple[Command, ...]:
    """A basic shape or path as commands; () where SVG draws nothing (no width, no radius)."""
    if tag == "path":
        return path(attributes.get("d", ""))
    if tag in ("polyline", "polygon"):
        return _polygon(numbers(attributes.get("points", ""), "`points`"), closed=tag == "polygon")
    if tag == "line":
        ends = (
            (length(attributes, "x1"), length(attributes, "y1")),
            (length(attributes, "x2"), length(attributes, "y2")),
        )
        return (("M", ends[0]), ("L", ends[1]))
    if tag == "rect":
        return _rectangle(attributes)
    cx, cy = length(attributes, "cx"), length(attributes, "cy")
    if tag == "circle":
        return _ellipse(cx, cy, size(attributes, "r"), size(attributes, "r"))
    return _ellipse(cx, cy, size(attributes, "rx"), size(attributes, "ry"))


def _polygon(values: tuple[float, ...], *, closed: bool) -> tuple[Command, ...]:
    if len(values) % 2:
        raise RefusalError("sign-number", "`points` has an odd count of numbers", "Write pairs of x and y.")
    if len(values) < 4:
        return ()
    points = [(values[i], values[i + 1]) for i in range(0, len(values), 2)]
    if len(points) > MAX_SEGMENTS:
        raise too_many_segments()
    lines = [("L", point) for point in points[1:]]
    return (("M", points[0]), *lines, *([("Z", ())] if closed else []))


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> tuple[Command, ...]:
    if not (rx and ry):
        return ()
    half = (rx, ry, 0.0, 0.0, 1.0)
    return (("M", (cx + rx, cy)), ("A", (*half, cx - rx, cy)), ("A", (*half, cx + rx, cy)), ("Z", ()))


def _rectangle(attributes: Mapping[str, str]) -> tuple[Command, ...]:
    x, y = length(attributes, "x"), length(attributes, "y")
    width, height = size(attributes, "width"), size(attributes, "height")
    if not (width and height):
        return ()
    # One radius given stands for both; each is at most half of its side.
    given = {name: attributes[name] for name in ("rx", "ry") if attributes.get(name, "auto") != "auto"}
    rx = min(size(given, "rx" if "rx" in given else "ry"), width / 2)
    ry = min(size(given, "ry" if "ry" in given else "rx"), height / 2)
    right, bottom = x + width, y + height
    if not (rx and ry):
        return (("M", (x, y)), ("L", (right, y)), ("L", (right, bottom)), ("L", (x, bottom)), ("Z", ()))
    corner = (rx, ry, 0.0, 0.0, 1.0)
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        ("A", (*corner, right, y + ry)),
        ("L", (right, bottom - ry)),
        ("A", (*corner, right - rx, bottom)),
        ("L", (x + rx, bottom)),
        ("A", (*corner, x, bottom - ry)),
        ("L", (x, y + ry)),
        ("A", (*corner, x + rx, y)),
        ("Z", ()),
    )
