"""The rooms for real. Reading what is due costs little; typesetter and writer are loaded when a document is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.base.spans import Span
from brochure.content.edition import edition_file
from brochure.content.formats import targets_of
from brochure.content.inputs import inputs_of
from brochure.content.project import Project, edition_names, read_document, read_plan, read_project
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.model.document import Document
from brochure.pipeline.build import Rooms
from brochure.pipeline.making import Job, Made, Maker, Place
from brochure.pipeline.request import Offer
from brochure.state.draft import draft_reasons, expiries
from brochure.state.outputs import TARGETS

if TYPE_CHECKING:
    from brochure.finish.pdf import Target
    from brochure.text.typesetter import Typesetter

PROFILES: Mapping[Target, str] = {
    "screen": "content/profiles/sRGB.icc",
    "print": "content/profiles/FOGRA39L_coated.icc",
}
"""The colour profile that a file of each target carries."""


def offers(root: Path, edition: str) -> tuple[tuple[Offer, ...], tuple[Finding, ...]]:
    """What is made of ``edition``, "" for every one that is no example, and what is wrong in their lists.

    An edition whose lists cannot be read offers nothing. Raises ArgumentsError: no project, or no such edition.
    """
    found: list[Offer] = []
    findings: list[Finding] = []
    for name in (edition,) if edition else edition_names(root):
        plan = read_plan(root, name)
        findings += plan.findings
        # A format that cannot be read stays due for every target, or nobody would hear what is wrong with it.
        formats = {each: _ours(targets_of(root, each)) or TARGETS for each in plan.formats}
        if plan.languages and formats:
            found.append(Offer(name, plan.languages, formats))
        elif not plan.findings:
            findings.append(_nothing_listed(name))
    return tuple(found), tuple(findings)


def _nothing_listed(edition: str) -> Finding:
    return Finding(
        "nothing-listed",
        "the edition lists no language or no format, so nothing is made of it",
        Span(edition_file(edition)),
        help="Name at least one under languages: and one under formats:.",
    )


def _ours(targets: Iterable[str]) -> tuple[str, ...]:
    return tuple(target for target in targets if target in TARGETS)


class Desk:
    """An edition's project, read once, and the typesetter for its fonts. ``setter``: None where there are no fonts."""

    def __init__(self, place: Place) -> None:
        from brochure.text.typesetter import Typesetter

        self._cache = place.cache
        self.project: Project = read_project(place.root, place.edition)
        fonts, theme = self.project.fonts, self.project.theme
        self.setter: Typesetter | None = Typesetter(fonts, theme.scripts) if fonts and theme else None

    def read(self, language: str, format_id: str) -> tuple[Document | None, tuple[Finding, ...]]:
        """The document with its DRAFT rule applied, and every finding that holds it back or warns of it."""
        shared = tuple(
            finding
            for finding in self.project.findings
            if finding.language in ("", language) and finding.format in ("", format_id)
        )
        reading = read_document(self.project, language, format_id, self._cache)
        document = reading.document
        if document is not None and self.project.edition is not None:
            document = replace(document, draft=bool(draft_reasons(self.project.edition, document)))
        return document, shared + reading.findings

    def make(self, job: Job) -> Made:
        """The document set, judged, and written for the targets of ``job``."""
        from brochure.check.numbers import check_numbers
        from brochure.finish.pdf import write_pdf
        from brochure.layout.document import lay_out

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


def open_maker(place: Place) -> Maker:
    """A desk's ``make``."""
    return Desk(place).make


ROOMS = Rooms(offers, inputs_of, open_maker)


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
