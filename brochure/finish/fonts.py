"""An embedded font as PDF objects: Type0, CIDFontType2, descriptor, widths, ToUnicode (ISO 32000-1, 9.7 and 9.10)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from brochure.base.diagnostics import SurroundingsError
from brochure.finish.glyphs import CodedFont, Shape, build_font
from brochure.finish.objects import Array, Dictionary, Name, ObjectFile, Reference, Stream, text_string
from brochure.model.fonts import Face
from brochure.paint.codes import CodeKey, FaceCodes
from brochure.text.faces import open_face

_SYMBOLIC = 4
_STEM = {"regular": 80, "bold": 140}

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{rows}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class EmbeddedFont(Struct, frozen=True):
    """A face reduced to the codes of one document. ``widths``: thousandths of an em by code, as W says them."""

    codes: FaceCodes
    font: CodedFont
    widths: tuple[float, ...]

    @property
    def name(self) -> str:
        """PostScript name with the subset's tag (9.6.4): six letters that follow from the font's own bytes."""
        number = int.from_bytes(hashlib.sha256(self.font.data).digest()[:8], "big")
        letters = ""
        for _ in range(6):
            number, letter = divmod(number, 26)
            letters += chr(ord("A") + letter)
        return f"{letters}+{self.codes.face.id}"


def embed(codes: FaceCodes) -> EmbeddedFont:
    """Raises SurroundingsError for a file that is not the declared one, has no TrueType outlines, or is damaged."""
    shapes = tuple(key.glyphs for key in codes.keys)
    try:
        font = _built(codes.face, shapes, codes.advances, codes.right_to_left)
    except (struct.error, LookupError, ValueError, RuntimeError) as error:
        # Its hash is the declared one, its checksums are right: it was made so. HarfBuzz shapes with what it can read.
        name = "/".join(codes.face.path.parts[-2:])
        raise SurroundingsError(
            f"the font file {name} is damaged: its letters cannot be taken out of it",
            "Get it anew from where fonts/fonts.yaml says, and declare the sha256 of that file there.",
        ) from error
    widths = tuple(round(advance * 1000 / font.units_per_em, 2) for advance in font.advances)
    return EmbeddedFont(codes, font, widths)


@lru_cache(maxsize=16)
def _built(face: Face, shapes: tuple[Shape, ...], advances: tuple[float, ...], banded: bool) -> CodedFont:
    """Kept for the next file: a document's files for screen, print and office are set in the same glyphs."""
    return build_font(open_face(face).font.face, shapes, advances, banded=banded)


def font_object(objects: ObjectFile, font: EmbeddedFont) -> Reference:
    """The Type0 font; its parts become objects of the file too."""
    descendant = {
        "Type": Name("Font"),
        "Subtype": Name("CIDFontType2"),
        "BaseFont": Name(font.name),
        "CIDSystemInfo": Dictionary(
            {"Registry": text_string("Adobe"), "Ordering": text_string("Identity"), "Supplement": 0}
        ),
        "CIDToGIDMap": Name("Identity"),
        "FontDescriptor": objects.add(_descriptor(objects, font)),
        "W": Array([0, Array(font.widths)]),
    }
    return objects.add(
        Dictionary(
            {
                "Type": Name("Font"),
                "Subtype": Name("Type0"),
                "BaseFont": Name(font.name),
                "Encoding": Name("Identity-H"),
                "DescendantFonts": Array([objects.add(Dictionary(descendant))]),
                "ToUnicode": objects.add(Stream({}, to_unicode(font.codes.keys))),
            }
        )
    )


def to_unicode(keys: Sequence[CodeKey]) -> bytes:
    """The ToUnicode CMap: code ``i + 1`` says the text of ``keys[i]``. At most 100 rows a block (Adobe 5411, 1.4.3)."""
    rows = [
        f"<{code:04X}> <{key.text.encode('utf-16-be').hex().upper()}>" for code, key in enumerate(keys, 1)
    ]
    blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    text = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return _CMAP.format(rows=text).encode("ascii")


def _descriptor(objects: ObjectFile, font: EmbeddedFont) -> Dictionary:
    made = font.font

    def thousandths(units: int) -> int:
        return round(units * 1000 / made.units_per_em)

    return Dictionary(
        {
            "Type": Name("FontDescriptor"),
            "FontName": Name(font.name),
            "Flags": _SYMBOLIC,
            "FontBBox": Array([thousandths(edge) for edge in made.box]),
            "ItalicAngle": 0,
            "Ascent": thousandths(made.ascent),
            "Descent": thousandths(made.descent),
            "CapHeight": thousandths(made.cap_height),
            "StemV": _STEM[font.codes.face.weight],
            "FontFile2": objects.add(Stream({"Length1": len(made.data)}, made.data)),
        }
    )
