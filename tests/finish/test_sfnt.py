from __future__ import annotations

import struct

import pytest

from brochure.finish.sfnt import EMPTY, box_of, components, composite, remapped, union


def record(*parts: tuple[int, bytes]) -> bytes:
    """A composite by hand: flags with their arguments and transforms, glyph ids 10, 11, ..."""
    body = b"".join(struct.pack(">HH", flags, 10 + i) + rest for i, (flags, rest) in enumerate(parts))
    return struct.pack(">5h", -1, 1, 2, 3, 4) + body


ALL_FORMS = record(
    (0x0023, bytes(4)),  # words
    (0x0022, bytes(2)),  # bytes
    (0x002A, bytes(2 + 2)),  # one scale
    (0x0063, bytes(4 + 4)),  # two scales
    (0x00A2, bytes(2 + 8)),  # a matrix
    (0x0003, bytes(4)),
)


def test_references_are_found_behind_any_transform() -> None:
    assert [component.gid for component in components(ALL_FORMS)] == [10, 11, 12, 13, 14, 15]


def test_remapping_changes_ids_and_nothing_else() -> None:
    there = {gid: gid + 100 for gid in range(10, 16)}
    changed = remapped(ALL_FORMS, there)
    assert [component.gid for component in components(changed)] == [110, 111, 112, 113, 114, 115]
    assert remapped(changed, {new: old for old, new in there.items()}) == ALL_FORMS


@pytest.mark.parametrize("data", [b"", struct.pack(">5h", 1, 0, 0, 5, 5) + bytes(10)])
def test_simple_and_empty_records_refer_to_nothing(data: bytes) -> None:
    assert list(components(data)) == []
    assert remapped(data, {}) == data


def test_a_composite_says_its_parts_and_its_box() -> None:
    data = composite([(7, -5, 300), (9, 0, 0)], (-5, 0, 20, 310))
    assert box_of(data) == (-5, 0, 20, 310)
    assert data[10:] == struct.pack(">HHhhHHhh", 0x23, 7, -5, 300, 0x03, 9, 0, 0)


def test_the_union_passes_over_empty_boxes() -> None:
    assert union([(5, 6, 7, 8), EMPTY, (-1, 7, 2, 9)]) == (-1, 6, 7, 9)
    assert union([]) == EMPTY
