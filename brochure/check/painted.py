"""The numbers of a page as the eye meets them: by place, not by order of the text.

A page is given as marks, wherever they were found: on a laid-out page (``placed.py``) or in a file (``finished.py``).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

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
    """Without isolates and marks of direction (general category Cf)."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


@lru_cache(maxsize=8192)
def _is_of_numbers(text: str) -> bool:
    """Digits and what may stand between them."""
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


Baseline = tuple[int, bool, float]
"""Page, whether the line runs up it, and where the line stands."""


def by_baseline(marks: Iterable[Mark]) -> Mapping[Baseline, Sequence[Mark]]:
    """Marks by where they stand, each in their own order: a page has thousands of marks, and a hundred baselines."""
    lines: defaultdict[Baseline, list[Mark]] = defaultdict(list)
    for mark in marks:
        lines[mark.page, mark.turned, mark.baseline].append(mark)
    return lines


def stretches(lines: Mapping[Baseline, Sequence[Mark]]) -> tuple[Stretch, ...]:
    """Every number of the marks, page by page, top to bottom, then left to right."""
    return tuple(
        _stretch(group)
        for level in _levels(lines)
        for group in _groups([mark for baseline in level for mark in lines[baseline]])
    )


def _levels(lines: Mapping[Baseline, Sequence[Mark]]) -> Iterator[list[Baseline]]:
    """Baselines that the eye takes for one."""
    level: list[Baseline] = []
    for baseline in sorted(each for each, marks in lines.items() if any(map(_takes_place, marks))):
        if level and (baseline[:2] != level[-1][:2] or baseline[2] - level[-1][2] > LEVEL):
            yield level
            level = []
        level.append(baseline)
    if level:
        yield level


def _takes_place(mark: Mark) -> bool:
    """Isolates and marks of direction do not, whatever a reader gives them."""
    return mark.advance > 0 and bool(_seen(mark.text))


def _groups(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Marks of one line, parted at words and at white space, as far as they hold a digit."""
    group: list[Mark] = []
    if not any(_has_digit(mark.text) for mark in marks):
        return
    for mark in sorted(filter(_takes_place, marks), key=lambda m: (m.x, m.right)):
        is_of_numbers = _is_of_numbers(mark.text)
        if group and (not is_of_numbers or _air(group[-1], mark) > GAP):
            yield from _with_digits(group)
            group = []
        if is_of_numbers:
            group.append(mark)
    yield from _with_digits(group)


def _with_digits(group: list[Mark]) -> Iterator[list[Mark]]:
    """The group from its first digit (or plus) to its last digit, nothing if it has none."""
    digits = [n for n, mark in enumerate(group) if _has_digit(mark.text)]
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
