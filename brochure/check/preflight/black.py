"""Text and lines: on the black plate alone, and over what lies below (ISO 32000-1, 8.6.7)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined, Painted, meets
from brochure.check.preflight.rule import Fault, Rule

_THIN = 2.0
"""pt: lines finer than this overprint."""
_DARK = 0.5


def _rich(each: Painted) -> bool:
    amounts = each.colour.cmyk
    return amounts is not None and amounts[3] >= _DARK and any(amounts[:3])


def _rich_black(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet, each in file.painted():
        if _rich(each) and meets(each.box, sheet.trim) and _is_fine(each):
            yield Fault(f"{_name(each)} in {each.colour}", sheet.number, each.box)


def _text_colour(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet, each in file.painted():
        inside = each.kind == "text" and meets(each.box, sheet.trim)
        if inside and each.colour.cmyk != (0, 0, 0, 1) and not _rich(each):
            yield Fault(f"text in {each.colour}", sheet.number, each.box)


def _text_overprint(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet, each in file.painted():
        if each.kind == "text" and each.colour.is_black_alone and not _keeps(each):
            yield Fault("black text that knocks out what lies below", sheet.number, each.box)


def _line_overprint(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet, each in file.painted():
        thin = each.kind == "stroke" and each.thin < _THIN
        if thin and each.colour.is_black_alone and not _keeps(each):
            yield Fault(f"a black line of {each.thin:.3g} pt that knocks out", sheet.number, each.box)


def _keeps(each: Painted) -> bool:
    return each.overprints and each.keeps_zero


def _is_fine(each: Painted) -> bool:
    return each.kind == "text" or (each.kind == "stroke" and each.thin < _THIN)


def _name(each: Painted) -> str:
    return "text" if each.kind == "text" else f"a line of {each.thin:.3g} pt"


def _white_overprint(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet, each in file.painted():
        if each.colour.is_white and each.overprints:
            yield Fault(
                f"white {each.kind} that overprints, so that nothing of it is seen", sheet.number, each.box
            )


RULES = (
    Rule(
        "rich-black",
        "text and fine lines hold no C, M, Y beside K",
        "[GWG] 2015; print.md, colour",
        _rich_black,
    ),
    Rule("text-colour", "text in 100 % K", "print.md, colour: one set of plates", _text_colour),
    Rule("text-overprint", "black text overprints, OPM 1", "[GWG] 2015; print.md, colour", _text_overprint),
    Rule(
        "line-overprint",
        "black lines under 2 pt overprint, OPM 1",
        "[GWG] 2015; print.md, colour",
        _line_overprint,
    ),
    Rule("white-overprint", "white never overprints", "[GWG] 2015; print.md, colour", _white_overprint),
)
