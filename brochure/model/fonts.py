"""The declared fonts: no system font, no guess."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

Weight = Literal["regular", "bold"]


class Face(Struct, frozen=True):
    """One font file. ``id`` is unique and PostScript-safe (``NotoSans-Bold``); ``sha256`` is checked when it is opened;
    ``version``: as its maker counts them.
    """

    id: str
    family: str
    weight: Weight
    path: Path
    sha256: str
    version: str = ""

    def __hash__(self) -> int:
        """Asked for at every glyph, so of one field."""
        return hash(self.id)


class Origin(Struct, frozen=True):
    """Where a family came from. ``licence``: its SPDX name; ``licence_file``: relative to the folder of the fonts;
    ``source``: package and version of it; ``version``: as its maker counts.
    """

    licence: str
    licence_file: str
    source: str
    version: str


class FontList(Struct, frozen=True):
    """``families``: family id to weight to face. ``scripts``: ISO 15924 code (``Aran`` for Nastaliq) to the declared
    fallback list of family ids. ``latin``: the family of digits, times and Latin names in every language.
    ``origins``: by family id.
    """

    families: Mapping[str, Mapping[Weight, Face]]
    scripts: Mapping[str, tuple[str, ...]]
    latin: str
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def fallback(self, script: str, weight: Weight) -> tuple[Face, ...]:
        """Faces to try for a script, in the declared order, the Latin family last. Unknown script: the Latin family."""
        names = [*self.scripts.get(script, ()), self.latin]
        return tuple(self.families[name][weight] for name in dict.fromkeys(names))
