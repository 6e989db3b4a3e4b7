"""What others see of a document and of its files, judged before these are handed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brochure.base.diagnostics import Finding
from brochure.check.finished import FinishedFile
from brochure.check.forbidden import forbidden_outside
from brochure.check.outside import check_finished_outside, check_outside
from brochure.content.project import Project
from brochure.layout.operations import PlacedDocument
from brochure.model.document import Document
from brochure.pipeline.making import Job
from brochure.state.outputs import Output


def judge_outside(
    project: Project,
    document: Document,
    job: Job,
    sheets: Mapping[str, PlacedDocument],
    files: Mapping[str, FinishedFile],
    known: Iterable[Finding],
) -> tuple[Finding, ...]:
    """Forbidden words on the outside, ``told-outside``. ``sheets``, ``files``: pages and finished files by target.

    What the document says is told at its words, unless ``known`` tells it; only then the files are judged, for what
    their makers may have added.
    """
    if project.edition is None:
        return ()
    words = forbidden_outside(document.language, project.forbidden, project.edition)
    said = check_outside(document, words)
    if said:
        told = {(each.code, each.message) for each in known}
        return tuple(each for each in said if (each.code, each.message) not in told)
    return tuple(
        finding
        for target, data in files.items()
        for finding in check_finished_outside(
            document, sheets[target], _name(project, job, target), data, words
        )
    )


def _name(project: Project, job: Job, target: str) -> str:
    return f"{project.name}/{Output(job.language, job.format, target, job.shop, job.discreet).name}"
