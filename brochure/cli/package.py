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
  brochure package --for web --discreet
"""


@click.command(epilog=EXAMPLES)
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option(
    "--for",
    "receiver",
    type=click.Choice(["print-shop", "web"]),
    required=True,
    help="Who gets the package.",
)
@options.edition_option
@options.format_option
@options.shop_option
@options.discreet_option
@click.option("--draft", "drafts", is_flag=True, help="Hand over drafts too, for a test.")
@click.option("--folder", "as_folder", is_flag=True, help="A folder in place of a zip, for a print shop.")
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
    receiver: str,
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
    """Put together what is handed over, into DIR/EDITION/package/.

    For a print shop: the files, a job sheet for each product, checksums, the preflight; in a zip. For the web: a folder
    with the files for phones and the leaflets, or those of --format, and a page that leads to them.

    Nothing is written where a file has an error. A draft is refused, unless with --draft; then the name of the package
    and every job sheet or the page say DRAFT.
    """
    if receiver == "web" and shop:
        raise click.UsageError("--shop is for print shops; leave it out with --for web")

    from brochure.cli.progress import progress_bar
    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.package import package as for_print_shop
    from brochure.pipeline.package_web import package_web
    from brochure.pipeline.request import Request
    from brochure.pipeline.rooms import ROOMS

    out = out if out is not None else root / "build"
    request = Request(root, out, today, languages, edition, formats, jobs=jobs, shop=shop, discreet=discreet)
    with progress_bar() as progress:
        if receiver == "web":
            made = package_web(request, ROOMS, drafts=drafts, progress=progress)
        else:
            made = for_print_shop(request, ROOMS, drafts=drafts, as_folder=as_folder, progress=progress)
    for path in made.paths:
        click.echo(path.as_posix())
    print_findings(made.findings)
    return exit_code(made.findings)
