"""An embedded font in which a glyph id is a character code: hb-subset's outlines, laid out anew.

Code ``n`` is glyph ``n``. A cluster of one plain glyph takes the font's own outline; any other becomes a TrueType
composite of the font's own glyphs with HarfBuzz's offsets; glyphs that only composites use follow behind. Only the
tables that a CIDFontType2 needs are written (ISO 32000-1, 9.9): glyf, head, hhea, hmtx, loca, maxp.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import uharfbuzz as hb
from msgspec import Struct

from brochure.finish.sfnt import (
    Box,
    Outlines,
    bare_points,
    box_of,
    components,
    composite,
    read_outlines,
    remapped,
    union,
    write_font,
)
from brochure.text.lines import ClusterGlyph

_LEFT_BEHIND = (b"GSUB", b"GPOS", b"GDEF", b"cmap", b"name", b"OS/2", b"post", b"gvar", b"fvar", b"STAT")

Shape = tuple[ClusterGlyph, ...]

_BAND = (0.0, 0.3)
"""Bottom and top in em of what every code of a banded font reaches over."""


class CodedFont(Struct, frozen=True):
    """``data``: the font file. ``advances``: of each code, index 0 is ``.notdef``. ``box``: around all glyphs,
    composites included. All lengths in font units, y upwards.
    """

    data: bytes
    units_per_em: int
    advances: tuple[int, ...]
    box: Box
    ascent: int
    descent: int
    cap_height: int


class _Place(Struct, frozen=True):
    """What stands at a glyph id: glyph ``copied`` of the source, or, where that is None, a composite of ``parts``."""

    copied: int | None
    parts: Shape


class _Band(Struct, frozen=True):
    """``gid``: a glyph of two points without ink, one at ``low``, one at ``high``, in font units."""

    gid: int
    low: int
    high: int


def build_font(
    face: hb.Face, shapes: Sequence[Shape], ems: Sequence[float], banded: bool = False
) -> CodedFont:
    """``shapes[i]`` becomes glyph ``i + 1``; ``ems[i]`` is its advance in em.

    ``banded``: the bounding box of every code reaches over the same band above the baseline, that of a space too; no
    ink is added. PDFium passes over a code without a box and ends the line between two whose boxes share no height.
    """
    source, shapes = _subset(face, shapes)
    places = _places(source, shapes, banded)
    ids = {place.copied: gid for gid, place in reversed(list(enumerate(places))) if place.copied is not None}
    advances = [0 if place.copied is None else source.advances[place.copied] for place in places]
    advances[1 : len(shapes) + 1] = [max(0, round(em * face.upem)) for em in ems]
    if banded:
        low, high = (round(edge * face.upem) for edge in _BAND)
        band = _Band(len(places), low, high)
        glyphs = [
            _banded(source, place, ids, advance, band)
            for place, advance in zip(places, advances, strict=True)
        ]
        glyphs.append(bare_points([(0, low), (0, high)]))
        advances.append(0)
    else:
        glyphs = [_record(source, place, ids) for place in places]
    reach = hb.Font(face).get_font_extents("ltr")
    return CodedFont(
        data=write_font(source, glyphs, advances),
        units_per_em=face.upem,
        advances=tuple(advances[: len(shapes) + 1]),
        box=union([box_of(glyph) for glyph in glyphs]),
        ascent=reach.ascender,
        descent=reach.descender,
        cap_height=hb.Font(face).get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT),
    )


def _subset(face: hb.Face, shapes: Sequence[Shape]) -> tuple[Outlines, list[Shape]]:
    """The outlines that the shapes need, and the shapes in the ids of these."""
    request = hb.SubsetInput()
    request.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    request.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _LEFT_BEHIND)
    request.glyph_set.update({glyph.gid for shape in shapes for glyph in shape})
    plan = hb.SubsetPlan(face, request)
    ids = plan.old_to_new_glyph_mapping
    small = plan.execute()
    outlines = read_outlines(lambda tag: small.reference_table(tag).data)
    return outlines, [tuple(ClusterGlyph(ids[g.gid], g.dx, g.dy) for g in shape) for shape in shapes]


def _places(source: Outlines, shapes: Sequence[Shape], banded: bool) -> list[_Place]:
    """What stands at each glyph id of the new font: ``.notdef``, the codes, then what composites refer to.

    In a ``banded`` font no code is a glyph as it is.
    """
    places = [_Place(0, ())]
    copied = {0}
    for shape in shapes:
        plain = not banded and len(shape) == 1 and shape[0].dx == shape[0].dy == 0
        if plain and shape[0].gid not in copied:
            places.append(_Place(shape[0].gid, ()))
            copied.add(shape[0].gid)
        else:
            # A component without an outline draws nothing, and old rasterisers stumble over it.
            places.append(_Place(None, tuple(g for g in shape if source.glyphs[g.gid])))
    for gid in _referred(source, places):
        if gid not in copied:
            places.append(_Place(gid, ()))
            copied.add(gid)
    return places


def _referred(source: Outlines, places: Iterable[_Place]) -> list[int]:
    """All glyphs of the source that are drawn through another, by id: the closure over its own composites."""
    waiting = [g.gid for place in places for g in place.parts]
    waiting += [
        c.gid for place in places if place.copied is not None for c in components(source.glyphs[place.copied])
    ]
    found: set[int] = set()
    while waiting:
        gid = waiting.pop()
        if gid not in found:
            found.add(gid)
            waiting += [c.gid for c in components(source.glyphs[gid])]
    return sorted(found)


def _record(source: Outlines, place: _Place, ids: dict[int, int]) -> bytes:
    if place.copied is not None:
        return remapped(source.glyphs[place.copied], ids)
    return composite(*_drawn(source, place, ids)) if place.parts else b""


def _banded(source: Outlines, place: _Place, ids: dict[int, int], advance: int, band: _Band) -> bytes:
    """A space is as wide as its advance; a drawn code gets the band at its own left edge, so that it grows no wider."""
    if place.copied is not None:
        return remapped(source.glyphs[place.copied], ids)
    if not place.parts:
        return bare_points([(0, band.low), (advance, band.high)])
    parts, box = _drawn(source, place, ids)
    left, bottom, right, top = box
    return composite([*parts, (band.gid, left, 0)], (left, min(bottom, band.low), right, max(top, band.high)))


def _drawn(source: Outlines, place: _Place, ids: dict[int, int]) -> tuple[list[tuple[int, int, int]], Box]:
    """The components of a composite, and the box around them."""
    box = union([_moved(box_of(source.glyphs[g.gid]), g.dx, g.dy) for g in place.parts])
    return [(ids[g.gid], g.dx, g.dy) for g in place.parts], box


def _moved(box: Box, dx: int, dy: int) -> Box:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy
