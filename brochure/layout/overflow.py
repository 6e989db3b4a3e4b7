"""What did not fit, in millimetres and characters; characters that no font has, and marks without their letter."""

from __future__ import annotations

import unicodedata

from msgspec.structs import replace

from brochure.base.diagnostics import Finding
from brochure.base.lengths import to_mm
from brochure.layout.fitting import Fit, Fitter, Paragraph, Setting
from brochure.model.unit import Fact, Piece, Words


def overflow(fit: Fit, fitter: Fitter, language: str, format_id: str) -> Finding | None:
    """The finding of a text that does not fit at its floor; None where it fits."""
    if fit.fits:
        return None
    setting = fit.setting
    longest = max(setting.paragraphs, key=lambda p: len(p.prepared.text))
    names = " and ".join(p.address for p in setting.paragraphs)
    too_many = _characters_too_many(fit, fitter, longest)
    return Finding(
        code="overflow",
        message=f"{names} does not fit in panel {setting.panel}: {_amount(fit)} at {fit.measures.em:.4g} pt, "
        f"the smallest size allowed for {setting.role.name}",
        span=longest.span,
        help=_advice(longest, too_many),
        language=language,
        format=format_id,
    )


def missing_glyphs(setting: Setting, language: str, format_id: str) -> list[Finding]:
    """A finding for each character that no declared font can draw."""
    findings = []
    for paragraph in setting.paragraphs:
        for missing in paragraph.prepared.missing:
            findings.append(
                Finding(
                    code="missing-glyph",
                    message=f"no font has {missing.character!r} ({_named(missing.character)}), "
                    f"used in {paragraph.address}",
                    span=missing.span,
                    help=f"Looked in: {', '.join(missing.faces)}.\n"
                    "Use another character, or declare a font that has it in fonts/fonts.yaml.",
                    language=language,
                    format=format_id,
                )
            )
    return findings


def lone_marks(setting: Setting, language: str, format_id: str) -> list[Finding]:
    """A finding for each mark that stands without its letter."""
    return [
        Finding(
            code="lone-mark",
            message=f"the mark \u25cc{mark.character} ({_named(mark.character)}) stands without its letter, "
            f"in {paragraph.address}",
            span=mark.span,
            help="Type it straight behind its letter, or delete it.",
            language=language,
            format=format_id,
        )
        for paragraph in setting.paragraphs
        for mark in paragraph.prepared.lone
    ]


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"


def _amount(fit: Fit) -> str:
    parts = []
    if fit.too_high:
        parts.append(f"{to_mm(fit.too_high):.1f} mm too high")
    if fit.too_wide:
        parts.append(f"{to_mm(fit.too_wide):.1f} mm too wide")
    if fit.too_many:
        lines = "line" if fit.too_many == 1 else "lines"
        parts.append(f"{fit.too_many} {lines} too many")
    return ", ".join(parts)


def _advice(paragraph: Paragraph, too_many: int) -> str:
    if isinstance(paragraph.pieces[0], Fact) and len(paragraph.pieces) == 1:
        return "This is a fact of the edition; it is never shrunk. Give it more room in the format."
    return f"Shorten it by about {too_many} of its {len(paragraph.prepared.text)} characters, or turn the sentence."


def _characters_too_many(fit: Fit, fitter: Fitter, paragraph: Paragraph) -> int:
    """How many characters must go from the end of a paragraph until the setting fits: a search by halves."""
    length = len(paragraph.prepared.text)
    fits, fails = 0, length
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if _with_first(fit, fitter, paragraph, middle).fits:
            fits = middle
        else:
            fails = middle
    return length - fits


def _with_first(fit: Fit, fitter: Fitter, paragraph: Paragraph, count: int) -> Fit:
    pieces = _first_characters(paragraph.pieces, count)
    short = fitter.paragraph(paragraph.address, paragraph.span, pieces, fit.setting.role)
    paragraphs = tuple(short if p is paragraph else p for p in fit.setting.paragraphs)
    return fitter.at(replace(fit.setting, paragraphs=paragraphs), fit.measures.size, fit.measures.tightness)


def _first_characters(pieces: tuple[Piece, ...], count: int) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        if count <= 0:
            break
        if isinstance(piece, Words):
            kept.append(replace(piece, text=piece.text[:count]))
        elif len(piece.text) <= count:
            kept.append(piece)
        count -= len(piece.text)
    return kept
