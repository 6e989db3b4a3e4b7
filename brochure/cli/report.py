"""Findings and results as text, JSON or, on a terminal, as a table."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from brochure.base.diagnostics import Finding
from brochure.pipeline.build import Line, Outcome

HEAD = ("file", "pages", "size", "state", "findings")


def print_build(out: Path, outcome: Outcome, *, as_json: bool) -> None:
    """Files to stdout, findings to stderr; with ``as_json`` both to stdout."""
    if as_json:
        _print_json(
            {
                "files": [_line_object(line) for line in outcome.lines],
                "findings": [_finding_object(finding) for finding in outcome.findings],
            }
        )
        return
    print_findings(outcome.findings)
    if outcome.lines:
        _print_table(out, outcome.lines)
    _print_count(outcome.findings)


def print_findings(findings: Sequence[Finding]) -> None:
    """Findings to stderr, beside something else on stdout."""
    for finding in findings:
        click.echo(str(finding), err=True)


def print_check(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Findings to stdout, their count to stderr."""
    if as_json:
        _print_json({"findings": [_finding_object(finding) for finding in findings]})
        return
    for finding in findings:
        click.echo(str(finding))
    _print_count(findings)


def _print_count(findings: Sequence[Finding]) -> None:
    errors = sum(finding.is_error for finding in findings)
    counts = [_counted(errors, "error"), _counted(len(findings) - errors, "warning")]
    click.echo(", ".join(counts) if findings else "no findings", err=True)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _finding_object(finding: Finding) -> dict[str, Any]:
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
    }


def _print_json(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _print_table(out: Path, lines: Sequence[Line]) -> None:
    rows = [_cells(out, line) for line in lines]
    if sys.stdout.isatty():
        _print_rich(rows)
        return
    widths = [max(map(len, column)) for column in zip(HEAD, *rows, strict=True)]
    for row in (HEAD, *rows):
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cells(out: Path, line: Line) -> tuple[str, ...]:
    place = line.place or f"{line.edition}/{line.output.name}"
    size = f"{line.size / 1000:.0f} kB" if line.place else "-"
    state = line.state if line.made or not line.place else f"{line.state}, unchanged"
    return (f"{out.as_posix()}/{place}", str(line.pages or "-"), size, state, str(line.findings or "-"))


def _print_rich(rows: Sequence[Sequence[str]]) -> None:
    import rich.box
    import rich.console
    import rich.table
    import rich.text

    table = rich.table.Table(box=rich.box.SIMPLE)
    for name in HEAD:
        table.add_column(name, justify="right" if name in ("pages", "size", "findings") else "left")
    colours = {"rejected": "red", "not written": "red", "approved": "green"}
    for row in rows:
        # Text, not markup: a folder name may hold square brackets.
        table.add_row(*(rich.text.Text(cell) for cell in row), style=colours.get(row[3].split(",")[0], ""))
    rich.console.Console().print(table)
