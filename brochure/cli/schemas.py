"""``brochure schemas``."""

from __future__ import annotations

from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure schemas
"""


@click.command(epilog=EXAMPLES)
@options.root_option
def schemas(root: Path) -> int:
    """Write what text editors need to help: completion, the English beside each text, red lines under mistakes.

    Writes content/schemas/*.json from content/languages/en.yaml and from what the program reads, and sets the first
    line of every YAML file of the project to the one by which editors find its schema. Nothing else in a file changes.
    Run it again after a change of en.yaml.
    """
    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.state.schemas import write_schemas

    written, findings = write_schemas(root)
    for file in written:
        click.echo(file)
    print_findings(findings)
    if not written and not findings:
        click.echo("nothing to change", err=True)
    return exit_code(findings)
