"""What is there, what is missing, and what that costs."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Literal

from msgspec import Struct

from brochure.base.diagnostics import BrochureError
from brochure.pipeline.licences import dependencies
from brochure.pipeline.profiles import PROFILES, profile
from brochure.pipeline.versions import tool_versions
from brochure.state.hashes import sha256_of

JUDGES = {
    "page-validation": "brochure check does not judge files for the screen by PDF/UA and PDF/A",
    "pikepdf": "brochure check does not look at colour plates, at what a screen reader says of a file, nor at what a "
    "print shop would; brochure preflight judges nothing",
    "polib": "brochure export and import know no PO files",
    "openpyxl": "brochure export and import know no workbooks (.xlsx)",
    **dict.fromkeys(("starlette", "uvicorn", "watchfiles"), "brochure preview does not start"),
}
"""Packages that a build does without, and what goes undone without them."""


class Part(Struct, frozen=True):
    """One thing that was looked at. ``state``: ``wrong`` stops a build, ``not judged`` leaves something unsaid.
    ``detail``: a version, or what to do.
    """

    name: str
    state: Literal["ok", "not judged", "wrong"]
    detail: str


def examine(root: Path) -> tuple[Part, ...]:
    """Versions, the reading of python-bidi's levels, fonts and profiles by hash, the optional judges, and the licence
    of every package that may be loaded.
    """
    return (
        Part("python", "ok", platform.python_version()),
        *_tools(),
        *_asked("reading direction", _levels),
        *_asked("fonts", lambda: _fonts(root)),
        *_profiles(root),
        *_judges(),
        *_asked("ghostscript", _separator),
        *_licences(),
    )


def _tools() -> Iterator[Part]:
    for name, version in tool_versions().items():
        if version == "missing":
            yield Part(name, "wrong", f"is not installed; install it with: pip install {name}")
        else:
            yield Part(name, "ok", version)


def _asked(name: str, ask: Callable[[], Iterable[Part]]) -> Iterator[Part]:
    """What ``ask`` finds; that it could not be asked where one of the packages it needs is missing, or broken."""
    try:
        yield from ask()
    except ImportError as error:
        yield Part(name, "not judged", f"{error.name or 'a package'} cannot be loaded, see above")


def _levels() -> Iterator[Part]:
    from brochure.text.levels import check_levels

    name = "reading direction"
    try:
        check_levels()
    except BrochureError as error:
        yield _wrong(name, error)
    else:
        yield Part(name, "ok", "a known string has the levels of UAX 9")


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


def _profiles(root: Path) -> Iterator[Part]:
    for file in sorted(set(PROFILES.values())):
        name = Path(file).name
        try:
            yield Part(name, "ok", f"sha256 {sha256_of(profile(root / file))[:12]}")
        except BrochureError as error:
            yield _wrong(name, error)


def _separator() -> Iterator[Part]:
    from brochure.check.preflight.separator import ghostscript

    found = ghostscript()
    cost = "the preflight cannot say how much ink lies on each other where colours overprint or there are pictures"
    yield Part("ghostscript", "ok" if found else "not judged", found or f"{cost}; install Ghostscript")


def _judges() -> Iterator[Part]:
    for name, cost in JUDGES.items():
        try:
            yield Part(name, "ok", metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Part(name, "not judged", f"{cost}; install it with: pip install 'brochure[all]'")


def _licences() -> Iterator[Part]:
    for each in dependencies():
        yield Part(f"licence of {each.name}", "ok", f"{each.licence or 'not stated'} ({each.version})")


def _wrong(name: str, error: BrochureError) -> Part:
    return Part(name, "wrong", f"{error.message}\n{error.next_step}".rstrip())
