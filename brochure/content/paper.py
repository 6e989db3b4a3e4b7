"""How large sheets and papers may be, what stays free around them, and how an office printer puts pages on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from brochure.base.lengths import mm, to_mm
from brochure.content.fields import Fields
from brochure.content.folding import PAGES_A_SHEET, judge_page_count
from brochure.content.slots import SlotReader
from brochure.model.format import FlipLine, Format, Imposition, OfficePlace

OFFICE = "office"
"""The target whose papers these are."""

LARGEST = 2000
"""Edge of a sheet, mm: A0 has 1189."""

SMALLEST = 20
"""Edge of a sheet, mm: a sticker."""

SMALLEST_PAPER = 50
"""Edge of what an office printer prints on, mm: A7 has 74."""

MOST_COPIES = 200
"""Of a page on one sheet of paper: a card stands there ten times."""

SMALLEST_SCALE = 0.6
"""Of pages that are printed smaller than they are: the poster, A3 on A4, has 0.69."""

ARRANGEMENTS: tuple[Literal["saddle", "many-up", "reduced"], ...] = ("saddle", "many-up", "reduced")


def read_sheet(sheet: Fields) -> tuple[float, float] | None:
    """Width and height, pt; None where one of them is not right."""
    before = sheet.findings.count
    width, height = (mm(sheet.number(each, least=SMALLEST, most=LARGEST)) for each in ("width", "height"))
    sheet.done()
    return (width, height) if sheet.findings.count == before else None


def border(paper: tuple[float, float] | None) -> float:
    """mm: as broad may a border all around ``paper`` (width and height in pt; None: unknown) be, or nothing is left
    inside.
    """
    return max(0.0, to_mm(min(paper)) / 2 - 1) if paper else LARGEST


def read_office(
    fields: Fields,
    targets: Sequence[str],
    sides: Sequence[str],
    slots: SlotReader,
    sheet: tuple[float, float] | None,
) -> OfficePlace | None:
    """What a format for office printers needs beside its places: where there is a back, one line a side. ``sheet``:
    width and height, pt; None where they are unknown.
    """
    if (fields.need(OFFICE) if OFFICE in targets else fields.entry(OFFICE)) is None:
        return None
    office = fields.group(OFFICE)
    imposition = _imposition(office, len(sides), bound=fields.entry("binding") is not None)
    paper = (imposition.width, imposition.height) if imposition else sheet
    edge = mm(office.number("edge", least=0, most=border(paper)))
    alone = imposition is None or imposition.kind == "reduced"
    if len(sides) < 2 and alone and not office.entry("flip"):
        office.done()
        return OfficePlace(None, edge, None, {}, imposition)
    lines = office.group("lines")
    places = {side: lines.numbers(side, 2) for side in (("front", "back") if imposition else sides)}
    lines.done()
    place = OfficePlace(
        flip="long" if office.choice("flip", ("short", "long")) == "long" else "short",
        edge=edge,
        role=slots.role(office),
        lines={side: FlipLine(mm(x), mm(baseline)) for side, (x, baseline) in places.items()},
        imposition=imposition,
    )
    office.done()
    fits = sheet is None or _copies_fit(sheet, place, office)
    return place if fits else replace(place, imposition=None)


def judge_scale(read: Format, fields: Fields) -> None:
    """Tells pages that stand on the paper of an office printer so small that their words cannot be read."""
    if read.office_scale < SMALLEST_SCALE:
        fields.findings.error(
            "paper-size",
            f"an office printer prints the pages at {100 * read.office_scale:.0f} % of their size, "
            f"but {100 * SMALLEST_SCALE:.0f} % is the least that can be read",
            fields.at(OFFICE),
            "Take larger paper under 'imposed', or a smaller 'edge'.",
        )


def _copies_fit(page: tuple[float, float], place: OfficePlace, office: Fields) -> bool:
    """Whether ``page`` (width and height, pt) stands on the paper at least once, and not too often."""
    if place.imposition is None or place.imposition.kind != "many-up":
        return True
    paper = (place.imposition.width, place.imposition.height)
    across, down = (
        max(0, int((whole - 2 * place.edge) // part)) for whole, part in zip(paper, page, strict=True)
    )
    if 1 <= across * down <= MOST_COPIES:
        return True
    sizes = [f"{to_mm(width):g} by {to_mm(height):g} mm" for width, height in (page, paper)]
    often = "does not fit" if across * down < 1 else f"stands {across * down} times, more than {MOST_COPIES},"
    office.findings.error(
        "paper-size",
        f"the page of {sizes[0]} {often} on the paper of {sizes[1]} with {to_mm(place.edge):g} mm free all around",
        office.value_at("imposed"),
        "Take other paper under 'imposed', or another 'edge'.",
    )
    return False


def _imposition(office: Fields, pages: int, *, bound: bool) -> Imposition | None:
    """How the pages share sheets of paper; None where each is a sheet. ``bound``: ``binding`` tells a wrong number."""
    if not office.entry("imposed"):
        return None
    imposed = office.group("imposed")
    kind = imposed.choice("as", ARRANGEMENTS)
    width, height = (mm(each) for each in imposed.numbers("paper", 2, least=SMALLEST_PAPER, most=LARGEST))
    creep = mm(imposed.number("creep", least=0)) if imposed.entry("creep") else 0.0
    imposed.done()
    if kind == "saddle" and pages % PAGES_A_SHEET:
        if not bound:
            judge_page_count(pages, imposed.span, office.findings)
        return None
    return Imposition(next(each for each in ARRANGEMENTS if each == kind), width, height, creep)
