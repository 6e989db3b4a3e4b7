"""Rows are items of one list, each with its own body (ISO 14289-1, 7.6; ISO 32000-1, 14.8.4.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.check.accessible.due import Matched, shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import Element, Told

_MAY_HOLD = {"L": {"LI", "Caption", "L"}, "LI": {"Lbl", "LBody"}}


def _of_file(file: Told) -> Iterator[Fault]:
    for element in file.elements():
        allowed = _MAY_HOLD.get(element.role)
        if allowed is None:
            continue
        for child in element.children:
            if child.role not in allowed:
                yield Fault(f"{_named(element)} holds {child.role}, {shown(child.text)}")
        if not element.children or not (element.text.strip() or _has_figure(element)):
            yield Fault(f"{_named(element)} is empty")


def _of_document(matched: Matched) -> Iterator[Fault]:
    items = matched.file.items
    lists: dict[int, int] = {}
    taken: set[tuple[int, int]] = set()
    for due, element in matched.paragraphs:
        if not due.rows or element is None:
            continue
        where = items.get(id(element))
        if where is None:
            yield Fault(
                f"{shown(due.said.text)} is a row of a list, and a screen reader hears no list", due.said.span
            )
            continue
        list_, item = where
        if lists.setdefault(due.rows, list_) != list_:
            yield Fault(
                f"{shown(due.said.text)} stands in another list than the row before it", due.said.span
            )
        if (item, due.group) not in taken and any(item == other for other, _ in taken):
            yield Fault(f"{shown(due.said.text)} shares an item with another row", due.said.span)
        taken.add((item, due.group))


def _has_figure(element: Element) -> bool:
    return any(inner.alternative for inner in element.walk())


def _named(element: Element) -> str:
    return "a list" if element.role == "L" else "an item of a list"


RULE = Rule(
    "list-structure",
    "“List of ten” tells who listens how much is to come, and lets her leap over it.",
    _of_file,
    _of_document,
)
