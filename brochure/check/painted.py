"""The numbers of a laid-out page as the eye meets them: by place, not by order of the text."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from brochure.layout.operations import PlacedDocument, TextLine

SEPARATORS = frozenset(" \u00a0\u202f\u2009-\u2010\u2011\u2013/.,:()")
"""What may stand between the digits of one number."""

GAP = 0.5
"""White space without a cluster, in em, that parts two numbers."""

SPACE = 0.12
"""White space without a cluster, in em, that the eye takes for a space between two digits."""

OVERLAP = 0.5
"""Share of a digit's advance that the next one must leave free, else the two stand on each other."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Digits next to each other on one line, read from left to right.

    ``chunks``: the digits between separators, ``("+352", "27", "36")``. Lengths in pt from the trim's left top
    corner; ``page`` counts from 0. ``apart`` is false where digits stand on each other. ``operation``: where it
    begins.
    """

    chunks: tuple[str, ...]
    page: int
    left: float
    right: float
    baseline: float
    size: float
    apart: bool
    operation: TextLine


@dataclass(frozen=True, slots=True)
class _Mark:
    """A cluster at its place on the page."""

    text: str
    x: float
    advance: float
    size: float
    operation: TextLine

    @property
    def right(self) -> float:
        return self.x + self.advance

    @property
    def is_of_numbers(self) -> bool:
        """Digits and what may stand between them; marks of direction (general category Cf) are not seen."""
        seen = (c for c in self.text if unicodedata.category(c) != "Cf")
        return all(c == "+" or is_digit(c) or c in SEPARATORS for c in seen)


def is_digit(character: str) -> bool:
    """A decimal digit of any script (general category Nd, UAX 44)."""
    return unicodedata.category(character) == "Nd"


def chunks_of(text: str) -> tuple[str, ...]:
    """The digits of a text between its other characters; a plus belongs to the digits that follow it."""
    chunks: list[str] = []
    before = " "
    for character in text:
        if is_digit(character) and is_digit(before):
            chunks[-1] += character
        elif is_digit(character):
            chunks.append("+" + character if before == "+" else character)
        before = character
    return tuple(chunks)


def stretches(placed: PlacedDocument) -> tuple[Stretch, ...]:
    """Every number on every page, top to bottom, then left to right."""
    found: list[Stretch] = []
    for page, content in enumerate(placed.pages):
        baselines: dict[float, list[_Mark]] = defaultdict(list)
        for operation in content.operations:
            if isinstance(operation, TextLine):
                baselines[round(operation.baseline, 3)].extend(_marks(operation))
        for _, marks in sorted(baselines.items()):
            found.extend(_stretch(page, group) for group in _groups(marks))
    return tuple(found)


def _marks(operation: TextLine) -> Iterator[_Mark]:
    """Clusters that take a place on the line; isolates and marks of direction take none."""
    for run in operation.line.runs:
        for cluster in run.clusters:
            if cluster.advance > 0:
                yield _Mark(cluster.text, operation.x + cluster.x, cluster.advance, run.size, operation)


def _groups(marks: Iterable[_Mark]) -> Iterator[list[_Mark]]:
    """Marks of one baseline, parted at words and at white space, as far as they hold a digit."""
    group: list[_Mark] = []
    for mark in sorted(marks, key=lambda m: (m.x, m.right)):
        if not mark.is_of_numbers or (group and _air(group[-1], mark) > GAP):
            yield from _with_digits(group)
            group = []
        if mark.is_of_numbers:
            group.append(mark)
    yield from _with_digits(group)


def _with_digits(group: list[_Mark]) -> Iterator[list[_Mark]]:
    """The group from its first digit (or plus) to its last digit, nothing if it has none."""
    digits = [n for n, mark in enumerate(group) if any(is_digit(c) for c in mark.text)]
    if digits:
        first = digits[0] - 1 if digits[0] and group[digits[0] - 1].text == "+" else digits[0]
        yield group[first : digits[-1] + 1]


def _air(before: _Mark, after: _Mark) -> float:
    """White space between two marks in em of the smaller one."""
    return (after.x - before.right) / min(before.size, after.size)


def _stretch(page: int, group: list[_Mark]) -> Stretch:
    first = group[0]
    text = first.text
    for before, after in pairwise(group):
        text += (" " if _air(before, after) > SPACE else "") + after.text
    return Stretch(
        chunks=chunks_of(text),
        page=page,
        left=first.x,
        right=group[-1].right,
        baseline=first.operation.baseline,
        size=first.size,
        apart=all(b.x - a.x >= OVERLAP * a.advance for a, b in pairwise(group)),
        operation=first.operation,
    )
