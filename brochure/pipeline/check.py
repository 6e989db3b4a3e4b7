"""Every document read, set and judged, and no file: what a build would say."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from brochure.base.diagnostics import Finding, in_order
from brochure.pipeline.build import Rooms, due_in
from brochure.pipeline.making import Job, Made, Place, Progress, make_all, unheard
from brochure.pipeline.request import Request
from brochure.state.expiry import expired


@dataclass(frozen=True, slots=True)
class Judged:
    """A document of an edition. ``findings``: those of its making, and what today adds; sorted, each once."""

    edition: str
    job: Job
    made: Made
    findings: tuple[Finding, ...]


def judge(
    request: Request, rooms: Rooms, progress: Progress = unheard
) -> tuple[tuple[Judged, ...], tuple[Finding, ...]]:
    """Every document of the request, and what is wrong in the lists of the editions.

    Nothing is painted, every file is read, nothing is written but the outlines of signs, by the hash of their files,
    beside an earlier build's. Raises ArgumentsError and SurroundingsError; a mistake in the content is a finding.
    """
    cache = request.out / ".cache" / "signs"
    chosen, findings = due_in(request, rooms)
    judged = []
    for offer, due in chosen:
        jobs = [
            Job(language, name, ()) for language, name in dict.fromkeys((o.language, o.format) for o in due)
        ]
        place = Place(request.root, offer.edition, cache if cache.parent.is_dir() else None)
        making = make_all(jobs, place, rooms.opener, request.jobs, progress)
        with contextlib.closing(making) as documents:
            for job, made in zip(jobs, documents, strict=True):
                today = expired(made.expiries, request.today, job.language, job.format)
                judged.append(Judged(offer.edition, job, made, in_order(made.findings + today)))
    return tuple(judged), findings


def check(request: Request, rooms: Rooms, progress: Progress = unheard) -> tuple[Finding, ...]:
    """All findings of :func:`judge` at once."""
    judged, findings = judge(request, rooms, progress)
    return in_order([*findings, *(finding for each in judged for finding in each.findings)])
