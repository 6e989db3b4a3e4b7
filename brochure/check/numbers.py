"""Every painted number against the facts, digit by digit, by the place of the glyphs.

A wrong digit sends someone in danger to a stranger, so this check trusts nothing but the document and the places;
it does not ask how a line was shaped or reordered. Field note 7: "+49 (555) 123 4567" came out as "4567 123 (555)
49+" (https://github.com/w3c/alreq/issues/62).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.base.lengths import to_mm
from brochure.check.painted import (
    LEVEL,
    SEPARATORS,
    Baseline,
    Mark,
    Stretch,
    by_baseline,
    chunks_of,
    is_digit,
    stretches,
)
from brochure.check.placed import placed_marks
from brochure.layout.operations import PlacedDocument
from brochure.model.document import Document, Tabs
from brochure.model.parts import parts
from brochure.model.unit import Fact

Chunks = tuple[str, ...]

REACH = 1.2
"""How far above a large number its prefix may stand: baseline to baseline, in em of the number."""

BEFORE = 2.0
"""How far before a number its prefix may stand on the same line, in em of the prefix."""

ALIKE = 0.6
"""From this likeness (0 to 1) on, a wrong number is said to be meant for a fact."""


class _Due(Struct, frozen=True):
    """What the facts ask for. ``asked``: how often each number is due. ``facts``: the first fact with a number.

    ``national``: what stands under a prefix, to the number that it is the rest of.
    """

    asked: Mapping[Chunks, int]
    facts: Mapping[Chunks, Fact]
    national: Mapping[Chunks, Chunks]
    prefix: Chunks


def check_numbers(document: Document, placed: PlacedDocument) -> tuple[Finding, ...]:
    """What is wrong with the painted numbers of a laid-out document, all at once; every finding is an error.

    ``wrong-number``: painted, but no fact. ``number-out-of-order``: the digits of a fact, mirrored or
    shuffled. ``number-without-prefix``: the national part of a number without the country's prefix above or
    before it. ``number-not-painted``: a fact that no page shows. More often than due is fine.
    """
    return against_facts(document, placed_marks(placed))


def against_facts(document: Document, marks: Iterable[Mark]) -> tuple[Finding, ...]:
    """The same for marks, wherever they were found. Marks that are no digits matter: they part and stand between."""
    due = _due(document)
    lines = by_baseline(marks)
    seen = stretches(lines)
    prefixes = [s for s in seen if s.chunks == due.prefix and s.apart and s.chunks not in due.facts]
    findings: list[Finding] = []
    painted: Counter[Chunks] = Counter()
    for stretch in (s for s in seen if s not in prefixes):
        parts = _parts(stretch.chunks, due.facts) if stretch.apart else ()
        whole = due.national.get(stretch.chunks) if stretch.apart else None
        prefix = _prefix_of(stretch, prefixes, lines) if whole else None
        if whole and prefix:
            prefixes.remove(prefix)
            painted[whole] += 1
        elif parts:
            painted.update(parts)
        elif whole:
            painted[whole] += 1
            findings.append(_without_prefix(stretch, due.facts[whole], due.prefix))
        else:
            findings.append(_wrong(stretch, due))
    findings += [_alone(prefix) for prefix in prefixes]
    findings += _missing(due, painted)
    tag, format_ = document.tag, document.format.id
    return in_order(replace(finding, language=tag, format=format_) for finding in findings)


def _due(document: Document) -> _Due:
    numbers = [(chunks, fact) for fact in _facts(document) for chunks in _numbers(fact)]
    facts: dict[Chunks, Fact] = {}
    for chunks, fact in numbers:
        facts.setdefault(chunks, fact)
    prefix = chunks_of(document.prefix)
    national = {chunks[1:]: chunks for chunks in facts if chunks[:1] == prefix and len(chunks) > 1}
    return _Due(Counter(chunks for chunks, _ in numbers), facts, national, prefix)


def _facts(document: Document) -> Iterator[Fact]:
    """Every fact on the panels, in reading order, as often as it is to be painted."""
    for panel in document.panels:
        for block in panel.blocks:
            yield from (part for part in parts(block) if isinstance(part, Fact))
            if isinstance(block, Tabs):
                yield from [block.number] * (block.count - 1)


def _numbers(fact: Fact) -> Iterator[Chunks]:
    """The numbers of a fact as they stand from left to right.

    In a duration, a date or hours the reader's direction decides which number comes first, so there only the
    digits that UAX 9 keeps together (rule W4: full stop, comma, colon or solidus between digits) are one number.
    """
    kept = SEPARATORS if fact.kind.is_left_to_right else frozenset(".,:/")
    for inside, characters in groupby(fact.text, lambda c: c == "+" or is_digit(c) or c in kept):
        chunks = chunks_of("".join(characters)) if inside else ()
        if chunks:
            yield chunks


def _parts(chunks: Chunks, facts: Mapping[Chunks, Fact]) -> tuple[Chunks, ...]:
    """The facts' numbers that make up a stretch, one after the other; () where they do not."""
    if chunks in facts:
        return (chunks,)
    for end in range(len(chunks) - 1, 0, -1):
        rest = _parts(chunks[end:], facts) if chunks[:end] in facts else ()
        if rest:
            return (chunks[:end], *rest)
    return ()


