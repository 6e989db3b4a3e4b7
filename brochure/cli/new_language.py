"""``brochure new-language``."""

from __future__ import annotations

from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure new-language es
  brochure new-language es --update     after a change of the English
"""


@click.command("new-language", epilog=EXAMPLES)
@click.argument("tag", metavar="TAG")
@click.option(
    "--update", is_flag=True, help="Renew the English in a file that is there, and add what it lacks."
)
@options.root_option
def new_language(tag: str, update: bool, root: Path) -> int:
    """Begin content/languages/TAG.yaml: a place for each text, above it the English, what it means, its room.

    TAG is the language's tag, as in es, pt-BR, zh-Hans. With --update every text, every remark of yours and their
    order stay as they are; only lines that begin with #. are written anew.
    """
    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.state.new_language import begin_language, renew_language

    made, findings = (renew_language if update else begin_language)(root, tag)
    print_findings(findings)
    if made is None:
        return exit_code(findings)
    if not made.changed:
        click.echo(f"{made.file}: nothing to change, {made.blank} texts to write")
    elif update:
        click.echo(f"{made.file}: {len(made.added)} places added, {made.blank} texts to write")
    else:
        click.echo(f"{made.file}: {made.blank} texts to write")
        click.echo(f"Then write {tag} under languages of the edition, and: brochure check {tag}", err=True)
    return exit_code(findings)
