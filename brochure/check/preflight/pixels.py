"""Finished pages as pixels: where there is ink, by PDFium."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from msgspec import Struct
from pypdfium2 import PdfDocument, PdfiumError

from brochure.check.preflight.examined import Box, Examined

_WHITE = 250
"""A pixel is bare from this amount of red, green and blue on: what smooth edges leave of nothing."""


class Inked(Struct, frozen=True):
    """Which pixels of an area have ink. ``pixels``: top row first, ``stride`` bytes a row, ``step`` a pixel."""

    width: int
    height: int
    stride: int
    step: int
    pixels: bytes

    def at(self, x: int, y: int) -> bool:
        """Of a pixel that may lie outside."""
        start = y * self.stride + x * self.step
        inside = 0 <= x < self.width and 0 <= y < self.height
        return inside and min(self.pixels[start : start + 3]) < _WHITE


def areas_alone(file: Examined, areas: list[Box]) -> bytes:
    """A copy in which every page shows only its area of ``areas``, upright, without annotations."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(file.data), suppress_warnings=True) as pdf:
        for page, area in zip(pdf.pages, areas, strict=True):
            for key in ("/Rotate", "/UserUnit", "/Annots", "/TrimBox", "/BleedBox", "/ArtBox"):
                if key in page.obj:
                    del page.obj[key]
            page.obj.Rotate = 0
            page.obj.MediaBox = page.obj.CropBox = pikepdf.Array([round(edge, 3) for edge in area])
        pdf.save(made)
    return made.getvalue()


def inked(pdf: bytes, pages: int, dpi: float) -> Iterator[Inked | None]:
    """Every page by PDFium; None for one that it cannot draw."""
    try:
        document = PdfDocument(pdf)
    except PdfiumError:
        yield from (None for _ in range(pages))
        return
    with document:
        for at in range(pages):
            try:
                bitmap = document[at].render(scale=dpi / 72, may_draw_forms=False)
            except (PdfiumError, IndexError):
                yield None
            else:
                pixels = bytes(bitmap.buffer)
                yield Inked(bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels, pixels)


def pixel_box(area: Box, x: float, y: float, dpi: float) -> Box:
    """The place of a pixel in the page's space."""
    left, top = area[0] + x * 72 / dpi, area[3] - y * 72 / dpi
    return left, top - 72 / dpi, left + 72 / dpi, top
