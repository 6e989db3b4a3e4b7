"""Characters that cannot be set: those without a glyph, and marks without the letter they belong to."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from brochure.base.spans import Span
from brochure.model.unit import Fact, Piece
from brochure.text.faces import open_face
from brochure.text.lines import LoneMark, MissingGlyph
from brochure.text.prepared import PreparedRun
from brochure.text.runs import PlainRun
from brochure.text.scripts import is_ignorable
from brochure.text.shaping import ShapedCluster
from brochure.text.white import SPACES

_DOTTED_CIRCLE = "\u25cc"


def find_missing(
    pieces: Sequence[Piece], plain: Sequence[PlainRun], runs: Sequence[PreparedRun]
) -> tuple[MissingGlyph, ...]:
    """Every character that came out as the glyph of missing ones, in logical order."""
    starts = _starts(pieces)
    found = []
    for before, run in zip(plain, runs, strict=True):
        if all(glyph.gid for cluster in run.clusters for glyph in cluster.glyphs):
            continue
        piece, opened = pieces[run.piece], open_face(run.face)
        for cluster in run.clusters:
            if not cluster.is_missing:
                continue
            places = range(cluster.start - starts[run.piece], cluster.end - starts[run.piece])
            seen = [place for place in places if not is_ignorable(piece.text[place])]
            uncovered = [place for place in seen if not opened.covers(piece.text[place])] or seen
            names = tuple(face.id for face in before.tried)
            found += [MissingGlyph(piece.text[place], names, _span(piece, place)) for place in uncovered]
    return tuple(found)


def find_lone_marks(pieces: Sequence[Piece], runs: Sequence[PreparedRun], text: str) -> tuple[LoneMark, ...]:
    """Every mark that stands at the start of a word, and every one for which HarfBuzz put in a dotted circle.

    It does so in Indic scripts and their like, not in Arabic, Latin or Thai; there a lone mark is painted over whatever
    stands before it. On a circle or a no-break space that was typed a mark may stand (The Unicode Standard, 2.11).
    """
    if not any(unicodedata.category(character)[0] == "M" for character in set(text)):
        return ()
    places = [place for run in runs for place in _lone_places(run, text)]
    starts = _starts(pieces)
    owners = [bisect_right(starts, place) - 1 for place in places]
    return tuple(
        LoneMark(text[place], _span(pieces[owner], place - starts[owner]))
        for place, owner in zip(places, owners, strict=True)
    )


def _lone_places(run: PreparedRun, text: str) -> Iterator[int]:
    circle = open_face(run.face).font.get_nominal_glyph(ord(_DOTTED_CIRCLE))
    for cluster in run.clusters:
        place = _lone_place(cluster, text, circle)
        if place is not None and not cluster.is_missing:
            yield place


def _lone_place(cluster: ShapedCluster, text: str, circle: int | None) -> int | None:
    """Where a cluster has a mark without letter: its first, or the last of those that stand behind a letter.
    ``circle``: the glyph of the dotted circle, where the font has one.
    """
    start, end = cluster.start, cluster.end
    first = next((n for n in range(start, end) if text[n] not in SPACES and not is_ignorable(text[n])), end)
    if first < end and _is_mark(text[first]):
        return first
    if circle and _DOTTED_CIRCLE not in text[start:end] and any(g.gid == circle for g in cluster.glyphs):
        return next((n for n in range(end - 1, start, -1) if _is_mark(text[n])), None)
    return None


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _starts(pieces: Sequence[Piece]) -> list[int]:
    """The offset of each piece, and of the end."""
    return list(accumulate((len(piece.text) for piece in pieces), initial=0))


def _span(piece: Piece, offset: int) -> Span:
    """Where a character of a piece stands: of words its own column, of a fact the place where the fact is said."""
    if isinstance(piece, Fact) or piece.span.line == 0:
        return piece.span
    return Span(piece.span.file, piece.span.line, piece.span.column + offset)
