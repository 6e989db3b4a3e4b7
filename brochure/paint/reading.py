"""Lines as the readers of PDFs need them, so that the words come back as they were written.

Nothing moves on the page. What each rule is for was measured (brochure/docs/text-that-comes-back.md):

- A cluster of several characters in right-to-left words (a letter with a vowel mark, lam-alef as one glyph) gets a code
  for each, the place of the next just left of the one before: poppler and PDFium give the text of one code back last
  character first. PDFium passes over codes without ink, so a mark brings its own glyph with it, and what has none to
  itself shows the letter's a second time, at the same place.
- A comma, full stop, colon and the like, and a space or sign that follows digits or Latin words, is said between two
  right-to-left marks. Without the one before it poppler takes a comma for a part of a number and turns it round with
  the space behind it, and MuPDF ends the line at a space behind digits; without the one after it poppler drops
  that space, and PDFium turns a full stop round with the vowel mark before it.
- A bracket or quotation mark of right-to-left words is said with a left-to-right mark behind it, both between
  right-to-left marks: PDFium puts the mirrored sign in its place, unless it has just seen a left-to-right sign.
- Right-to-left codes are a hair wider than their advance: where rounding leaves a gap between all letters of a line,
  poppler takes the wider gaps for spaces.
- A hyphen that ends left-to-right words has a left-to-right mark behind it: at the end of a line poppler and PDFium
  take a bare one for the mark of a broken word, and join the lines without it. In a right-to-left document a bracket
  or other sign at an end of such words has one on its outer side: poppler moves a bare one to the line's other end.
- In a file that says ``/Direction /R2L``, the spaces of a number are said as no-break spaces: PDFium gives the parts of
  a line between common spaces back last to first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from brochure.layout.operations import Operation, PlacedDocument, TextLine
from brochure.text.faces import open_face
from brochure.text.lines import Cluster, ClusterGlyph, Line, Run

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
NO_BREAK_SPACE = "\u00a0"

_BESIDE_NUMBERS = frozenset({"CS", "ES", "ET"})
_IN_NUMBERS = _BESIDE_NUMBERS | {"EN", "AN", "WS"}
_SIGNS = frozenset({"ON"})
_NEUTRAL = _BESIDE_NUMBERS | _SIGNS | {"WS"}
_STEP = 0.01
"""How far left of the character before it another has its place, em: enough for readers to sort it behind that."""
_ADVANCE = 0.02
"""Readers pass over what has no width."""
_WIDER = 0.01
"""How much wider than its advance a right-to-left code is, em."""


def for_readers(document: PlacedDocument, turned: bool = False) -> PlacedDocument:
    """The document with its lines cut and said as above; all else is the same object.

    ``turned``: the file will say ``/Direction /R2L``.
    """
    backwards = document.direction == "rtl"
    pages = tuple(
        replace(page, operations=tuple(_operations(page.operations, backwards, turned and backwards)))
        for page in document.pages
    )
    return replace(document, pages=pages)


def _operations(operations: Iterable[Operation], backwards: bool, turned: bool) -> Iterator[Operation]:
    """One set line may be several operations, so what a run follows may stand in the one before."""
    before: TextLine | None = None
    for operation in operations:
        if not isinstance(operation, TextLine):
            yield operation
            continue
        same_line = (
            before is not None
            and (before.address, before.baseline) == (operation.address, operation.baseline)
            and before.line.runs[-1].direction == "ltr"
        )
        line = line_for_readers(operation.line, follows_latin=same_line, backwards=backwards)
        if turned:
            line = _numbers_together(line)
        yield operation if line is operation.line else replace(operation, line=line)
        before = operation


def line_for_readers(line: Line, follows_latin: bool = False, backwards: bool = False) -> Line:
    """One line cut and said so; width and ink are as they were. ``follows_latin``: the line goes on behind digits or
    Latin words. ``backwards``: the document's direction is right-to-left. A line that needs nothing is the same object.
    """
    runs: list[Run] = []
    for run in line.runs:
        runs.append(_run(run, follows_latin) if run.direction == "rtl" else _held(run, backwards))
        follows_latin = run.direction == "ltr"
    untouched = all(a is b for a, b in zip(runs, line.runs, strict=True))
    return line if untouched else replace(line, runs=tuple(runs))


def _held(run: Run, backwards: bool) -> Run:
    """Left-to-right words with marks at their ends."""
    low, high = 0, len(run.clusters) - 1
    while low <= high and run.clusters[low].text.isspace():
        low += 1
    while low <= high and run.clusters[high].text.isspace():
        high -= 1
    if low > high:
        return run
    first, last = run.clusters[low], run.clusters[high]
    is_held = last.text == "-" or (backwards and _text_kind(last.text).sign)
    is_led = backwards and _text_kind(first.text).sign and first is not last
    if not is_held and not is_led:
        return run
    clusters = list(run.clusters)
    if is_held:
        clusters[high] = replace(last, text=last.text + LEFT_TO_RIGHT_MARK)
    if is_led:
        clusters[low] = replace(first, text=LEFT_TO_RIGHT_MARK + first.text)
    return replace(run, clusters=tuple(clusters))


def _numbers_together(line: Line) -> Line:
    return replace(line, runs=tuple(_number_together(run) for run in line.runs))


def _number_together(run: Run) -> Run:
    if run.direction == "rtl" or any(not _text_kind(cluster.text).in_numbers for cluster in run.clusters):
        return run
    clusters = (replace(c, text=NO_BREAK_SPACE) if c.text == " " else c for c in run.clusters)
    return replace(run, clusters=tuple(clusters))


def _run(run: Run, follows_latin: bool) -> Run:
    clusters: list[Cluster] = []
    for place, cluster in enumerate(run.clusters):
        clusters += _said(cluster, follows_latin and place == 0, run)
    wider = _WIDER * run.size
    return replace(
        run,
        clusters=tuple([Cluster(c.text, c.x, c.advance + wider, c.glyphs) for c in clusters]),
    )


def _said(cluster: Cluster, follows_latin: bool, run: Run) -> Iterator[Cluster]:
    text = _text_kind(cluster.text)
    if text.mirrored:
        behind = LEFT_TO_RIGHT_MARK + RIGHT_TO_LEFT_MARK
        yield replace(cluster, text=RIGHT_TO_LEFT_MARK + cluster.text + behind)
    elif text.beside_numbers or (follows_latin and text.neutral):
        yield replace(cluster, text=RIGHT_TO_LEFT_MARK + cluster.text + RIGHT_TO_LEFT_MARK)
    elif len(cluster.text) > 1:
        yield from _one_by_one(cluster, run)
    else:
        yield cluster


class _TextKind(Struct, frozen=True):
    neutral: bool
    sign: bool
    beside_numbers: bool
    in_numbers: bool
    mirrored: bool


@lru_cache(maxsize=4096)
def _text_kind(text: str) -> _TextKind:
    classes = {unicodedata.bidirectional(character) for character in text}
    return _TextKind(
        neutral=classes <= _NEUTRAL,
        sign=classes <= _SIGNS,
        beside_numbers=classes <= _BESIDE_NUMBERS,
        in_numbers=classes <= _IN_NUMBERS,
        mirrored=all(unicodedata.mirrored(character) for character in text),
    )


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
