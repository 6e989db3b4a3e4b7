"""The characters of a finished PDF at their places, as PDFium finds them: a reader that shares nothing with the writer.

PDFium's text page (https://pdfium.googlesource.com/pdfium, public/fpdf_text.h) follows codes through the file's own
widths and ToUnicode tables, as a viewer does when somebody copies a number.
"""

from __future__ import annotations

import ctypes
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from brochure.base.diagnostics import BrochureError
from brochure.base.spans import Span
from brochure.check.painted import Mark

NO_CHARACTER = "\ufffd"
"""Stands for a glyph of which the file does not say what it means."""

_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
_NAME_BYTES = 256


@dataclass(frozen=True, slots=True)
class PaintedCharacter:
    """A character of a file. ``mark``: as the number check wants it. ``font``: its PostScript name, no subset's tag.

    ``x``, ``y``: its origin on the baseline, pt from the left top corner of what a viewer shows, y down.
    """

    mark: Mark
    font: str
    x: float
    y: float


@contextmanager
def opened(pdf: bytes) -> Generator[PdfDocument, None, None]:
    """The file, open in PDFium. Raises BrochureError for bytes that are no PDF."""
    try:
        document = PdfDocument(pdf)
    except PdfiumError as error:
        raise BrochureError(f"PDFium cannot read the finished file: {error}") from error
    with document:
        yield document


def painted_characters(pages: Iterable[PdfPage], span: Span) -> tuple[PaintedCharacter, ...]:
    """All characters of all pages that lie inside the bleed; what a reader makes up (spaces, line ends) is left out.

    ``span``: what findings about them point at.
    """
    return tuple(each for number, page in enumerate(pages) for each in _of_page(page, number, span))


def _of_page(page: PdfPage, number: int, span: Span) -> Iterator[PaintedCharacter]:
    shown_left, _, _, shown_top = page.get_bbox()
    trim_left, _, _, trim_top = page.get_trimbox()
    left, bottom, right, top = page.get_bleedbox()
    text = page.get_textpage()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        if not (left <= x.value <= right and bottom <= y.value <= top):
            continue
        box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        turned = _runs_up(matrix)
        mark = Mark(
            text=_character(text, index),
            page=number,
            x=box.bottom - trim_top if turned else box.left - trim_left,
            advance=box.top - box.bottom if turned else box.right - box.left,
            baseline=x.value - trim_left if turned else trim_top - y.value,
            size=_size(text, index, matrix),
            address="",
            span=span,
            turned=turned,
        )
        yield PaintedCharacter(mark, _font(text, index), x.value - shown_left, shown_top - y.value)


def _character(text: object, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(text, index)
    unknown = code in _UNKNOWN or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
    return NO_CHARACTER if unknown else chr(code)


def _runs_up(matrix: pdfium.FS_MATRIX) -> bool:
    """Whether words go up the page (8.3.3: a quarter counter-clockwise), not to the right."""
    return float(matrix.b) > abs(float(matrix.a))


def _size(text: object, index: int, matrix: pdfium.FS_MATRIX) -> float:
    """The size of the type on paper: what Tf says, through the text matrix."""
    scale: float = (matrix.c**2 + matrix.d**2) ** 0.5
    return scale * float(pdfium.FPDFText_GetFontSize(text, index))


def _font(text: object, index: int) -> str:
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, _NAME_BYTES, flags)
    return name.value.decode("utf-8", "replace").rpartition("+")[2]
