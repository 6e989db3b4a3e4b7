"""What a print shop is handed: the files of an order, a job sheet for each product, checksums, what preflight says."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import to_builtins
from msgspec.structs import replace

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.pipeline.build import Rooms
from brochure.pipeline.handover import Package, Packaged, draft_mark, finished, hand_over
from brochure.pipeline.job_sheets import JobSheets
from brochure.pipeline.making import Progress, unheard
from brochure.pipeline.outcome import Line
from brochure.pipeline.request import PRESS, Request
from brochure.state.manifest import read_manifest

PREFLIGHT = "preflight.json"


def package(
    request: Request,
    rooms: Rooms,
    *,
    drafts: bool,
    as_folder: bool = False,
    progress: Progress = unheard,
) -> Packaged:
    """Build what is due for print, judge it, and put it together with its job sheets.

    ``drafts``: drafts may go in, and then the name and every job sheet say so. Nothing is written where a file has an
    error. Raises ArgumentsError and SurroundingsError.
    """
    request = replace(request, targets=(PRESS,))
    return hand_over(request, rooms, _of_edition, drafts=drafts, as_folder=as_folder, progress=progress)


def _of_edition(
    request: Request, edition: str, lines: Sequence[Line]
) -> tuple[Package | None, tuple[Finding, ...]]:
    read, findings = finished(request.out, edition, lines)
    files = {f"{line.output.format}/{Path(line.output.name).name}": data for line, data in read.items()}
    manifest, _ = read_manifest(request.out / edition / "manifest.json", edition, "manifest.json")
    sheets = JobSheets(request.root, edition, request.shop)
    remarks, told = _judged(files, sheets)
    findings += told
    for format_id, of_format in itertools.groupby(sorted(lines, key=_by_format), key=_by_format):
        pdf = sheets.pdf(format_id, tuple(of_format), manifest, files)
        files[f"job-sheet-{format_id}.pdf"] = pdf
    files[PREFLIGHT] = (json.dumps(remarks, ensure_ascii=False, indent=1) + "\n").encode()
    shop = f"+{request.shop}" if request.shop else ""
    discreet = "+discreet" if request.discreet else ""
    name = f"{edition}-{PRESS}{shop}{discreet}-{sheets.code}-{sheets.checked}{draft_mark(lines)}"
    return Package(name, files), findings


def _by_format(line: Line) -> str:
    return line.output.format


def _judged(
    files: Mapping[str, bytes], sheets: JobSheets
) -> tuple[list[dict[str, object]], tuple[Finding, ...]]:
    """What preflight says of every file, as it is handed over and as findings."""
    try:
        from brochure.check.preflight.judge import judge_print
    except ModuleNotFoundError as error:
        if error.name != "pikepdf":
            raise
        return [], (_NOT_JUDGED,)
    said, findings = [], []
    for name, data in files.items():
        for remark in judge_print(data, name, sheets.demands(name.split("/", 1)[0])):
            said.append(to_builtins(remark))
            findings.append(remark.finding)
    return said, tuple(findings)


_NOT_JUDGED = Finding(
    "not-judged",
    "nobody has run a preflight on the files: pikepdf is not installed",
    Span("brochure"),
    help="Install it with: pip install 'brochure[validate]'",
)
