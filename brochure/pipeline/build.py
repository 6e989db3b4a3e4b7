"""A request becomes files: every room in order.

Every date in a file is one of the content's (``checked`` of the edition). SOURCE_DATE_EPOCH is not read: there is no
time of building in a file that it could set.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding, in_order
from brochure.base.spans import Span
from brochure.content.inputs import Inputs
from brochure.pipeline.making import MARKED, Job, Made, Opener, Place, Progress, formats_of, make_all, unheard
from brochure.pipeline.outcome import Line, Outcome
from brochure.pipeline.request import Offer, Request, choose
from brochure.pipeline.unchanged import glimpse, remember
from brochure.pipeline.versions import tool_versions
from brochure.state.expiry import expired
from brochure.state.hashes import FileHashes, content_hash, named, sources
from brochure.state.lock import locked
from brochure.state.outputs import TARGETS, Output
from brochure.state.records import Record
from brochure.state.shelf import Delivery, Shelf


class Rooms(Struct, frozen=True):
    """The rooms as the pipeline sees them, so that a test can stand in for one.

    ``offers``: root, edition name ("" for every edition that is no example), the folder for what was read before, and
    formats outside of which none needs to be read (none: all are), to what is offered, and findings.
    ``inputs``: root and edition to the files that its documents are made from. ``require_shop``: root and
    name of a print shop; raises ArgumentsError where it is not there. ``opener``: see
    :data:`brochure.pipeline.making.Opener`. ``compare``: print files of one format and direction, bytes by name, to
    what parts their plates.
    """

    offers: Callable[[Path, str, Path | None, Collection[str]], tuple[tuple[Offer, ...], tuple[Finding, ...]]]
    inputs: Callable[[Path, str], Inputs]
    require_shop: Callable[[Path, str], None]
    opener: Opener
    compare: Callable[[Mapping[str, bytes]], tuple[Finding, ...]]


def due_in(
    request: Request, rooms: Rooms
) -> tuple[Sequence[tuple[Offer, tuple[Output, ...]]], tuple[Finding, ...]]:
    """What the request makes due in every edition, and what is wrong in their lists.

    Raises ArgumentsError: the request names something that is not there.
    """
    offers, findings = rooms.offers(request.root, request.edition, request.cache, request.formats)
    try:
        chosen = choose(request, offers) if offers else ()
    except ArgumentsError as error:
        if not any(each.is_error for each in findings) or not set(request.targets) <= set(TARGETS):
            raise
        of = f" --edition {request.edition}" if request.edition else ""
        hint = f"The edition has errors, which may be the reason; this shows them: brochure check{of}"
        raise ArgumentsError(error.message, f"{error.next_step}\n{hint}") from error
    if request.shop:
        rooms.require_shop(request.root, request.shop)
    return chosen, tuple(filter(request.asks_for, findings))


def build(request: Request, rooms: Rooms, progress: Progress = unheard, seen: str | None = None) -> Outcome:
    """Make what is due and not there yet. ``seen``: a glimpse of what decides, of just before (None: none was had).

    Raises ArgumentsError and SurroundingsError; a mistake in the content is a finding. On KeyboardInterrupt every
    file that is finished stays, whole and listed.
    """
    seen = glimpse(request) if seen is None else seen
    chosen, findings = due_in(request, rooms)
    lines: tuple[Line, ...] = ()
    with locked(request.out):
        hashes = FileHashes(
            None if request.force or request.thorough else request.out / ".cache" / "hashes.json"
        )
        for offer, due in chosen:
            outcome = _Edition(request, offer, due, rooms, hashes).build(progress)
            lines += outcome.lines
            findings += outcome.findings
        # A cache that cannot be written costs time, no more.
        with contextlib.suppress(OSError):
            hashes.keep()
            outcome = Outcome(lines, in_order(findings))
            if seen and not request.thorough:
                remember(request, seen, outcome)
    return Outcome(lines, in_order(findings))


class _Edition:
    """The build of one edition, step by step."""

    def __init__(
        self, request: Request, offer: Offer, due: Sequence[Output], rooms: Rooms, hashes: FileHashes
    ) -> None:
        self.request, self.offer, self.due, self.rooms = request, offer, due, rooms
        self.shelf = Shelf(request.out, offer.edition)
        self.tools = tool_versions()
        self.hashes = hashes
        self.contents = self._contents(due)

    def build(self, progress: Progress) -> Outcome:
        findings = self.shelf.findings
        if not self.request.is_partial:
            findings += self.shelf.clear((*self.due, *self._others()), self.offer.formats)
        stale = {output for output in self.due if self.request.force or not self._is_made(output)}
        try:
            findings += self._make(
                [job for outputs in by_document(self.due) if (job := _job(outputs, stale, self.request))],
                progress,
            )
        finally:
            with contextlib.suppress(OSError):
                self.shelf.keep_records()
        told = {output: self._told(output) for output in self.due}
        lines = tuple(self._line(output, output in stale, len(told[output])) for output in self.due)
        return Outcome(lines, in_order(itertools.chain(findings, *told.values())))

    def _make(self, jobs: Sequence[Job], progress: Progress) -> tuple[Finding, ...]:
        """Make and put away; gives what could not be put away."""
        place = Place(self.request.root, self.offer.edition, self.request.cache, formats_of(jobs))
        refused: tuple[Finding, ...] = ()
        making = make_all(jobs, place, self.rooms.opener, self.request.jobs, progress)
        with contextlib.closing(making) as documents:
            for job, made in zip(jobs, documents, strict=True):
                refused += self.shelf.put([self._delivery(job, target, made) for target in job.targets])
                if made.is_over:
                    refused += made.findings
                    self.shelf.forget([self._output(job, target) for target in job.targets])
        return refused

    def _others(self) -> tuple[Output, ...]:
        """Files that nobody asked for this time, for a shop, discreet, proofs, that still say what the content says.
        An old one goes: it harms people.
        """
        plain = {(output.language, output.format, output.target) for output in self.due}
        by_name = {
            (language, name, target)
            for name, each in self.offer.formats.items()
            if each.by_name
            for language in each.languages
            for target in each.targets
        }
        offered = [
            each
            for each in set(self.shelf.recorded).difference(self.due)
            if (each.language, each.format, each.target) in plain | by_name
        ]
        contents = self._contents(sorted(offered))
        return tuple(
            each for each in offered if (found := self.shelf.record(each)) and found.content == contents[each]
        )

    def _contents(self, outputs_due: Sequence[Output]) -> Mapping[Output, str]:
        root = self.request.root
        program = content_hash(sources(Path(__file__).parents[1]), {}, self.hashes)
        inputs = self.rooms.inputs(root, self.offer.edition)
        shared = named(inputs.shared, root)
        contents = {}
        for outputs in by_document(outputs_due):
            own = named(inputs.own(outputs[0].language, outputs[0].format), root)
            made_of = {"program": program, "files": content_hash((*shared, *own), {}, self.hashes)}
            for output in outputs:
                options = {**self.tools, **made_of, "edition": self.offer.edition, "output": output.name}
                if self.request.marks and output.target == MARKED:
                    options["marks"] = "yes"
                contents[output] = content_hash((), options, self.hashes)
        return contents

    def _is_made(self, output: Output) -> bool:
        record = self.shelf.record(output)
        return record is not None and self.shelf.holds(
            output, self.contents[output], self._place(output, record)
        )

    def _judged(self, output: Output, found: Made | Record) -> tuple[Finding, ...]:
        """What was found when it was made, and what today adds."""
        return found.findings + expired(found.expiries, self.request.today, output.language, output.format)

    def _place(self, output: Output, found: Made | Record) -> str:
        if not found.pages or (self.request.release and found.reasons):
            return ""
        wrong = any(finding.is_error for finding in self._judged(output, found))
        return output.rejected_name if wrong else output.name

    @staticmethod
    def _output(job: Job, target: str) -> Output:
        return Output(job.language, job.format, target, job.shop, job.discreet)

    def _delivery(self, job: Job, target: str, made: Made) -> Delivery:
        output = self._output(job, target)
        return Delivery(
            output=output,
            place=self._place(output, made),
            data=made.files.get(target, b""),
            content=self.contents[output],
            pages=made.pages,
            state="draft" if made.reasons else "approved",
            tools=self.tools,
            fonts=made.fonts,
            findings=made.findings,
            expiries=made.expiries,
            reasons=made.reasons,
            sizes=made.sizes,
            pictures=made.pictures.get(target, ()),
        )

    def _told(self, output: Output) -> tuple[Finding, ...]:
        record = self.shelf.record(output)
        if record is None:
            return ()
        refused = self.request.release and record.reasons
        release = (_not_releasable(self.offer.edition, output, record.reasons),) if refused else ()
        return self._judged(output, record) + release

    def _line(self, output: Output, made: bool, findings: int) -> Line:
        edition, record = self.offer.edition, self.shelf.record(output)
        if record is None or not record.place:
            return Line(edition, output, "", 0, 0, "not written", made, findings)
        state = "draft" if record.reasons else "approved"
        if record.place != output.name:
            state = "rejected"
        place = f"{edition}/{record.place}"
        return Line(edition, output, place, record.pages, record.size, state, made, findings, record.sizes)


def by_document(outputs: Sequence[Output]) -> list[list[Output]]:
    """The targets of one document together: it is read and laid out once for all of them."""
    return [
        list(group)
        for _, group in itertools.groupby(outputs, key=lambda output: (output.language, output.format))
    ]


def _job(outputs: Sequence[Output], stale: set[Output], request: Request) -> Job | None:
    targets = tuple(output.target for output in outputs if output in stale)
    first = outputs[0]
    if not targets:
        return None
    return Job(
        first.language,
        first.format,
        targets,
        marks=request.marks,
        discreet=first.discreet,
        shop=first.shop,
        pictured=True,
    )


def _not_releasable(edition: str, output: Output, reasons: Sequence[str]) -> Finding:
    return Finding(
        "not-releasable",
        f"{output.format}-{output.language} is a draft: {'; '.join(reasons)}",
        Span(f"content/editions/{edition}.yaml"),
        help="Nothing was written for it. Build without --release for a draft.",
        language=output.language,
        format=output.format,
    )
