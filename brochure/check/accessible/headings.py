"""Headings are headings, at their level, and no level is left out (ISO 14289-1, 7.4)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.check.accessible.due import Matched, shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import HEADINGS, Told


def _of_file(file: Told) -> Iterator[Fault]:
    before = 0
    for element in file.elements():
        level = HEADINGS.get(element.role, 0)
        if not level:
            continue
        if level > before + 1:
            yield Fault(
                f"the heading {shown(element.text)} is of level {level}, and the one before it of {before}"
                if before
                else f"the first heading, {shown(element.text)}, is of level {level} and not 1",
                help="Correct level: in the format's file.",
            )
        if not element.text.strip():
            yield Fault(f"a heading of level {level} has no words")
        before = level


def _of_document(matched: Matched) -> Iterator[Fault]:
    for due, element in matched.paragraphs:
        level = HEADINGS.get(element.role, 0) if element is not None else due.level
        if level != due.level:
            yield Fault(
                f"{shown(due.said.text)} is {_named(due.level)}, and a screen reader says {_named(level)}",
                due.said.span,
            )


def _named(level: int) -> str:
    return f"a heading of level {level}" if level else "plain words"


RULE = Rule(
    "heading-structure",
    "Who listens leaps from heading to heading to find the place; a level left out looks like a part left out.",
    _of_file,
    _of_document,
)
