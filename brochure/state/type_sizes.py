"""How large the type of a document came out: one size per role per file."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class TypeSize(Struct, frozen=True):
    """A role that may shrink. ``reached``, ``full`` (the format's own size) and ``floor`` in pt as the eye sees them,
    after the script's factor.
    """

    role: str
    reached: float
    full: float
    floor: float

    @property
    def share(self) -> float:
        """Of the full size, 1 where nothing had to shrink."""
        return self.reached / self.full

    def __str__(self) -> str:
        return f"{self.reached:.4g} of {self.full:.4g} pt ({self.role})"


def most_shrunk(sizes: Iterable[TypeSize]) -> TypeSize | None:
    """The role that lost most of its size, the first by name of several; None where every role has its full size."""
    shrunk = [size for size in sizes if size.reached < size.full]
    return min(shrunk, key=lambda size: (size.share, size.role), default=None)
