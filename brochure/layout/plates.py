"""What one printing plate takes of the pages: every ink becomes the grey of its share on that plate.

Black overprints (print.md, Colour): on the other three plates it leaves what lies below. Everything else knocks out.
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec.structs import replace

from brochure.base.inks import Cmyk, Ink, Rgb
from brochure.layout.operations import Operation, PlacedDocument, SignDrawing

Plate = Literal["cyan", "magenta", "yellow", "black"]
PLATES: tuple[Plate, ...] = get_args(Plate)


def on_plate(document: PlacedDocument, plate: Plate) -> PlacedDocument:
    """The pages in grey: white where the plate takes no ink, black where it takes all."""
    pages = tuple(
        replace(
            page,
            operations=tuple(taken for each in page.operations if (taken := _taken(each, plate)) is not None),
        )
        for page in document.pages
    )
    return replace(document, pages=pages)


def _taken(operation: Operation, plate: Plate) -> Operation | None:
    """The operation as the plate takes it; None where it leaves the plate alone."""
    if isinstance(operation, SignDrawing):
        inks = dict(operation.inks)
        layers = tuple(each for each in operation.sign.layers if not _spares(inks[each.role], plate))
        greys = tuple((role, _grey(ink, plate)) for role, ink in operation.inks)
        return replace(operation, sign=replace(operation.sign, layers=layers), inks=greys)
    return None if _spares(operation.ink, plate) else replace(operation, ink=_grey(operation.ink, plate))


def _spares(ink: Ink, plate: Plate) -> bool:
    return ink.overprints and plate != "black"


def _grey(ink: Ink, plate: Plate) -> Ink:
    share = 1.0 - getattr(ink.cmyk, plate)
    return Ink(f"{ink.name} on {plate}", Cmyk(0, 0, 0, 1 - share), Rgb(share, share, share))
