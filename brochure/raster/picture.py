"""All pages of a PDF in one small picture: for a README, a message, a first look."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from brochure.raster.pages import page_images

COLOURS = 32
"""A page has few inks; the rest are the edges of letters."""

_GAP = 12
_GROUND = (222, 222, 222)


def picture_of(pdf: bytes, dpi: float) -> bytes:
    """PNG: the pages one below the other on grey, ``dpi`` pixels an inch.

    Raises BrochureError for bytes that are no PDF.
    """
    pages = page_images(pdf, dpi)
    width = max(page.width for page in pages)
    sheet = Image.new("RGB", (width, sum(page.height + _GAP for page in pages) - _GAP), _GROUND)
    top = 0
    for page in pages:
        sheet.paste(page, ((width - page.width) // 2, top))
        top += page.height + _GAP
    framed = ImageOps.expand(sheet, border=_GAP, fill=_GROUND)
    stream = io.BytesIO()
    framed.quantize(COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()
