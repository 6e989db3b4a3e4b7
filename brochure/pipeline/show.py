"""Every stage between the words and the page made visible, as text; the pages themselves as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError
from brochure.base.lengths import to_mm
from brochure.finish.dump import dump_tags
from brochure.finish.pdf import Target
from brochure.layout.document import lay_out
from brochure.layout.dump import dump_operations
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.model.document import Document
from brochure.model.fonts import Weight
from brochure.model.language import Language
from brochure.model.parts import voiced
from brochure.model.unit import Unit
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place
from brochure.pipeline.request import unknown
from brochure.pipeline.rooms import offers
from brochure.text.dump import dump_glyphs, dump_levels, dump_lines, dump_runs
from brochure.text.lines import Line
from brochure.text.typesetter import Typesetter

if TYPE_CHECKING:
    from brochure.raster.plates import MostInk

Stage = Literal["bidi", "runs", "glyphs", "lines", "ops", "tags"]

SEEN: Target = "screen"
"""The target whose pages a picture shows: what a reader sees, in the colours of a screen."""


class Look(Struct, frozen=True):
    """Which document is to be shown. ``edition``, ``format``: "" for the first. ``discreet``: that variant of it."""

    root: Path
    language: str
    edition: str
    format: str
    discreet: bool = False


def show(look: Look, stage: Stage, addresses: Sequence[str]) -> tuple[str, tuple[Finding, ...]]:
    """The dump; "" with the findings that stand in the way where there is no such document.

    ``addresses``: of units, for the stages of text; none means every unit that is painted. Raises ArgumentsError: no
    such edition, language, format or unit.
    """
    place, format_id, findings = _found(look)
    if place is None:
        return "", findings
    desk = Desk(place)
    document, findings = desk.read(look.language, format_id, discreet=look.discreet)
    if document is None or desk.setter is None:
        return "", findings
    return _dump(document, desk.setter, stage, addresses), ()


def picture(look: Look, dpi: float) -> tuple[bytes, tuple[Finding, ...]]:
    """All pages of the screen file as one PNG, ``dpi`` pixels an inch, with all that was found on the way.

    What has errors is pictured too, for the eye; no bytes where the document cannot be read. Raises ArgumentsError:
    no such edition, language or format.
    """
    # Pillow is not asked for by the stages of text.
    from brochure.raster.picture import picture_of

    place, format_id, findings = _found(look)
    if place is None:
        return b"", findings
    made = Desk(place).make(Job(look.language, format_id, (SEEN,), discreet=look.discreet))
    return (picture_of(made.files[SEEN], dpi) if made.files else b""), made.findings


def dummy(look: Look) -> tuple[bytes, tuple[Finding, ...]]:
    """The office sheets as a PDF with page numbers alone, to be folded; no bytes where the document cannot be read.

    Raises ArgumentsError: no such edition, language or format, or one that is not made for office printers.
    """
    from brochure.finish.pdf import write_pdf
    from brochure.impose.dummy import folding_dummy
    from brochure.pipeline.profiles import PROFILES, profile

    place, format_id, findings = _found(look)
    if place is None:
        return b"", findings
    desk = Desk(place)
    document, findings = desk.read(look.language, format_id)
    if document is None or desk.setter is None:
        return b"", findings
    if document.format.office is None:
        raise ArgumentsError(
            f"the {format_id} is not made for office printers", "Name another one with --format."
        )
    pages = folding_dummy(document, lay_out(document, desk.setter).document, desk.setter)
    return write_pdf(pages, "office", profile(look.root / PROFILES["office"])), ()


def plates(look: Look, dpi: float) -> tuple[bytes, tuple[str, ...], tuple[Finding, ...]]:
    """The four plates of every page, what they print together and the ink map, as one PNG; a sentence on the most ink
    of each page. No bytes where the document cannot be read.

    Raises ArgumentsError: no such edition, language or format.
    """
    from brochure.finish.pdf import write_pdf
    from brochure.layout.plates import PLATES, on_plate
    from brochure.pipeline.profiles import PROFILES, profile
    from brochure.raster.plates import plates_picture

    place, format_id, findings = _found(look)
    if place is None:
        return b"", (), findings
    desk = Desk(place)
    document, findings = desk.read(look.language, format_id, discreet=look.discreet)
    if document is None or desk.setter is None:
        return b"", (), findings
    placed = lay_out(document, desk.setter).document
    screen, press = (profile(look.root / PROFILES[target]) for target in ("screen", "print"))
    drawn = [write_pdf(on_plate(placed, plate), "screen", screen) for plate in PLATES]
    picture, most = plates_picture(drawn, press, dpi)
    return picture, tuple(_said(each) for each in most), ()


def _said(most: MostInk) -> str:
    return (
        f"page {most.page + 1}: at most {most.total} % of ink, "
        f"{to_mm(most.x):.0f} mm from the left, {to_mm(most.y):.0f} mm from the top"
    )


def transcript(look: Look) -> tuple[str, tuple[Finding, ...]]:
    """What a screen reader would say of the screen file, with all that was found on the way.

    "" where the document cannot be read. Raises ArgumentsError: no such edition, language or format;
    SurroundingsError: pikepdf is not installed.
    """
    place, format_id, findings = _found(look)
    if place is None:
        return "", findings
    made = Desk(place).make(Job(look.language, format_id, (SEEN,), discreet=look.discreet))
    return (_heard(made.files[SEEN], "the screen file") if made.files else ""), made.findings


def transcript_of(file: Path) -> str:
    """What a screen reader would say of any tagged PDF.

    Raises ArgumentsError: not there, no PDF, encrypted, cut off, without structure tree; SurroundingsError: pikepdf
    is not installed.
    """
    try:
        pdf = file.read_bytes()
    except OSError as error:
        raise ArgumentsError(f"{file.as_posix()} cannot be read: {error.strerror or error}") from error
    return _heard(pdf, file.as_posix())


def _heard(pdf: bytes, name: str) -> str:
    try:
        from brochure.check.accessible.tagged_file import read_told
        from brochure.check.accessible.transcript import transcript as said_of
    except ModuleNotFoundError as error:
        if error.name != "pikepdf":
            raise
        raise SurroundingsError(
            "a finished file is read with pikepdf, and it is not installed",
            "Install it with: pip install 'brochure[validate]'",
        ) from error
    return said_of(read_told(pdf, name))


def _found(look: Look) -> tuple[Place | None, str, tuple[Finding, ...]]:
    """Where the document is made from, and in which format; None where no edition can be read."""
    offered, findings = offers(look.root, look.edition)
    if not offered:
        return None, "", findings
    offer = offered[0]
    format_id = look.format or next(iter(offer.formats))
    if format_id not in offer.formats:
        raise unknown("format", format_id, tuple(offer.formats))
    if look.discreet and not offer.formats[format_id].discreet:
        raise ArgumentsError(f"the {format_id} has no discreet variant", "Leave out --discreet.")
    languages = offer.formats[format_id].languages
    if look.language not in languages:
        raise unknown("language", look.language, languages)
    return Place(look.root, offer.edition, None), format_id, findings


def _dump(document: Document, setter: Typesetter, stage: Stage, addresses: Sequence[str]) -> str:
    placed = lay_out(document, setter).document
    if stage == "ops":
        return dump_operations(placed)
    if stage == "tags":
        return dump_tags(placed)
    units = {
        (language, unit.address): unit
        for language, unit in voiced((document.title, document.panels), document.language)
        if isinstance(unit, Unit)
    }
    known = list(dict.fromkeys(address for _, address in units))
    for address in addresses:
        if address not in known:
            raise unknown("unit", address, known)
    return "\n".join(
        f"{language.tag}:{address}\n" + _dump_unit(stage, language, setter, unit, placed)
        for (language, address), unit in units.items()
        if (address in addresses if addresses else _painted(placed, unit))
    )


def _dump_unit(
    stage: Stage, language: Language, setter: Typesetter, unit: Unit, placed: PlacedDocument
) -> str:
    """In the weight and the lines of the page; what is not painted (an alternative text) in regular, without lines."""
    lines = _painted(placed, unit)
    if stage == "lines":
        return dump_lines(lines)
    weight: Weight = next((run.face.weight for line in lines for run in line.runs), "regular")
    dump = {"bidi": dump_levels, "runs": dump_runs, "glyphs": dump_glyphs}[stage]
    return dump(setter.prepare(unit.pieces, language, weight))


def _painted(placed: PlacedDocument, unit: Unit) -> Sequence[Line]:
    """The set lines of a text, by its place in the content: where languages stand together, several have its address.
    A line that several structure elements share is one again.
    """
    said = unit.address, unit.span
    lines: dict[tuple[int, float, float], Line] = {}
    for number, page in enumerate(placed.pages):
        for operation in page.operations:
            if isinstance(operation, TextLine) and (operation.address, operation.span) == said:
                place = (number, operation.baseline, operation.x)
                before = lines[place].runs if place in lines else ()
                lines[place] = replace(operation.line, runs=before + operation.line.runs)
    return list(lines.values())
