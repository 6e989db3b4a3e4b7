"""What a run ends with: what became of each output, its findings, its exit code."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.state.outputs import Output
from brochure.state.type_sizes import TypeSize

FINE = 0
ERRORS = 1

_SURROUNDINGS = ("cannot-write", "program-ended")
"""Findings that are nothing about the content."""


class Line(Struct, frozen=True):
    """What became of one output. ``place``: under the output folder, "" where no file was written. ``state``: draft,
    approved, rejected, debug or not written. ``made``: false where nothing had changed. ``findings``: how many it has.
    ``sizes``: of the roles that may shrink.
    """

    edition: str
    output: Output
    place: str
    pages: int
    size: int
    state: str
    made: bool
    findings: int
    sizes: tuple[TypeSize, ...] = ()


class Outcome(Struct, frozen=True):
    """``lines`` in the editions' order, ``findings`` sorted, each once."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> int:
    """0 fine; 1 error findings, under ``strict`` warnings too; 3 where a file could not be written, or a program ended,
    whatever else.
    """
    found = tuple(findings)
    if any(finding.code in _SURROUNDINGS for finding in found):
        return SurroundingsError.exit_code
    return ERRORS if any(strict or finding.is_error for finding in found) else FINE
