"""Where the ink of letters is, by PDFium, which reads the outlines of every kind of font."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from brochure.check.preflight.examined import Box, Examined


def letter_boxes(file: Examined) -> Iterator[list[Box] | None]:
    """Of every page, in its own space; white space has none. None for a page that PDFium cannot read."""
    try:
        document = PdfDocument(file.data)
    except PdfiumError:
        yield from (None for _ in file.sheets)
        return
    with document:
        for at in range(len(file.sheets)):
            try:
                text = document[at].get_textpage()
            except (PdfiumError, IndexError):
                yield None
            else:
                yield [box for index in range(text.count_chars()) if (box := _box(text, index)) is not None]


def _box(text: object, index: int) -> Box | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if pdfium.FPDFText_IsGenerated(text, index) == 1:
        return None
    if not pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
        return None
    box = left.value, bottom.value, right.value, top.value
    return box if box[2] - box[0] > 0 and box[3] - box[1] > 0 else None
