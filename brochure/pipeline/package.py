"""What a print shop is handed: the files of an order, a job sheet for each product, checksums, what preflight says."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from brochure.base.diagnostics import Finding, SurroundingsError, in_order
from brochure.base.spans import Span
from brochure.pipeline.build import Line, Rooms, build
from brochure.pipeline.job_sheets import JobSheets
from brochure.pipeline.making import Progress, unheard
from brochure.pipeline.request import PRESS, Request
from brochure.state.hashes import sha256_of
from brochure.state.manifest import read_manifest
from brochure.state.whole_file import write_whole
from brochure.state.zip_file import zipped

FOLDER = "package"
SUMS = "SHA256SUMS"
PREFLIGHT = "preflight.json"


@dataclass(frozen=True, slots=True)
class Packaged:
    """``paths``: the zips or folders that were written, one for each edition; none where an error is in the way."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


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
    error. Every file is read in full. Raises ArgumentsError and SurroundingsError.
    """
    request = replace(request, targets=(PRESS,), thorough=True)
    outcome = build(request, rooms, progress)
    findings = outcome.findings
    if not drafts:
        findings += tuple(_draft_refused(line) for line in outcome.lines if line.state == "draft")
    if any(finding.is_error for finding in findings) or not outcome.lines:
        return Packaged((), in_order(findings))
    paths: tuple[Path, ...] = ()
    for edition, lines in itertools.groupby(outcome.lines, key=lambda line: line.edition):
        made, found = _of_edition(request, edition, tuple(lines))
        findings += found
        if any(finding.is_error for finding in found):
            continue
        paths += (_put(request.out / edition / FOLDER, made, as_folder=as_folder),)
    return Packaged(paths, in_order(findings))


@dataclass(frozen=True, slots=True)
class _Package:
    """``files``: bytes by path under the folder ``name``."""

    name: str
    files: Mapping[str, bytes]


def _of_edition(
    request: Request, edition: str, lines: Sequence[Line]
) -> tuple[_Package, tuple[Finding, ...]]:
    files, findings = _printed(request, edition, lines)
    manifest, _ = read_manifest(request.out / edition / "manifest.json", edition, "manifest.json")
    sheets = JobSheets(request.root, edition, request.shop)
    remarks, told = _judged(files, sheets)
    findings += told
    for format_id, of_format in itertools.groupby(sorted(lines, key=_by_format), key=_by_format):
        pdf = sheets.pdf(format_id, tuple(of_format), manifest, files)
        files[f"job-sheet-{format_id}.pdf"] = pdf
    files[PREFLIGHT] = (json.dumps(remarks, ensure_ascii=False, indent=1) + "\n").encode()
    sums = "".join(f"{sha256_of(files[name])}  {name}\n" for name in sorted(files))
    files[SUMS] = sums.encode()
    draft = "-DRAFT" if any(line.state == "draft" for line in lines) else ""
    shop = f"+{request.shop}" if request.shop else ""
    discreet = "+discreet" if request.discreet else ""
    name = f"{edition}-{PRESS}{shop}{discreet}-{sheets.code}-{sheets.checked}{draft}"
    return _Package(name, files), findings


def _by_format(line: Line) -> str:
    return line.output.format


def _printed(
    request: Request, edition: str, lines: Sequence[Line]
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The finished files by name, and those that are not as they were made."""
    manifest, findings = read_manifest(request.out / edition / "manifest.json", edition, "manifest.json")
    files: dict[str, bytes] = {}
    for line in lines:
        output = line.output
        path = request.out / line.place
        row = manifest.rows.get(output.name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SurroundingsError(f"{path.as_posix()} cannot be read: {error.strerror or error}") from error
        if row is None or row.sha256 != sha256_of(data):
            findings += (
                Finding(
                    "file-changed",
                    f"{output.name} is not the file that was made",
                    Span(path.as_posix()),
                    help="Somebody changed it. Make it again: brochure build --force.",
                    language=output.language,
                    format=output.format,
                ),
            )
        files[f"{output.format}/{Path(output.name).name}"] = data
    return files, findings


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
            said.append(asdict(remark))
            findings.append(remark.finding)
    return said, tuple(findings)


_NOT_JUDGED = Finding(
    "not-judged",
    "nobody has run a preflight on the files: pikepdf is not installed",
    Span("brochure"),
    help="Install it with: pip install 'brochure[validate]'",
)


def _draft_refused(line: Line) -> Finding:
    output = line.output
    return Finding(
        "draft-package",
        f"{output.name} is a draft, and drafts are not handed over",
        Span(f"content/editions/{line.edition}.yaml"),
        help="Approve its texts and verify its facts; or hand it over for a test print with --draft.",
        language=output.language,
        format=output.format,
    )


def _put(folder: Path, made: _Package, *, as_folder: bool) -> Path:
    """Write the package. Raises SurroundingsError."""
    try:
        if not as_folder:
            path = folder / f"{made.name}.zip"
            write_whole(path, zipped({f"{made.name}/{name}": data for name, data in made.files.items()}))
            return path
        for name, data in _in_order(made.files):
            write_whole(folder / made.name / name, data)
        return folder / made.name
    except OSError as error:
        raise SurroundingsError(
            f"the package cannot be written into {folder.as_posix()}: {error.strerror or error}",
            "Close programs that have it open, and give the folder write permission.",
        ) from error


def _in_order(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The checksums last: a folder that has them is whole."""
    yield from sorted(item for item in files.items() if item[0] != SUMS)
    yield SUMS, files[SUMS]
