"""The text room's door: pieces to a prepared paragraph, and that to lines of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from brochure.model.fonts import FontList, Weight
from brochure.model.language import Language
from brochure.model.theme import ScriptStyle
from brochure.model.unit import Piece
from brochure.text.faces import open_face
from brochure.text.gaps import HAN_GAP, han_beside
from brochure.text.isolation import isolated_levels
from brochure.text.linebreak import choose_lines, second_line_starts
from brochure.text.lines import Line
from brochure.text.missing import find_lone_marks, find_missing
from brochure.text.opportunities import Opportunity, at_sentences, find_opportunities
from brochure.text.placing import place_line
from brochure.text.prepared import Prepared, PreparedRun
from brochure.text.reshaping import line_parts, place_clusters, shows_hyphen
from brochure.text.runs import Itemiser, PlainRun
from brochure.text.shaping import CONTEXT, shape
from brochure.text.white import skip_white, strip_white

_KEPT = 128
"""Paragraphs whose places and widths are remembered: layout tries each at several sizes."""


class Typesetter:
    """Sets paragraphs in the declared fonts. An answer depends on the arguments alone.

    ``scripts``: by ISO 15924 code; a script that is not there is set at the size of Latin.
    """

    def __init__(self, fonts: FontList, scripts: Mapping[str, ScriptStyle]) -> None:
        self._itemiser = Itemiser(fonts)
        self._scripts = scripts

    def prepare(self, pieces: Sequence[Piece], language: Language, weight: Weight) -> Prepared:
        """All that does not depend on size: levels, runs, shaping, break opportunities.

        :raises SurroundingsError: a font is damaged or not there, or python-bidi has changed.
        """
        text = "".join(piece.text for piece in pieces)
        levels = isolated_levels(pieces, language.direction)
        plain = self._itemiser.cut(pieces, levels, language, weight)
        runs = tuple(
            self._shape(run, before, text) for before, run in zip((None, *plain), plain, strict=False)
        )
        return Prepared(
            text=text,
            direction=language.direction,
            levels=levels,
            runs=runs,
            opportunities=find_opportunities(pieces, language.tag),
            pens=_pens(runs),
            gaps={run.start: run.gap * run.scale for run in runs if run.gap},
            unsafe=_unsafe(runs, text),
            missing=find_missing(pieces, plain, runs),
            lone=find_lone_marks(pieces, runs, text),
        )

    def set_lines(self, prepared: Prepared, size: float, measure: float) -> tuple[Line, ...]:
        """The lines of a paragraph, first to last; none for a paragraph of white space.

        ``size``: pt for Latin, each run's script factor is applied to it. ``measure``: pt. A line wider than the
        measure holds one thing that cannot be broken.

        :raises ValueError: ``size`` is not positive.
        """
        return tuple(line for line, _ in self._broken(prepared, size, measure, sentences=False))

    def set_sentences(self, prepared: Prepared, size: float, measure: float) -> tuple[tuple[Line, ...], ...]:
        """The lines of each sentence, which starts one. As :meth:`set_lines` else."""
        sentences: list[list[Line]] = []
        for line, starts in self._broken(prepared, size, measure, sentences=True):
            if starts or not sentences:
                sentences.append([])
            sentences[-1].append(line)
        return tuple(map(tuple, sentences))

    def _broken(
        self, prepared: Prepared, size: float, measure: float, *, sentences: bool
    ) -> Iterator[tuple[Line, bool]]:
        """Each line, and whether it had to start."""
        if size <= 0:
            raise ValueError(f"a type size of {size} pt")
        text, after_must = prepared.text, True
        opportunities, must = _opportunities(prepared, sentences)
        for start, end in choose_lines(opportunities, _measuring(prepared), measure / size):
            # White space hangs at a line's end, so that it parts words there too (ISO 32000-1, 14.8.2.5).
            low = skip_white(text, start, end) if after_must else start
            line = place_line(prepared, low, end, size) if low < end else None
            if line is not None:
                yield line, after_must
            after_must = end in must

    def two_lines(self, prepared: Prepared, size: float, measure: float) -> tuple[tuple[Line, Line], ...]:
        """The ways to set a paragraph in two lines that are as good to the eye as the best, which is the first; none
        where a line must start. Arguments as of :meth:`set_lines`.
        """
        low, end = skip_white(prepared.text, 0, len(prepared.text)), len(prepared.text)
        starts = second_line_starts(prepared.opportunities, _measuring(prepared), measure / size)
        ways = (
            (place_line(prepared, low, start, size), place_line(prepared, start, end, size))
            for start in starts
        )
        return tuple((first, second) for first, second in ways if first and second)

    def _shape(self, run: PlainRun, before: PlainRun | None, text: str) -> PreparedRun:
        left, right = text[max(0, run.start - CONTEXT) : run.start], text[run.end : run.end + CONTEXT]
        words = text[run.start : run.end]
        clusters = shape(run.face, words, run.script, run.language, run.direction, left, right)
        factor = self._factor(run)
        scale = factor / open_face(run.face).units_per_em
        placed = place_clusters(clusters, run.start)
        han = han_beside(text, before, run)
        gap = round(HAN_GAP * self._factor(han) / scale) if han else 0
        return PreparedRun(
            run.start,
            run.end,
            run.face,
            run.script,
            run.language,
            run.level,
            run.piece,
            factor,
            scale,
            placed,
            gap,
        )

    def _factor(self, run: PlainRun) -> float:
        style = self._scripts.get(run.script)
        return style.size if style else 1.0


def _pens(runs: Sequence[PreparedRun]) -> tuple[float, ...]:
    pens, pen = [0.0], 0.0
    for run in runs:
        gap, scale = run.gap, run.scale
        for cluster in run.clusters:
            # Characters inside a cluster have no place of their own; a break there is shaped anew.
            inside = cluster.end - cluster.start - 1
            if inside > 0:
                pens += [pen] * inside
            pen += (cluster.advance + gap) * scale
            pens.append(pen)
            gap = 0
    return tuple(pens)


def _unsafe(runs: Sequence[PreparedRun], text: str) -> frozenset[int]:
    clusters = [cluster for run in runs for cluster in run.clusters]
    found = {cluster.start for cluster in clusters if cluster.unsafe}
    if len(clusters) < len(text):
        found.update(place for each in clusters for place in range(each.start + 1, each.end))
    found.difference_update(run.start for run in runs)
    if "\u00ad" in text:
        found.update(place for place in range(1, len(text)) if shows_hyphen(text, place))
    return frozenset(found)


@lru_cache(maxsize=_KEPT)
def _opportunities(prepared: Prepared, sentences: bool) -> tuple[tuple[Opportunity, ...], frozenset[int]]:
    """Where lines may start, and the offsets at which they must."""
    found = at_sentences(prepared.opportunities) if sentences else prepared.opportunities
    return found, frozenset(each.offset for each in found if each.must)


@lru_cache(maxsize=_KEPT)
def _measuring(prepared: Prepared) -> Callable[[int, int], float]:
    """Width of a line by its start and end at 1 pt of Latin type, without the white space at its ends."""
    text, pens, gaps, unsafe = prepared.text, prepared.pens, prepared.gaps, prepared.unsafe

    firsts: dict[int, tuple[int, float, float]] = {}
    lasts: dict[int, tuple[int, float, bool]] = {}
    anew: dict[tuple[int, int], float] = {}

    def width(start: int, end: int) -> float:
        if start not in firsts:
            low = skip_white(text, start, len(text))
            firsts[start] = low, pens[low], gaps.get(low, 0.0)
        if end not in lasts:
            high = strip_white(text, 0, end)
            lasts[end] = high, pens[high], end not in unsafe and high not in unsafe
        low, left, gap = firsts[start]
        high, right, is_safe = lasts[end]
        if low >= high:
            return 0.0
        if is_safe and start not in unsafe:
            return right - left - gap
        if (low, high) not in anew:
            parts = line_parts(prepared, low, high)
            anew[low, high] = sum(each.advance * run.scale for run, clusters in parts for each in clusters)
        return anew[low, high]

    return width
