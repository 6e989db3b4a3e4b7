"""How much ink lies on one spot.

What the colours themselves say is a bound: full black may overprint, all else knocks out what lies below. Only where
that is over the limit, or cannot say, is the page separated by Ghostscript.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from brochure.base.diagnostics import Severity
from brochure.base.lengths import mm, to_mm
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Box, Examined, Painted, Sheet, meets
from brochure.check.preflight.pixels import areas_alone, pixel_box
from brochure.check.preflight.rule import Fault, Rule
from brochure.check.preflight.separator import DPI, Plates, ghostscript, plates

_FULL = 255
_SQUARE = mm(15**0.5)
"""Side of the area on which the mean is taken, 15 mm2."""
_ROUNDING = 1.0
"""Per cent that bytes of ink may be off."""


def _total(file: Examined, demands: Demands) -> Iterator[Fault]:
    wanted = f"at most {demands.ink_limit:g} % of ink, on any spot and on 15 mm2"
    open_ = [sheet for sheet in file.sheets if _bound(sheet) > demands.ink_limit]
    if not open_:
        return
    if not ghostscript():
        for sheet in open_:
            yield from _by_colours(sheet, demands.ink_limit, wanted)
        return
    areas = [sheet.trim for sheet in file.sheets]
    separated = list(plates(areas_alone(file, areas)))
    for sheet in open_:
        if sheet.number > len(separated):
            yield Fault(
                "not judged: Ghostscript cannot separate it", sheet.number, None, wanted, Severity.WARNING
            )
            continue
        yield from _heaviest(sheet, separated[sheet.number - 1], demands.ink_limit, wanted)


def _bound(sheet: Sheet) -> float:
    """Per cent that no spot of the page exceeds; 400 where the colours do not say."""
    inside = [each for each in sheet.walked.painted if meets(each.box, sheet.trim)]
    if sheet.walked.see_through or any(each.colour.cmyk is None for each in inside):
        return 400.0
    over = [each for each in inside if each.overprints]
    if any(not each.colour.is_black_alone for each in over):
        return 400.0
    black = max((each.colour.amounts[3] for each in over), default=0.0)
    return 100 * max((_most(each, black) for each in inside), default=0.0)


def _most(each: Painted, black: float) -> float:
    """A colour with the most black that may come to lie over it."""
    cyan, magenta, yellow, own = each.colour.amounts
    return cyan + magenta + yellow + max(own, black)


def _by_colours(sheet: Sheet, limit: float, wanted: str) -> Iterator[Fault]:
    """Without Ghostscript a single colour is judged, and what lies on each other is not."""
    heavy = [
        each
        for each in sheet.walked.painted
        if each.colour.cmyk is not None
        and 100 * sum(each.colour.amounts) > limit
        and meets(each.box, sheet.trim)
    ]
    for each in heavy:
        yield Fault(f"{100 * sum(each.colour.amounts):.0f} % of ink", sheet.number, each.box, wanted)
    if not heavy:
        said = "not judged: how much ink lies on each other; Ghostscript is not installed"
        yield Fault(said, sheet.number, None, wanted, Severity.WARNING)


def _heaviest(sheet: Sheet, found: Plates, limit: float, wanted: str) -> Iterator[Fault]:
    quarters = [found.pixels[ink::4] for ink in range(4)]
    totals = list(map(sum, zip(*quarters, strict=True)))
    most = max(totals, default=0)
    if 100 * most / _FULL <= limit + _ROUNDING:
        return
    at = totals.index(most)
    x, y = at % found.width, at // found.width
    mean = 100 * _heaviest_square(totals, found) / _FULL
    box: Box = pixel_box(sheet.trim, x, y, DPI)
    side = f"{mean:.0f} % on the heaviest 15 mm2"
    yield Fault(f"{100 * most / _FULL:.0f} % of ink on a spot, {side}", sheet.number, box, wanted)


def _heaviest_square(totals: list[int], found: Plates) -> float:
    """The greatest mean on a square of 15 mm2 that lies on the page, or on all of a page that is smaller."""
    side = min(round(_SQUARE * DPI / 72), found.width, found.height)
    rows = [
        list(accumulate(totals[at : at + found.width], initial=0))
        for at in range(0, len(totals), found.width)
    ]
    strips = [[end - start for start, end in zip(row, row[side:], strict=False)] for row in rows]
    squares = [sum(column) for column in zip(*strips[:side], strict=True)]
    heaviest = max(squares)
    for gone, come in zip(strips, strips[side:], strict=False):
        squares = [square - old + new for square, old, new in zip(squares, gone, come, strict=True)]
        heaviest = max(heaviest, *squares)
    return float(heaviest / side**2)


RULES = (
    Rule(
        "total-ink",
        f"at most 300 % of ink, on any spot and on 15 mm2 ({to_mm(_SQUARE):.1f} mm square)",
        "print.md, colour; [GWG] 2015; [shop] ink_limit",
        _total,
    ),
)
