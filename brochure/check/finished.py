"""The characters of a finished PDF at their places, as PDFium finds them: a reader that shares nothing with the writer.

PDFium's text page (https://pdfium.googlesource.com/pdfium, public/fpdf_text.h) follows codes through the file's own
widths and ToUnicode tables, as a viewer does when somebody copies a number.
"""

from __future__ import annotations

import ctypes
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from brochure.base.diagnostics import BrochureError
from brochure.base.spans import Span
from brochure.check.painted import Mark

NO_CHARACTER = "\ufffd"
"""Stands for a glyph of which the file does not say what it means."""

_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
_NAME_BYTES = 256


class PaintedCharacter(NamedTuple):
    """A character of a file. ``mark``: as the number check wants it. ``font``: its PostScript name, no subset's tag.

    ``x``, ``y``: its origin on the baseline, pt from the left top corner of what a viewer shows, y down.
    """

    mark: Mark
    font: str
    x: float
    y: float


class _Showing(NamedTuple):
    """What all characters of one text object share. ``turned``: they run up the page. ``size``: pt on paper."""

    turned: bool
    size: float
    font: str


class FinishedFile:
    """A file, open in PDFium; its characters are looked for once, whoever asks for them. ``pages``: of PDFium's."""

    def __init__(self, data: bytes, document: PdfDocument) -> None:
        self.data = data
        self.document = document
        self.pages = tuple(document)
        self._characters: dict[int, tuple[PaintedCharacter, ...]] = {}

    def characters(self, page: int, span: Span) -> tuple[PaintedCharacter, ...]:
        """Those of a page, counted from 0, that lie inside the bleed; what a reader makes up (spaces, line ends) is
        left out. ``span``: what findings about them point at, the same for all who ask.
        """
        if page not in self._characters:
            self._characters[page] = tuple(_of_page(self.pages[page], page, span))
        return self._characters[page]

    def all_characters(self, span: Span) -> tuple[PaintedCharacter, ...]:
        """Those of every page."""
        return tuple(each for page in range(len(self.pages)) for each in self.characters(page, span))


@contextmanager
def opened(pdf: bytes | FinishedFile) -> Generator[FinishedFile, None, None]:
    """The file, open in PDFium; one that is open stays so. Raises BrochureError for bytes that are no PDF."""
    if isinstance(pdf, FinishedFile):
        yield pdf
        return
    try:
        document = PdfDocument(pdf)
    except PdfiumError as error:
        raise BrochureError(f"PDFium cannot read the finished file: {error}") from error
    with document:
        yield FinishedFile(pdf, document)


_MADE_UP = frozenset(map(ord, " \r\n"))
"""What PDFium puts in between words and lines (CPDF_TextPage::AppendGeneratedCharacter)."""

_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""FPDFText_GetTextObject, whose answer is compared, not followed."""


def _of_page(page: PdfPage, number: int, span: Span) -> Iterator[PaintedCharacter]:
    shown_left, _, _, shown_top = page.get_bbox()
    trim_left, _, _, trim_top = page.get_trimbox()
    left, bottom, right, top = page.get_bleedbox()
    text = page.get_textpage()
    reading = ctypes.cast(text.raw, ctypes.c_void_p).value
    shown: dict[int | None, _Showing] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _MADE_UP and pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        along, up = x.value, y.value
        if not (left <= along <= right and bottom <= up <= top):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        shows = _text_object(reading, index)
        if shows not in shown or shows is None:
            shown[shows] = _showing(text, index)
        turned, size, font = shown[shows]
        unknown = code in _UNKNOWN or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
        yield PaintedCharacter(
            Mark(
                NO_CHARACTER if unknown else chr(code),
                number,
                box.bottom - trim_top if turned else box.left - trim_left,
                box.top - box.bottom if turned else box.right - box.left,
                along - trim_left if turned else trim_top - up,
                size,
                "",
                span,
                turned,
            ),
            font,
            along - shown_left,
            shown_top - up,
        )


def _showing(text: object, index: int) -> _Showing:
    """Asked for once a text object: it sets one font at one size through one matrix (ISO 32000-1, 9.4)."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    return _Showing(_runs_up(matrix), _size(text, index, matrix), _font(text, index))


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
