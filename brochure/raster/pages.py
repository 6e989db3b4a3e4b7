"""Pages of a finished PDF as pictures, drawn by PDFium."""

from __future__ import annotations

from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError

from brochure.base.diagnostics import BrochureError

POINTS_PER_INCH = 72


def page_images(pdf: bytes, dpi: float) -> tuple[Image.Image, ...]:
    """Every page on white paper, RGB, the area of its CropBox (ISO 32000-1, 14.11.2), ``dpi`` pixels an inch.

    Raises BrochureError for bytes that are no PDF. Pictures are for the eye: their pixels may change with PDFium.
    """
    try:
        document = PdfDocument(pdf)
    except PdfiumError as error:
        raise BrochureError(f"PDFium cannot read the file: {error}") from error
    with document:
        return tuple(
            page.render(scale=dpi / POINTS_PER_INCH, may_draw_forms=False).to_pil().convert("RGB")
            for page in document
        )
