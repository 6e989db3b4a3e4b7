"""Whether what is painted at a digit's place is that digit: pictures, because a file's tables may lie.

Numbers are read through ToUnicode; a viewer draws through the embedded font. Should the two disagree, the text says
``113`` and the paper ``118``. So each digit of the page is drawn by PDFium, as a viewer would draw it, whatever lies
over it, and compared with the digit of the declared font, drawn by PDFium too: same size, same grid, so that a right
digit differs by rounding alone and a wrong one by a third of its ink at least (0 and 9, bold).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.check.finished import PaintedCharacter
from brochure.check.numbers import KEPT_BACK, where
from brochure.model.fonts import Face, FontList

DIGITS = "0123456789+"

EM = 40
"""Pixels an em: a stroke of a regular digit is three of them wide."""

ABOVE, BELOW = 31, 1
"""What is looked at above and below the baseline, pixels: the whole of a digit, nothing of the next line."""

UNLIKE = 0.15
"""Share of a digit's ink that may be elsewhere; half of what parts the two digits that are most alike."""

CONTRAST = 64
"""Levels of grey, of 255, that part ink from its ground; below, nobody sees a digit there."""

_ROWS = ABOVE + BELOW
_WHITE = 0xFFFFFFFF
_STEP = 2 * EM
_LONGEST = 16 * EM
"""Pixels of a strip: the longest numbers have fourteen digits."""

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
    for strip in _strips(each for each in characters if each.mark.text in DIGITS):
        face = faces.get(strip[0].font)
        if face is None:
            findings += [_wrong(each, f"is of the font {each.font}, which is not declared") for each in strip]
            continue
        declared = _declared_digits(face)
        shown = _together(pages[strip[0].mark.page], strip)
        for each, picture in zip(strip, shown, strict=True):
            if _difference(picture, declared[each.mark.text]) > UNLIKE:
                # Its neighbours may reach into it: alone it is seen as the declared one was.
                seen = _alone(pages[each.mark.page], each)
                if _difference(seen, declared[each.mark.text]) > UNLIKE:
                    findings.append(_wrong(each, _said_of(seen, declared)))
    return tuple(findings)


def _strips(digits: Iterable[PaintedCharacter]) -> Iterator[list[PaintedCharacter]]:
    """Digits of one font and size that follow each other on a line: PDFium goes through a whole page for a picture."""
    strip: list[PaintedCharacter] = []
    for each in sorted(digits, key=_along):
        if strip and not (_line(each) == _line(strip[-1]) and 0 <= _pixels(strip[0], each) <= _LONGEST):
            yield strip
            strip = []
        strip.append(each)
    if strip:
        yield strip


_Line = tuple[int, bool, str, float, float]


def _line(digit: PaintedCharacter) -> _Line:
    """Page, direction, font, size and the place of the baseline."""
    mark = digit.mark
    return mark.page, mark.turned, digit.font, mark.size, mark.baseline


def _along(digit: PaintedCharacter) -> tuple[_Line, float]:
    return _line(digit), -digit.y if digit.mark.turned else digit.x


def _pixels(first: PaintedCharacter, digit: PaintedCharacter) -> int:
    """How far a digit stands behind the first of its strip."""
    away = first.y - digit.y if digit.mark.turned else digit.x - first.x
    return round(away * EM / first.mark.size)


def _together(page: PdfPage, strip: Sequence[PaintedCharacter]) -> Sequence[Picture]:
    """What a viewer shows at the place of each digit."""
    first = strip[0]
    mark, wide = first.mark, _pixels(first, strip[-1]) + _width(strip[-1])
    cuts = tuple((left := _pixels(first, each), min(left + _width(each), wide)) for each in strip)
    return _cut(_grey(page, first.x, first.y, mark.size, wide, turned=mark.turned), cuts)


def _alone(page: PdfPage, digit: PaintedCharacter) -> Picture:
    mark, width = digit.mark, _width(digit)
    return _ink(_grey(page, digit.x, digit.y, mark.size, width, turned=mark.turned), 0, width)


