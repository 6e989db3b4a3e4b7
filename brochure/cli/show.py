"""``brochure show``: every stage made visible."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.pipeline.show import Stage

UNIT_STAGES = ("bidi", "runs", "glyphs", "lines")
DOCUMENT_STAGES = ("ops", "tags")

EXAMPLES = """\b
Example:
  brochure show lines ar help.doctor
  brochure show tags en --format leaflet
"""


@click.command(epilog=EXAMPLES)
@click.argument("stage", type=click.Choice((*UNIT_STAGES, *DOCUMENT_STAGES)))
@click.argument("language", metavar="LANG")
@click.argument("addresses", nargs=-1, metavar="[UNIT]...")
@click.option(
    "--format", "format_id", default="", metavar="F", help="Default: the first that the edition lists."
)
@click.option("--edition", default="", metavar="NAME", help="Default: the first that is no example.")
@options.root_option
def show(
    stage: Stage, language: str, addresses: tuple[str, ...], format_id: str, edition: str, root: Path
) -> int:
    """Print a stage between the words and the page.

    \b
    bidi    embedding level of every character, and where a line may end
    runs    stretches of one font, script, language and direction
    glyphs  clusters with their glyphs
    lines   the lines as they stand on the page
    ops     every draw operation of the pages
    tags    the structure tree, in reading order

    UNIT is an address in the language file (help.doctor), for the first four; without it: every unit that
    is painted.
    """
    if addresses and stage in DOCUMENT_STAGES:
        raise click.UsageError(f"{stage} shows the whole document; leave out {' '.join(addresses)}")

    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.show import Look
    from brochure.pipeline.show import show as dump

    text, findings = dump(Look(root, stage, language, edition, format_id, addresses))
    click.echo(text, nl=False)
    print_findings(findings)
    return exit_code(findings)
