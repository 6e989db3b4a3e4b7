"""Fonts: in the file, and with the widths that the pages reckon with (ISO 32000-1, 9.6 to 9.9)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined
from brochure.check.preflight.rule import Fault, Rule

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_WIDTHS = "GLYPH-WIDTH"
"""In the ids of the validator's rules about widths (ISO 19005-2, 6.2.11.5, which asks the same as PDF/X)."""


def _embedded(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        bare = {
            str(font.get("/BaseFont", "/?"))[1:]
            for font in sheet.walked.fonts.values()
            if not _has_program(font)
        }
        yield from (Fault(f"the font {name} is not in the file", sheet.number) for name in sorted(bare))


def _has_program(font: pikepdf.Object) -> bool:
    kind = font.get("/Subtype")
    if kind == "/Type3":
        return True
    if kind == "/Type0":
        font = font.DescendantFonts[0]
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    return any(isinstance(descriptor.get(each), pikepdf.Stream) for each in _PROGRAMS)


def _widths(file: Examined, _: Demands) -> Iterator[Fault]:
    """By the validator: it reads font programs of every kind. Where it is missing, ``judge`` says so."""
    try:
        from page import PageError, validate_pdf_bytes
    except ImportError:
        return
    try:
        failures = validate_pdf_bytes(file.data, profile="2b").failures
    except PageError:
        return
    for failure in failures:
        if _WIDTHS in failure.rule_id:
            yield Fault(failure.message)


def _letters(file: Examined, demands: Demands) -> Iterator[Fault]:
    for sheet in file.sheets if demands.outlined else ():
        if sheet.walked.fonts:
            yield Fault("letters as text", sheet.number)


RULES = (
    Rule("font-embedded", "all fonts are in the file", "[X4] ISO 15930-7, 6: fonts; [GWG] 2015", _embedded),
    Rule(
        "font-widths",
        "letters are as wide as the font in the file says",
        "[X4] ISO 15930-7, 6: fonts; ISO 19005-2, 6.2.11.5",
        _widths,
    ),
    Rule(
        "letters-as-paths",
        "no font: letters are paths, where the shop asks for it",
        "[shop] outlined",
        _letters,
    ),
)
