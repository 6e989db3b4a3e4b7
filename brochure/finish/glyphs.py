"""An embedded font in which a glyph id is a character code: hb-subset's outlines, laid out anew.

Code ``n`` is glyph ``n``. A cluster of one plain glyph takes the font's own outline; any other becomes a TrueType
composite of the font's own glyphs with HarfBuzz's offsets; glyphs that only composites use follow behind. Only the
tables that a CIDFontType2 needs are written (ISO 32000-1, 9.9): glyf, head, hhea, hmtx, loca, maxp.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import uharfbuzz as hb

from brochure.finish.sfnt import (
    Box,
    Outlines,
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


@dataclass(frozen=True, slots=True)
class CodedFont:
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


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands at a glyph id: glyph ``copied`` of the source, or, where that is None, a composite of ``parts``."""

    copied: int | None
    parts: Shape


def build_font(face: hb.Face, shapes: Sequence[Shape], ems: Sequence[float]) -> CodedFont:
    """``shapes[i]`` becomes glyph ``i + 1``; ``ems[i]`` is its advance in em, where it is not a glyph of the font as it
    is: such a one keeps the font's own advance.
    """
    source, shapes = _subset(face, shapes)
    places = _places(source, shapes)
    ids = {place.copied: gid for gid, place in reversed(list(enumerate(places))) if place.copied is not None}
    glyphs = [_record(source, place, ids) for place in places]
    advances = [0 if place.copied is None else source.advances[place.copied] for place in places]
    for gid, em in enumerate(ems, start=1):
        if places[gid].copied is None:
            advances[gid] = max(0, round(em * face.upem))
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


def _places(source: Outlines, shapes: Sequence[Shape]) -> list[_Place]:
    """What stands at each glyph id of the new font: ``.notdef``, the codes, then what composites refer to."""
    places = [_Place(0, ())]
    copied = {0}
    for shape in shapes:
        plain = len(shape) == 1 and shape[0].dx == shape[0].dy == 0
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
    if not place.parts:
        return b""
    box = union([_moved(box_of(source.glyphs[g.gid]), g.dx, g.dy) for g in place.parts])
    return composite([(ids[g.gid], g.dx, g.dy) for g in place.parts], box)


def _moved(box: Box, dx: int, dy: int) -> Box:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy
