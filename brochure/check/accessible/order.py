"""The order in which a file is read aloud is that of the content (ISO 14289-1, 7.2; WCAG 2.2, 1.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from brochure.check.accessible.due import STAMP, Matched, is_stamp, plain, said_in, shown
from brochure.check.accessible.rule import Fault, Rule


def _order(matched: Matched) -> Iterator[Fault]:
    """The first paragraph that is out of order; all that is missing; all that nobody asked for."""
    whole = True
    for due, element in matched.paragraphs:
        if element is None:
            whole = False
            yield Fault(f"a screen reader does not say {shown(due.said.text)}", due.said.span)
    for element in matched.surplus:
        whole = False
        yield Fault(f"a screen reader says {shown(element.text)}, which is not in the content")
    if not whole:
        return
    for due, element in zip_longest(matched.due, matched.told):
        if plain(due.said.text) != plain(element.text):
            yield Fault(
                f"a screen reader says {shown(element.text)} where {shown(due.said.text)} follows",
                due.said.span,
            )
            return


def _stamp(matched: Matched) -> Iterator[Fault]:
    first = next(said_in(matched.file.root), None)
    if matched.document.draft and (first is None or not is_stamp(first)):
        yield Fault(f"the file is a draft, and {STAMP} is not the first word that a screen reader says")


def _judge(matched: Matched) -> Iterator[Fault]:
    yield from _order(matched)
    yield from _stamp(matched)


RULE = Rule(
    "reading-order",
    "Who listens cannot look elsewhere on the page for what comes next.",
    of_document=_judge,
)
