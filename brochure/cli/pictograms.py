"""``brochure pictograms``: the contract of a drawing, and what readers make of signs."""

from __future__ import annotations

from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure pictograms check
  brochure pictograms check new-sign.svg
"""


@click.group(epilog=EXAMPLES)
def pictograms() -> None:
    """Look after the signs: check drawings, see them all, test them with readers."""


@pictograms.command(epilog=EXAMPLES)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE.svg]...")
@click.option("--strict", is_flag=True, help="Exit code 1 for warnings too.")
@options.json_option
@options.root_option
def check(files: tuple[Path, ...], strict: bool, as_json: bool, root: Path) -> int:
    """Say what is wrong with FILE.svg, or with every sign of the project, its entry and its inks.

    A drawing is 64 x 64 units, keeps 4 units free on every side, has parts and gaps of 2 units or more, and three
    roles: ink, accent, paper.
    """
    from brochure.cli.report import print_check
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.pictograms import check_files, check_signs

    if files:
        findings = check_files(files)
    else:
        _, findings = check_signs(root)
    print_check(findings, as_json=as_json)
    return exit_code(findings, strict=strict)
