"""What is there, what is missing, and what that costs."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from brochure.base.diagnostics import BrochureError
from brochure.pipeline.versions import tool_versions

JUDGES = {
    "page-validation": "finished files are not judged for PDF/UA and PDF/A",
    "pikepdf": "finished files are not looked into",
}
"""Packages that only check, and what goes undone without them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked at. ``state``: ``wrong`` stops a build, ``not judged`` leaves something unsaid.
    ``detail``: a version, or what to do.
    """

    name: str
    state: Literal["ok", "not judged", "wrong"]
    detail: str


def examine(root: Path) -> tuple[Part, ...]:
    """Versions, the reading of python-bidi's levels, the project's fonts by hash, the optional judges."""
    return (
        Part("python", "ok", platform.python_version()),
        *_tools(),
        _levels(),
        *_fonts(root),
        *_judges(),
    )


def _tools() -> Iterator[Part]:
    for name, version in tool_versions().items():
        if version == "missing":
            yield Part(name, "wrong", f"is not installed; install it with: pip install {name}")
        else:
            yield Part(name, "ok", version)


def _levels() -> Part:
    from brochure.text.levels import check_levels

    name = "reading direction"
    try:
        check_levels()
    except BrochureError as error:
        return _wrong(name, error)
    return Part(name, "ok", "a known string has the levels of UAX 9")


def _fonts(root: Path) -> Iterator[Part]:
    from brochure.content.findings import Findings
    from brochure.content.fonts import FILE, read_fonts
    from brochure.text.faces import open_face

    findings = Findings()
    fonts = read_fonts(root, findings)
    for finding in findings.all:
        yield Part(FILE, "wrong" if finding.is_error else "ok", str(finding))
    faces = [face for family in fonts.families.values() for face in family.values()] if fonts else []
    for face in sorted(faces, key=lambda face: face.id):
        try:
            open_face(face)
        except BrochureError as error:
            yield _wrong(face.id, error)
        else:
            yield Part(face.id, "ok", f"sha256 {face.sha256[:12]}")


def _judges() -> Iterator[Part]:
    for name, cost in JUDGES.items():
        try:
            yield Part(name, "ok", metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Part(name, "not judged", f"{cost}; install it with: pip install 'brochure[validate]'")


def _wrong(name: str, error: BrochureError) -> Part:
    return Part(name, "wrong", f"{error.message}\n{error.next_step}".rstrip())
