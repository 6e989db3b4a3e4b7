"""PDFium is asked without conversions, so what is handed over has to be what it declares."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium
import pytest

from brochure.check import finished

PLACE, NUMBER, COUNT = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong


@pytest.mark.parametrize(
    ("asked", "declared", "handed_over"),
    [
        (finished._unicode, pdfium.FPDFText_GetUnicode, (PLACE, NUMBER)),
        (finished._is_generated, pdfium.FPDFText_IsGenerated, (PLACE, NUMBER)),
        (finished._has_no_unicode, pdfium.FPDFText_HasUnicodeMapError, (PLACE, NUMBER)),
        (finished._origin, pdfium.FPDFText_GetCharOrigin, (PLACE, NUMBER, PLACE, PLACE)),
        (finished._loose_box, pdfium.FPDFText_GetLooseCharBox, (PLACE, NUMBER, PLACE)),
        (finished._text_object, pdfium.FPDFText_GetTextObject, (PLACE, NUMBER)),
        (finished._matrix, pdfium.FPDFText_GetMatrix, (PLACE, NUMBER, PLACE)),
        (finished._font_size, pdfium.FPDFText_GetFontSize, (PLACE, NUMBER)),
        (finished._font_info, pdfium.FPDFText_GetFontInfo, (PLACE, NUMBER, PLACE, COUNT, PLACE)),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_what_is_handed_over_is_what_is_declared(
    asked: Callable[..., Any], declared: Any, handed_over: tuple[type, ...]
) -> None:
    assert [ctypes.sizeof(each) for each in declared.argtypes] == [
        ctypes.sizeof(each) for each in handed_over
    ]
    answer, due = asked.restype, declared.restype  # type: ignore[attr-defined]
    assert ctypes.sizeof(answer) == ctypes.sizeof(due)
    assert (answer is ctypes.c_double) == (due is ctypes.c_double)


def test_rooms_are_as_large_as_what_is_filled_in() -> None:
    assert finished._PLACE.size == 2 * ctypes.sizeof(ctypes.c_double) + ctypes.sizeof(pdfium.FS_RECTF)
    assert [name for name, _ in pdfium.FS_RECTF._fields_] == ["left", "top", "right", "bottom"]
    assert finished._MATRIX.size == ctypes.sizeof(pdfium.FS_MATRIX)
    assert [name for name, _ in pdfium.FS_MATRIX._fields_] == list("abcdef")
