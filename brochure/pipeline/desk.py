"""One document through all rooms: read, set, judged, written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.check.numbers import check_numbers
from brochure.content.project import Project, read_document, read_project
from brochure.finish.pdf import Target, write_pdf
from brochure.layout.document import lay_out
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.model.document import Document
from brochure.pipeline.making import Job, Made, Place
from brochure.state.draft import draft_reasons, expiries
from brochure.text.typesetter import Typesetter

PROFILES: Mapping[Target, str] = {
    "screen": "content/profiles/sRGB.icc",
    "print": "content/profiles/FOGRA39L_coated.icc",
}
"""The colour profile that a file of each target carries."""


class Desk:
    """An edition's project, read once, and the typesetter for its fonts. ``setter``: None where there are no fonts."""

    def __init__(self, place: Place) -> None:
        self.project: Project = read_project(place.root, place.edition, place.cache)
        fonts, theme = self.project.fonts, self.project.theme
        self.setter: Typesetter | None = Typesetter(fonts, theme.scripts) if fonts and theme else None

    def read(self, language: str, format_id: str) -> tuple[Document | None, tuple[Finding, ...]]:
        """The document with its DRAFT rule applied, and every finding that holds it back or warns of it."""
        shared = tuple(
            finding
            for finding in self.project.findings
            if finding.language in ("", language) and finding.format in ("", format_id)
        )
        reading = read_document(self.project, language, format_id)
        document = reading.document
        if document is not None and self.project.edition is not None:
            document = replace(document, draft=bool(draft_reasons(self.project.edition, document)))
        return document, shared + reading.findings

    def make(self, job: Job) -> Made:
        """The document set, judged, and written for the targets of ``job``."""
        document, findings = self.read(job.language, job.format)
        edition = self.project.edition
        if document is None or edition is None or self.setter is None:
            return Made({}, 0, {}, findings, (), ())
        laid = lay_out(document, self.setter)
        placed = laid.document
        profiles = {target: path for target, path in PROFILES.items() if target in job.targets}
        return Made(
            files={
                target: write_pdf(placed, target, _profile(self.project.root / path))
                for target, path in profiles.items()
            },
            pages=len(placed.pages),
            fonts=_fonts(placed),
            findings=findings + laid.findings + check_numbers(document, placed),
            expiries=expiries(edition, document),
            reasons=draft_reasons(edition, document),
        )


@cache
def _profile(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SurroundingsError(
            f"the colour profile {path.name} cannot be read: {error.strerror or error}",
            "Put the released file back into content/profiles/.",
        ) from error


def _fonts(placed: PlacedDocument) -> dict[str, str]:
    """Version of every face that is painted, by its id."""
    return {
        run.face.id: run.face.version
        for page in placed.pages
        for operation in page.operations
        if isinstance(operation, TextLine)
        for run in operation.line.runs
    }
