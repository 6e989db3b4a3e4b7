"""Right-to-left lines as the readers of PDFs need them, so that the words come back as they were written.

Nothing moves on the page. What each rule is for was measured (brochure/docs/text-that-comes-back.md):

- A vowel mark gets a code of its own, its place just left of its letter's. Inside the code of its letter poppler and
  PDFium give it back on the wrong side.
- A comma, full stop, colon and the like is said with a right-to-left mark before it; poppler takes it for a part of a
  number and turns it round with the space that follows.
- A space or sign that follows digits or Latin words is said with the mark on both sides: poppler wants it behind,
  MuPDF, which ends the line there, before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from brochure.layout.operations import Operation, PlacedDocument, TextLine
from brochure.text.faces import open_face
from brochure.text.lines import Cluster, ClusterGlyph, Line, Run

RIGHT_TO_LEFT_MARK = "\u200f"

_BESIDE_NUMBERS = frozenset({"CS", "ES", "ET"})
_NEUTRAL = _BESIDE_NUMBERS | {"ON", "WS"}
_MARK_STEP = 0.01
"""How far left of its letter a mark has its place, em: enough for readers to sort it behind the letter."""
_MARK_ADVANCE = 0.02
"""Readers pass over what has no width."""


def for_readers(document: PlacedDocument) -> PlacedDocument:
    """The document with its right-to-left runs cut and said as above; all else is the same object."""
    pages = tuple(
        replace(page, operations=tuple(_operation(operation) for operation in page.operations))
        for page in document.pages
    )
    return replace(document, pages=pages)


def _operation(operation: Operation) -> Operation:
    if not isinstance(operation, TextLine) or all(run.direction == "ltr" for run in operation.line.runs):
        return operation
    return replace(operation, line=line_for_readers(operation.line))


def line_for_readers(line: Line) -> Line:
    """One line with its right-to-left runs cut and said so; width and ink are as they were."""
    runs: list[Run] = []
    for run in line.runs:
        follows_latin = bool(runs) and runs[-1].direction == "ltr"
        runs.append(_run(run, follows_latin) if run.direction == "rtl" else run)
    return replace(line, runs=tuple(runs))


def _run(run: Run, follows_latin: bool) -> Run:
    clusters: list[Cluster] = []
    for place, cluster in enumerate(run.clusters):
        clusters += _said(cluster, follows_latin and place == 0, run)
    return replace(run, clusters=tuple(clusters))


def _said(cluster: Cluster, follows_latin: bool, run: Run) -> Iterator[Cluster]:
    text = _text_kind(cluster.text)
    if follows_latin and text.neutral:
        yield replace(cluster, text=RIGHT_TO_LEFT_MARK + cluster.text + RIGHT_TO_LEFT_MARK)
    elif text.beside_numbers:
        yield replace(cluster, text=RIGHT_TO_LEFT_MARK + cluster.text)
    elif text.letters != cluster.text:
        yield from _split_marks(cluster, text.letters, run)
    else:
        yield cluster


@dataclass(frozen=True, slots=True)
class _TextKind:
    """``letters``: the text without the marks at its end, at least its first character."""

    neutral: bool
    beside_numbers: bool
    letters: str


@lru_cache(maxsize=4096)
def _text_kind(text: str) -> _TextKind:
    classes = {unicodedata.bidirectional(character) for character in text}
    marks = "".join(character for character in text[1:] if unicodedata.category(character) == "Mn")
    return _TextKind(classes <= _NEUTRAL, classes <= _BESIDE_NUMBERS, text[0] + text[1:].rstrip(marks))


def _split_marks(cluster: Cluster, letters: str, run: Run) -> Iterator[Cluster]:
    """The letters, then each mark behind them. A mark whose glyph cannot be told from the letters' stays with them."""
    opened = open_face(run.face)
    left = list(cluster.glyphs)
    marks: list[tuple[str, ClusterGlyph]] = []
    for mark in cluster.text[len(letters) :]:
        glyphs = [glyph for glyph in left if glyph.gid == opened.font.get_nominal_glyph(ord(mark))]
        if len(glyphs) != 1:
            yield cluster
            return
        left.remove(glyphs[0])
        marks.append((mark, glyphs[0]))
    yield replace(cluster, text=letters, glyphs=tuple(left))
    for number, (mark, glyph) in enumerate(marks, start=1):
        step = number * _MARK_STEP
        moved = replace(glyph, dx=glyph.dx + round(step * opened.units_per_em))
        yield Cluster(mark, cluster.x - step * run.size, _MARK_ADVANCE * run.size, (moved,))
