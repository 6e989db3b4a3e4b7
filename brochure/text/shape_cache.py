"""A typesetter that shapes nothing twice: what an earlier document or an earlier run has shaped is taken as it was.

One file a language, named by all that has a say in it but the words: the fonts' own hashes, the styles of the scripts,
this program and its libraries.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from brochure.base.kept import keep, recalled, recipe
from brochure.model.fonts import Face, FontList, Weight
from brochure.model.language import Language
from brochure.model.theme import ScriptStyle
from brochure.model.unit import Fact, Piece
from brochure.text.prepared import Prepared
from brochure.text.typesetter import Typesetter

_ROOMS = ("base", "model", "text")
_LIBRARIES = ("arabic_reshaper", "bidi", "icu4py", "uharfbuzz")
_MOST_FILES = 160
_MOST_PARAGRAPHS = 2000
"""A language has some 300 in all formats; those that are no longer said are forgotten together."""
_WORTH = 8
"""One of so many has to be new, else they are shaped again in less time than the file is written."""
_NOWHERE = Path()

_Said = tuple[object, ...]


class KeepingTypesetter(Typesetter):
    """The same answers. Not for several threads. ``folder``: where they are kept, None for this run alone."""

    def __init__(self, fonts: FontList, scripts: Mapping[str, ScriptStyle], folder: Path | None) -> None:
        super().__init__(fonts, scripts)
        self._folder = folder
        self._faces = {_name(face): face for each in fonts.families.values() for face in each.values()}
        rows = sorted((*name, face.id, face.sha256, face.version) for name, face in self._faces.items())
        lists = sorted(fonts.scripts.items()), fonts.latin, sorted(scripts.items())
        self._fonts = repr((rows, lists)).encode()
        self._language: Language | None = None
        self._known: dict[_Said, Prepared] = {}
        self._new = 0

    def prepare(self, pieces: Sequence[Piece], language: Language, weight: Weight) -> Prepared:
        """As :meth:`Typesetter.prepare`."""
        if language != self._language:
            self._turn_to(language)
        said = (weight, *map(_said, pieces))
        found = self._known.get(said)
        if found is None:
            found = super().prepare(pieces, language, weight)
            # What is missing is told with its place in a file, and words may stand in several.
            if not found.missing and not found.lone:
                self._known[said] = found
                self._new += 1
        return found

    def keep(self) -> None:
        """What is new of the language at hand, for the next run, where it is worth the writing."""
        if self._folder is None or self._language is None or self._new * _WORTH < len(self._known):
            return
        if self._new and len(self._known) <= _MOST_PARAGRAPHS:
            known = {said: _placed(prepared, {}) for said, prepared in self._known.items()}
            keep(self._file(self._folder, self._language), known, "shaped-*.bin", _MOST_FILES)
        self._new = 0

    def _turn_to(self, language: Language) -> None:
        self._language, self._known, self._new = language, {}, 0
        kept = recalled(self._file(self._folder, language), dict) if self._folder else None
        if kept is not None and len(kept) <= _MOST_PARAGRAPHS:
            self._known = {said: _placed(prepared, self._faces) for said, prepared in kept.items()}

    def _file(self, folder: Path, language: Language) -> Path:
        digest = hashlib.sha256(recipe(_ROOMS, _LIBRARIES) + self._fonts + repr(language).encode())
        return folder / f"shaped-{digest.hexdigest()}.bin"


def _said(piece: Piece) -> _Said:
    """A piece but for its place in a file."""
    if isinstance(piece, Fact):
        return (piece.kind, piece.text, piece.language)
    return (piece.text,)


def _name(face: Face) -> tuple[str, Weight]:
    """Where a font list has it; one file may stand in several places."""
    return face.family, face.weight


def _placed(prepared: Prepared, faces: Mapping[tuple[str, Weight], Face]) -> Prepared:
    """With the faces of this project's folder; with those of no folder where there are none."""
    runs = tuple(
        replace(run, face=faces.get(_name(run.face)) or replace(run.face, path=_NOWHERE))
        for run in prepared.runs
    )
    return replace(prepared, runs=runs)
