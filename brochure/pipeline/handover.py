"""What is handed over: finished files as they were made, and a folder or a zip that is whole."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, SurroundingsError, in_order
from brochure.base.spans import Span
from brochure.pipeline.build import Rooms, build
from brochure.pipeline.making import Progress, unheard
from brochure.pipeline.outcome import Line
from brochure.pipeline.request import Request
from brochure.state.hashes import sha256_of
from brochure.state.manifest import read_manifest
from brochure.state.whole_file import advice, sweep_parts, write_whole
from brochure.state.zip_file import zipped

FOLDER = "package"
SUMS = "SHA256SUMS"

_SUM = re.compile(r"[0-9a-f]{64}  ((?:[\w.-]+/)*[\w.-]+)")


class Packaged(Struct, frozen=True):
    """``paths``: the zips or folders that were written, one for each edition; none where an error is in the way."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


class Package(Struct, frozen=True):
    """``files``: bytes by path under the folder ``name``, without their checksums."""

    name: str
    files: Mapping[str, bytes]

    @property
    def sums(self) -> bytes:
        """As ``sha256sum -c`` reads them."""
        return "".join(f"{sha256_of(self.files[name])}  {name}\n" for name in sorted(self.files)).encode()


OfEdition = Callable[[Request, str, Sequence[Line]], tuple[Package | None, tuple[Finding, ...]]]
"""What is handed over of an edition's files, and what is wrong with them."""


def hand_over(
    request: Request,
    rooms: Rooms,
    of_edition: OfEdition,
    *,
    drafts: bool,
    as_folder: bool,
    progress: Progress = unheard,
) -> Packaged:
    """Build what is due, every file read in full, and put away what ``of_edition`` makes of it.

    Nothing is written where a file has an error, or is a draft and ``drafts`` may not go in. Raises ArgumentsError and
    SurroundingsError.
    """
    request = replace(request, thorough=True)
    outcome = build(request, rooms, progress)
    findings = outcome.findings
    if not drafts:
        findings += refused_drafts(outcome.lines)
    if any(finding.is_error for finding in findings) or not outcome.lines:
        return Packaged((), in_order(findings))
    paths: tuple[Path, ...] = ()
    for edition, lines in itertools.groupby(outcome.lines, key=lambda line: line.edition):
        made, found = of_edition(request, edition, tuple(lines))
        findings += found
        if made is not None and not any(finding.is_error for finding in found):
            paths += (put(request.out / edition / FOLDER, made, as_folder=as_folder),)
    return Packaged(paths, in_order(findings))


def finished(out: Path, edition: str, lines: Sequence[Line]) -> tuple[dict[Line, bytes], tuple[Finding, ...]]:
    """The files of ``lines``, and those that are not as they were made. Raises SurroundingsError."""
    manifest, findings = read_manifest(out / edition / "manifest.json", edition, "manifest.json")
    files: dict[Line, bytes] = {}
    for line in lines:
        path = out / line.place
        row = manifest.rows.get(line.output.name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SurroundingsError(f"{path.as_posix()} cannot be read: {error.strerror or error}") from error
        if row is None or row.sha256 != sha256_of(data):
            findings += (_changed(line, path),)
        files[line] = data
    return files, findings


def _changed(line: Line, path: Path) -> Finding:
    output = line.output
    return Finding(
        "file-changed",
        f"{output.name} is not the file that was made",
        Span(path.as_posix()),
        help="Somebody changed it. Make it again: brochure build --force.",
        language=output.language,
        format=output.format,
    )


def refused_drafts(lines: Sequence[Line]) -> tuple[Finding, ...]:
    """An error for every draft."""
    return tuple(
        Finding(
            "draft-package",
            f"{line.output.name} is a draft, and drafts are not handed over",
            Span(f"content/editions/{line.edition}.yaml"),
            help="Approve its texts and verify its facts; or hand it over for a test with --draft.",
            language=line.output.language,
            format=line.output.format,
        )
        for line in lines
        if line.state == "draft"
    )


def draft_mark(lines: Sequence[Line]) -> str:
    """At the end of a package's name."""
    return "-DRAFT" if any(line.state == "draft" for line in lines) else ""


def put(folder: Path, made: Package, *, as_folder: bool) -> Path:
    """Write the package. Files of an older one in its place go, others stay. Raises SurroundingsError."""
    try:
        if as_folder:
            return _put_folder(folder / made.name, made)
        path = folder / f"{made.name}.zip"
        files = {**made.files, SUMS: made.sums}
        write_whole(path, zipped({f"{made.name}/{name}": data for name, data in files.items()}))
        return path
    except OSError as error:
        raise SurroundingsError(
            f"the package cannot be written into {folder.as_posix()}: {error.strerror or error}",
            advice(error, "Close programs that have it open, and give the folder write permission."),
        ) from error


def _put_folder(place: Path, made: Package) -> Path:
    """The checksums go first and come last: a folder that has them is whole."""
    older = tuple(_listed(place / SUMS))
    (place / SUMS).unlink(missing_ok=True)
    for name in older:
        if name not in made.files:
            (place / name).unlink(missing_ok=True)
    for name in sorted(made.files):
        sweep_parts((place / name).parent)
        write_whole(place / name, made.files[name])
    write_whole(place / SUMS, made.sums)
    return place


def _listed(sums: Path) -> Iterator[str]:
    """Names in a list of checksums that stay in its folder."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        for line in sums.read_text(encoding="utf-8").splitlines():
            match = _SUM.fullmatch(line)
            if match and ".." not in match[1].split("/"):
                yield match[1]
