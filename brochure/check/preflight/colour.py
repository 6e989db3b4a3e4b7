"""Plain C, M, Y and K, and nothing else, wherever a colour can hide (ISO 32000-1, 8.6 and 11.4)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import EVERY_PLATE, Examined, meets
from brochure.check.preflight.rule import Fault, Rule

_PROCESS = frozenset({"Cyan", "Magenta", "Yellow", "Black"})
_MIXED = frozenset({"DeviceCMYK", "Separation", "DeviceN"})
_MOST_SPOTS = 1


def _spaces(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        for use in sheet.walked.uses:
            if use.space not in _MIXED and use.space not in {"Pattern", "Indexed"}:
                yield Fault(f"{use.space} {_in(use.where)}", sheet.number, use.box)


def _in(where: str) -> str:
    return where if where.startswith(("behind", "in ", "as ")) else f"in {where}"


def _blends(file: Examined, _: Demands) -> Iterator[Fault]:
    """Grey is the usual space of a soft mask, which holds no colour."""
    for sheet in file.sheets:
        for use in sheet.walked.blends:
            if use.space != "DeviceCMYK" and (use.space, use.where) != ("DeviceGray", "a soft mask"):
                yield Fault(f"colours are mixed in {use.space} by {use.where}", sheet.number, use.box)


def _spots(file: Examined, _: Demands) -> Iterator[Fault]:
    inks = {ink for sheet in file.sheets for use in sheet.walked.uses for ink in use.inks}
    spots = sorted(inks - _PROCESS - {EVERY_PLATE, "None"})
    if len(spots) > _MOST_SPOTS:
        yield Fault(f"{len(spots)} further plates: {', '.join(spots)}")


def _registration(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet, each in file.painted():
        if each.colour.on_every_plate and meets(each.box, sheet.trim):
            yield Fault("the colour of all plates inside the trim", sheet.number, each.box)


def _see_through(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        yield from (Fault(what, sheet.number, box) for what, box in sheet.walked.see_through)


RULES = (
    Rule("colour-space", "DeviceCMYK alone, or one named ink over it", "[GWG] 4.23, 4.25; [shop]", _spaces),
    Rule(
        "blend-space",
        "groups and soft masks mix in DeviceCMYK",
        "[GWG] 4.23, 4.25; https://github.com/Kozea/WeasyPrint/issues/2723",
        _blends,
    ),
    Rule("spot-colours", "one named ink at most", "print.md, colour; [GWG] 4.23, 4.25", _spots),
    Rule(
        "registration-colour",
        "the colour of all plates for marks alone",
        "[GWG] 2015; ISO 32000-1, 8.6.6.4",
        _registration,
    ),
    Rule(
        "transparency", "nothing see-through", "[X1a] ISO 15930-4, 6: transparency", _see_through, ("X-1a",)
    ),
)
