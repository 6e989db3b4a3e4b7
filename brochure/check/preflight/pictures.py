"""Pictures: how many pixels an inch they have on paper, and how they are packed (ISO 32000-1, 8.9 and 7.4)."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pikepdf

from brochure.check.preflight.examined import Box, Picture
from brochure.check.preflight.transform import Matrix, finite

_PACKED = {"/LZWDecode": "LZW", "/LZW": "LZW", "/JPXDecode": "JPEG 2000"}


def picture_of(image: pikepdf.Object, matrix: Matrix, seen: Box, *, mask: bool) -> Picture | None:
    """An image in the unit square that ``matrix`` moves; None for one without extent. Keys may be those of inline
    images (8.9.7). Raises what broken objects raise.
    """
    width = finite(image.get("/Width", image.get("/W", 0)))
    height = finite(image.get("/Height", image.get("/H", 0)))
    bits = 1 if mask else int(image.get("/BitsPerComponent", image.get("/BPC", 8)))
    a, b, c, d = matrix[:4]
    across, up = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    return Picture(min(width / across, height / up), bits, seen) if across and up else None


def packings(filters: pikepdf.Object | None) -> Iterator[str]:
    """Ways of packing that no press wants, by name."""
    for each in filters if isinstance(filters, pikepdf.Array) else [filters]:
        if str(each) in _PACKED:
            yield _PACKED[str(each)]
