"""``brochure status``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure status
  brochure status --json
"""


@click.command(epilog=EXAMPLES)
@options.edition_option
@options.format_option
@options.today_option
@options.json_option
@options.root_option
def status(edition: str, formats: tuple[str, ...], today: datetime.date, as_json: bool, root: Path) -> int:
    """Say how far every language has come, and write nothing.

    \b
    missing  units without a text
    fits     whether every text fits, and the type that had to shrink most: its size, its full size, its floor
    glyphs   characters that no font of the project has
    errors   of every kind; brochure check says what and where

    Exit code 1 where there are errors.
    """
    from brochure.cli.progress import progress_bar
    from brochure.cli.report import print_status
    from brochure.pipeline.outcome import ERRORS, exit_code
    from brochure.pipeline.request import Request
    from brochure.pipeline.rooms import ROOMS
    from brochure.pipeline.status import status as status_of

    request = Request(root, root / "build", today, edition=edition, formats=formats)
    with progress_bar() as progress:
        standings, findings = status_of(request, ROOMS, progress)
    print_status(standings, findings, as_json=as_json)
    return ERRORS if any(standing.errors for standing in standings) else exit_code(findings)
