"""All findings at once, and no file: what a build would say."""

from __future__ import annotations

import contextlib

from brochure.base.diagnostics import Finding, in_order
from brochure.pipeline.build import Rooms, due_in
from brochure.pipeline.making import Job, Place, make_all
from brochure.pipeline.request import Request
from brochure.state.expiry import expired


def check(request: Request, rooms: Rooms) -> tuple[Finding, ...]:
    """Read, set and judge every document of the request; nothing is painted, every file is read, nothing is written
    but the outlines of signs, by the hash of their files, beside an earlier build's.

    Raises ArgumentsError and SurroundingsError; a mistake in the content is a finding.
    """
    cache = request.out / ".cache" / "signs"
    chosen, findings = due_in(request, rooms)
    for offer, due in chosen:
        jobs = [
            Job(language, name, ()) for language, name in dict.fromkeys((o.language, o.format) for o in due)
        ]
        place = Place(request.root, offer.edition, cache if cache.parent.is_dir() else None)
        documents = make_all(jobs, place, rooms.opener, request.jobs)
        with contextlib.closing(documents):
            for job, made in zip(jobs, documents, strict=True):
                findings += made.findings
                findings += expired(made.expiries, request.today, job.language, job.format)
    return in_order(findings)
