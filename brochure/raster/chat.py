"""Every page of a PDF as a picture for a chat: PNG, so many pixels wide, few colours, nothing in it but pixels."""

from __future__ import annotations

import contextlib
import io
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PIL import Image, _imaging
from pypdfium2 import PdfDocument, PdfiumError

from brochure.base.diagnostics import BrochureError

COLOURS = 32
"""The inks and the paper, and of the shades at the edges of letters those that fill most of a page."""

NEAR = 8
"""Levels, of 255, by which the next colour is to differ in red, green or blue."""

_AS_PILLOW_HAS_THEM: Mapping[str, Any] = {
    "may_draw_forms": False,
    "rev_byteorder": True,
    "prefer_bgrx": True,
}
"""Four bytes a pixel, red first: taken over as they are."""

_BLOCKS = 4
"""Of 16 MB at most: a page as PDFium gives it, as RGB, with a palette."""

_FEW = 4096
"""Colours of a page of flat inks; to count more costs a table as large as the page."""


def page_pictures(pdf: bytes, width: int) -> tuple[bytes, ...]:
    """A picture of each page, ``width`` pixels wide. The same bytes with the same PDFium and Pillow, on any day.

    Raises BrochureError for bytes that are no PDF.
    """
    try:
        document = PdfDocument(pdf)
    except PdfiumError as error:
        raise BrochureError(f"PDFium cannot read the file: {error}") from error
    with document, _memory_kept():
        return tuple(
            _png(page.render(scale=width / page.get_width(), **_AS_PILLOW_HAS_THEM).to_pil().convert("RGB"))
            for page in document
        )


@contextlib.contextmanager
def _memory_kept() -> Iterator[None]:
    """Pillow's block allocator hands the memory of one page on to the next: to ask the system for it each time took a
    quarter of the time (Pillow's handbook, "Block allocator").
    """
    before = _imaging.get_blocks_max()
    _imaging.set_blocks_max(max(before, _BLOCKS))
    try:
        yield
    finally:
        _imaging.set_blocks_max(before)


def _png(page: Image.Image) -> bytes:
    """A palette and its pixels alone: no time, no program, no resolution (PNG, third edition, 11.3)."""
    counted = page.getcolors(_FEW) or page.getcolors(page.width * page.height) or []
    most = sorted((-many, bytes(colour)) for many, colour in counted if isinstance(colour, tuple))
    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(_apart(colour for _, colour in most)))
    stream = io.BytesIO()
    few = page.quantize(palette=palette, dither=Image.Dither.NONE)
    # Areas of one ink are runs of one byte: looking for nothing else takes a third of the time, and fewer bytes.
    few.save(stream, "PNG", compress_type=zlib.Z_RLE)
    return stream.getvalue()


def _apart(colours: Iterable[bytes]) -> list[bytes]:
    """The first COLOURS that are not near another: Pillow looks colours up in steps, and the paper is to stay white."""
    kept: list[bytes] = []
    for colour in colours:
        red, green, blue = colour
        if all(abs(red - r) > NEAR or abs(green - g) > NEAR or abs(blue - b) > NEAR for r, g, b in kept):
            kept.append(colour)
        if len(kept) == COLOURS:
            break
    return kept
