"""Every page of a PDF as a picture for a chat: PNG, so many pixels wide, few colours, nothing in it but pixels."""

from __future__ import annotations

import io
from collections.abc import Iterable

from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError

from brochure.base.diagnostics import BrochureError

COLOURS = 32
"""The inks and the paper, and of the shades at the edges of letters those that fill most of a page."""

NEAR = 8
"""Levels, of 255, by which the next colour is to differ in red, green or blue."""

_EFFORT = 6
"""Of deflating, 0 to 9: the last fifth of the size costs seven times the time."""


def page_pictures(pdf: bytes, width: int) -> tuple[bytes, ...]:
    """A picture of each page, ``width`` pixels wide. The same bytes with the same PDFium and Pillow, on any day.

    Raises BrochureError for bytes that are no PDF.
    """
    try:
        document = PdfDocument(pdf)
    except PdfiumError as error:
        raise BrochureError(f"PDFium cannot read the file: {error}") from error
    with document:
        return tuple(
            _png(page.render(scale=width / page.get_width(), may_draw_forms=False).to_pil().convert("RGB"))
            for page in document
        )


def _png(page: Image.Image) -> bytes:
    """A palette and its pixels alone: no time, no program, no resolution (PNG, third edition, 11.3)."""
    counted = page.getcolors(page.width * page.height) or []
    most = sorted((-many, bytes(colour)) for many, colour in counted if isinstance(colour, tuple))
    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(_apart(colour for _, colour in most)))
    stream = io.BytesIO()
    few = page.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(stream, "PNG", compress_level=_EFFORT)
    return stream.getvalue()


def _apart(colours: Iterable[bytes]) -> list[bytes]:
    """The first COLOURS that are not near another: Pillow looks colours up in steps, and the paper is to stay white."""
    kept: list[bytes] = []
    for colour in colours:
        if all(max(abs(a - b) for a, b in zip(colour, other, strict=True)) > NEAR for other in kept):
            kept.append(colour)
        if len(kept) == COLOURS:
            break
    return kept
