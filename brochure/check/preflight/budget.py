"""How much of a file is carried out, and what its objects raise where they are not what they should be."""

from __future__ import annotations

import pikepdf
from msgspec import Struct

BROKEN = (
    pikepdf.PdfError,
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    IndexError,
    OverflowError,
    NotImplementedError,
)
"""What pikepdf raises where an object is not what it should be."""


class TooMuchError(Exception):
    """More than anyone prints, or endless."""


class Budget(Struct):
    """``left``: instructions that may still be carried out, over all pages."""

    left: int = 3_000_000

    def spend(self) -> None:
        """One instruction. Raises TooMuchError."""
        self.left -= 1
        if self.left < 0:
            raise TooMuchError("its pages paint without end, or more than can be judged")
