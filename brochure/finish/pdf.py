"""A placed document to a finished PDF: codes, fonts, pages, tags, metadata, file, in this order."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from brochure.base.diagnostics import SurroundingsError
from brochure.finish.bookmarks import bookmarks
from brochure.finish.fonts import EmbeddedFont, embed
from brochure.finish.metadata import file_ids, info, xmp
from brochure.finish.objects import (
    TRUE,
    Array,
    Dictionary,
    Name,
    ObjectFile,
    Reference,
    Stream,
    text_string,
    write_file,
)
from brochure.finish.outlined import glyph_paths
from brochure.finish.pages import page_objects, resources
from brochure.finish.targets import OutputIntent, Target, TargetDescription, description_of
from brochure.finish.tree import TaggedPage, structure_tree, walk
from brochure.layout.operations import PlacedDocument
from brochure.model.fonts import Face
from brochure.model.shop import Shop
from brochure.paint.codes import collect_codes
from brochure.paint.lines import PaintedFace
from brochure.paint.pages import Brush, paint_page
from brochure.paint.reading import for_readers
from brochure.paint.signs import paint_forms

__all__ = ["Target", "write_pdf"]


def write_pdf(document: PlacedDocument, target: Target, profile: bytes, shop: Shop | None = None) -> bytes:
    """The finished file. ``profile``: an ICC profile in the target's colour space, sRGB or that of the press.
    ``shop``: whose demands a file for print keeps.

    The same document gives the same bytes, on any day and in any process. Raises SurroundingsError for a profile of
    another colour space and for a font that is not the declared one.
    """
    description = description_of(target, shop)
    _require_space(profile, description.intent)
    # Only right-to-left lines are said otherwise where binding is told; the others are lettered once for all targets.
    turned = description.binding and document.direction == "rtl"
    lettered = _lettered(document, turned, description.outlined)
    document, fonts = lettered.document, lettered.fonts
    brush = _brush(lettered, description)
    painted = [paint_page(page, brush) for page in document.pages]

    objects = ObjectFile()
    marked = description.bleed and any(page.marks for page in document.pages)
    shared = resources(
        objects, () if description.outlined else fonts, brush.forms, description, registration=marked
    )
    page_tree, pages = page_objects(objects, document.pages, painted, shared, description)
    catalog = Dictionary({"Type": Name("Catalog"), "Pages": page_tree})
    catalog["Lang"] = text_string(document.language)
    catalog["OutputIntents"] = Array([_output_intent(objects, description.intent, profile)])
    catalog["ViewerPreferences"] = _preferences(document, description)
    if description.tagged:
        _add_tags(objects, catalog, document, pages)
    return _closed(objects, catalog, document, description, target)


class _Lettered(Struct, frozen=True):
    """A document cut and said as readers of PDFs need it, with its fonts: all of a file that is letters."""

    document: PlacedDocument
    fonts: tuple[EmbeddedFont, ...]
    faces: Mapping[Face, PaintedFace]


@lru_cache(maxsize=1)
def _lettered(document: PlacedDocument, turned: bool, outlined: bool) -> _Lettered:
    """Kept for the document's next file: screen and print differ in their paper, seldom in their letters."""
    document = for_readers(document, turned=turned)
    fonts = tuple(embed(codes) for codes in collect_codes(document))
    faces = {
        font.codes.face: PaintedFace(
            f"F{number}", font.codes, font.widths, glyph_paths(font.font) if outlined else None
        )
        for number, font in enumerate(fonts, start=1)
    }
    return _Lettered(document, fonts, faces)


def _brush(lettered: _Lettered, description: TargetDescription) -> Brush:
    document = lettered.document
    return Brush(
        space=description.space,
        bleed=description.bleed,
        faces=lettered.faces,
        forms=paint_forms(document, description.space),
        roles={node.id: str(node.role) for node in walk(document.root)} if description.tagged else {},
    )


def _preferences(document: PlacedDocument, description: TargetDescription) -> Dictionary:
    """What viewers are told (ISO 32000-1, 12.2). Where the paper is to be flipped, they print so, and to size."""
    preferences = Dictionary({"DisplayDocTitle": TRUE})
    if description.binding:
        preferences["Direction"] = Name("R2L" if document.direction == "rtl" else "L2R")
    if document.flip is not None:
        preferences["Duplex"] = Name(f"DuplexFlip{document.flip.title()}Edge")
        preferences["PrintScaling"] = Name("None")
    return preferences


def _add_tags(
    objects: ObjectFile, catalog: Dictionary, document: PlacedDocument, pages: Sequence[TaggedPage]
) -> None:
    catalog["MarkInfo"] = Dictionary({"Marked": TRUE})
    catalog["StructTreeRoot"] = structure_tree(objects, document.root, pages)
    if document.outline:
        catalog["Outlines"] = bookmarks(objects, document.outline, document.root, pages)


def _closed(
    objects: ObjectFile,
    catalog: Dictionary,
    document: PlacedDocument,
    description: TargetDescription,
    target: Target,
) -> bytes:
    """Metadata last: the ids in it follow from all objects before."""
    bodies = objects.bodies()
    ids = file_ids(document, target, hashlib.sha256(b"\n".join(bodies)).digest())
    catalog["Metadata"] = objects.add(xmp(document, description.standards, ids))
    said = objects.add(info(document, description.standards))
    root = objects.add(catalog)
    bodies += objects.bodies(after=len(bodies))
    trailer = {"Root": root, "Info": said, "ID": ids.trailer}
    return write_file(objects, bodies, description.version, trailer, packed=description.packed)


def _output_intent(objects: ObjectFile, intent: OutputIntent, profile: bytes) -> Reference:
    entries = {
        "Type": Name("OutputIntent"),
        "S": Name(intent.subtype),
        "OutputConditionIdentifier": text_string(intent.condition),
        "RegistryName": text_string(intent.registry),
        "Info": text_string(intent.info),
        "DestOutputProfile": objects.add(Stream({"N": intent.components}, profile)),
    }
    return objects.add(Dictionary(entries))


def _require_space(profile: bytes, intent: OutputIntent) -> None:
    """ICC.1:2010, 7.2: the colour space signature stands at byte 16, the word acsp at byte 36."""
    if profile[36:40] != b"acsp" or profile[16:20] != intent.profile_space:
        wanted = intent.profile_space.decode("ascii").strip()
        raise SurroundingsError(
            f"The colour profile for {intent.condition} is not an ICC profile for {wanted}.",
            "Put the profile of that name back into content/profiles.",
        )
