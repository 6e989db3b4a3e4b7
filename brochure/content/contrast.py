"""Whether words and signs can be told from their ground, by WCAG 2.2 (1.4.3 and 1.4.11): a ratio of luminance, so it
holds in grey too. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from brochure.base.inks import PAPER, Ink, Rgb
from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.model.format import Format
from brochure.model.slots import (
    BoxSlot,
    CallSlot,
    CellsSlot,
    ContactSlot,
    EndonymSlot,
    NumberSlot,
    RowsSlot,
    SaySlot,
    ServiceSlot,
    SignsSlot,
    Slot,
    StampFieldSlot,
    TearOffSlot,
)
from brochure.model.theme import Theme

WORDS, SIGNS = 4.5, 3.0
_OF_WORDS = "black"


class _Pair(Struct, frozen=True):
    """An ink on another one, and the ratio that what is drawn with it needs."""

    ink: str
    ground: str
    needed: float


def contrast(one: Rgb, other: Rgb) -> float:
    """From 1, the same, to 21, black on white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.red, colour.green, colour.blue)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def judge_contrast(
    format_: Format,
    theme: Theme,
    spans: Mapping[str, Span],
    findings: Findings,
    judged: tuple[float, ...] = (WORDS, SIGNS),
) -> None:
    """Tells every pair of inks that some slot puts on each other and that is too alike. ``spans``: of the inks
    that are judged. ``judged``: what is drawn with them, by the ratio it needs.
    """
    inks = {name: ink for name, ink in theme.inks.items() if name in spans} | {PAPER.name: PAPER}
    for pair, slots in _used(format_).items():
        ink, ground = inks.get(pair.ink), inks.get(pair.ground)
        if ink is None or ground is None or pair.needed not in judged:
            continue
        found = contrast(ink.rgb, ground.rgb)
        if found < pair.needed:
            what = "words" if pair.needed == WORDS else "signs"
            findings.error(
                "low-contrast",
                f"{pair.ink} on {pair.ground} has a contrast of {_rounded_down(found)} to 1, "
                f"but {what} need {pair.needed:g} to 1",
                spans.get(_to_change(ink, ground), Span("content/theme.yaml")),
                f"Change one of the two, or take another ink for {slots[0]}"
                + (f" and {len(slots) - 1} more." if len(slots) > 1 else "."),
            )


def _rounded_down(ratio: float) -> str:
    """So that a ratio just under what is needed does not read as if it were enough."""
    return f"{int(ratio * 10) / 10:g}"


def _to_change(ink: Ink, ground: Ink) -> str:
    """The paper cannot be changed, and the black of words is seldom what is wrong."""
    return ground.name if ink is PAPER or (ink.name == _OF_WORDS and ground is not PAPER) else ink.name


def _used(format_: Format) -> dict[_Pair, list[str]]:
    """Every pair of inks, and the slots that use it."""
    used: dict[_Pair, list[str]] = {_Pair(_OF_WORDS, PAPER.name, WORDS): ["the words beside coloured areas"]}
    for side in format_.sides:
        for panel in side.panels:
            for name, slot in panel.slots.items():
                for pair in dict.fromkeys(_pairs(slot)):
                    used.setdefault(pair, []).append(f"the slot '{name}' of the panel '{panel.id}'")
    return used


def _pairs(slot: Slot) -> Iterator[_Pair]:
    """What stands on coloured areas. A sign's paper role is its ground itself; a stamp field is meant to be pale."""
    match slot:
        case StampFieldSlot():
            return
        case RowsSlot():
            grounds = dict.fromkeys(tile.ink for tile in slot.tiles)
            yield from (_Pair(ink, ground, SIGNS) for ground in grounds for ink in (slot.ink, slot.accent))
        case ServiceSlot(tile=None):
            return
        case ContactSlot() | ServiceSlot():
            ground = slot.tile.ink if slot.tile else PAPER.name
            yield from (_Pair(ink, ground, SIGNS) for ink in (slot.ink, slot.accent))
        case SignsSlot():
            areas = [slot.bubble.area] if slot.bubble else slot.places
            grounds = dict.fromkeys(area.ink for area in areas)
            yield from (_Pair(ink, ground, SIGNS) for ground in grounds for ink in (slot.ink, slot.accent))
        case CallSlot() | NumberSlot():
            yield _Pair(_OF_WORDS, slot.area.ink, WORDS)
            if slot.sign:
                yield _Pair(slot.ink, slot.area.ink, SIGNS)
        case BoxSlot() | TearOffSlot():
            yield _Pair(_OF_WORDS, slot.area.ink, WORDS)
        case CellsSlot():
            yield from (
                _Pair(_OF_WORDS, ground, WORDS) for ground in dict.fromkeys(a.ink for a in slot.areas)
            )
        case EndonymSlot() | SaySlot():
            if slot.bubble:
                yield _Pair(_OF_WORDS, slot.bubble.area.ink, WORDS)
        case _:
            return
