"""What a print shop asks of the files it prints. Lengths in pt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Standard = Literal["X-4", "X-1a"]


class Shop(Struct, frozen=True):
    """``bleed``: beyond the trim, in pt; ``bleeds``: by format, in its place. ``safe``: what words keep from the trim;
    a format that keeps more goes on doing so. ``marks``: crop and fold marks. ``standard``: PDF/X-4 or PDF/X-1a:2003.
    ``outlined``: letters as paths, no font in the file. ``ink_limit``: per cent of all inks together. ``least_line``:
    pt. ``profile``: a file of ``content/profiles``; ``condition`` and ``condition_name``: the printing condition that
    it describes, as the output intent names it.
    """

    id: str
    name: str
    bleed: float
    bleeds: Mapping[str, float]
    safe: float
    marks: bool
    standard: Standard
    outlined: bool
    ink_limit: float
    least_line: float
    profile: str
    condition: str
    condition_name: str

    def bleed_of(self, format_id: str) -> float:
        """pt."""
        return self.bleeds.get(format_id, self.bleed)
