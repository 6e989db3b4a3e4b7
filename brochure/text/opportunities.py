"""Where lines may end and where they must: ICU's rules (UAX 14), and what facts ask for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from icu4py.breakers import LineBreaker, SentenceBreaker

from brochure.model.unit import Fact, Piece
from brochure.text.graphemes import code_point_offsets
from brochure.text.white import LINE_ENDS, SPACES

_SOFT_HYPHEN = "\u00ad"
_OPENING = frozenset({"Ps", "Pi"})
_CLAUSE_ENDS = frozenset(",;:،؛，、；：፣፤፥")
_CLOSING = frozenset({"Pe", "Pf", "Po"})


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A line may start at ``offset``, in code points. ``must``: it has to. ``sentence``: a sentence ends before it.
    ``clause``: a comma or the like stands before it.
    """

    offset: int
    must: bool
    sentence: bool
    clause: bool = False


def find_opportunities(pieces: Sequence[Piece], language: str) -> tuple[Opportunity, ...]:
    """All of a paragraph, in order; the end of the text is the last and must be taken. Nothing is hyphenated.

    ``language``: BCP 47; ICU falls back to its root rules in silence for one it does not know.
    """
    text = "".join(piece.text for piece in pieces)
    if not text:
        return ()
    offsets = set(code_point_offsets(text, (end for _, end in LineBreaker(text, language).segments())))
    sentences = set(code_point_offsets(text, (end for _, end in SentenceBreaker(text, language).segments())))
    must = {offset for offset in offsets if text[offset - 1] in LINE_ENDS} | {len(text)}
    offsets = {offset for offset in offsets if text[offset - 1] != _SOFT_HYPHEN}
    for start, end, fact in _facts(pieces):
        offsets = {offset for offset in offsets if not start < offset < end}
        must = {offset for offset in must if not start < offset < end}
        if fact.kind.needs_own_line:
            must |= {_before(text, start), _after(text, end)} - {0}
    return tuple(
        Opportunity(offset, offset in must, offset in sentences, _ends_clause(text, offset))
        for offset in sorted(offsets | must)
    )


def _ends_clause(text: str, offset: int) -> bool:
    return text[:offset].rstrip("".join(SPACES))[-1:] in _CLAUSE_ENDS


def at_sentences(opportunities: Sequence[Opportunity]) -> tuple[Opportunity, ...]:
    """The same, with a line to start after every sentence."""
    return tuple(replace(place, must=place.must or place.sentence) for place in opportunities)


def _facts(pieces: Sequence[Piece]) -> Iterable[tuple[int, int, Fact]]:
    offset = 0
    for piece in pieces:
        if isinstance(piece, Fact):
            yield offset, offset + len(piece.text), piece
        offset += len(piece.text)


def _before(text: str, offset: int) -> int:
    """Where the line of a fact starts: an opening bracket or quotation mark goes with it."""
    while offset > 0 and unicodedata.category(text[offset - 1]) in _OPENING:
        offset -= 1
    return offset


def _after(text: str, offset: int) -> int:
    """Where the line after a fact starts: a full stop or a closing bracket stays with the fact, space is passed."""
    while offset < len(text) and unicodedata.category(text[offset]) in _CLOSING:
        offset += 1
    while offset < len(text) and text[offset] in SPACES:
        offset += 1
    return offset