def _prefix_of(
    stretch: Stretch, prefixes: Sequence[Stretch], lines: Mapping[Baseline, Sequence[Mark]]
) -> Stretch | None:
    """The free prefix that stands directly above a number, or before it on its line."""
    for prefix in prefixes:
        if (prefix.page, prefix.turned) != (stretch.page, stretch.turned) or not prefix.apart:
            continue
        down = stretch.baseline - prefix.baseline
        overlaps = prefix.left < stretch.right and stretch.left < prefix.right
        if LEVEL < down <= REACH * stretch.size and overlaps and not _words_between(prefix, stretch, lines):
            return prefix
        if abs(down) <= LEVEL and 0 <= stretch.left - prefix.right <= BEFORE * prefix.size:
            return prefix
    return None


def _words_between(prefix: Stretch, stretch: Stretch, lines: Mapping[Baseline, Sequence[Mark]]) -> bool:
    top, bottom = prefix.baseline + LEVEL, stretch.baseline - LEVEL
    between = (
        marks
        for (page, turned, baseline), marks in lines.items()
        if top < baseline < bottom and (page, turned) == (stretch.page, stretch.turned)
    )
    return any(mark.x < stretch.right and mark.right > stretch.left for marks in between for mark in marks)


def _wrong(stretch: Stretch, due: _Due) -> Finding:
    """A stretch that is no number of a fact: digits on each other, out of order, or simply wrong."""
    digits = "".join(stretch.chunks)
    shown = f"the page shows {_read(stretch)}"
    if not stretch.apart:
        return _painted("wrong-number", stretch, f"digits stand on each other: {shown}")
    for chunks in (*due.facts, *due.national):
        if sorted("".join(chunks).lstrip("+")) == sorted(digits.lstrip("+")):
            fact = due.facts[due.national.get(chunks, chunks)]
            message = f"digits are out of order: {shown}, {fact.reference} is {fact.text}"
            return _painted("number-out-of-order", stretch, message)
    from difflib import SequenceMatcher  # a page without mistakes has no use for it

    help_ = "Digits come from the edition alone: use a placeholder in place of a typed number."
    likeness = {n: SequenceMatcher(None, digits, "".join(n), autojunk=False).ratio() for n in due.facts}
    nearest = max(likeness, key=likeness.__getitem__, default=())
    if likeness.get(nearest, 0) >= ALIKE:
        help_ += f"\nWas {due.facts[nearest].text} ({due.facts[nearest].reference}) meant?"
    return _painted("wrong-number", stretch, f"{shown}, and no fact of this file has these digits", help_)


def _without_prefix(stretch: Stretch, fact: Fact, prefix: Chunks) -> Finding:
    message = f"the page shows {_read(stretch)} without {' '.join(prefix)} above or before it"
    help_ = f"{fact.reference} is {fact.text}; a foreign SIM card cannot dial it without the prefix."
    return _painted("number-without-prefix", stretch, message, help_)


def _alone(prefix: Stretch) -> Finding:
    return _painted("wrong-number", prefix, f"the prefix {_read(prefix)} has no number below or after it")


def _missing(due: _Due, painted: Mapping[Chunks, int]) -> Iterator[Finding]:
    for chunks, fact in due.facts.items():
        shown, asked = painted.get(chunks, 0), due.asked[chunks]
        if shown < asked:
            often = f"{shown} of {asked} times" if shown else "nowhere"
            message = f"{' '.join(chunks)} of {fact.reference} ({fact.text}) is painted {often}"
            yield Finding("number-not-painted", message, fact.span, help=KEPT_BACK)


KEPT_BACK = "The file is kept back: a number on paper that is not the one of the edition does harm."


def _read(stretch: Stretch) -> str:
    return " ".join(stretch.chunks)


def _painted(code: str, stretch: Stretch, message: str, help_: str = "") -> Finding:
    """A finding at a stretch, with its place for the eye and its unit for the hand."""
    lines = [line for line in (help_, KEPT_BACK) if line]
    return Finding(code, f"{message} ({where(stretch.first)})", stretch.first.span, help="\n".join(lines))


def where(mark: Mark) -> str:
    """A mark's place, for the eye and a ruler."""
    x, y = (round(to_mm(each)) for each in mark.place)
    place = f"page {mark.page + 1}, {x} mm from the left, {y} mm from the top"
    return f"{place}, {mark.address or 'in the finished file'}"
