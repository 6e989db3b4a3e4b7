"""Where something stands in a file of the user."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A place in a source file.

    ``file`` is relative to the project's root, with forward slashes. ``line`` and ``column`` count from 1,
    columns in code points. 0 means "the whole file".
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return self.file if self.line == 0 else f"{self.file}:{self.line}:{self.column}"
