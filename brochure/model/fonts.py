"""The declared fonts: no system font, no guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Weight = Literal["regular", "bold"]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. ``id`` is unique and PostScript-safe (``NotoSans-Bold``); ``sha256`` is checked when it is opened;
    ``version``: as its maker counts them.
    """

    id: str
    family: str
    weight: Weight
    path: Path
    sha256: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class FontList:
    """``families``: family id to weight to face. ``scripts``: ISO 15924 code (``Aran`` for Nastaliq) to the declared
    fallback list of family ids. ``latin``: the family of digits, times and Latin names in every language.
    """

    families: Mapping[str, Mapping[Weight, Face]]
    scripts: Mapping[str, tuple[str, ...]]
    latin: str

    def fallback(self, script: str, weight: Weight) -> tuple[Face, ...]:
        """Faces to try for a script, in the declared order, the Latin family last. Unknown script: the Latin family."""
        names = [*self.scripts.get(script, ()), self.latin]
        return tuple(self.families[name][weight] for name in dict.fromkeys(names))
