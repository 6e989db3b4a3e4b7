"""How far every language has come: as a table, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from brochure.base.diagnostics import Finding
from brochure.cli.report import counted, finding_object, print_findings, print_json, sizes_object
from brochure.cli.table import print_table
from brochure.pipeline.status import Standing
from brochure.state.type_sizes import most_shrunk

STATES = ("stale", "draft", "reviewed", "approved")
HEAD = ("edition", "language", "format", "missing", "inherited", *STATES, "fits", "glyphs", "errors")
NUMBERS = ("missing", *STATES, "glyphs", "errors")
"""Columns that count."""


def print_standings(standings: Sequence[Standing], findings: Sequence[Finding], *, as_json: bool) -> None:
    """Standings to stdout, findings about the lists of editions to stderr; with ``as_json`` both to stdout."""
    if as_json:
        print_json(
            {
                "documents": [_standing_object(each) for each in standings],
                "findings": [finding_object(finding) for finding in findings],
            }
        )
        return
    print_findings(findings)
    if standings:
        colours = {number: "red" for number, each in enumerate(standings) if each.errors}
        print_table(HEAD, [cells(each) for each in standings], NUMBERS, colours)
    if any(each.errors for each in standings):
        click.echo("brochure check says what the errors are and where.", err=True)


def cells(each: Standing) -> tuple[str, ...]:
    """A row under :data:`HEAD`: nothing is ``-``, what is not known ``?``."""
    states = [getattr(each.texts, state) if each.texts else None for state in STATES]
    return (
        each.edition,
        each.language,
        each.format,
        _number(each.missing),
        _inherited(each),
        *map(_number, states),
        _fits(each),
        _number(each.glyphs),
        _number(each.errors),
    )


def _number(count: int | None) -> str:
    return "?" if count is None else str(count or "-")


def _inherited(each: Standing) -> str:
    if not each.inherits:
        return "-"
    return f"{_number(each.texts.inherited if each.texts else None)} of {each.inherits}"


def _fits(each: Standing) -> str:
    if each.missing is None:
        return "not known: cannot be read"
    if each.too_long is None:
        return "not known: units are missing"
    if each.too_long:
        return f"no, {counted(each.too_long, 'text')} too long"
    size = most_shrunk(each.sizes)
    return f"yes, {size}, floor {size.floor:.4g}" if size else "yes, full size"


def _standing_object(each: Standing) -> dict[str, Any]:
    return {
        "edition": each.edition,
        "language": each.language,
        "format": each.format,
        "missing": each.missing,
        "inherits": each.inherits or None,
        "inherited": each.texts.inherited if each.texts else None,
        **{state: getattr(each.texts, state) if each.texts else None for state in STATES},
        "fits": None if each.too_long is None else not each.too_long,
        "too_long": each.too_long,
        "sizes": sizes_object(each.sizes),
        "glyphs": each.glyphs,
        "errors": each.errors,
    }
