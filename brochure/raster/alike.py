"""Whether two files look the same, page by page, whatever they are made of."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from msgspec import Struct
from PIL import Image, ImageChops

DPI, CELL = 432, 18
"""Cells of 3 pt: PDFium draws the edges of letters a little otherwise than those of paths, by at most 14 of 255 a cell
in all leaflets; a letter of 6 pt that is missing makes more than 60.
"""

MOST = 24


class Difference(Struct, frozen=True):
    """The first place of a page at which two files differ, pt from its left top corner. ``page``: from 0."""

    page: int
    x: float
    y: float


def differences(one: bytes, other: bytes) -> tuple[Difference, ...]:
    """One for each page that does not look the same; pages that only one file has differ at their corner."""
    with pypdfium2.PdfDocument(one) as first, pypdfium2.PdfDocument(other) as second:
        return tuple(_of_pages(first, second))


def _of_pages(first: pypdfium2.PdfDocument, second: pypdfium2.PdfDocument) -> Iterator[Difference]:
    both = min(len(first), len(second))
    for number in range(max(len(first), len(second))):
        if number >= both:
            yield Difference(number, 0.0, 0.0)
            continue
        one, other = _cells(first[number]), _cells(second[number])
        if one.size != other.size:
            yield Difference(number, 0.0, 0.0)
        elif place := ImageChops.difference(one, other).point(lambda grey: 255 * (grey > MOST)).getbbox():
            yield Difference(number, place[0] * CELL * 72 / DPI, place[1] * CELL * 72 / DPI)


def _cells(page: pypdfium2.PdfPage) -> Image.Image:
    """The mean grey of every cell."""
    picture: Image.Image = page.render(scale=DPI / 72, grayscale=True).to_pil()
    return picture.resize((picture.width // CELL, picture.height // CELL), Image.Resampling.BOX)
