"""The tabulator goes from link to link as they are read (ISO 14289-1, 7.18.3; WCAG 2.2, 2.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochure.check.accessible.due import shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import Told


def _of_file(file: Told) -> Iterator[Fault]:
    """By structure where a viewer knows of it, and by the order of the annotations for those that do not."""
    read = [touch.number for element in file.elements() for touch in element.touches]
    place = {number: at for at, number in enumerate(read)}
    for number, page in enumerate(file.pages, 1):
        if page.tabs != "S":
            yield Fault(f"on page {number} the tabulator does not follow the structure (/Tabs /S)")
        known = [touch for touch in page.touches if touch.number in place]
        for touch, later in pairwise(known):
            if place[touch.number] > place[later.number]:
                yield Fault(
                    f"on page {number} the tabulator goes to {shown(touch.contents)} before {shown(later.contents)}, "
                    "which is read first"
                )


RULE = Rule(
    "tab-order",
    "Who cannot point goes by the keyboard, and expects the next number where the next number is read.",
    _of_file,
)
