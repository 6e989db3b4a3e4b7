"""The document outline (ISO 32000-1, 12.3.3): a heading lies below the last one of a higher level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field

from brochure.finish.objects import NULL, Array, Dictionary, Name, ObjectFile, Reference, text_string
from brochure.finish.tree import TaggedPage, walk
from brochure.layout.operations import Node, OutlineEntry, Role

_LEVELS = {Role.H1: 1, Role.H2: 2, Role.H3: 3}


class _Branch(Struct, frozen=True):
    level: int
    object: Dictionary
    reference: Reference
    below: list[_Branch] = field(default_factory=list)


def bookmarks(
    objects: ObjectFile, entries: Sequence[OutlineEntry], root: Node, pages: Sequence[TaggedPage]
) -> Reference:
    """The outline's root object. ``entries``: in reading order, at least one."""
    roles = {node.id: node.role for node in walk(root)}
    top = Dictionary({"Type": Name("Outlines")})
    trunk = _Branch(0, top, objects.add(top))
    open_branches = [trunk]
    for entry in entries:
        level = _LEVELS.get(roles[entry.node], 1)
        while open_branches[-1].level >= level:
            open_branches.pop()
        item = Dictionary({"Title": text_string(entry.title), "Dest": _destination(entry, pages)})
        branch = _Branch(level, item, objects.add(item))
        open_branches[-1].below.append(branch)
        open_branches.append(branch)
    _join(trunk)
    return trunk.reference


def _destination(entry: OutlineEntry, pages: Sequence[TaggedPage]) -> Array:
    page = pages[entry.page]
    _, y = page.painted.place(0, entry.y)
    return Array([page.reference, Name("XYZ"), NULL, round(y, 2), NULL])


def _join(branch: _Branch) -> int:
    """Link parent, first, last, next and previous; returns how many items stand open below."""
    if not branch.below:
        return 0
    for item in branch.below:
        item.object["Parent"] = branch.reference
    for one, other in pairwise(branch.below):
        one.object["Next"], other.object["Prev"] = other.reference, one.reference
    branch.object["First"], branch.object["Last"] = branch.below[0].reference, branch.below[-1].reference
    branch.object["Count"] = count = len(branch.below) + sum(_join(item) for item in branch.below)
    return count
