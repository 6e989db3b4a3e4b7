"""What lies near the cut and the folds: bleed, safety, marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from brochure.base.lengths import mm, to_mm
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Box, Examined, Painted, Sheet, cut, grown, is_empty, meets
from brochure.check.preflight.letters import letter_boxes
from brochure.check.preflight.pixels import Inked, areas_alone, inked, pixel_box
from brochure.check.preflight.rule import Fault, Rule

_DPI = 100
_NEAR = mm(0.1)
"""What reaches so near to the trim is meant to reach it."""
_OFF_TRIM = mm(3)
_SHORTEST = mm(1)
"""Along the cut: the dash of a line that crosses it is shorter."""
_SIDES = ("left", "right", "top", "bottom")


def _bleeds(file: Examined, demands: Demands) -> Iterator[Fault]:
    """By pixels: where there is ink just inside the cut, there is ink out to the edge of the bleed."""
    areas = [grown(sheet.trim, demands.bleed) for sheet in file.sheets]
    wanted = f"what touches the cut runs on for {to_mm(demands.bleed):g} mm"
    reach = round(demands.bleed * _DPI / 72)
    drawn = inked(areas_alone(file, areas), len(areas), _DPI)
    for sheet, area, seen in zip(file.sheets, areas, drawn, strict=True):
        if seen is None:
            yield _unread(sheet, wanted)
            continue
        for side in _SIDES if reach > 1 else ():
            yield from _ends(sheet, area, seen, reach, side, wanted)


def _unread(sheet: Sheet, wanted: str) -> Fault:
    return Fault("not judged: PDFium cannot read the page", sheet.number, None, wanted)


def _ends(sheet: Sheet, area: Box, seen: Inked, reach: int, side: str, wanted: str) -> Iterator[Fault]:
    """One fault for each stretch of a side that ends too early. The outermost pixel may be a part of one."""
    across = side in {"left", "right"}
    length = seen.height if across else seen.width
    depth = seen.width if across else seen.height

    def has_ink(along: int, inward: int) -> bool:
        other = inward if side in {"left", "top"} else depth - 1 - inward
        return seen.at(other, along) if across else seen.at(along, other)

    def is_short(along: int) -> bool:
        # Two rows just inside the cut: a line along it, or a letter that ends there, is an area's edge as well.
        touches = has_ink(along, reach + 1) and has_ink(along, reach + 2)
        return touches and not all(has_ink(along, inward) for inward in range(1, reach + 1))

    for short, stretch in groupby(range(reach + 2, length - reach - 2), key=is_short):
        places = list(stretch)
        if short and len(places) > _SHORTEST * _DPI / 72:
            inward = reach if side in {"left", "top"} else depth - reach
            x, y = (inward, places[0]) if across else (places[0], inward)
            long = to_mm(len(places) * 72 / _DPI)
            box = pixel_box(area, x, y, _DPI)
            yield Fault(f"{long:.0f} mm that touch the {side} cut do not bleed", sheet.number, box, wanted)


def _safety(file: Examined, demands: Demands) -> Iterator[Fault]:
    wanted = f"nothing to be read nearer than {to_mm(demands.safe):g} mm to the cut"
    for sheet, boxes in zip(file.sheets, letter_boxes(file), strict=True):
        if boxes is None:
            yield _unread(sheet, wanted)
            continue
        safe = grown(sheet.trim, _NEAR - demands.safe)
        for box in boxes:
            if meets(box, sheet.trim) and _room(box, safe) < 0:
                near = to_mm(max(0.0, demands.safe - _NEAR + _room(box, safe)))
                yield Fault(f"a letter {near:.1f} mm from the cut", sheet.number, box, wanted)
        for each in sheet.walked.painted:
            shown = each.kind in {"stroke", "image"} and not each.colour.is_white
            if shown and _room(each.box, safe) < 0 and _room(each.box, sheet.trim) > _NEAR:
                near = to_mm(_room(each.box, sheet.trim))
                yield Fault(f"a {each.kind} {near:.1f} mm from the cut", sheet.number, each.box, wanted)


def _room(box: Box, area: Box) -> float:
    """How far inside of ``area`` it stays; below 0 where it leaves it."""
    return min(box[0] - area[0], box[1] - area[1], area[2] - box[2], area[3] - box[3])


def _fold_safety(file: Examined, demands: Demands) -> Iterator[Fault]:
    wanted = f"no letter nearer than {to_mm(demands.fold_safe):g} mm to a fold"
    if not demands.folds:
        return
    for sheet, boxes in zip(file.sheets, letter_boxes(file), strict=True):
        for x in folds_of(file, sheet, demands):
            near = demands.fold_safe - _NEAR
            strip = (x - near, sheet.trim[1], x + near, sheet.trim[3])
            found = f"a letter on or near the fold at {to_mm(x - sheet.trim[0]):g} mm"
            yield from (Fault(found, sheet.number, box, wanted) for box in boxes or () if meets(box, strip))


def _fold_edges(file: Examined, demands: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        for x in folds_of(file, sheet, demands):
            for each in sheet.walked.painted:
                seen = cut(each.box, sheet.trim)
                at_it = each.kind == "fill" and not is_empty(seen) and not each.colour.is_white
                if at_it and min(abs(seen[0] - x), abs(seen[2] - x)) < _NEAR:
                    found = f"the colour changes on the fold at {to_mm(x - sheet.trim[0]):g} mm"
                    yield Fault(found, sheet.number, seen)


def folds_of(file: Examined, sheet: Sheet, demands: Demands) -> tuple[float, ...]:
    """Where a page is folded, in its own space. A file bound on the right has the mirror of what a left one has."""
    trim = sheet.trim
    size = trim[2] - trim[0], trim[3] - trim[1]
    if not demands.folds or any(abs(a - b) > 1 for a, b in zip(size, demands.sheet, strict=False)):
        return ()
    folds = demands.folds[(sheet.number - 1) % len(demands.folds)]
    return tuple(trim[2] - each if file.direction == "R2L" else trim[0] + each for each in folds)


def _marks(file: Examined, _: Demands) -> Iterator[Fault]:
    """Lines and letters that lie wholly outside the trim."""
    for sheet, each in file.painted():
        if _is_mark(each, sheet):
            if meets(each.box, grown(sheet.trim, _OFF_TRIM - _NEAR)):
                yield Fault("a mark nearer than 3 mm to the cut", sheet.number, each.box)
            elif meets(each.box, grown(sheet.bleed, -_NEAR)):
                yield Fault("a mark inside the bleed", sheet.number, each.box)


def _is_mark(each: Painted, sheet: Sheet) -> bool:
    fine = each.kind in {"stroke", "text"} or each.colour.on_every_plate
    return fine and not meets(each.box, grown(sheet.trim, -_NEAR)) and not each.colour.is_white


RULES = (
    Rule(
        "bleed-reached",
        "what touches the cut runs on to the edge of the bleed",
        "print.md, geometry; [shop] bleed",
        _bleeds,
    ),
    Rule(
        "safety", "nothing to be read nearer than 4 mm to the cut", "print.md, geometry; [shop] safe", _safety
    ),
    Rule("fold-safety", "no letter nearer than 3 mm to a fold", "print.md, geometry", _fold_safety),
    Rule("fold-edge", "no colour changes exactly on a fold", "print.md, geometry", _fold_edges),
    Rule(
        "marks",
        "marks 3 mm off the cut, outside the bleed",
        "print.md, geometry; [X4] ISO 15930-7, 6: printer's marks",
        _marks,
    ),
)