def _width(digit: PaintedCharacter) -> int:
    return max(1, round(digit.mark.advance * EM / digit.mark.size))


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
def _declared_digits(face: Face) -> Mapping[str, Picture]:
    """The digits of a declared font, by character, drawn on a page of their own."""
    path = face.path
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SurroundingsError(f"the font {path.name} cannot be read: {error.strerror or error}") from error
    with PdfDocument.new() as document:
        held = ctypes.cast(ctypes.c_char_p(data), ctypes.POINTER(ctypes.c_ubyte))
        # With one byte a code: with two, PDFium looks at every glyph of the font, a tenth of a second of a Chinese one.
        font = pdfium.FPDFText_LoadFont(document, held, len(data), pdfium.FPDF_FONT_TRUETYPE, 0)
        if not font:
            raise SurroundingsError(f"PDFium cannot read the font {path.name}")
        page = document.new_page(_STEP * len(DIGITS), _STEP)
        for number, digit in enumerate(DIGITS):
            shown = pdfium.FPDFPageObj_CreateTextObj(document, font, EM)
            pdfium.FPDFText_SetText(shown, (ctypes.c_ushort * 2)(ord(digit), 0))
            pdfium.FPDFPageObj_Transform(shown, 1, 0, 0, 1, _STEP * number, EM)
            pdfium.FPDFPage_InsertObject(page, shown)
        pdfium.FPDFPage_GenerateContent(page)
        pictures = {digit: _ink(_grey(page, _STEP * n, EM, EM, EM), 0, EM) for n, digit in enumerate(DIGITS)}
        pdfium.FPDFFont_Close(font)
    if not all(pictures.values()) or any(
        _difference(pictures[a], pictures[b]) <= UNLIKE for a, b in combinations(DIGITS, 2)
    ):
        raise SurroundingsError(f"the font {path.name} has no digits that can be told apart")
    return pictures


def _grey(page: PdfPage, x: float, y: float, size: float, width: int, *, turned: bool = False) -> bytes:
    """What a viewer shows from a point on the baseline on, :data:`_ROWS` rows of equal length; ``size`` becomes
    :data:`EM` pixels.

    ``x``, ``y`` (down) and ``size`` in pt; ``width``: pixels, of which a row has at least as many. ``turned``: the line
    runs up the page, and is laid level.
    """
    scale = EM / size
    bitmap = pdfium.FPDFBitmap_CreateEx(width, _ROWS, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, _ROWS, _WHITE)
        moved = pdfium.FS_MATRIX(scale, 0, 0, scale, -scale * x, ABOVE - scale * y)
        if turned:
            moved = pdfium.FS_MATRIX(0, scale, -scale, 0, scale * y, ABOVE - scale * x)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, moved, pdfium.FS_RECTF(0, 0, width, _ROWS), 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * _ROWS)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


@lru_cache(maxsize=128)
def _cut(grey: bytes, cuts: Sequence[tuple[int, int]]) -> tuple[Picture, ...]:
    """What stands between each left and right of a strip. Remembered by all its pixels: a number of the edition looks
    the same in every file.
    """
    return tuple(_ink(grey, left, right) for left, right in cuts)


def _ink(grey: bytes, left: int, right: int) -> Picture:
    """Ink of some columns parted from its ground, cut at its left and upper edge: PDFium moves small type to whole
    pixels, and a digit may have air before it within its own advance.
    """
    stride = len(grey) // _ROWS
    rows = [grey[at + left : at + right] for at in range(0, len(grey), stride)]
    levels = set().union(*rows)
    dark, light = min(levels), max(levels)
    limit = (dark + light) // 2 if light - dark >= CONTRAST else 0
    parted = b"".join(rows).translate(b"\1" * limit + bytes(256 - limit))
    width = len(rows[0])
    first = parted.find(1)
    if first < 0:
        return 0
    top = first // width
    lines = [parted[at : at + width] for at in range(top * width, len(parted), width)]
    edge = min(place for line in lines if (place := line.find(1)) >= 0)
    cut = [line[edge : edge + EM].ljust(EM, b"\0") for line in lines]
    return int.from_bytes(b"".join(cut).ljust(EM * _ROWS, b"\0"))
