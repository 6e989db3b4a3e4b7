"""The outside of a document, which someone else may see: its panels, its title, and what its file says of itself.

Once in what the document says there, where a finding can name the words; once in the finished file, by the ink of its
outer panels and by what a program shows of it before anybody reads it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree

from msgspec.structs import replace
from pypdfium2 import PdfDocument

from brochure.base.diagnostics import Finding, in_order
from brochure.base.geometry import Rect
from brochure.base.spans import Span
from brochure.check.finished import FinishedFile, opened
from brochure.check.forbidden import HELP, ForbiddenWord, found_in, runs_on, told
from brochure.check.painted import LEVEL, Mark
from brochure.layout.operations import PlacedDocument
from brochure.model.document import Document
from brochure.model.parts import parts
from brochure.model.unit import Fact, Unit

CODE = "told-outside"

_PACKET = re.compile(rb"<\?xpacket begin=.*?\?>(.*?)<\?xpacket end=", re.DOTALL)
_FACT = "\ufffc"
"""Stands for a fact inside of a unit, which is judged by itself."""


def check_outside(document: Document, words: Sequence[ForbiddenWord]) -> tuple[Finding, ...]:
    """Forbidden words in what the document says on the panels that others see, alternative texts with them, and in its
    title and subject; ``told-outside``, every one an error.
    """
    seen = document.format.outside
    found: list[Finding] = []
    for panel in document.panels:
        if panel.id in seen:
            found += _said(parts(panel.blocks), words, back=seen[panel.id] == "back")
    found += _said([each for each in (document.title, document.subject) if each], words, back=False)
    return _of(document, found)


def _said(said: Iterable[Unit | Fact], words: Sequence[ForbiddenWord], *, back: bool) -> Iterator[Finding]:
    for part in said:
        if isinstance(part, Unit):
            name = part.address
            text = "".join(_FACT if isinstance(piece, Fact) else piece.text for piece in part.pieces)
        else:
            name, text = part.reference, part.text
        for found in found_in(text, words, back=back):
            yield Finding(CODE, told(name, found.word), part.span, help=HELP)


def check_finished_outside(
    document: Document,
    placed: PlacedDocument,
    name: str,
    pdf: bytes | FinishedFile,
    words: Sequence[ForbiddenWord],
) -> tuple[Finding, ...]:
    """The same for a finished file: the ink of the outer panels, its name, Info, XMP and outline.

    ``name``: of the file, with its folders. ``placed``: the pages it was made of. Raises BrochureError for bytes that
    are no PDF.
    """
    with opened(pdf) as file:
        said = [("its name", name), *_of_itself(file.document), *_in_xmp(file.data)]
        painted = list(_painted_outside(document, placed, file))
    found = [_finding(name, where, each.word) for where, text in said for each in found_in(text, words)]
    spaces = not runs_on(document.language)
    for panel, text in painted:
        back = document.format.outside[panel] == "back"
        for each in found_in(text, words, back=back, spaces=spaces):
            found.append(_finding(name, f"the panel '{panel}'", each.word))
    return _of(document, found)


def _painted_outside(
    document: Document, placed: PlacedDocument, file: FinishedFile
) -> Iterator[tuple[str, str]]:
    """The ids of the outer panels, and what is painted there."""
    for number, page in enumerate(placed.pages):
        seen = [(panel, place) for panel, place in page.panels if panel in document.format.outside]
        characters = file.characters(number, Span(document.title.span.file)) if seen else ()
        for panel, place in seen:
            yield panel, _painted_on([each.mark for each in characters], place)


def _painted_on(marks: Iterable[Mark], place: Rect) -> str:
    """What is painted on a panel, in the order of the file, with a space where a line ends."""
    text, baseline = "", None
    for mark in marks:
        if place.x <= mark.x + mark.advance / 2 < place.right:
            ends = baseline is not None and abs(mark.baseline - baseline) > LEVEL
            text += (" " if ends else "") + mark.text
            baseline = mark.baseline
    return text


def _of_itself(file: PdfDocument) -> Iterator[tuple[str, str]]:
    for key, value in file.get_metadata_dict(skip_empty=True).items():
        yield f"'{key}' of its metadata", value
    for bookmark in file.get_toc():
        yield "its outline", bookmark.get_title()


def _in_xmp(pdf: bytes) -> Iterator[tuple[str, str]]:
    for packet in _PACKET.findall(pdf):
        for element in ElementTree.fromstring(packet).iter():
            for text in itertools.chain((element.text or "",), element.attrib.values()):
                yield "its XMP", text


def _finding(name: str, where: str, word: ForbiddenWord) -> Finding:
    named = "a service by its name, " if word.is_name else ""
    message = f"the finished file says {named}'{word.text}' where others see it: {where}"
    return Finding(CODE, message, Span(name), help=HELP)


def _of(document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    tag, format_ = document.language.tag, document.format.id
    return in_order(replace(finding, language=tag, format=format_) for finding in findings)
