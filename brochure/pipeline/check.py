"""All findings at once, and no file: what a build would say."""

from __future__ import annotations

import contextlib

from brochure.base.diagnostics import Finding, in_order
from brochure.pipeline.build import Rooms
from brochure.pipeline.making import Job, make_all
from brochure.pipeline.request import Request, choose
from brochure.state.expiry import expired


def check(request: Request, rooms: Rooms) -> tuple[Finding, ...]:
    """Read, set and judge every document of the request; nothing is painted, no cache is asked, nothing is written.

    Raises ArgumentsError and SurroundingsError; a mistake in the content is a finding.
    """
    offers, findings = rooms.offers(request.root, request.edition)
    for offer, due in choose(request, offers) if offers else ():
        jobs = [
            Job(language, name, ()) for language, name in dict.fromkeys((o.language, o.format) for o in due)
        ]
        documents = make_all(jobs, request.root, offer.edition, rooms.opener, request.jobs)
        with contextlib.closing(documents):
            for job, made in zip(jobs, documents, strict=True):
                findings += made.findings
                findings += expired(made.expiries, request.today, job.language, job.format)
    return in_order(findings)
