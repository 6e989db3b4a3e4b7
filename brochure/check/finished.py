"""The characters of a finished PDF at their places, as PDFium finds them: a reader that shares nothing with the writer.

PDFium's text page (https://pdfium.googlesource.com/pdfium, public/fpdf_text.h) follows codes through the file's own
widths and ToUnicode tables, as a viewer does when somebody copies a number.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from msgspec import Struct
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from brochure.base.diagnostics import BrochureError
from brochure.base.spans import Span
from brochure.check.painted import Mark

NO_CHARACTER = "\ufffd"
"""Stands for a glyph of which the file does not say what it means."""

_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
_NAME_BYTES = 256


class PaintedCharacter(Struct, frozen=True, gc=False):
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


def _asked(function: object, answer: type) -> Callable[..., Any]:
    """A function of PDFium's that is asked for every character of a file: without the conversion of each argument,
    which takes thrice as long as the answer. Pages come as ``c_void_p``, numbers as int, places to fill by ``byref``.
    """
    return ctypes.PYFUNCTYPE(answer)(ctypes.cast(function, ctypes.c_void_p).value or 0)  # type: ignore[arg-type]


_unicode = _asked(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_is_generated = _asked(pdfium.FPDFText_IsGenerated, ctypes.c_int)
_has_no_unicode = _asked(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_int)
_origin = _asked(pdfium.FPDFText_GetCharOrigin, ctypes.c_int)
_loose_box = _asked(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int)
_text_object = _asked(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
_matrix = _asked(pdfium.FPDFText_GetMatrix, ctypes.c_int)
_font_size = _asked(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_font_info = _asked(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)

_PLACE = struct.Struct("2d4f")
"""A character's origin (x, y), and its box as FS_RECTF has it (left, top, right, bottom); pt, y up."""
_MATRIX = struct.Struct("6f")
"""FS_MATRIX: a, b, c, d, e, f (8.3.3)."""


def _of_page(page: PdfPage, number: int, span: Span) -> Iterator[PaintedCharacter]:
    shown_left, _, _, shown_top = page.get_bbox()
    trim_left, _, _, trim_top = page.get_trimbox()
    left, bottom, right, top = page.get_bleedbox()
    text = page.get_textpage()
    reading = ctypes.cast(text.raw, ctypes.c_void_p)
    shown: dict[int | None, _Showing] = {}
    place, room = ctypes.create_string_buffer(_PLACE.size), ctypes.create_string_buffer(_NAME_BYTES)
    x, y, box = (ctypes.byref(place, at) for at in (0, 8, 16))
    for index in range(text.count_chars()):
        code = _unicode(reading, index)
        if code in _MADE_UP and _is_generated(reading, index) == 1:
            continue
        _origin(reading, index, x, y)
        _loose_box(reading, index, box)
        along, up, box_left, box_top, box_right, box_bottom = _PLACE.unpack_from(place)
        if not (left <= along <= right and bottom <= up <= top):
            continue
        shows = _text_object(reading, index)
        if shows not in shown or shows is None:
            shown[shows] = _showing(reading, index, room)
        turned, size, font = shown[shows]
        unknown = code in _UNKNOWN or _has_no_unicode(reading, index) == 1
        yield PaintedCharacter(
            Mark(
                NO_CHARACTER if unknown else chr(code),
                number,
                box_bottom - trim_top if turned else box_left - trim_left,
                box_top - box_bottom if turned else box_right - box_left,
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


def _showing(reading: ctypes.c_void_p, index: int, room: ctypes.Array[ctypes.c_char]) -> _Showing:
    """Asked for once a text object: it sets one font at one size through one matrix (ISO 32000-1, 9.4).

    ``room``: what PDFium fills, made once a page.
    """
    _matrix(reading, index, room)
    a, b, c, d, _, _ = _MATRIX.unpack_from(room)
    # Words go up the page (8.3.3: a quarter counter-clockwise), not to the right.
    turned = b > abs(a)
    # The size of the type on paper: what Tf says, through the text matrix.
    size = (c**2 + d**2) ** 0.5 * _font_size(reading, index)
    length = _font_info(reading, index, room, ctypes.c_ulong(_NAME_BYTES), None)
    # Of a longer name nothing is filled in.
    return _Showing(turned, size, _without_tag(room.value) if 0 < length <= _NAME_BYTES else "")


@lru_cache(maxsize=1024)
def _without_tag(name: bytes) -> str:
    return name.decode("utf-8", "replace").rpartition("+")[2]
