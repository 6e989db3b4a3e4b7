"""Whether what is painted at a digit's place is that digit: pictures, because a file's tables may lie.

Numbers are read through ToUnicode; a viewer draws through the embedded font. Should the two disagree, the text says
``113`` and the paper ``118``. So each digit of the page is drawn by PDFium, as a viewer would draw it, whatever lies
over it, and compared with the digit of the declared font, drawn by PDFium too: same size, same grid, so that a right
digit differs by rounding alone and a wrong one by a third of its ink at least (0 and 9, bold).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.check.finished import PaintedCharacter
from brochure.check.numbers import KEPT_BACK, where
from brochure.model.fonts import FontList

DIGITS = "0123456789+"

EM = 40
"""Pixels an em: a stroke of a regular digit is three of them wide."""

ABOVE, BELOW = 31, 1
"""What is looked at above and below the baseline, pixels: the whole of a digit, nothing of the next line."""

UNLIKE = 0.15
"""Share of a digit's ink that may be elsewhere; half of what parts the two digits that are most alike."""

CONTRAST = 64
"""Levels of grey, of 255, that part ink from its ground; below, nobody sees a digit there."""

_WHITE = 0xFFFFFFFF
_STEP = 2 * EM

Picture = int
"""A bit of every pixel, row by row from the top: ink or none."""


def wrong_pictures(
    pages: Sequence[PdfPage], characters: Iterable[PaintedCharacter], fonts: FontList
) -> tuple[Finding, ...]:
    """``wrong-digit`` for every digit and plus that does not look like the one of the declared font.

    Raises SurroundingsError where a declared font cannot be read.
    """
    faces = {face.id: face for family in fonts.families.values() for face in family.values()}
    findings = []
    for each in characters:
        if each.mark.text not in DIGITS:
            continue
        face = faces.get(each.font)
        if face is None:
            findings.append(_wrong(each, f"is of the font {each.font}, which is not declared"))
            continue
        mark = each.mark
        seen = _picture(pages[mark.page], each.x, each.y, mark.size, mark.advance, turned=mark.turned)
        declared = _declared_digits(face.path)
        if _difference(seen, declared[each.mark.text]) > UNLIKE:
            findings.append(_wrong(each, _said_of(seen, declared)))
    return tuple(findings)


def _said_of(seen: Picture, declared: Mapping[str, Picture]) -> str:
    if not seen:
        return "cannot be seen"
    nearest = min(DIGITS, key=lambda digit: _difference(seen, declared[digit]))
    alike = _difference(seen, declared[nearest]) <= UNLIKE
    return f"looks like {nearest}" if alike else "looks like no digit of the declared font"


def _wrong(character: PaintedCharacter, what: str) -> Finding:
    message = f"{character.mark.text} {what} ({where(character.mark)})"
    return Finding("wrong-digit", message, character.mark.span, help=KEPT_BACK)


def _difference(seen: Picture, declared: Picture) -> float:
    """Pixels that differ, as a share of the declared digit's ink."""
    return (seen ^ declared).bit_count() / declared.bit_count()


@cache
def _declared_digits(path: Path) -> Mapping[str, Picture]:
    """The digits of a font file, by character, drawn on a page of their own."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SurroundingsError(f"the font {path.name} cannot be read: {error.strerror or error}") from error
    with PdfDocument.new() as document:
        held = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
        font = pdfium.FPDFText_LoadFont(document, held, len(data), pdfium.FPDF_FONT_TRUETYPE, 1)
        if not font:
            raise SurroundingsError(f"PDFium cannot read the font {path.name}")
        page = document.new_page(_STEP * len(DIGITS), _STEP)
        for number, digit in enumerate(DIGITS):
            shown = pdfium.FPDFPageObj_CreateTextObj(document, font, EM)
            pdfium.FPDFText_SetText(shown, (ctypes.c_ushort * 2)(ord(digit), 0))
            pdfium.FPDFPageObj_Transform(shown, 1, 0, 0, 1, _STEP * number, EM)
            pdfium.FPDFPage_InsertObject(page, shown)
        pdfium.FPDFPage_GenerateContent(page)
        pictures = {digit: _picture(page, _STEP * n, EM, EM, EM) for n, digit in enumerate(DIGITS)}
        pdfium.FPDFFont_Close(font)
    if not all(pictures.values()) or any(
        _difference(pictures[a], pictures[b]) <= UNLIKE for a, b in combinations(DIGITS, 2)
    ):
        raise SurroundingsError(f"the font {path.name} has no digits that can be told apart")
    return pictures


def _picture(
    page: PdfPage, x: float, y: float, size: float, advance: float, *, turned: bool = False
) -> Picture:
    """What a viewer shows between a point on the baseline and the next; ``size`` becomes :data:`EM` pixels.

    ``x``, ``y`` (down), ``size`` and ``advance`` in pt. ``turned``: the line runs up the page; it is laid level.
    """
    scale, height = EM / size, ABOVE + BELOW
    width = max(1, round(advance * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        moved = pdfium.FS_MATRIX(scale, 0, 0, scale, -scale * x, ABOVE - scale * y)
        if turned:
            moved = pdfium.FS_MATRIX(0, scale, -scale, 0, scale * y, ABOVE - scale * x)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, moved, pdfium.FS_RECTF(0, 0, width, height), 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        grey = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = [grey[row * stride : row * stride + width] for row in range(height)]
    dark, light = min(map(min, rows)), max(map(max, rows))
    limit = (dark + light) // 2 if light - dark >= CONTRAST else 0
    ink = b"\1" * limit + bytes(256 - limit)
    return _aligned([row.translate(ink) for row in rows])


def _aligned(rows: Sequence[bytes]) -> Picture:
    """Rows of 0 and 1, cut at the ink's left and upper edge: PDFium moves small type to whole pixels, and a digit may
    have air before it within its own advance.
    """
    left = min((row.index(1) for row in rows if 1 in row), default=0)
    top = next((n for n, row in enumerate(rows) if 1 in row), 0)
    cut = [row[left : left + EM].ljust(EM, b"\0") for row in rows[top:]]
    return int.from_bytes(b"".join(cut).ljust(EM * (ABOVE + BELOW), b"\0"))
