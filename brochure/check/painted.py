"""The numbers of a page as the eye meets them: by place, not by order of the text.

A page is given as marks, wherever they were found: on a laid-out page (``placed.py``) or in a file (``finished.py``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct

from brochure.base.spans import Span

SEPARATORS = frozenset(" \u00a0\u202f\u2009-\u2010\u2011\u2013/.,:()")
"""What may stand between the digits of one number."""

GAP = 0.5
"""White space without a cluster, in em, that parts two numbers."""

SPACE = 0.12
"""White space without a cluster, in em, that the eye takes for a space between two digits."""

LEVEL = 0.05
"""Height in pt up to which two marks stand on one baseline: files round to hundredths, no eye sees a twentieth."""

OVERLAP = 0.5
"""Share of a digit's advance that the next one must leave free, else the two stand on each other."""


class Mark(Struct, frozen=True, gc=False):
    """What is painted at one place: a cluster, or a character of a file.

    Lengths in pt from the trim's left top corner; ``page`` counts from 0. ``size``: of the type. ``address`` and
    ``span``: where it comes from, for the reader of a finding; ``address`` is "" where that is not known.
    ``turned``: it stands on a line that runs up the page; ``x`` and ``baseline`` are then as the eye sees them with the
    page turned a quarter clockwise about that corner, so ``x`` counts up from the trim's top, below zero.
    """

    text: str
    page: int
    x: float
    advance: float
    baseline: float
    size: float
    address: str
    span: Span
    turned: bool = False

    @property
    def place(self) -> tuple[float, float]:
        """Its x and y on the page as it is, pt."""
        return (self.baseline, -self.x) if self.turned else (self.x, self.baseline)

    @property
    def right(self) -> float:
        return self.x + self.advance

    @property
    def seen(self) -> str:
        """Without isolates and marks of direction (general category Cf)."""
        return _seen(self.text)

    @property
    def is_of_numbers(self) -> bool:
        """Digits and what may stand between them."""
        return _is_of_numbers(self.text)

    @property
    def has_digit(self) -> bool:
        """Of any script."""
        return _has_digit(self.text)


class Stretch(Struct, frozen=True):
    """Digits next to each other on one line, read from left to right.

    ``chunks``: the digits between separators, ``("+352", "27", "36")``. ``apart`` is false where digits stand on
    each other. ``first``: the mark with which it begins, its place and its source. ``right``: of its last mark, pt.
    """

    chunks: tuple[str, ...]
    first: Mark
    right: float
    apart: bool

    @property
    def page(self) -> int:
        return self.first.page

    @property
    def left(self) -> float:
        return self.first.x

    @property
    def baseline(self) -> float:
        return self.first.baseline

    @property
    def turned(self) -> bool:
        return self.first.turned

    @property
    def size(self) -> float:
        return self.first.size


def is_digit(character: str) -> bool:
    """A decimal digit of any script (general category Nd, UAX 44)."""
    return unicodedata.category(character) == "Nd"


@lru_cache(maxsize=8192)
def _seen(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


@lru_cache(maxsize=8192)
def _is_of_numbers(text: str) -> bool:
    return all(c == "+" or is_digit(c) or c in SEPARATORS for c in _seen(text))


@lru_cache(maxsize=8192)
def _has_digit(text: str) -> bool:
    return any(map(is_digit, text))


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


def stretches(marks: Iterable[Mark]) -> tuple[Stretch, ...]:
    """Every number of the marks, page by page, top to bottom, then left to right."""
    return tuple(_stretch(group) for line in _lines(marks) for group in _groups(line))


_LINE = attrgetter("page", "turned", "baseline")


def _lines(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """Marks that stand on one baseline. Isolates and marks of direction take no place, whatever a reader gives them."""
    line: list[Mark] = []
    for mark in sorted((m for m in marks if m.advance > 0 and _seen(m.text)), key=_LINE):
        same = line and (mark.page, mark.turned) == (line[-1].page, line[-1].turned)
        if line and (not same or mark.baseline - line[-1].baseline > LEVEL):
            yield line
            line = []
        line.append(mark)
    if line:
        yield line


def _groups(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Marks of one baseline, parted at words and at white space, as far as they hold a digit."""
    group: list[Mark] = []
    if not any(_has_digit(mark.text) for mark in marks):
        return
    for mark in sorted(marks, key=lambda m: (m.x, m.right)):
        if not mark.is_of_numbers or (group and _air(group[-1], mark) > GAP):
            yield from _with_digits(group)
            group = []
        if mark.is_of_numbers:
            group.append(mark)
    yield from _with_digits(group)


def _with_digits(group: list[Mark]) -> Iterator[list[Mark]]:
    """The group from its first digit (or plus) to its last digit, nothing if it has none."""
    digits = [n for n, mark in enumerate(group) if mark.has_digit]
    if digits:
        first = digits[0] - 1 if digits[0] and group[digits[0] - 1].text == "+" else digits[0]
        yield group[first : digits[-1] + 1]


def _air(before: Mark, after: Mark) -> float:
    """White space between two marks in em of the smaller one."""
    return (after.x - before.right) / min(before.size, after.size)


def _stretch(group: list[Mark]) -> Stretch:
    text = group[0].text
    for before, after in pairwise(group):
        text += (" " if _air(before, after) > SPACE else "") + after.text
    return Stretch(
        chunks=chunks_of(text),
        first=group[0],
        right=group[-1].right,
        apart=all(b.x - a.x >= OVERLAP * a.advance for a, b in pairwise(group)),
    )
