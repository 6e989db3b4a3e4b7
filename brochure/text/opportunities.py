"""Where lines may end and where they must: ICU's rules (UAX 14), and what facts ask for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from icu4py.breakers import LineBreaker, SentenceBreaker
from msgspec import Struct
from msgspec.structs import replace

from brochure.model.unit import Fact, FactKind, Piece
from brochure.text.graphemes import code_point_offsets
from brochure.text.hyphens import hyphen_places
from brochure.text.kinsoku import forbidden_places
from brochure.text.ties import one_letter_places, tied_places
from brochure.text.white import LINE_ENDS, SPACES

_ZERO_WIDTH_SPACE = "\u200b"
_SPACES_WITH_WIDTH = "".join(SPACES - {_ZERO_WIDTH_SPACE})
_SOFT_HYPHEN = "\u00ad"
_OPENING = frozenset({"Ps", "Pi"})
# Nothing but letters, digits and signs after which no sentence ends (UAX 29), and a full stop at the very end.
_ONE_SENTENCE = re.compile("[\\w ,'’()«»“”„\u00a0\u202f-]+[.!?]?")
# Thai, Lao, Khmer and Burmese part sentences by a space, and clauses, the members of a list and, for the eye, any
# phrase too. Which it is only a reader knows, so no line has to start there; it is the better place.
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9fe\uaa60-\uaa7f]"
_WHITE = f"[{''.join(sorted(SPACES))}]"
_CLAUSE_END = re.compile(f"[,;:،؛，、；：፣፤፥၊]{_WHITE}*|(?<={_UNSPACED}){_WHITE}+(?={_UNSPACED})")
_SMALL_STOP = "၊"
"""Burmese for a comma; UAX 29 has it among the full stops."""
_CLOSING = frozenset({"Pe", "Pf", "Po"})
_FACT = "\ufffc"
"""Stands for every character of a fact where words are looked at."""

_IN_SPARE_PLACES = (FactKind.PHRASE, FactKind.NAME, FactKind.HOURS, FactKind.ENDONYM)
"""Facts of several words, which say the same on two lines; digits are never parted."""


class Opportunity(Struct, frozen=True, gc=False):
    """A line may start at ``offset``, in code points. ``must``: it has to. ``sentence``: a sentence ends before it.
    ``clause``: a comma or the like stands before it. ``spare``: only where what it divides is wider than the measure.
    ``tied``: what it costs more than others, where what stands before it and what follows read better on one line.
    """

    offset: int
    must: bool
    sentence: bool
    clause: bool = False
    spare: bool = False
    tied: float = 0.0


def find_opportunities(pieces: Sequence[Piece], language: str) -> tuple[Opportunity, ...]:
    """All of a paragraph, in order; the end of the text is the last and must be taken. Nothing is hyphenated.

    A fact is never broken, but for a phrase, between its sentences, and a phrase, a name, a language's own name or
    hours, between words, where they are too wide.
    ``language``: BCP 47; ICU falls back to its root rules in silence for one it does not know. Its strict rules are
    asked for (UTS 35, ``lb``): no line of Chinese starts with closing punctuation or ends with opening punctuation.
    """
    text = "".join(piece.text for piece in pieces)
    if not text:
        return ()
    offsets = break_places(text, language)
    sentences = _sentence_ends(text, language)
    must = {offset for offset in offsets if text[offset - 1] in LINE_ENDS} | {len(text)}
    said = _without_facts(pieces)
    offsets, spare, tied = _tailored(said, text, offsets, language)
    leading = one_letter_places(said, _subtag(language))
    for start, end, fact in _facts(pieces):
        inside = {offset for offset in offsets if start < offset < end}
        must -= set(range(start + 1, end))
        offsets -= inside
        sentences -= inside
        if fact.kind is FactKind.PHRASE:
            ends = {start + place for place in _sentence_ends(fact.text, fact.language or language)} & inside
            sentences |= ends
            offsets |= ends
            inside -= ends
        if fact.kind in _IN_SPARE_PLACES:
            parted = {offset for offset in inside if text[offset - 1] in SPACES}
            spare |= parted
            offsets |= parted
        if fact.kind.needs_own_line:
            must |= {_before(text, start, leading), _after(text, end)} - {0}
    clauses = {match.end() for match in _CLAUSE_END.finditer(text)}
    return tuple(
        Opportunity(
            offset,
            offset in must,
            offset in sentences,
            offset in clauses,
            offset in spare and offset not in must,
            tied.get(offset, 0.0),
        )
        for offset in sorted(offsets | must)
    )


def break_places(text: str, language: str) -> set[int]:
    """Where ICU lets a line start, in code points, the end of the text among them; nothing of ours is in it yet."""
    breaker = LineBreaker(text, f"{language}-u-lb-strict")
    return set(code_point_offsets(text, (end for _, end in breaker.segments())))


def _tailored(
    words: str, text: str, offsets: set[int], language: str
) -> tuple[set[int], set[int], dict[int, float]]:
    """What is left of ICU's places; those of them that are to spare; those that are tied, with the price.

    ``words``: the text, facts covered up. Where an editor wrote U+200B nothing is taken away.
    """
    subtag = _subtag(language)
    never, spare = hyphen_places(words, subtag)
    never |= forbidden_places(text, subtag) | one_letter_places(words, subtag)
    soft = {offset for offset in offsets if text[offset - 1] == _SOFT_HYPHEN}
    willed = {offset for offset in never | spare if _is_willed(text, offset)}
    kept = offsets - (never - willed)
    return kept, (soft | spare - willed) & kept, tied_places(words, subtag)


def _subtag(language: str) -> str:
    return language.partition("-")[0]


def _is_willed(text: str, offset: int) -> bool:
    return text[:offset].rstrip(_SPACES_WITH_WIDTH).endswith(_ZERO_WIDTH_SPACE)


def _without_facts(pieces: Sequence[Piece]) -> str:
    return "".join(_FACT * len(piece.text) if isinstance(piece, Fact) else piece.text for piece in pieces)


def _sentence_ends(text: str, language: str) -> set[int]:
    """In code points, the end of the text among them."""
    if _ONE_SENTENCE.fullmatch(text):
        return {len(text)}
    ends = code_point_offsets(text, (end for _, end in SentenceBreaker(text, language).segments()))
    return {end for end in ends if end == len(text) or not text[:end].rstrip().endswith(_SMALL_STOP)}


def at_sentences(opportunities: Sequence[Opportunity]) -> tuple[Opportunity, ...]:
    """The same, with a line to start after every sentence."""
    return tuple(replace(place, must=place.must or place.sentence) for place in opportunities)


def _facts(pieces: Sequence[Piece]) -> Iterable[tuple[int, int, Fact]]:
    offset = 0
    for piece in pieces:
        if isinstance(piece, Fact):
            yield offset, offset + len(piece.text), piece
        offset += len(piece.text)


def _before(text: str, offset: int, leading: Collection[int]) -> int:
    """Where the line of a fact starts: an opening bracket or quotation mark goes with it, and so does a word of one
    letter whose end is in ``leading``.
    """
    while offset > 0 and (offset in leading or unicodedata.category(text[offset - 1]) in _OPENING):
        offset = len(text[:offset].rstrip()) - 1 if offset in leading else offset - 1
    return offset


def _after(text: str, offset: int) -> int:
    """Where the line after a fact starts: a full stop or a closing bracket stays with the fact, space is passed."""
    while offset < len(text) and unicodedata.category(text[offset]) in _CLOSING:
        offset += 1
    while offset < len(text) and text[offset] in SPACES:
        offset += 1
    return offset
