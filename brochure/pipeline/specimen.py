"""Specimens through the real rooms: read, set, painted, written."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding, in_order
from brochure.content.findings import Findings, nearest
from brochure.content.fonts import read_fonts
from brochure.content.specimens import read_specimens
from brochure.content.theme import Look, read_theme
from brochure.finish.pdf import write_pdf
from brochure.layout.document import LaidOut
from brochure.layout.specimen import lay_out_specimens
from brochure.layout.specimen_dump import dump_specimens
from brochure.model.fonts import FontList
from brochure.model.specimen import Specimens
from brochure.pipeline.profiles import PROFILES, profile
from brochure.text.typesetter import Typesetter

ALL = "all"


class SpecimenRoom(Struct, frozen=True):
    """What specimens of a project are made from. ``setter``: opens no font twice."""

    root: Path
    specimens: Specimens
    look: Look
    fonts: FontList
    setter: Typesetter

    def chosen(self, script: str) -> tuple[str, ...]:
        """One script, or every one for :data:`ALL`. Raises ArgumentsError, with the list, for any other name."""
        there = tuple(self.specimens.by_script)
        if script == ALL:
            return there
        if script not in there:
            near = nearest(script, there)
            hint = f"Did you mean {near}? " if near else ""
            raise ArgumentsError(
                f"there is no specimen of the script {script}",
                f"{hint}There are: {', '.join(there)}, or {ALL}.",
            )
        return (script,)

    def laid_out(self, scripts: tuple[str, ...]) -> LaidOut:
        """Their pages, in this order."""
        return lay_out_specimens(self.specimens, scripts, self.look.theme, self.fonts, self.setter)

    def pdf(self, laid: LaidOut) -> bytes:
        """The pages as a file for the screen."""
        return write_pdf(laid.document, "screen", profile(self.root / PROFILES["screen"]))


def open_room(root: Path) -> tuple[SpecimenRoom | None, tuple[Finding, ...]]:
    """None where fonts, theme or specimens cannot be read; findings say why, and what else is wrong in them."""
    findings = Findings()
    fonts, look = read_fonts(root, findings), read_theme(root, findings)
    specimens = read_specimens(root, fonts.scripts, look.writing, findings) if fonts and look else None
    if fonts is None or look is None or specimens is None:
        return None, findings.all
    setter = Typesetter(fonts, look.theme.scripts)
    return SpecimenRoom(root, specimens, look, fonts, setter), findings.all


def dump(room: SpecimenRoom, script: str) -> tuple[str, tuple[Finding, ...]]:
    """The pages as text. Raises ArgumentsError: no such script."""
    laid = room.laid_out(room.chosen(script))
    return dump_specimens(laid.document), laid.findings


def files(
    room: SpecimenRoom, script: str, out: Path, dpi: float
) -> tuple[dict[Path, bytes], tuple[Finding, ...]]:
    """What is written where: ``out`` ends in .pdf or .png, or is a folder, for a PNG of each script.

    Raises ArgumentsError: no such script, or another ending.
    """
    scripts = room.chosen(script)
    kind = out.suffix.lower()
    if kind not in ("", ".pdf", ".png"):
        raise ArgumentsError(
            f"{out.as_posix()} is neither a PDF nor a PNG",
            "Let the name end in .pdf or .png, or name a folder, for a PNG of each script.",
        )
    if kind:
        laid = room.laid_out(scripts)
        return {out: _written(room.pdf(laid), kind, dpi)}, laid.findings
    made: dict[Path, bytes] = {}
    findings: list[Finding] = []
    for each in scripts:
        laid = room.laid_out((each,))
        made[out / f"specimen-{each}.png"] = _written(room.pdf(laid), ".png", dpi)
        findings += laid.findings
    return made, in_order(findings)


def _written(pdf: bytes, kind: str, dpi: float) -> bytes:
    if kind == ".pdf":
        return pdf
    # Pillow is not asked for where a PDF is enough.
    from brochure.raster.picture import picture_of

    return picture_of(pdf, dpi)
