"""Right-to-left lines as the readers of PDFs need them, so that the words come back as they were written.

Nothing moves on the page. What each rule is for was measured (brochure/docs/text-that-comes-back.md):

- A cluster of several characters (a letter with a vowel mark, lam-alef as one glyph) gets a code for each, the place of
  the next just left of the one before: poppler and PDFium give the text of one code back last character first. PDFium
  passes over codes without ink, so a mark brings its own glyph with it, and what has none to itself shows the letter's
  a second time, at the same place.
- A comma, full stop, colon and the like, and a space or sign that follows digits or Latin words, is said between two
  right-to-left marks. Without the one before it poppler takes a comma for a part of a number and turns it round with
  the space behind it, and MuPDF ends the line at a space behind digits; without the one after it poppler drops
  that space, and PDFium turns a full stop round with the vowel mark before it.
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
_STEP = 0.01
"""How far left of the character before it another has its place, em: enough for readers to sort it behind that."""
_ADVANCE = 0.02
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
    if text.beside_numbers or (follows_latin and text.neutral):
        yield replace(cluster, text=RIGHT_TO_LEFT_MARK + cluster.text + RIGHT_TO_LEFT_MARK)
    elif len(cluster.text) > 1:
        yield from _one_by_one(cluster, run)
    else:
        yield cluster


@dataclass(frozen=True, slots=True)
class _TextKind:
    neutral: bool
    beside_numbers: bool


@lru_cache(maxsize=4096)
def _text_kind(text: str) -> _TextKind:
    classes = {unicodedata.bidirectional(character) for character in text}
    return _TextKind(classes <= _NEUTRAL, classes <= _BESIDE_NUMBERS)


def _one_by_one(cluster: Cluster, run: Run) -> Iterator[Cluster]:
    """The first character, then each other behind it."""
    opened = open_face(run.face)
    first, others = cluster.text[0], cluster.text[1:]
    letter = list(cluster.glyphs)
    parts: list[tuple[str, tuple[ClusterGlyph, ...]]] = []
    for character in others:
        own = [glyph for glyph in letter if glyph.gid == opened.font.get_nominal_glyph(ord(character))]
        if unicodedata.category(character) == "Mn" and len(own) == 1:
            letter.remove(own[0])
            parts.append((character, tuple(own)))
        else:
            parts.append((character, ()))
    yield replace(cluster, text=first, glyphs=tuple(letter))
    for number, (character, own_glyphs) in enumerate(parts, start=1):
        step = number * _STEP
        moved = (replace(g, dx=g.dx + round(step * opened.units_per_em)) for g in own_glyphs or letter)
        yield Cluster(character, cluster.x - step * run.size, _ADVANCE * run.size, tuple(moved))
