"""Every painted number of a finished file against the facts, digit by digit: the last look before it is handed over.

The check of the laid-out page (``numbers.py``) sees what was meant; this one sees the bytes, so that a fault of the
painter, of the fonts or of the file cannot slip between the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.base.spans import Span
from brochure.check.finished import NO_CHARACTER, FinishedFile, PaintedCharacter, opened
from brochure.check.numbers import KEPT_BACK, against_facts, where
from brochure.check.pictures_of_digits import wrong_pictures
from brochure.model.document import Document
from brochure.model.fonts import FontList


def check_finished_numbers(
    document: Document, pdf: bytes | FinishedFile, fonts: FontList
) -> tuple[Finding, ...]:
    """What is wrong with the numbers of a file made of ``document``, all at once; every finding is an error.

    The codes of :func:`brochure.check.numbers.check_numbers`, and ``wrong-digit``: the picture at a digit's place is
    not that digit of the declared font; ``nameless-glyph``: the file does not say which character a glyph is, so
    it may be a digit. Raises BrochureError for bytes that are no PDF, SurroundingsError for a font that is gone.
    """
    with opened(pdf) as file:
        characters = file.all_characters(Span(document.title.span.file))
        findings = [
            *against_facts(document, [each.mark for each in characters]),
            *wrong_pictures(file.pages, characters, fonts),
            *_nameless(characters),
        ]
    tag, format_ = document.tag, document.format.id
    return in_order(replace(finding, language=tag, format=format_) for finding in findings)


def _nameless(characters: Iterable[PaintedCharacter]) -> Iterator[Finding]:
    for each in characters:
        if each.mark.text == NO_CHARACTER:
            message = f"nothing says which character a glyph of {each.font} is ({where(each.mark)})"
            yield Finding("nameless-glyph", message, each.mark.span, help=KEPT_BACK)
