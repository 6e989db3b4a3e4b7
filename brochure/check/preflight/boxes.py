"""The boxes of the pages (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.lengths import to_mm
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import NOWHERE, Box, Examined
from brochure.check.preflight.rule import Fault, Rule

_NEAR = 0.05
"""pt that rounding may take."""


def _media(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        media = sheet.given.get("MediaBox", NOWHERE)
        if media[:2] != (0, 0):
            yield Fault(f"the MediaBox begins at {media[0]:g} {media[1]:g}", sheet.number)


def _trim(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        if "TrimBox" not in sheet.given:
            yield Fault("no TrimBox", sheet.number)


def _bleed(file: Examined, demands: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        if "BleedBox" not in sheet.given:
            yield Fault("no BleedBox", sheet.number)
            continue
        trim, bleed = sheet.trim, sheet.bleed
        least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
        if least < demands.bleed - _NEAR:
            wanted = f"{to_mm(demands.bleed):g} mm of bleed on all sides"
            yield Fault(f"{to_mm(max(least, 0)):.2g} mm of bleed", sheet.number, wanted=wanted)


def _nested(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        for inner, outer in (("TrimBox", "BleedBox"), ("BleedBox", "MediaBox"), ("TrimBox", "MediaBox")):
            if (
                inner in sheet.given
                and outer in sheet.given
                and not _within(sheet.given[inner], sheet.given[outer])
            ):
                yield Fault(f"the {inner} is not inside the {outer}", sheet.number)


def _within(inner: Box, outer: Box) -> bool:
    low = inner[0] >= outer[0] - _NEAR and inner[1] >= outer[1] - _NEAR
    return low and inner[2] <= outer[2] + _NEAR and inner[3] <= outer[3] + _NEAR


def _art(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        if "ArtBox" in sheet.given:
            yield Fault("an ArtBox", sheet.number)


def _crop(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        crop, media = sheet.given.get("CropBox"), sheet.given.get("MediaBox")
        if crop is not None and crop != media:
            yield Fault("a CropBox that hides a part of the page", sheet.number)


def _alike(file: Examined, _: Demands) -> Iterator[Fault]:
    first = _size(file.sheets[0].trim)
    for sheet in file.sheets[1:]:
        size = _size(sheet.trim)
        if any(abs(a - b) > _NEAR for a, b in zip(size, first, strict=True)):
            yield Fault(f"cut to {_said(size)}, page 1 to {_said(first)}", sheet.number)


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _said(size: tuple[float, float]) -> str:
    return f"{to_mm(size[0]):.4g} x {to_mm(size[1]):.4g} mm"


def _rotated(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        turn = int(sheet.page.get("/Rotate", 0))
        if turn:
            yield Fault(f"turned by {turn} degrees", sheet.number)


def _unit(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        unit = float(sheet.page.get("/UserUnit", 1))
        if unit != 1:
            yield Fault(f"lengths {unit:g} times as long as they say", sheet.number)


RULES = (
    Rule("media-box", "a MediaBox that begins at 0 0", "print.md, geometry; [GWG] 4.2-4.4", _media),
    Rule("trim-box", "a TrimBox on every page", "[X4] ISO 15930-7, 6: page boxes; [GWG] 4.2-4.4", _trim),
    Rule(
        "bleed-box",
        "a BleedBox with the shop's bleed, 3 mm by default",
        "[GWG] 4.2-4.4; [shop] bleed",
        _bleed,
    ),
    Rule(
        "boxes-nested",
        "TrimBox in BleedBox in MediaBox",
        "[X4] ISO 15930-7, 6: page boxes; [GWG] 4.2-4.4",
        _nested,
    ),
    Rule("art-box", "no ArtBox", "[X4] ISO 15930-7, 6: TrimBox or ArtBox, not both; [GWG] 4.2-4.4", _art),
    Rule("crop-box", "no CropBox, or the MediaBox again", "[GWG] 4.2-4.4", _crop),
    Rule("trim-differs", "every page is cut to one size", "[GWG] 4.2-4.4", _alike),
    Rule("rotated", "no page is turned", "[GWG] 4.2-4.4", _rotated),
    Rule("user-unit", "no UserUnit", "[GWG] 4.2-4.4", _unit),
)
