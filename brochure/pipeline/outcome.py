"""What a run ends with: its exit code."""

from __future__ import annotations

from collections.abc import Iterable

from brochure.base.diagnostics import Finding, SurroundingsError

FINE = 0
ERRORS = 1

_SURROUNDINGS = ("cannot-write", "program-ended")
"""Findings that are nothing about the content."""


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> int:
    """0 fine; 1 error findings, under ``strict`` warnings too; 3 where a file could not be written, or a program ended,
    whatever else.
    """
    found = tuple(findings)
    if any(finding.code in _SURROUNDINGS for finding in found):
        return SurroundingsError.exit_code
    return ERRORS if any(strict or finding.is_error for finding in found) else FINE
