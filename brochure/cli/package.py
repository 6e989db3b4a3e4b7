"""``brochure package``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure package --for print-shop
  brochure package ar sq --for print-shop --format leaflet --draft
  brochure package --for print-shop --shop flyeralarm --folder
"""


@click.command(epilog=EXAMPLES)
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option(
    "--for",
    type=click.Choice(["print-shop"]),
    required=True,
    expose_value=False,
    help="Who gets the package.",
)
@options.edition_option
@options.format_option
@options.shop_option
@options.discreet_option
@click.option("--draft", "drafts", is_flag=True, help="Hand over drafts too, for a test print.")
@click.option("--folder", "as_folder", is_flag=True, help="A folder in place of a zip.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The output folder. Default: build/ in the project's folder.",
)
@options.jobs_option
@options.today_option
@options.root_option
def package(
    languages: tuple[str, ...],
    edition: str,
    formats: tuple[str, ...],
    shop: str,
    discreet: bool,
    drafts: bool,
    as_folder: bool,
    out: Path | None,
    jobs: int,
    today: datetime.date,
    root: Path,
) -> int:
    """Put together what a print shop needs: the files, a job sheet for each product, checksums, the preflight.

    Into DIR/EDITION/package/. Nothing is written where a file has an error. A draft is refused, unless with --draft;
    then the name of the package and every job sheet say DRAFT.
    """
    from brochure.cli.progress import progress_bar
    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.package import package as put_together
    from brochure.pipeline.request import Request
    from brochure.pipeline.rooms import ROOMS

    out = out if out is not None else root / "build"
    request = Request(root, out, today, languages, edition, formats, jobs=jobs, shop=shop, discreet=discreet)
    with progress_bar() as progress:
        made = put_together(request, ROOMS, drafts=drafts, as_folder=as_folder, progress=progress)
    for path in made.paths:
        click.echo(path.as_posix())
    print_findings(made.findings)
    return exit_code(made.findings)
