"""``brochure show``: every stage made visible."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.base.diagnostics import Finding
    from brochure.pipeline.show import Look, Stage

UNIT_STAGES = ("bidi", "runs", "glyphs", "lines")
DOCUMENT_STAGES = ("ops", "tags")
PICTURE = "picture"

EXAMPLES = """\b
Example:
  brochure show lines ar help.doctor
  brochure show tags en --format leaflet
  brochure show picture ar --out leaflet-ar.png
"""


@click.command(epilog=EXAMPLES)
@click.argument("stage", type=click.Choice((*UNIT_STAGES, *DOCUMENT_STAGES, PICTURE)))
@click.argument("language", metavar="LANG")
@click.argument("addresses", nargs=-1, metavar="[UNIT]...")
@click.option(
    "--format", "format_id", default="", metavar="F", help="Default: the first that the edition lists."
)
@click.option("--edition", default="", metavar="NAME", help="Default: the first that is no example.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Where the picture goes."
)
@click.option(
    "--dpi",
    type=click.IntRange(10, 600),
    default=72,
    metavar="N",
    help="Pixels an inch of the picture. Default: 72.",
)
@options.root_option
def show(
    stage: str,
    language: str,
    addresses: tuple[str, ...],
    format_id: str,
    edition: str,
    out: Path | None,
    dpi: int,
    root: Path,
) -> int:
    """Print a stage between the words and the page, or picture the pages.

    \b
    bidi     embedding level of every character, and where a line may end
    runs     stretches of one font, script, language and direction
    glyphs   clusters with their glyphs
    lines    the lines as they stand on the page
    ops      every draw operation of the pages
    tags     the structure tree, in reading order
    picture  all pages of the screen file as one PNG, into --out FILE

    UNIT is an address in the language file (help.doctor), for the first four; without it: every unit that
    is painted.
    """
    if addresses and stage not in UNIT_STAGES:
        raise click.UsageError(f"{stage} shows the whole document; leave out {' '.join(addresses)}")
    if (stage == PICTURE) != (out is not None):
        raise click.UsageError(
            "--out FILE says where a picture goes; it is needed for picture and for nothing else"
        )

    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.show import Look

    look = Look(root, language, edition, format_id)
    findings = _dump(look, cast("Stage", stage), addresses) if out is None else _picture(look, dpi, out)
    print_findings(findings)
    return exit_code(findings)


def _dump(look: Look, stage: Stage, addresses: tuple[str, ...]) -> tuple[Finding, ...]:
    from brochure.pipeline.show import show as dump

    text, findings = dump(look, stage, addresses)
    click.echo(text, nl=False)
    return findings


def _picture(look: Look, dpi: int, out: Path) -> tuple[Finding, ...]:
    from brochure.base.diagnostics import SurroundingsError
    from brochure.pipeline.show import picture
    from brochure.state.whole_file import write_whole

    png, findings = picture(look, dpi)
    if png:
        try:
            write_whole(out, png)
        except OSError as error:
            raise SurroundingsError(
                f"{out.as_posix()} cannot be written: {error.strerror or error}",
                "Name a file in a folder that can be written with --out.",
            ) from error
        click.echo(out.as_posix())
    return findings
