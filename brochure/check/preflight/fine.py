"""What is too fine for a press: lines, type, and pictures of too few pixels."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined, is_empty, meets
from brochure.check.preflight.rule import Fault, Rule

_NEAR = 0.005
_TONES = (300, 150)
_LINE_ART = (1200, 550)
"""Pixels an inch: wanted, and least."""


def _lines(file: Examined, demands: Demands) -> Iterator[Fault]:
    wanted = f"lines of {demands.least_line:g} pt at least"
    for sheet, each in file.painted():
        if each.kind == "stroke" and not each.colour.is_white and each.thin < demands.least_line - _NEAR:
            yield Fault(f"a line of {each.thin:.3g} pt", sheet.number, each.box, wanted)


def _reversed(file: Examined, demands: Demands) -> Iterator[Fault]:
    for sheet, each in file.painted():
        thin = each.kind == "stroke" and each.thin < demands.least_reversed - _NEAR
        if thin and each.colour.is_white and meets(each.box, sheet.trim):
            yield Fault(f"a white line of {each.thin:.3g} pt", sheet.number, each.box)


def _type(file: Examined, demands: Demands) -> Iterator[Fault]:
    wanted = f"type of {demands.least_type:g} pt at least"
    for sheet, each in file.painted():
        small = each.kind == "text" and each.size < demands.least_type - _NEAR
        if small and meets(each.box, sheet.trim):
            yield Fault(f"type of {each.size:.3g} pt", sheet.number, each.box, wanted)


def _pictures(file: Examined, _: Demands) -> Iterator[Fault]:
    yield from _coarse(file, line_art=False)


def _line_art(file: Examined, _: Demands) -> Iterator[Fault]:
    yield from _coarse(file, line_art=True)


def _coarse(file: Examined, *, line_art: bool) -> Iterator[Fault]:
    wanted, least = _LINE_ART if line_art else _TONES
    for sheet in file.sheets:
        for each in sheet.walked.pictures:
            if (each.bits == 1) == line_art and each.ppi < wanted - 1 and not is_empty(each.box):
                severity = Severity.ERROR if each.ppi < least else Severity.WARNING
                yield Fault(f"{each.ppi:.0f} pixels an inch", sheet.number, each.box, severity=severity)


RULES = (
    Rule("line-width", "lines of 0.25 pt at least", "[GWG] 2015; [shop] least_line", _lines),
    Rule("reversed-line", "white lines of 0.5 pt at least", "print.md, colour", _reversed),
    Rule(
        "type-size", "type of 5.5 pt at least, the smallest floor of our formats", "print.md, colour", _type
    ),
    Rule(
        "image-resolution",
        "300 pixels an inch; under 150 an error",
        "[GWG] 2015; print.md, colour",
        _pictures,
    ),
    Rule(
        "line-art-resolution",
        "1200 pixels an inch at 1 bit; under 550 an error",
        "[GWG] 2015; print.md, colour",
        _line_art,
    ),
)
