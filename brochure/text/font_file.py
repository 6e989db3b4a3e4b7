"""A font file that nobody has declared yet: what it is, or why it cannot be used. Nothing of it is trusted.

The table directory is read before HarfBuzz sees the file (OpenType 1.9.1, "Organization of an OpenType Font"):
HarfBuzz takes a table that is cut off or damaged for one that is empty, and says nothing.
"""

from __future__ import annotations

import hashlib
import re
import struct
from pathlib import Path

import uharfbuzz as hb
from msgspec import Struct

from brochure.model.fonts import Weight

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"})

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OTHERS = {
    b"OTTO": "its outlines are CFF (PostScript), not TrueType",
    b"ttcf": "it is a collection of several fonts",
    b"wOFF": "it is packed for the web (WOFF)",
    b"wOF2": "it is packed for the web (WOFF2)",
}
_NEEDED = (b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name")
_WEIGHTS: dict[int, Weight] = {400: "regular", 700: "bold"}
_ITALIC = 1
_MOST_BYTES = 64 * 1024 * 1024
"""The largest font that is used here has 11 MB."""


class FontFile(Struct, frozen=True):
    """A static TrueType font. ``name``: of its family as programs show it (``Noto Sans``). ``weight``: None for one
    that is neither regular nor bold, or is italic. ``characters``: code points. ``size``: bytes.
    """

    path: Path
    name: str
    weight: Weight | None
    version: str
    sha256: str
    size: int
    characters: frozenset[int]


class Refused(Struct, frozen=True):
    """``reason`` goes on after "cannot be used: "."""

    path: Path
    reason: str


def read_font_file(path: Path) -> FontFile | Refused:
    """What the file is. It is read once, whole."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return Refused(path, f"it is larger than {_MOST_BYTES // 2**20} MB")
        data = path.read_bytes()
    except OSError as error:
        return Refused(path, f"it cannot be read: {error.strerror or 'no reason given'}")
    try:
        tables = _tables(data)
    except (struct.error, ValueError) as error:
        return Refused(path, str(error) if isinstance(error, ValueError) else "it is cut off")
    return _described(path, data, tables)


def _tables(data: bytes) -> dict[bytes, bytes]:
    """Tables by tag, each whole and as its checksum says. Raises ValueError with the reason, struct.error where the
    directory is cut off.
    """
    kind = data[:4]
    if kind in _OTHERS:
        raise ValueError(_OTHERS[kind])
    if kind not in _TRUETYPE:
        raise ValueError("it is no font")
    (count,) = struct.unpack_from(">H", data, 4)
    tables: dict[bytes, bytes] = {}
    for number in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if offset + length > len(data):
            raise ValueError("it is cut off")
        tables[tag] = data[offset : offset + length]
        if tag != b"head" and _checksum(tables[tag]) != checksum:
            raise ValueError(f"it is damaged: the checksum of its table {tag.decode('latin-1')!r} is another")
    if b"fvar" in tables:
        raise ValueError("it is a variable font, not a static one")
    missing = [tag.decode() for tag in _NEEDED if tag not in tables]
    if missing:
        raise ValueError(f"it lacks the tables {', '.join(missing)}")
    return tables


def _checksum(table: bytes) -> int:
    """The sum of its 32-bit words (OpenType 1.9.1, "Calculating checksums")."""
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _described(path: Path, data: bytes, tables: dict[bytes, bytes]) -> FontFile | Refused:
    face = hb.Face(hb.Blob(data))
    glyphs, places = (
        face.glyph_count,
        len(tables[b"loca"]) // (4 if tables[b"head"][51:52] == b"\x01" else 2) - 1,
    )
    characters = frozenset(face.unicodes)
    if places < glyphs or not glyphs or not characters:
        return Refused(path, "it is damaged: glyphs that it counts are not there")
    if len(tables[b"OS/2"]) < 64:
        return Refused(path, "it is damaged: its table 'OS/2' is too short")
    (weight,) = struct.unpack_from(">H", tables[b"OS/2"], 4)
    (selection,) = struct.unpack_from(">H", tables[b"OS/2"], 62)
    names = hb.OTNameIdPredefined
    family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or ""
    version = re.search(r"\d+(\.\d+)*", face.get_name(names.VERSION_STRING) or "")
    return FontFile(
        path=path,
        name=family,
        weight=None if selection & _ITALIC else _WEIGHTS.get(weight),
        version=version[0] if version else "",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        characters=characters,
    )
