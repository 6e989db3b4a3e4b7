"""Findings and what was built, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from brochure.base.diagnostics import Finding
from brochure.cli.missing import told_together
from brochure.cli.table import print_table
from brochure.pipeline.outcome import Line, Outcome
from brochure.state.type_sizes import TypeSize, most_shrunk

HEAD = ("file", "pages", "size", "type", "state", "findings")


def print_build(out: Path, outcome: Outcome, *, as_json: bool) -> None:
    """Files to stdout, findings to stderr; with ``as_json`` both to stdout."""
    if as_json:
        print_json(
            {
                "files": [_line_object(line) for line in outcome.lines],
                "findings": [finding_object(finding) for finding in outcome.findings],
            }
        )
        return
    print_findings(outcome.findings)
    if outcome.lines:
        _print_table(out, outcome.lines)
    _print_count(outcome.findings)


def print_findings(findings: Sequence[Finding]) -> None:
    """Findings to stderr, beside something else on stdout."""
    for finding in told_together(findings):
        click.echo(str(finding), err=True)


def print_check(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Findings to stdout, their count to stderr."""
    if as_json:
        print_json({"findings": [finding_object(finding) for finding in findings]})
        return
    for finding in told_together(findings):
        click.echo(str(finding))
    _print_count(findings)


def _print_count(findings: Sequence[Finding]) -> None:
    errors = sum(finding.is_error for finding in findings)
    counts = [counted(errors, "error"), counted(len(findings) - errors, "warning")]
    click.echo(", ".join(counts) if findings else "no findings", err=True)


def counted(number: int, what: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding as JSON shows it."""
    return {
        "file": finding.span.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "severity": str(finding.severity),
        "code": finding.code,
        "message": finding.message,
        "help": finding.help,
        "language": finding.language,
        "format": finding.format,
    }


def _line_object(line: Line) -> dict[str, Any]:
    return {
        "file": line.place,
        "edition": line.edition,
        "language": line.output.language,
        "format": line.output.format,
        "target": line.output.target,
        "pages": line.pages,
        "size": line.size,
        "state": line.state,
        "made": line.made,
        "findings": line.findings,
        "sizes": sizes_object(line.sizes),
    }


def print_json(value: dict[str, Any]) -> None:
    """To standard output, letters of every script as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _print_table(out: Path, lines: Sequence[Line]) -> None:
    colours = {"rejected": "red", "not written": "red", "approved": "green"}
    print_table(
        HEAD,
        [_cells(out, line) for line in lines],
        ("pages", "size", "findings"),
        {number: colours.get(line.state, "") for number, line in enumerate(lines)},
    )


def _cells(out: Path, line: Line) -> tuple[str, ...]:
    place = line.place or f"{line.edition}/{line.output.name}"
    size = f"{line.size / 1000:.0f} kB" if line.place else "-"
    state = line.state if line.made or not line.place else f"{line.state}, unchanged"
    return (
        f"{out.as_posix()}/{place}",
        str(line.pages or "-"),
        size,
        _type(line.sizes) if line.sizes else "-",
        state,
        str(line.findings or "-"),
    )


def _type(sizes: Sequence[TypeSize]) -> str:
    """What had to shrink most, in the words of who shortens it."""
    return str(most_shrunk(sizes) or "full size")


def sizes_object(sizes: Sequence[TypeSize]) -> dict[str, Any]:
    """By role, in pt as the eye sees them, to the hundredth."""
    return {
        size.role: {
            "reached": round(size.reached, 2),
            "full": round(size.full, 2),
            "floor": round(size.floor, 2),
        }
        for size in sizes
    }
