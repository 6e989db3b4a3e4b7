"""``brochure preflight``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from msgspec import to_builtins

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.check.preflight.remark import Remark
    from brochure.pipeline.preflight import Inspected

EXAMPLES = """\b
Example:
  brochure preflight build/luxembourg/print/leaflet-ar.pdf
  brochure preflight --shop flyeralarm build/luxembourg/print+flyeralarm/leaflet-*.pdf
  brochure preflight --set from-the-designer/*.pdf
  brochure preflight --as screen build/luxembourg/screen/leaflet-ar.pdf
"""


@click.command(epilog=EXAMPLES)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE.pdf...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--as",
    "purpose",
    type=click.Choice(("print", "screen")),
    default="print",
    help="What the files are for. Default: print.",
)
@click.option("--shop", default="", metavar="NAME", help="By what this shop of content/shops asks for.")
@click.option("--set", "one_set", is_flag=True, help="All files are to share one set of colour plates.")
@options.json_option
@options.root_option
def preflight(
    files: tuple[Path, ...],
    purpose: Literal["print", "screen"],
    shop: str,
    one_set: bool,
    as_json: bool,
    root: Path,
) -> int:
    """Judge finished PDFs, also ones not made here, and change nothing.

    For print: the boxes, fonts, colours, blacks, ink, bleed and all else that a print shop's preflight asks; files of
    one format in one folder are compared, since they are to differ on the black plate alone. For the screen:
    PDF/UA-1, PDF/A-2a, and what a screen reader meets.

    Files are opened in a process apart, with limits of time and memory.
    """
    if purpose == "screen" and (shop or one_set):
        raise click.UsageError("--shop and --set are about files for print; leave them out with --as screen")

    from brochure.cli.report import counted, print_findings, print_json
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.preflight import Inspection, inspect

    inspected = inspect(Inspection(root, files, purpose, shop, one_set))
    if inspected.findings:
        print_findings(inspected.findings)
        return exit_code(inspected.findings)
    if as_json:
        print_json(_object(inspected, purpose))
    else:
        _print(inspected, purpose)
        errors = sum(each.finding.is_error for each in inspected.remarks)
        warnings = len(inspected.remarks) - errors
        click.echo(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}", err=True)
    return exit_code(each.finding for each in inspected.remarks)


def _print(inspected: Inspected, purpose: str) -> None:
    for file in inspected.files:
        for remark in file.remarks:
            click.echo(str(remark.finding))
        if not file.remarks:
            click.echo(f"{file.name}: fine for {purpose}")
    for remark in inspected.plates:
        click.echo(str(remark.finding))


def _object(inspected: Inspected, purpose: str) -> dict[str, Any]:
    return {
        "as": purpose,
        "files": [
            {
                "file": file.name,
                "fine": not any(each.finding.is_error for each in file.remarks),
                "remarks": [_remark(each) for each in file.remarks],
            }
            for file in inspected.files
        ],
        "plates": [_remark(each) for each in inspected.plates],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    """``place`` in mm from the left top corner of the trim."""
    place = {"x": remark.place[0], "y": remark.place[1]} if remark.place else None
    said: dict[str, Any] = to_builtins(remark)
    return said | {"place": place, "severity": str(remark.severity)}
