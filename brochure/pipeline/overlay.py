"""Pages with lines drawn over them, for the eye: ``build --debug-layout``.

They lie in folders of their own, ``<out>/<edition>/<target>+debug/``, no manifest names them, and they are made anew
every time: nothing takes such a file for one that may be handed over.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from brochure.base.diagnostics import Finding, in_order
from brochure.base.spans import Span
from brochure.pipeline.build import Rooms, by_document, due_in
from brochure.pipeline.making import Job, Made, Place, Progress, make_all, unheard
from brochure.pipeline.outcome import Line, Outcome
from brochure.pipeline.request import Request
from brochure.state.lock import locked
from brochure.state.outputs import Output
from brochure.state.whole_file import write_whole


def build_overlays(
    request: Request, kinds: Sequence[str], rooms: Rooms, progress: Progress = unheard
) -> Outcome:
    """Every output of the request with ``kinds`` (:data:`brochure.layout.overlay.KINDS`) over its pages.

    What does not fit is drawn all the same: it is what one wants to see. Raises ArgumentsError and SurroundingsError.
    """
    chosen, findings = due_in(request, rooms)
    lines: list[Line] = []
    with locked(request.out):
        for offer, due in chosen:
            documents = by_document(due)
            jobs = [
                Job(
                    outputs[0].language,
                    outputs[0].format,
                    tuple(output.target for output in outputs),
                    tuple(kinds),
                    request.marks,
                    discreet=request.discreet,
                    shop=request.shop,
                )
                for outputs in documents
            ]
            place = Place(request.root, offer.edition, request.cache)
            making = make_all(jobs, place, rooms.opener, request.jobs, progress)
            with contextlib.closing(making) as made_in_turn:
                for outputs, made in zip(documents, made_in_turn, strict=True):
                    findings += made.findings
                    for output in outputs:
                        line, refused = _put(request, offer.edition, output, made)
                        lines.append(line)
                        findings += refused
    return Outcome(tuple(lines), in_order(findings))


def _put(request: Request, edition: str, output: Output, made: Made) -> tuple[Line, tuple[Finding, ...]]:
    count = len(made.findings)
    data = made.files.get(output.target)
    name = f"{edition}/{output.overlay_name}"
    try:
        if data is None:
            (request.out / name).unlink(missing_ok=True)
            return Line(edition, output, "", 0, 0, "not written", True, count), ()
        write_whole(request.out / name, data)
    except OSError as error:
        refusal = Finding(
            "cannot-write",
            f"the file cannot be written: {error.strerror or error}",
            Span(f"{request.out.as_posix()}/{name}"),
            help="Close the program that has it open, or give write permission, then build again.",
            language=output.language,
            format=output.format,
        )
        return Line(edition, output, "", 0, 0, "not written", True, count + 1), (refusal,)
    return Line(edition, output, name, made.pages, len(data), "debug", True, count, made.sizes), ()
