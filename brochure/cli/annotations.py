"""Findings as GitHub shows them, beside the line they are about.

Format and escapes: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions, and toolkit's
``packages/core/src/command.ts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from brochure.base.diagnostics import Finding

_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def print_annotations(findings: Sequence[Finding], root: Path) -> None:
    """One workflow command a finding, to stdout. ``root``: the project's folder, as seen from the repository's."""
    for finding in findings:
        click.echo(annotation(finding, root))


def annotation(finding: Finding, root: Path) -> str:
    """A finding of a whole file names no line; GitHub then shows it at the file's first."""
    span = finding.span
    properties = {"file": (root / span.file).as_posix()}
    if span.line:
        properties |= {"line": str(span.line), "col": str(span.column)}
    properties["title"] = finding.code
    written = ",".join(f"{name}={value.translate(_IN_PROPERTIES)}" for name, value in properties.items())
    message = "\n".join(filter(None, (finding.message, finding.help)))
    return f"::{finding.severity} {written}::{message.translate(_IN_MESSAGES)}"
