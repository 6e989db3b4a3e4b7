"""The number check on the real leaflets, set and laid out as they are printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brochure.check.numbers import check_numbers
from brochure.check.painted import by_baseline, is_digit, stretches
from brochure.check.placed import placed_marks
from brochure.layout.operations import Operation, TextLine

if TYPE_CHECKING:
    from conftest import Leaflet

TAGS = ["en", "ar"]


def swapped(operation: Operation, first: str) -> Operation | None:
    """The line with the places of its first two different digits exchanged, if it shows ``first`` to begin with."""
    if not isinstance(operation, TextLine):
        return None
    places = [(r, c) for r, run in enumerate(operation.line.runs) for c, _ in enumerate(run.clusters)]
    clusters = {(r, c): operation.line.runs[r].clusters[c] for r, c in places}
    digits = [place for place in places if clusters[place].text and is_digit(clusters[place].text[0])]
    other = next((p for p in digits if clusters[p].text != clusters[digits[0]].text), None)
    if other is None or "".join(clusters[p].text for p in digits) != first:
        return None
    one = digits[0]
    clusters[one], clusters[other] = (
        replace(clusters[one], x=clusters[other].x),
        replace(clusters[other], x=clusters[one].x),
    )
    runs = tuple(
        replace(run, clusters=tuple(clusters[r, c] for c, _ in enumerate(run.clusters)))
        for r, run in enumerate(operation.line.runs)
    )
    return replace(operation, line=replace(operation.line, runs=runs))


@pytest.mark.parametrize("tag", TAGS)
def test_every_number_of_the_leaflet_is_right(tag: str, leaflet: Callable[[str], Leaflet]) -> None:
    real = leaflet(tag)
    assert check_numbers(real.document, real.placed) == ()


DATES = {"en": ["22", "2026"], "ar": ["22", "2026"]}
"""The day of the content, the month's name between."""


@pytest.mark.parametrize("tag", TAGS)
def test_the_eye_reads_these_numbers(tag: str, leaflet: Callable[[str], Leaflet]) -> None:
    """Written out by hand from the edition, so that a fault shared by content and check is seen too."""
    found = stretches(by_baseline(placed_marks(leaflet(tag).placed)))
    (code,) = (stretch for stretch in found if stretch.chunks == ("2026", "11"))
    # The code line ends with a few characters of a hash, digits among them, other ones after every change of a word.
    seen = [s for s in found if (s.page, s.baseline) != (code.page, code.baseline)]
    assert sorted(" ".join(stretch.chunks) for stretch in seen) == sorted(
        [
            *("+352", "27 36 56 46", "113", "116 000", *DATES[tag]),
            *("+352", "27 36 56 46", "+352 621 351 884", "+352 621 316 919"),
            *("113", "3", "+352 247 76100", "116 000"),
            *("90",),
            *("+352", "27 36 56 46"),
        ]
    )


@pytest.mark.parametrize(
    "digits", ["27365646", "352621351884", "352621316919", "113", "35224776100", "116000"]
)
@pytest.mark.parametrize("tag", TAGS)
def test_two_digits_that_change_places_keep_the_file_back(
    tag: str, digits: str, leaflet: Callable[[str], Leaflet]
) -> None:
    real = leaflet(tag)
    changed = [
        (n, number, operation)
        for n, page in enumerate(real.placed.pages)
        for number, each in enumerate(page.operations)
        if (operation := swapped(each, digits)) is not None
    ]
    assert changed
    for n, number, operation in changed:
        pages = list(real.placed.pages)
        operations = pages[n].operations
        pages[n] = replace(pages[n], operations=(*operations[:number], operation, *operations[number + 1 :]))
        placed = replace(real.placed, pages=tuple(pages))
        codes = {finding.code for finding in check_numbers(real.document, placed)}
        assert "number-out-of-order" in codes
        assert "number-not-painted" in codes
