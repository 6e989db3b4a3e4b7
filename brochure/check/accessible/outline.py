"""One row of the outline for every heading, at its depth, leading to it (ISO 14289-1, 7.17).

A heading that goes on, and so is said again on the next page, has its row from the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from brochure.check.accessible.due import plain, shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import HEADINGS, Bookmark, Element, Told

_NEAR = 3.0
"""How far above or below the top of its heading a row may lead, in heights of small letters."""


class _Row(Struct, frozen=True):
    """What is due: a heading below the last one of a higher level."""

    heading: Element
    depth: int


def _of_file(file: Told) -> Iterator[Fault]:
    for due, row in zip_longest(_due(file), file.outline):
        if row is None or due is None:
            what = (
                f"no row for the heading {shown(due.heading.text)}"
                if due
                else f"a row {shown(row.title)} too many"
            )
            yield Fault(f"the outline has {what}")
        elif plain(row.title) != plain(due.heading.text):
            yield Fault(
                f"the outline says {shown(row.title)} where the heading {shown(due.heading.text)} follows"
            )
        elif row.depth != due.depth:
            yield Fault(f"the outline has {shown(row.title)} at depth {row.depth} and not {due.depth}")
        elif not _leads_there(row, due.heading):
            yield Fault(f"the row {shown(row.title)} of the outline does not lead to its heading")


def _due(file: Told) -> Iterator[_Row]:
    above: list[int] = []
    before = ""
    for element in file.elements():
        level = HEADINGS.get(element.role, 0)
        if level and plain(element.text) != before:
            before = plain(element.text)
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            yield _Row(element, len(above))


def _leads_there(row: Bookmark, heading: Element) -> bool:
    glyphs = [
        (content.page, glyph)
        for inner in heading.walk()
        for content in inner.contents
        for words in content.words
        for glyph in words.glyphs
    ]
    if not glyphs or row.page != glyphs[0][0]:
        return False
    _, bottom, _, top = glyphs[0][1].box
    return abs(row.top - top) <= _NEAR * (top - bottom)


RULE = Rule(
    "outline",
    "On a small screen the outline is the only way to see what there is and to go there.",
    _of_file,
)
