"""The library use: what ``brochure build`` and ``brochure check`` do, as two functions with frozen results.

Import the names from ``brochure``. A mistake in the content is a finding; an argument that names something that is not
there raises ArgumentsError, a machine in the way SurroundingsError; both are BrochureError and say the next step.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError as ArgumentsError
from brochure.base.diagnostics import BrochureError as BrochureError
from brochure.base.diagnostics import Finding as Finding
from brochure.base.diagnostics import Severity as Severity
from brochure.base.diagnostics import SurroundingsError as SurroundingsError
from brochure.base.spans import Span as Span

if TYPE_CHECKING:
    from brochure.pipeline.outcome import Line


class File(Struct, frozen=True):
    """One file of a build. ``path``: None where none was written. ``format``: leaflet, card, ...; ``target``: screen,
    print or office. ``state``: draft, approved, rejected or "not written". ``made``: false where nothing had changed.
    ``size``: bytes.
    """

    path: Path | None
    edition: str
    language: str
    format: str
    target: str
    pages: int
    size: int
    state: str
    made: bool


class Checked(Struct, frozen=True):
    """All that was found, by file, line and column, each once."""

    findings: tuple[Finding, ...]

    @property
    def fine(self) -> bool:
        """Whether there is no error; warnings may be there."""
        return not any(finding.is_error for finding in self.findings)


class Built(Checked, frozen=True):
    """``files``: all that was due, in the editions' order, also what had not changed."""

    files: tuple[File, ...]


Names = Iterable[str]
Folder = str | os.PathLike[str]


def build(
    root: Folder = ".",
    languages: Names = (),
    *,
    edition: str = "",
    formats: Names = (),
    targets: Names = (),
    out: Folder | None = None,
    discreet: bool = False,
    shop: str = "",
    marks: bool = False,
    release: bool = False,
    force: bool = False,
    jobs: int = 1,
    today: datetime.date | None = None,
) -> Built:
    """Make the PDFs that are due and not there yet, as ``brochure build`` does.

    ``root``: the project's folder, the one with ``content`` in it. ``languages``, ``formats``, ``targets``: none means
    all that the edition lists. ``edition``: "" for every one that is no example. ``out``: ``build`` in the project's
    folder where it is left out. ``discreet``: the variant that says less. ``shop``: a print shop of ``content/shops``.
    ``marks``: crop and fold marks in files for print. ``release``: refuse a draft in place of stamping it. ``force``:
    make everything again. ``jobs``: programs side by side; with more than one, the caller's main module is imported
    again in each, so keep the call behind ``if __name__ == "__main__":``. ``today``: the day by which facts have
    expired or not; it never changes a file.

    A file with an error is written only under ``rejected``. Raises ArgumentsError and SurroundingsError.
    """
    from brochure.pipeline.build import build as build_files
    from brochure.pipeline.request import Request
    from brochure.pipeline.rooms import ROOMS

    folder = Path(out) if out is not None else Path(root) / "build"
    request = Request(
        root=_project(root),
        out=folder,
        today=today or datetime.date.today(),
        languages=_names(languages),
        edition=edition,
        formats=_names(formats),
        targets=_names(targets),
        release=release,
        force=force,
        jobs=jobs,
        marks=marks,
        discreet=discreet,
        shop=shop,
    )
    outcome = build_files(request, ROOMS)
    return Built(outcome.findings, tuple(_file(folder, line) for line in outcome.lines))


def check(
    root: Folder = ".",
    languages: Names = (),
    *,
    edition: str = "",
    formats: Names = (),
    discreet: bool = False,
    jobs: int = 1,
    today: datetime.date | None = None,
) -> Checked:
    """All that is wrong, and nothing written, as ``brochure check`` does.

    Words, facts, signs, fonts, what does not fit, the numbers as they would be printed, the colour plates, and what a
    screen reader and a validator find. The arguments are those of :func:`build`. Signs that nothing uses are judged,
    too, where no language and no format is named. Raises ArgumentsError and SurroundingsError.
    """
    from brochure.pipeline.check import check as check_documents
    from brochure.pipeline.pictograms import with_signs
    from brochure.pipeline.request import Request
    from brochure.pipeline.rooms import ROOMS

    request = Request(
        root=_project(root),
        out=Path(root) / "build",
        today=today or datetime.date.today(),
        languages=_names(languages),
        edition=edition,
        formats=_names(formats),
        jobs=jobs,
        discreet=discreet,
    )
    findings = check_documents(request, ROOMS)
    if not request.languages and not request.formats:
        findings = with_signs(findings, request.root)
    return Checked(findings)


def _file(folder: Path, line: Line) -> File:
    return File(
        path=folder / line.place if line.place else None,
        edition=line.edition,
        language=line.output.language,
        format=line.output.format,
        target=line.output.target,
        pages=line.pages,
        size=line.size,
        state=line.state,
        made=line.made,
    )


def _project(root: Folder) -> Path:
    path = Path(root)
    if not path.is_dir():
        raise ArgumentsError(f"there is no folder {path.as_posix()}", "Name the one with content/ in it.")
    return path


def _names(given: Names) -> tuple[str, ...]:
    if isinstance(given, str):
        raise ArgumentsError(f"{given!r} is one text, not a list of names", f"Write [{given!r}].")
    return tuple(dict.fromkeys(given))
