"""TrueType tables as bytes: outlines read from a font, and a font written from outlines.

Formats: https://learn.microsoft.com/en-us/typography/opentype/spec/otff and the pages on glyf, head, hhea, hmtx, loca
and maxp beside it. Only what the composite builder needs.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

ARGS_ARE_WORDS, ARGS_ARE_XY, SCALE, MORE, SCALES, MATRIX = 0x0001, 0x0002, 0x0008, 0x0020, 0x0040, 0x0080

_ON_CURVE = 0x01
"""The flag of a point whose coordinates are both two bytes long."""

Box = tuple[int, int, int, int]
"""xMin, yMin, xMax, yMax in font units."""

EMPTY: Box = (0, 0, 0, 0)


class Outlines(Struct, frozen=True):
    """A font's glyphs by id. ``glyphs``: glyf records, b"" for one without outline. ``advances`` in font units.

    ``head``, ``hhea``, ``maxp``: tables as they were, the ground for those of a font that is written from these.
    """

    glyphs: tuple[bytes, ...]
    advances: tuple[int, ...]
    head: bytes
    hhea: bytes
    maxp: bytes


class Component(Struct, frozen=True):
    """A reference inside a composite. ``at``: byte offset of its glyph id in the record."""

    gid: int
    at: int


def read_outlines(table: Callable[[str], bytes]) -> Outlines:
    """``table`` gives a table's bytes by tag. The font must have TrueType outlines."""
    head, hhea, maxp, loca, glyf, hmtx = (table(t) for t in ("head", "hhea", "maxp", "loca", "glyf", "hmtx"))
    count = struct.unpack_from(">H", maxp, 4)[0]
    if struct.unpack_from(">h", head, 50)[0]:
        ends = struct.unpack_from(f">{count + 1}L", loca)
    else:
        ends = tuple(2 * half for half in struct.unpack_from(f">{count + 1}H", loca))
    glyphs = tuple(glyf[a:b] for a, b in pairwise(ends))
    long = struct.unpack_from(">H", hhea, 34)[0]
    metrics = struct.unpack_from(">" + "Hh" * long, hmtx)
    advances = metrics[0::2] + metrics[-2:-1] * (count - long)
    return Outlines(glyphs, advances, head, hhea, maxp)


def box_of(record: bytes) -> Box:
    """The bounding box that a glyf record declares."""
    if not record:
        return EMPTY
    left, bottom, right, top = struct.unpack_from(">4h", record, 2)
    return left, bottom, right, top


def components(record: bytes) -> Iterator[Component]:
    """The references of a composite record; nothing for a simple or an empty one."""
    if not record or struct.unpack_from(">h", record)[0] >= 0:
        return
    at, flags = 10, MORE
    while flags & MORE:
        flags, gid = struct.unpack_from(">HH", record, at)
        yield Component(gid, at + 2)
        at += 8 if flags & ARGS_ARE_WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & SCALES else 8 if flags & MATRIX else 0


def remapped(record: bytes, ids: Mapping[int, int]) -> bytes:
    """The record with the glyph ids of its references replaced."""
    changed = bytearray(record)
    for component in components(record):
        struct.pack_into(">H", changed, component.at, ids[component.gid])
    return bytes(changed)


def composite(parts: Sequence[tuple[int, int, int]], box: Box) -> bytes:
    """A composite record. ``parts``: glyph id, dx, dy of each; at least one."""
    record = struct.pack(">5h", -1, *box)
    for i, (gid, dx, dy) in enumerate(parts, start=1):
        more = MORE if i < len(parts) else 0
        record += struct.pack(">HHhh", ARGS_ARE_WORDS | ARGS_ARE_XY | more, gid, dx, dy)
    return record


def bare_points(places: Sequence[tuple[int, int]]) -> bytes:
    """A simple record of contours of one point each: a bounding box around ``places`` and no ink."""
    x, y = zip(*places, strict=True)
    record = struct.pack(">5h", len(places), min(x), min(y), max(x), max(y))
    record += struct.pack(f">{len(places)}HH", *range(len(places)), 0) + bytes([_ON_CURVE] * len(places))
    for values in (x, y):
        record += struct.pack(f">{len(places)}h", *(b - a for a, b in pairwise((0, *values))))
    return record


