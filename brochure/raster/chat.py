"""Every page of a PDF as a picture for a chat: PNG, so many pixels wide, few colours, nothing in it but pixels."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator
from ctypes import c_ubyte
from mmap import mmap
from typing import cast

from PIL import Image
from pypdfium2 import PdfBitmap, PdfDocument, PdfiumError

from brochure.base.diagnostics import BrochureError

COLOURS = 32
"""The inks and the paper, and of the shades at the edges of letters those that fill most of a page."""

NEAR = 8
"""Levels, of 255, by which the next colour is to differ in red, green or blue."""

_FEW = 4096
"""Colours of a page of flat inks; to count more costs a table as large as the page."""

_Colour = tuple[int, int, int]


def page_pictures(pdf: bytes, width: int) -> tuple[bytes, ...]:
    """A picture of each page, ``width`` pixels wide. The same bytes with the same PDFium and Pillow, on any day.

    Raises BrochureError for bytes that are no PDF.
    """
    try:
        document = PdfDocument(pdf)
    except PdfiumError as error:
        raise BrochureError(f"PDFium cannot read the file: {error}") from error
    with document:
        return tuple(map(_png, _drawn(document, width)))


def _drawn(document: PdfDocument, width: int) -> Iterator[Image.Image]:
    """One page after the other, RGB, all in one place in memory: each is gone when the next is asked for.

    PDFium draws four bytes a pixel, red first, which is how Pillow has RGB: no pixel is copied.
    """
    paper: dict[tuple[int, int], PdfBitmap] = {}

    def same_paper(wide: int, high: int, **kind: int) -> PdfBitmap:
        if (wide, high) not in paper:
            paper.clear()
            # Not from the heap: after 8 MB it would hold twice as much for the next one (mallopt(3), M_MMAP_THRESHOLD).
            room = mmap(-1, 4 * wide * high)
            paper[wide, high] = PdfBitmap.new_native(
                wide, high, **kind, buffer=(c_ubyte * len(room)).from_buffer(room)
            )
        return paper[wide, high]

    for page in document:
        bitmap = page.render(
            scale=width / page.get_width(),
            may_draw_forms=False,
            rev_byteorder=True,
            prefer_bgrx=True,
            bitmap_maker=same_paper,
        )
        yield Image.fromarrow(bitmap.to_pil(), "RGB", (bitmap.width, bitmap.height))


def _png(page: Image.Image) -> bytes:
    """A palette and its pixels alone: no time, no program, no resolution (PNG, third edition, 11.3)."""
    counted = page.getcolors(_FEW) or page.getcolors(page.width * page.height) or []
    most = sorted((-many, colour) for many, colour in cast(list[tuple[int, _Colour]], counted))
    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(map(bytes, _apart(colour for _, colour in most))))
    stream = io.BytesIO()
    few = page.quantize(palette=palette, dither=Image.Dither.NONE)
    # Areas of one ink are runs of one byte: looking for nothing else takes a third of the time, and fewer bytes.
    few.save(stream, "PNG", compress_type=zlib.Z_RLE)
    return stream.getvalue()


def _apart(colours: Iterable[_Colour]) -> list[_Colour]:
    """The first COLOURS that are not near another: Pillow looks colours up in steps, and the paper is to stay white."""
    kept: list[_Colour] = []
    for red, green, blue in colours:
        for r, g, b in kept:
            if abs(red - r) <= NEAR and abs(green - g) <= NEAR and abs(blue - b) <= NEAR:
                break
        else:
            kept.append((red, green, blue))
            if len(kept) == COLOURS:
                break
    return kept
