"""How numbers and outlines are spelled in a content stream (ISO 32000-1, 7.3.3 and 8.5.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brochure.base.geometry import Outline

Point = tuple[float, float]

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def number(value: float, places: int = 2) -> str:
    """A PDF number, at most ``places`` decimals. Two are 3.5 micrometres on paper: below any device."""
    if type(value) is int:  # of signs, by the thousand: the same in a third of the time
        return str(value)
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Iterable[float], places: int = 2) -> str:
    """Several numbers, a space between them."""
    return " ".join(number(value, places) for value in values)


def path(outline: Outline, place: Callable[[float, float], Point]) -> str:
    """Path construction operators; ``place`` maps each point of the outline to the stream's own coordinates."""
    steps = []
    for segment in outline.segments:
        points = segment.points
        placed = [v for i in range(0, len(points), 2) for v in place(points[i], points[i + 1])]
        steps.append(f"{numbers(placed)} {_OPERATORS[segment.verb]}".lstrip())
    return " ".join(steps)