def write_font(source: Outlines, glyphs: Sequence[bytes], advances: Sequence[int]) -> bytes:
    """A font file of these glyphs. Every left side bearing equals xMin, so no reader shifts an outline."""
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
    ends = [0]
    for glyph in padded:
        ends.append(ends[-1] + len(glyph))
    long = ends[-1] > 2 * 0xFFFF
    boxes = [box_of(glyph) for glyph in glyphs]
    hmtx = b"".join(struct.pack(">Hh", a, box[0]) for a, box in zip(advances, boxes, strict=True))
    loca = (
        struct.pack(f">{len(ends)}L", *ends)
        if long
        else struct.pack(f">{len(ends)}H", *(e // 2 for e in ends))
    )
    tables = {
        "glyf": b"".join(padded) or bytes(4),
        "head": _head(source.head, boxes, long),
        "hhea": _hhea(source.hhea, glyphs, boxes, advances),
        "hmtx": hmtx,
        "loca": loca,
        "maxp": _maxp(source.maxp, glyphs),
    }
    return _file(tables)


def union(boxes: Sequence[Box]) -> Box:
    """The box around all boxes that are not empty."""
    drawn = [box for box in boxes if box != EMPTY] or [EMPTY]
    left, bottom, right, top = zip(*drawn, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _head(head: bytes, boxes: Sequence[Box], long: bool) -> bytes:
    changed = bytearray(head)
    struct.pack_into(">L", changed, 8, 0)
    struct.pack_into(">4h", changed, 36, *union(boxes))
    struct.pack_into(">h", changed, 50, int(long))
    return bytes(changed)


def _hhea(hhea: bytes, glyphs: Sequence[bytes], boxes: Sequence[Box], advances: Sequence[int]) -> bytes:
    """advanceWidthMax, the smallest bearings and the largest extent are of the glyphs that have an outline."""
    drawn = [(box, a) for box, a, glyph in zip(boxes, advances, glyphs, strict=True) if glyph] or [(EMPTY, 0)]
    changed = bytearray(hhea)
    struct.pack_into(">H", changed, 10, max(advances))
    struct.pack_into(
        ">3h",
        changed,
        12,
        min(b[0] for b, _ in drawn),
        min(a - b[2] for b, a in drawn),
        max(b[2] for b, _ in drawn),
    )
    struct.pack_into(">H", changed, 34, len(glyphs))
    return bytes(changed)


class _Size(Struct, frozen=True):
    """``elements``: components of the glyph itself; points and contours are those of all below it."""

    points: int
    contours: int
    depth: int
    elements: int = 0


def _size(glyphs: Sequence[bytes], gid: int, known: dict[int, _Size]) -> _Size:
    """``known``: sizes by glyph id, which grow by what is asked for: a part is a part of many."""
    if gid not in known:
        known[gid] = _measured(glyphs, glyphs[gid], known)
    return known[gid]


def _measured(glyphs: Sequence[bytes], record: bytes, known: dict[int, _Size]) -> _Size:
    if not record:
        return _Size(0, 0, 0)
    contours = struct.unpack_from(">h", record)[0]
    if contours > 0:
        return _Size(struct.unpack_from(">H", record, 8 + 2 * contours)[0] + 1, contours, 0)
    parts = [_size(glyphs, component.gid, known) for component in components(record)]
    return _Size(
        sum([p.points for p in parts]),
        sum([p.contours for p in parts]),
        1 + max([p.depth for p in parts], default=0),
        len(parts),
    )


def _maxp(maxp: bytes, glyphs: Sequence[bytes]) -> bytes:
    known: dict[int, _Size] = {}
    sizes = [_size(glyphs, gid, known) for gid in range(len(glyphs))]
    simple = [s for s in sizes if s.depth == 0]
    deep = [s for s in sizes if s.depth > 0]
    changed = bytearray(maxp)
    struct.pack_into(
        ">5H", changed, 4, len(glyphs),
        max((s.points for s in simple), default=0), max((s.contours for s in simple), default=0),
        max((s.points for s in deep), default=0), max((s.contours for s in deep), default=0),
    )  # fmt: skip
    elements, depth = max(s.elements for s in sizes), max(s.depth for s in sizes)
    # No instructions are left, so the limits of the interpreter fall away with them.
    struct.pack_into(">9H", changed, 14, 1, 0, 0, 0, 0, 0, 0, elements, depth)
    return bytes(changed)


def _file(tables: Mapping[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    reach = 16 << power
    header = struct.pack(">LHHHH", 0x00010000, count, reach, power, 16 * count - reach)
    offset = 12 + 16 * count
    directory, body = b"", b""
    for tag in sorted(tables):
        data = tables[tag]
        directory += struct.pack(
            ">4sLLL", tag.encode("ascii"), _checksum(data), offset + len(body), len(data)
        )
        body += data + bytes(-len(data) % 4)
    whole = header + directory + body
    adjustment = (0xB1B0AFBA - _checksum(whole)) & 0xFFFFFFFF
    at = offset + sum(len(tables[t]) + -len(tables[t]) % 4 for t in sorted(tables) if t < "head") + 8
    return whole[:at] + struct.pack(">L", adjustment) + whole[at + 4 :]


def _checksum(data: bytes) -> int:
    data += bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
