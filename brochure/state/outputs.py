"""The names of outputs, and which files in an output folder are ours to remove.

Names are neutral on purpose, a reader's phone shows them::

    <out>/<edition>/<target>/<format>-<lang>.pdf
    <out>/<edition>/rejected/<target>/<format>-<lang>.pdf      a file with an error finding, for the eye only
    <out>/<edition>/<target>+debug/<format>-<lang>.pdf         a file with lines drawn over it, for the eye only
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

TARGETS = ("screen", "print", "office")
"""What a file is for; also the names of the folders that a build may clear."""

REJECTED = "rejected"

OVERLAY = "+debug"
"""Behind the target, in the name of the folder of files that ``--debug-layout`` made."""

_NAME = re.compile(r"(?P<format>[a-z]+)-(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\.pdf")


@dataclass(frozen=True, slots=True, order=True)
class Output:
    """One PDF of an edition."""

    language: str
    format: str
    target: str

    @property
    def name(self) -> str:
        """Its place under the edition's folder, forward slashes."""
        return f"{self.target}/{self.format}-{self.language}.pdf"

    @property
    def rejected_name(self) -> str:
        return f"{REJECTED}/{self.name}"

    @property
    def overlay_name(self) -> str:
        return f"{self.target}{OVERLAY}/{self.format}-{self.language}.pdf"


def output_of(name: str) -> Output | None:
    """The output that ``name`` (``print/leaflet-ar.pdf``) stands for, None for any other string.

    Whatever comes from a file passes here, so a path that leads out of the folder is never followed.
    """
    folder, _, file = name.partition("/")
    match = _NAME.fullmatch(file)
    if folder not in TARGETS or match is None:
        return None
    return Output(match["language"], match["format"], folder)


def gone(
    folder: Path, due: Collection[Output], known: Collection[str], formats: Collection[str]
) -> tuple[str, ...]:
    """Names of the files under the edition's ``folder`` that are ours and no longer due, sorted.

    Ours is what the manifest knows (``known``: names), and what is named like an output of one of ``formats``. Any
    other file belongs to the user.
    """
    keep = {output.name for output in due}
    found = set()
    for target in TARGETS:
        folders = (folder / target, folder / REJECTED / target, folder / f"{target}{OVERLAY}")
        for path in itertools.chain.from_iterable(map(_files, folders)):
            name = f"{target}/{path.name}"
            output = output_of(name)
            ours = output is not None and (name in known or output.format in formats)
            if ours and name not in keep:
                found.add(path.relative_to(folder).as_posix())
    return tuple(sorted(found))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
