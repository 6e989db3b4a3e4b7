"""A project that has been built before: one sentence changed, nothing changed, everything made again."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from families import FAMILIES

Cost = TypeVar("Cost")
Ran = Callable[[Sequence[Sequence[str]]], Cost]
"""Runs programs side by side."""

_LEAFLET = ("--format", "leaflet")
_SENTENCE = re.compile(r'^ {2}(?:title|line): "[^"\n]+|^ {4}text: "Help and information', re.MULTILINE)
"""A text of the cover: as it stands in a translation, and in English."""


class Again:
    """A copy of the project with its output folder. ``tags``: languages of which one sentence is changed."""

    def __init__(self, root: Path, place: Path, tags: Sequence[str], ran: Ran[Cost]) -> None:
        self.root, self.tags, self._ran = place / "again", tags, ran
        for folder in ("content", "pictograms", "fonts"):
            shutil.copytree(root / folder, self.root / folder)
        self._build(*FAMILIES, *_LEAFLET)

    def measured(self, number: int) -> Mapping[str, Cost]:
        """By what was done; a round ``number`` writes another sentence than the one before."""
        found = {}
        for tag in self.tags:
            file = self.root / "content" / "languages" / f"{tag}.yaml"
            text = file.read_text(encoding="utf-8")
            changed = _SENTENCE.sub(lambda match: match[0] + "." * (number % 2 + 1), text, count=1)
            file.write_text(changed, encoding="utf-8")
            found[f"sentence {tag}"] = self._build(tag, *_LEAFLET, "--for", "screen")
            file.write_text(text, encoding="utf-8")
            self._build(tag, *_LEAFLET)
        found["forced"] = self._build(*FAMILIES, *_LEAFLET, "--force", "--jobs", "1")
        self._build(*FAMILIES, *_LEAFLET)
        found["nothing"] = self._build(*FAMILIES, *_LEAFLET)
        return found

    def _build(self, *arguments: str) -> Cost:
        return self._ran([[sys.executable, "-m", "brochure", "build", *arguments, "--root", str(self.root)]])
