"""Choosing the lines of a paragraph together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from brochure.text.opportunities import Opportunity

SHORT = 0.4
"""A last line shorter than this part of the measure is avoided, and a sentence end is no reason to break one off."""

INSIDE_CLAUSE = 0.15
"""What a break that is not after a comma costs, in the unit of unevenness: lines that follow the sense read easier."""

EQUAL = 0.03
"""Two ways to break a text whose costs differ by no more, in the same unit, are as good as each other to the eye."""

_TOLERANCE = 1e-9
# Overflow, lines, a short last line, breaks inside a sentence, unevenness: compared in this order, added one by one.
_Cost = tuple[float, int, int, int, float]
_NOTHING: _Cost = (0.0, 0, 0, 0, 0.0)


def choose_lines(
    opportunities: Sequence[Opportunity], width: Callable[[int, int], float], measure: float
) -> Iterator[tuple[int, int]]:
    """Start and end of each line, in code points.

    ``width``: of a line by its start and end, without the white space at its ends; in the unit of ``measure``. Between
    breaks that must be taken: as few lines as possible, no short last line where that can be, then breaks at ends of
    sentences, then lines as even as possible, rather broken after a comma than elsewhere and rather not between tied
    words. What cannot be broken stands alone, wider than the measure.
    """
    start, stretch = 0, []
    for opportunity in _needed(opportunities, width, measure):
        stretch.append(opportunity)
        if opportunity.must:
            yield from _choose_stretch(start, stretch, width, measure)
            start, stretch = opportunity.offset, []


def second_line_starts(
    opportunities: Sequence[Opportunity], width: Callable[[int, int], float], measure: float
) -> tuple[int, ...]:
    """Where the second line of a text of two may start: the place that is chosen, then those that are as good
    (:data:`EQUAL`), better ones first. None where a line must start.

    Arguments as of :func:`choose_lines`.
    """
    places = list(_needed(opportunities, width, measure))
    if len(places) < 2 or any(place.must for place in places[:-1]):
        return ()
    end = places.pop()
    found = []
    for number, place in enumerate(places, 1):
        first = _add_line(_NOTHING, width(0, place.offset), measure, place, False, number == 1)
        lone = number == len(places)
        cost = _add_line(first, width(place.offset, end.offset), measure, end, True, lone)
        found.append((cost, place.offset))
    *wishes, uneven = min(found)[0]
    return tuple(
        offset for cost, offset in sorted(found) if list(cost[:-1]) == wishes and cost[-1] <= uneven + EQUAL
    )


def _needed(
    opportunities: Sequence[Opportunity], width: Callable[[int, int], float], measure: float
) -> Iterator[Opportunity]:
    """Without those to spare, unless what they divide is wider than the measure."""
    start, spare = 0, []
    for opportunity in opportunities:
        if opportunity.spare:
            spare.append(opportunity)
            continue
        if spare and width(start, opportunity.offset) > measure + _TOLERANCE:
            yield from spare
        yield opportunity
        start, spare = opportunity.offset, []


def _choose_stretch(
    start: int, stretch: Sequence[Opportunity], width: Callable[[int, int], float], measure: float
) -> Iterator[tuple[int, int]]:
    """The cheapest way through the opportunities after ``start``; the last one is its end (Knuth and Plass 1981)."""
    places = [start, *(opportunity.offset for opportunity in stretch)]
    most = measure + _TOLERANCE
    if width(start, places[-1]) <= most:
        yield start, places[-1]
        return
    best: list[tuple[_Cost, int]] = [(_NOTHING, 0)]
    for end, opportunity in enumerate(stretch, 1):
        is_last, place = end == len(stretch), places[end]
        candidates: list[tuple[_Cost, int]] = []
        for begin in range(end - 1, -1, -1):
            wide, lone = width(places[begin], place), begin == end - 1
            if wide > most and not lone:
                break
            candidates.append((_add_line(best[begin][0], wide, measure, opportunity, is_last, lone), begin))
        best.append(min(candidates))
    path = [len(places) - 1]
    while path[-1]:
        path.append(best[path[-1]][1])
    for begin, end in pairwise(reversed(path)):
        yield places[begin], places[end]


def _add_line(
    before: _Cost, wide: float, measure: float, end: Opportunity, is_last: bool, lone: bool
) -> _Cost:
    """The cost of the lines ``before`` and of one more."""
    overflow, lines, shorts, insides, uneven = before
    free = measure - wide
    if free < -_TOLERANCE:
        overflow += wide - measure - _TOLERANCE
    slack = free / measure if free > 0 and measure > 0 else 0.0
    short = wide < SHORT * measure
    cost = slack * slack
    if is_last:
        shorts += short + (short and lone)
    else:
        insides += short or not end.sentence
        cost += 0 if end.clause or end.sentence else INSIDE_CLAUSE
        cost += end.tied
    return overflow, lines + 1, shorts, insides, uneven + cost
