"""The structure tree grows in content order while slots are laid out; painting only refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field

from brochure.base.geometry import Rect
from brochure.layout.operations import Node, Role


class _Branch(Struct):
    id: int
    role: Role
    language: str = ""
    alternative: str = ""
    place: Rect | None = None
    children: list[_Branch] = field(default_factory=list)

    def frozen(self) -> Node:
        children = tuple(child.frozen() for child in self.children)
        return Node(self.id, self.role, children, self.language, self.alternative, self.place)


class StructureTree:
    """Grows a tree; ids count up in reading order, the root is 0."""

    def __init__(self) -> None:
        self._root = _Branch(0, Role.DOCUMENT)
        self._open = [self._root]
        self._last = 0

    @contextmanager
    def inside(self, role: Role, language: str = "") -> Iterator[int]:
        """Nodes grown inside the ``with`` become children of this one. ``language``: where it is not its parent's."""
        branch = self._grow(role, language=language)
        self._open.append(branch)
        try:
            yield branch.id
        finally:
            self._open.pop()

    def leaf(self, role: Role, language: str = "") -> int:
        """A node that owns draw operations."""
        return self._grow(role, language=language).id

    def figure(self, alternative: str, place: Rect) -> int:
        """A sign with its words."""
        return self._grow(Role.FIGURE, alternative=alternative, place=place).id

    def finished(self) -> Node:
        return self._root.frozen()

    def _grow(
        self, role: Role, *, language: str = "", alternative: str = "", place: Rect | None = None
    ) -> _Branch:
        self._last += 1
        branch = _Branch(self._last, role, language, alternative, place)
        self._open[-1].children.append(branch)
        return branch
