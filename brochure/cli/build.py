"""``brochure build``."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.pipeline.outcome import Outcome
    from brochure.pipeline.request import Request

KINDS = ("boxes", "baselines", "rows", "safe", "bleed", "folds", "order")
"""What ``--debug-layout`` draws: :data:`brochure.layout.overlay.KINDS`, which is too heavy to be asked here."""

EXAMPLES = """\b
Example:
  brochure build
  brochure build ar --format leaflet --for screen
  brochure build fr --for screen --debug-layout boxes,baselines
  brochure build ar --discreet
  brochure build --shop flyeralarm
  brochure build --release --out "../to the printer"
"""


@click.command(epilog=EXAMPLES)
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@options.edition_option
@options.format_option
@options.for_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the files go. Default: build/ in the project's folder.",
)
@options.jobs_option
@click.option("--marks", is_flag=True, help="Crop and fold marks and a slug line around the pages for print.")
@options.discreet_option
@options.shop_option
@click.option("--release", is_flag=True, help="Write only what is approved and verified; refuse a draft.")
@click.option("--force", is_flag=True, help="Make everything again, also what has not changed.")
@options.names_option(
    "--debug-layout",
    "overlay",
    metavar="LIST",
    help_=f"Draw lines over the pages, for the eye, into <target>+debug/: {', '.join(KINDS)}.",
    known=KINDS,
)
@options.today_option
@options.json_option
@options.root_option
def build(
    languages: tuple[str, ...],
    edition: str,
    formats: tuple[str, ...],
    targets: tuple[str, ...],
    out: Path | None,
    jobs: int,
    marks: bool,
    discreet: bool,
    shop: str,
    release: bool,
    force: bool,
    overlay: tuple[str, ...],
    today: datetime.date,
    as_json: bool,
    root: Path,
) -> int:
    """Make the PDFs that are due and not there yet.

    LANG is a language of the edition (en, ar, zh-Hans). Without it: all of them.

    A file with an error finding is written only under rejected/. Findings go to standard error, the list of files to
    standard output. A file that could not be written gives exit code 3; the others are made all the same.
    """
    if overlay and release:
        raise click.UsageError("a page with --debug-layout is never released; leave out one of the two")

    from brochure.cli.report import print_build
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.request import Request
    from brochure.pipeline.unchanged import glimpse, seen_before

    out = out if out is not None else root / "build"
    request = Request(
        root, out, today, languages, edition, formats, targets, release, force, jobs, marks, discreet, shop
    )
    seen = glimpse(request)
    outcome = (None if overlay else seen_before(request, seen)) or _built(request, overlay, seen)
    print_build(out, outcome, as_json=as_json)
    return exit_code(outcome.findings)


def _built(request: Request, overlay: tuple[str, ...], seen: str) -> Outcome:
    from brochure.cli.progress import progress_bar
    from brochure.pipeline.build import build as build_files
    from brochure.pipeline.overlay import build_overlays
    from brochure.pipeline.rooms import ROOMS

    with progress_bar() as progress:
        if overlay:
            return build_overlays(request, overlay, ROOMS, progress)
        return build_files(request, ROOMS, progress, seen)
