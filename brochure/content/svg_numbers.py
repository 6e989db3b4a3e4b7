"""Numbers and transforms of an SVG file, read strictly.

The readers that come with drawing libraries skip over what they do not understand; here it raises RefusalError.
Source: SVG 1.1, chapters 4.2 and 7.6.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from brochure.content.findings import shown
from brochure.content.svg_contract import RefusalError

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = ax + cy + e, y' = bx + dy + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MAX_NUMBER = 1e5

# ASCII digits only: \d would let Arabic-Indic digits through, which float() reads and a browser does not.
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NO_GAP = re.compile(r"[^ \t\r\n\f,]")
_CALL = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*")
_CALL_COUNTS = {
    "matrix": {6},
    "translate": {1, 2},
    "scale": {1, 2},
    "rotate": {1, 3},
    "skewX": {1},
    "skewY": {1},
}


def after_gap(text: str, at: int) -> int:
    """Where the next thing stands after white space and commas; the length of ``text`` when nothing does."""
    found = _NO_GAP.search(text, at)
    return found.start() if found else len(text)


def number(text: str, what: str) -> float:
    """A plain number, ``px`` allowed. ``what`` names the value in the message."""
    text = text.strip()
    found = NUMBER.fullmatch(text.removesuffix("px"))
    value = float(found.group()) if found else math.nan
    if not abs(value) <= MAX_NUMBER:
        cure = "Write a plain number of the 64 unit grid, without a unit."
        raise RefusalError("sign-number", f"{shown(text)} is not a number that can stand as {what}", cure)
    return value


def length(attributes: Mapping[str, str], name: str) -> float:
    """The number of an attribute, 0 where it is missing."""
    return number(attributes.get(name, "0"), f"`{name}`")


def size(attributes: Mapping[str, str], name: str) -> float:
    """As ``length``, but never negative."""
    value = length(attributes, name)
    if value < 0:
        raise RefusalError("sign-number", f"`{name}` is negative", "Write a size of 0 or more.")
    return value


def numbers(text: str, what: str) -> tuple[float, ...]:
    """Numbers with gaps or commas between them."""
    found = []
    at = after_gap(text, 0)
    while at < len(text):
        match = NUMBER.match(text, at)
        found.append(number(match.group() if match else text[at : at + 40], what))
        at = after_gap(text, match.end() if match else len(text))
    return tuple(found)


def compose(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that maps by ``inner`` first, then by ``outer``."""
    a, b, c, d, e, f = outer
    k, m, n, p, q, r = inner
    return (a * k + c * m, b * k + d * m, a * n + c * p, b * n + d * p, a * q + c * r + e, b * q + d * r + f)


def transform(text: str) -> Matrix:
    """A ``transform`` attribute as one matrix."""
    result = IDENTITY
    at = after_gap(text, 0)
    while at < len(text):
        match = _CALL.match(text, at)
        name = match.group(1) if match else ""
        values = numbers(match.group(2), f"`{name}()`") if match else ()
        if match is None or len(values) not in _CALL_COUNTS.get(name, ()):
            cure = "Use translate, scale, rotate, skewX, skewY or matrix with plain numbers."
            raise RefusalError("sign-attribute", f"the transform {shown(text[at:])} is not understood", cure)
        result = compose(result, _call(name, values))
        at = match.end()
    return within_bounds(result)


def within_bounds(matrix: Matrix) -> Matrix:
    """The matrix itself, unless transforms have piled up to numbers that mean nothing."""
    if not all(abs(value) <= MAX_NUMBER for value in matrix):
        cure = "Ungroup in the drawing program and save again."
        raise RefusalError("sign-number", "the transforms add up to numbers out of bounds", cure)
    return matrix


def _call(name: str, v: tuple[float, ...]) -> Matrix:
    if name == "matrix":
        return (v[0], v[1], v[2], v[3], v[4], v[5])
    if name == "translate":
        return (1, 0, 0, 1, v[0], v[1] if len(v) > 1 else 0)
    if name == "scale":
        return (v[0], 0, 0, v[-1], 0, 0)
    angle = math.radians(v[0])
    if name == "rotate":
        turn: Matrix = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0, 0)
        x, y = v[1:] or (0.0, 0.0)
        return compose(compose((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))
    return (1, 0, math.tan(angle), 1, 0, 0) if name == "skewX" else (1, math.tan(angle), 0, 1, 0, 0)
