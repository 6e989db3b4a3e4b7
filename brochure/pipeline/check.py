"""Every document read, set and judged, and nothing put away: what a build would say, and what only all files tell."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Collection, Sequence

from msgspec import Struct

from brochure.base.diagnostics import Finding, in_order
from brochure.pipeline.build import Rooms, by_document, due_in
from brochure.pipeline.making import Job, Made, Place, Progress, formats_of, make_all, unheard
from brochure.pipeline.request import Request
from brochure.state.expiry import expired
from brochure.state.outputs import Output

PLATES = "print"
"""The target whose files go to a press."""

HEARD = "screen"
"""The target whose files are read aloud; those of an office have the same words and tags."""


class Judged(Struct, frozen=True):
    """A document of an edition. ``findings``: those of its making, and what today adds; sorted, each once."""

    edition: str
    job: Job
    made: Made
    findings: tuple[Finding, ...]


def judge(
    request: Request, rooms: Rooms, progress: Progress = unheard, targets: Collection[str] = ()
) -> tuple[tuple[Judged, ...], tuple[Finding, ...]]:
    """Every document of the request, and what is wrong in the lists of the editions.

    Painted, in memory, for those of ``targets`` that are due. Every file is read, nothing is written but the outlines
    of signs, by the hash of their files, beside an earlier build's. Raises ArgumentsError and SurroundingsError; a
    mistake in the content is a finding.
    """
    cache = request.cache
    chosen, findings = due_in(request, rooms)
    judged = []
    for offer, due in chosen:
        jobs = [
            Job(
                outputs[0].language,
                outputs[0].format,
                tuple(output.target for output in outputs if output.target in targets),
                heard=HEARD in targets,
                discreet=request.discreet,
                shop=request.shop,
            )
            for outputs in by_document(due)
        ]
        place = Place(request.root, offer.edition, cache if cache.parent.is_dir() else None, formats_of(jobs))
        making = make_all(jobs, place, rooms.opener, request.jobs, progress)
        with contextlib.closing(making) as documents:
            for job, made in zip(jobs, documents, strict=True):
                today = expired(made.expiries, request.today, job.language, job.format)
                # Who asks for a language writes its words; the state of the facts is told to who asks for all.
                remarks = tuple(each for each in made.remarks if each.language or not request.languages)
                found = in_order(made.findings + remarks + today)
                judged.append(Judged(offer.edition, job, made, found))
    return tuple(judged), findings


def check(request: Request, rooms: Rooms, progress: Progress = unheard) -> tuple[Finding, ...]:
    """All findings at once: of :func:`judge`, of the finished files' numbers, what parts the colour plates, and what
    a screen reader or a validator finds in the files for the screen.
    """
    judged, findings = judge(request, rooms, progress, (PLATES, HEARD))
    return in_order(
        itertools.chain(findings, _plates(judged, rooms), *(each.findings for each in judged)),
    )


def _plates(judged: Sequence[Judged], rooms: Rooms) -> tuple[Finding, ...]:
    """Of print files of one edition, format and direction."""
    alike: dict[tuple[str, str, str], dict[str, bytes]] = {}
    for each in judged:
        job = each.job
        if PLATES in each.made.files:
            name = f"{each.edition}/{Output(job.language, job.format, PLATES, job.shop, job.discreet).name}"
            group = alike.setdefault((each.edition, job.format, each.made.direction), {})
            group[name] = each.made.files[PLATES]
    return tuple(finding for files in alike.values() for finding in rooms.compare(files))
