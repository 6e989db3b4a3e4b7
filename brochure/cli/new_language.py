"""``brochure new-language``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochure.base.diagnostics import Finding, in_order
from brochure.cli import options

if TYPE_CHECKING:
    from brochure.state.new_language import LanguageFile

EXAMPLES = """\b
Example:
  brochure new-language es
  brochure new-language es fr --update     after a change of the English
  brochure new-language pt-BR --inherits pt-PT
"""


@click.command("new-language", epilog=EXAMPLES)
@click.argument("tags", nargs=-1, required=True, metavar="TAG ...")
@click.option(
    "--update", is_flag=True, help="Renew the English in files that are there, and add what they lack."
)
@click.option(
    "--inherits", default="", metavar="TAG", help="The language of the same name whose texts it takes over."
)
@options.root_option
def new_language(tags: tuple[str, ...], update: bool, inherits: str, root: Path) -> int:
    """Begin content/languages/TAG.yaml: a place for each text, above it the English, what it means, its room.

    TAG is the language's tag, as in es, pt-BR, zh-Hans. With --update every text, every remark of yours and their
    order stay as they are; only lines that begin with #. are written anew. With --inherits the file holds only the
    texts that differ from those of the other language, as pt-BR from pt-PT.
    """
    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.state.new_language import begin_language, renew_language

    if update and inherits:
        raise click.UsageError("--inherits begins a file; write the line inherits: into one that is there")
    found: list[Finding] = []
    for tag in tags:
        made, findings = renew_language(root, tag) if update else begin_language(root, tag, inherits)
        found += findings
        if made is not None:
            click.echo(_told(made, begun=not update))
    print_findings(in_order(found))
    if not update and not found:
        click.echo(
            f"Then write {' '.join(tags)} under languages of the edition, and: brochure check {tags[0]}",
            err=True,
        )
    return exit_code(found)


def _told(made: LanguageFile, *, begun: bool) -> str:
    what = "" if begun else f"{len(made.added)} places added, " if made.changed else "nothing to change, "
    return f"{made.file}: {what}{made.blank} texts to write"
