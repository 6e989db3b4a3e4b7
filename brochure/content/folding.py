"""Whether panels make up their sheet and pages their booklet: they touch, fold at borders, and lie back to back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.lengths import to_mm
from brochure.base.spans import Span
from brochure.content.findings import Findings, shown
from brochure.model.format import Side

PAGES_A_SHEET = 4
"""Two leaves with two faces each."""

_SAME = 0.01
"""mm: less than a knife or a folding machine can tell."""


class SideSpans(Struct, frozen=True):
    """Where a side, its folds and each of its panels are written."""

    side: Span
    folds: Span
    panels: tuple[Span, ...]


def judge_folds(sides: Sequence[Side], spans: Sequence[SideSpans], width: float, findings: Findings) -> None:
    """Tells panels that leave a gap, overlap or do not add up to ``width`` (pt), folds inside of a panel, columns that
    leave theirs, and two sides that would not fold together. A side with such a mistake is not compared with the other.
    """
    sound = True
    for side, span in zip(sides, spans, strict=True):
        told = [*_gaps(side, span, to_mm(width)), *_folds_off(side, span), *_columns_off(side, span)]
        for where, message, help_ in told:
            findings.error("panel-widths", message, where, help_)
        sound = sound and not told
    if sound and len(sides) == 2:
        _judge_back_to_back(sides[0], sides[1], spans[1], to_mm(width), findings)


def named_once(sides: Sequence[tuple[Side, SideSpans]], findings: Findings) -> list[tuple[Side, SideSpans]]:
    """Tells sides and panels that have the name of another one. Of panels the last goes on: words are put into it."""
    last = {place.id: place for side, _ in sides for place in side.panels}
    named: set[str] = set()
    told: set[str] = set()
    kept = []
    for side, spans in sides:
        if side.id in named:
            _tell_twice("sides", side.id, spans.side, findings)
        named |= {side.id} - {""}
        for place, span in zip(side.panels, spans.panels, strict=True):
            if place.id in told:
                _tell_twice("panels", place.id, span, findings)
            told |= {place.id} - {""}
        own = [at for at, place in enumerate(side.panels) if not place.id or last[place.id] is place]
        kept_side = replace(side, panels=tuple(side.panels[at] for at in own))
        kept.append((kept_side, replace(spans, panels=tuple(spans.panels[at] for at in own))))
    return kept


def _tell_twice(what: str, name: str, at: Span, findings: Findings) -> None:
    message = f"two {what} of the format are called {shown(name)}"
    findings.error("duplicate-key", message, at, "Delete one, or rename it.")


def judge_page_count(pages: int, binding: Span, findings: Findings) -> None:
    """Tells a number of ``pages`` that folded sheets cannot have; ``binding``: where it is written that they fold."""
    missing = -pages % PAGES_A_SHEET
    if missing == 0:
        return
    before = pages + missing - PAGES_A_SHEET
    can_be = f"{before} or {pages + missing}" if before else f"{pages + missing}"
    findings.error(
        "page-count",
        f"the format has {pages} {'page' if pages == 1 else 'pages'}, but a sheet that is folded and stapled has "
        f"{PAGES_A_SHEET}",
        binding,
        f"Make it {can_be} pages: one 'side' for each under sides.",
    )


Told = tuple[Span, str, str]


def _gaps(side: Side, spans: SideSpans, width: float) -> Iterator[Told]:
    """From the start edge on: what lies between a panel and the one before it, and behind the last."""
    reached, before = 0.0, "the sheet's edge"
    for place, span in sorted(zip(side.panels, spans.panels, strict=True), key=lambda each: each[0].x):
        x = to_mm(place.x)
        if abs(x - reached) > _SAME:
            what = "leaves a gap of" if x > reached else "overlaps by"
            yield (
                span,
                f"the panel '{place.id}' begins at {_mm(x)}, but {before} is at {_mm(reached)}: "
                f"it {what} {_mm(abs(x - reached))}",
                f"Write x: {round(reached, 2):g}, or correct the width before it.",
            )
        reached, before = x + to_mm(place.width), f"the end of '{place.id}'"
    widths = sum(to_mm(place.width) for place in side.panels)
    if side.panels and abs(widths - width) > _SAME:
        yield (
            spans.side,
            f"the panels of the side '{side.id}' add up to {_mm(widths)}, but the sheet is {_mm(width)} wide",
            f"{_mm(abs(width - widths))} are {'missing' if widths < width else 'too many'}.",
        )


def _folds_off(side: Side, spans: SideSpans) -> Iterator[Told]:
    borders = sorted(to_mm(place.x) for place in side.panels if to_mm(place.x) > _SAME)
    for fold in side.folds:
        if all(abs(to_mm(fold) - border) > _SAME for border in borders):
            yield (
                spans.folds,
                f"the side '{side.id}' folds at {_mm(to_mm(fold))}, where no panel begins",
                f"Panels begin at {_listed(borders)}."
                if borders
                else "A side of one panel has no folds: [].",
            )


def _columns_off(side: Side, spans: SideSpans) -> Iterator[Told]:
    for place, span in zip(side.panels, spans.panels, strict=True):
        left, right = to_mm(place.x), to_mm(place.x + place.width)
        start, end = to_mm(place.column_x), to_mm(place.column_x + place.measure)
        if start < left - _SAME or end > right + _SAME:
            yield (
                span,
                f"the column of the panel '{place.id}' reaches from {_mm(start)} to {_mm(end)}, "
                f"but the panel from {_mm(left)} to {_mm(right)}",
                "Its x counts from the start edge of the sheet, like that of the panel.",
            )


def _judge_back_to_back(front: Side, back: Side, spans: SideSpans, width: float, findings: Findings) -> None:
    """Each panel's other face has its width; turned over, the first is behind the last."""
    expected = [to_mm(place.width) for place in sorted(front.panels, key=lambda place: place.x)][::-1]
    found = [to_mm(place.width) for place in sorted(back.panels, key=lambda place: place.x)]
    if not _alike(expected, found):
        findings.error(
            "panel-widths",
            f"the panels of '{back.id}' are {_listed(found)} wide, but behind those of '{front.id}' "
            f"they have to be {_listed(expected)}",
            spans.side,
            "Turned over, the last panel of one side lies behind the first of the other.",
        )
        return
    folds = sorted(width - to_mm(fold) for fold in front.folds)
    if not _alike(folds, sorted(to_mm(fold) for fold in back.folds)):
        findings.error(
            "panel-widths",
            f"the folds of '{back.id}' do not lie on those of '{front.id}'",
            spans.folds,
            f"Write folds: [{', '.join(f'{round(fold, 2):g}' for fold in folds)}].",
        )


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _SAME for a, b in zip(one, other, strict=True))


def _mm(length: float) -> str:
    return f"{round(length, 2):g} mm"


def _listed(lengths: Sequence[float]) -> str:
    return ", ".join(_mm(each) for each in lengths)
