"""Pages of signs through the real rooms: the sheet of all of them, the style guide."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding
from brochure.content.edition import read_edition
from brochure.content.findings import Findings
from brochure.content.fonts import read_fonts
from brochure.content.plan import edition_names
from brochure.content.sign_catalogue import read_catalogue
from brochure.content.sign_guide import read_guide
from brochure.content.signs import drawn_signs, read_signs
from brochure.content.theme import Look, read_theme
from brochure.finish.pdf import write_pdf
from brochure.layout.document import LaidOut
from brochure.layout.sign_guide import lay_out_guide
from brochure.layout.sign_sheet import DescribedSign, lay_out_sheet
from brochure.model.edition import Edition
from brochure.pipeline.pictograms import kept_outlines, need_signs
from brochure.pipeline.profiles import PROFILES, profile
from brochure.text.typesetter import Typesetter


class SignRoom(Struct, frozen=True):
    """What pages of signs are made from. ``signs``: those that are sound, by name."""

    root: Path
    signs: tuple[DescribedSign, ...]
    edition: Edition
    look: Look
    typesetter: Typesetter

    @property
    def checked(self) -> str:
        """The day that stands in the files: that of the content."""
        return self.edition.verification.checked.isoformat()


def open_room(root: Path) -> tuple[SignRoom | None, tuple[Finding, ...]]:
    """None where signs, look, fonts or edition cannot be read; findings say why, and what is wrong with signs.

    Raises ArgumentsError and SurroundingsError.
    """
    need_signs(root)
    findings = Findings()
    fonts, look = read_fonts(root, findings), read_theme(root, findings)
    names = edition_names(root)
    if not names:
        raise ArgumentsError(
            "every edition is marked as an example", "Pages of signs take their date from one that is not."
        )
    edition = read_edition(root, names[0], findings)
    catalogue = read_catalogue(root, Findings())
    drawings, wrong = read_signs(root, drawn_signs(root), kept_outlines(root))
    findings.take(wrong)
    if fonts is None or look is None or edition is None or catalogue is None:
        return None, findings.all
    signs = tuple(
        DescribedSign(sign, catalogue[id].meaning, catalogue[id].comprehension)
        for id, sign in drawings.items()
    )
    return SignRoom(root, signs, edition, look, Typesetter(fonts, look.theme.scripts)), findings.all


def sheet(room: SignRoom, *, overview: bool) -> LaidOut:
    """All signs on a page, and unless it is the ``overview`` alone, a row for each."""
    return lay_out_sheet(room.signs, room.checked, room.look.theme, room.typesetter, overview=overview)


def guide(room: SignRoom) -> tuple[LaidOut, tuple[Finding, ...]]:
    """The style guide, and what is wrong with its list or its drawings."""
    sections, findings = read_guide(room.root, {each.sign.id: each.sign for each in room.signs})
    return lay_out_guide(sections, room.checked, room.look.theme, room.typesetter), findings


def file_of(room: SignRoom, laid: LaidOut, out: Path, dpi: float) -> bytes:
    """The pages as what the name ``out`` ends in. Raises ArgumentsError where it is neither .pdf nor .png."""
    kind = need_kind(out)
    pdf = pdf_of(room, laid)
    if kind == ".pdf":
        return pdf
    # Pillow is not asked for where a PDF is enough.
    from brochure.raster.picture import picture_of

    return picture_of(pdf, dpi)


def pdf_of(room: SignRoom, laid: LaidOut) -> bytes:
    """The pages as a file for the screen."""
    return write_pdf(laid.document, "screen", profile(room.root / PROFILES["screen"]))


def need_kind(out: Path) -> str:
    """The ending of the name. Raises ArgumentsError where it is neither .pdf nor .png."""
    kind = out.suffix.lower()
    if kind not in (".pdf", ".png"):
        raise ArgumentsError(
            f"{out.as_posix()} is neither a PDF nor a PNG", "Let the name after --out end in .pdf or .png."
        )
    return kind
