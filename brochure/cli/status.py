"""``brochure status``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.base.diagnostics import Finding
    from brochure.pipeline.status import Standing

EXAMPLES = """\b
Example:
  brochure status
  brochure status --json
  brochure status --html --out status.html
"""


@click.command(epilog=EXAMPLES)
@options.edition_option
@options.format_option
@options.today_option
@options.json_option
@click.option("--html", "as_html", is_flag=True, help="The same as one HTML page, on standard output.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="With --html: where the page goes.",
)
@options.root_option
def status(
    edition: str,
    formats: tuple[str, ...],
    today: datetime.date,
    as_json: bool,
    as_html: bool,
    out: Path | None,
    root: Path,
) -> int:
    """Say how far every language has come.

    \b
    missing   units without a text
    inherited texts that stand in the file of another language, and which
    stale     texts whose English has changed since, or whose English nobody has recorded
    draft     texts from the present English that nobody has signed as they are
    reviewed  texts that a second person has read as they are
    approved  texts that someone answerable has signed as they are
    fits      whether every text fits, and the type that had to shrink most: its size, its full size, its floor
    glyphs    characters that no font of the project has
    errors    of every kind; brochure check says what and where

    Exit code 1 where there are errors. Nothing is written but the page.
    """
    if as_json and as_html:
        raise click.UsageError("say either --json or --html")
    if out is not None and not as_html:
        raise click.UsageError(
            "--out FILE says where the page of --html goes, and is needed for nothing else"
        )
    from brochure.cli.progress import progress_bar
    from brochure.cli.standing import print_standings
    from brochure.pipeline.outcome import ERRORS, exit_code
    from brochure.pipeline.request import Request
    from brochure.pipeline.rooms import ROOMS
    from brochure.pipeline.status import status as status_of

    request = Request(root, root / "build", today, edition=edition, formats=formats)
    with progress_bar() as progress:
        standings, findings = status_of(request, ROOMS, progress)
    if as_html:
        _show_page(standings, findings, out)
    else:
        print_standings(standings, findings, as_json=as_json)
    return ERRORS if any(standing.errors for standing in standings) else exit_code(findings)


def _show_page(standings: Sequence[Standing], findings: Sequence[Finding], out: Path | None) -> None:
    from brochure.base.diagnostics import SurroundingsError
    from brochure.cli.status_page import page
    from brochure.state.whole_file import write_whole

    text = page(standings, findings)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        write_whole(out, text.encode("utf-8"))
    except OSError as error:
        raise SurroundingsError(
            f"{out.as_posix()} cannot be written: {error.strerror or error}",
            "Name a file in a folder that can be written with --out.",
        ) from error
    click.echo(out.as_posix())
