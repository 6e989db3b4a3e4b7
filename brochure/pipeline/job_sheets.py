"""The job sheets of an edition: what its formats, files and shop say, as pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.base.diagnostics import BrochureError
from brochure.content.findings import Findings
from brochure.content.shops import read_shop
from brochure.finish.pdf import write_pdf
from brochure.layout.direction import SheetDirection
from brochure.layout.document import lay_out
from brochure.layout.job_sheet import lay_out_job_sheet
from brochure.layout.plates import PLATES, on_plate
from brochure.model.format import Format
from brochure.model.job_sheet import FoldScheme, JobFile, JobSheet
from brochure.model.language import Direction
from brochure.model.shop import Shop
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Place
from brochure.pipeline.outcome import Line
from brochure.pipeline.profiles import PROFILES, profile, profiles_for
from brochure.state.hashes import sha256_of
from brochure.state.manifest import Manifest
from brochure.text.typesetter import Typesetter

if TYPE_CHECKING:
    from brochure.check.preflight.demands import Demands

INK_DPI = 36
"""Enough to meet every area of the look; areas are larger than 0.7 mm."""

DIRECTIONS: tuple[Direction, ...] = ("ltr", "rtl")


class JobSheets:
    """``shop``: the id of the shop, "" for no certain one. Raises BrochureError where the edition cannot be read."""

    def __init__(self, root: Path, edition: str, shop: str) -> None:
        self.root = root
        self.desk = Desk(Place(root, edition, None))
        self.shop: Shop | None = read_shop(root, shop, Findings()) if shop else None
        facts = self.desk.project.edition
        if facts is None or self.desk.setter is None or self.desk.project.theme is None:
            raise BrochureError(f"the edition {edition} was built and cannot be read")
        self.edition, self.code = facts.id, facts.code
        self.checked = facts.verification.checked.isoformat()
        self.black = self.desk.project.theme.inks["black"]
        self.setter: Typesetter = self.desk.setter

    def pdf(
        self, format_id: str, lines: Sequence[Line], manifest: Manifest, files: Mapping[str, bytes]
    ) -> bytes:
        """The job sheet of a format, for ``lines`` whose bytes are in ``files``."""
        sheet = self._sheet(self.desk.project.formats[format_id], lines, manifest, files)
        placed = lay_out_job_sheet(sheet, self.black, self.setter)
        return write_pdf(placed, "screen", profile(self.root / PROFILES["screen"]))

    def demands(self, format_id: str) -> Demands:
        """What preflight holds the files of a format against."""
        from brochure.check.preflight.demands import Demands, demands_of

        if self.shop is None:
            return Demands()
        return demands_of(
            self.shop, format_id, sha256_of(profile(self.root / profiles_for(self.shop)["print"]))
        )

    def _sheet(
        self, form: Format, lines: Sequence[Line], manifest: Manifest, files: Mapping[str, bytes]
    ) -> JobSheet:
        names = {line: f"{form.id}/{Path(line.output.name).name}" for line in lines}
        rows = [manifest.rows[line.output.name] for line in lines]
        outlined = self.shop is not None and self.shop.outlined
        return JobSheet(
            edition=self.edition,
            code=self.code,
            checked=self.checked,
            product=form.id,
            width=form.width,
            height=form.height,
            finished=form.product.finished if form.product else None,
            paper=form.product.paper if form.product else "",
            stitched=form.binding is not None,
            bleed=self.shop.bleed_of(form.id) if self.shop else form.bleed,
            standard=self.shop.standard if self.shop else "X-4",
            condition=self.shop.condition_name if self.shop else "Coated FOGRA39 (ISO 12647-2:2004)",
            ink=self._most_ink(form, lines),
            fonts=() if outlined else tuple(sorted({name for row in rows for name in row.fonts})),
            folds=self._folds(form, lines),
            files=tuple(
                JobFile(line.output.language, names[line], line.pages, sha256_of(files[names[line]]))
                for line in lines
            ),
            draft=any(line.state == "draft" for line in lines),
            shop=self.shop.name if self.shop else "",
        )

    def _folds(self, form: Format, lines: Sequence[Line]) -> tuple[FoldScheme, ...]:
        """Of each direction that the order has; nothing where no side is folded."""
        if not any(side.folds for side in form.sides):
            return ()
        return tuple(
            FoldScheme(
                direction,
                tuple(
                    (side.id, tuple(sorted(sheet.left(fold, 0.0) for fold in side.folds)))
                    for side in form.sides
                ),
            )
            for direction in self._examples(form, lines)
            for sheet in (SheetDirection(form.width, direction),)
        )

    def _examples(self, form: Format, lines: Sequence[Line]) -> dict[Direction, str]:
        """The first language of each direction: within one, plates differ in black alone."""
        found: dict[Direction, str] = {}
        for line in lines:
            document, _ = self.desk.read(line.output.language, form.id, discreet=line.output.discreet)
            if document is not None:
                found.setdefault(document.language.direction, line.output.language)
            if len(found) == len(DIRECTIONS):
                break
        return found

    def _most_ink(self, form: Format, lines: Sequence[Line]) -> float | None:
        """Per cent at a spot, as the plates of the examples show it."""
        from brochure.raster.plates import plates_picture

        most: list[int] = []
        screen, press = (
            profile(self.root / name) for name in (PROFILES["screen"], profiles_for(self.shop)["print"])
        )
        for language in self._examples(form, lines).values():
            document, _ = self.desk.read(language, form.id)
            if document is not None:
                placed = lay_out(document, self.setter).document
                plates = [write_pdf(on_plate(placed, plate), "screen", screen) for plate in PLATES]
                most += [each.total for each in plates_picture(plates, press, INK_DPI)[1]]
        return max(most, default=None)
