"""Font files, each opened once as long as it is in use, and only when its hash is the declared one."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Container
from functools import lru_cache

import uharfbuzz as hb
from msgspec import Struct, field

from brochure.base.diagnostics import SurroundingsError
from brochure.model.fonts import Face
from brochure.text.joining import can_join, needs_forms
from brochure.text.lines import ClusterGlyph
from brochure.text.scripts import is_ignorable

_JOINING_FEATURES = frozenset({"init", "medi", "fina"})
_OPEN = 6
"""Fonts that stay open: those of a document in one language, with the Latin that stands in all. Chinese ones weigh 5 MB
each; a document in all languages needs them one after the other, and would open them anew of 16 too.
"""
_BOXES = 4096
"""Glyphs whose ink is remembered: all languages together have no more."""
_REPLACE = (
    "Put the released file back (fonts/fonts.yaml names its source), or declare the new file's sha256 there."
)


class GlyphBox(Struct, frozen=True):
    """Ink of a glyph in font units, y upwards; all 0 where there is none."""

    left: int
    bottom: int
    right: int
    top: int


ShownGlyphs = tuple[int, tuple[ClusterGlyph, ...], bool, GlyphBox | None]
"""Of a cluster: advance, glyphs, whether a break before it is unsafe, ink."""


class OpenFace(Struct, frozen=True, eq=False):
    """An opened font. ``characters``: code points of its cmap.
    ``lends_forms``: it has no joining features, so Arabic letters are replaced by presentation forms first.
    ``known``: clusters that were shaped with it, as HarfBuzz writes their glyphs; they go with the font.
    """

    face: Face
    font: hb.Font
    units_per_em: int
    characters: Container[int]
    lends_forms: bool
    known: dict[str, ShownGlyphs] = field(default_factory=dict)

    def covers(self, text: str) -> bool:
        """Whether every visible character has a glyph here, composed or decomposed.

        Forms are chosen for the characters as they were typed, so a font of forms must have just these.
        """
        if self.lends_forms:
            return self._has(text)
        return any(self._has(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))

    def _has(self, text: str) -> bool:
        for character in text:
            if is_ignorable(character) or character.isspace():
                continue
            if ord(character) not in self.characters:
                return False
            if self.lends_forms and not can_join(character, self.characters):
                return False
        return True


@lru_cache(maxsize=_OPEN)
def open_face(face: Face) -> OpenFace:
    """Open a declared font.

    The file is hashed in pieces and then mapped, so that of a font of 10 MB (Chinese) only the tables and outlines
    that are used come into memory.

    :raises SurroundingsError: the file cannot be read, is not the declared one, or is no TrueType font.
    """
    found, blob = _map(face)
    if found != face.sha256.lower():
        difference = f"its sha256 begins {found[:12]}, not {face.sha256[:12]}"
        raise SurroundingsError(
            f"the font file {_name(face)} is not the declared one: {difference}", _REPLACE
        )
    opened = hb.Face(blob)
    if "glyf" not in opened.table_tags:
        raise SurroundingsError(f"the font file {_name(face)} has no TrueType outlines", _REPLACE)
    characters = opened.unicodes
    return OpenFace(
        face=face,
        font=hb.Font(opened),
        units_per_em=opened.upem,
        characters=characters,
        lends_forms=needs_forms(characters) and not _feature_tags(opened) >= _JOINING_FEATURES,
    )


@lru_cache(maxsize=_BOXES)
def glyph_box(face: Face, gid: int) -> GlyphBox:
    """The ink of a glyph. None for glyph 0: its box stands for a letter that is not there, a finding of its own."""
    extents = open_face(face).font.get_glyph_extents(gid) if gid else None
    if extents is None:
        return GlyphBox(0, 0, 0, 0)
    top, left = extents.y_bearing, extents.x_bearing
    return GlyphBox(left, top + extents.height, left + extents.width, top)


def _map(face: Face) -> tuple[str, hb.Blob]:
    """The sha256 of the file, and its bytes."""
    try:
        with face.path.open("rb", buffering=0) as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), hb.Blob.from_file_path(face.path)
    except (OSError, hb.HarfBuzzError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise SurroundingsError(f"the font file {_name(face)} cannot be read: {reason}", _REPLACE) from error


def _name(face: Face) -> str:
    """The end of its path: enough to find it, and the same on every machine."""
    return "/".join(face.path.parts[-2:])


def _feature_tags(face: hb.Face) -> frozenset[str]:
    scripts = range(len(face.get_table_script_tags("GSUB")))
    return frozenset(tag for script in scripts for tag in face.get_language_feature_tags("GSUB", script))
