"""``brochure check``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure check
  brochure check ar --strict
  brochure check --discreet
"""


@click.command(epilog=EXAMPLES)
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@options.edition_option
@options.format_option
@options.discreet_option
@options.jobs_option
@click.option("--strict", is_flag=True, help="Exit code 1 for warnings too.")
@options.today_option
@options.json_option
@click.option("--github", is_flag=True, help="Print findings as annotations of a GitHub workflow.")
@options.root_option
def check(
    languages: tuple[str, ...],
    edition: str,
    formats: tuple[str, ...],
    discreet: bool,
    jobs: int,
    strict: bool,
    today: datetime.date,
    as_json: bool,
    github: bool,
    root: Path,
) -> int:
    """Say all that is wrong, and write nothing.

    Words, facts, signs, fonts, what does not fit, the numbers as they would be printed, whether all languages of a
    direction share one set of colour plates, and what a screen reader and a validator find in the files for the
    screen; on standard output. Signs that nothing uses are judged, too, where no LANG and no format is named.
    """
    from brochure.base.diagnostics import ArgumentsError
    from brochure.cli.annotations import print_annotations
    from brochure.cli.progress import progress_bar
    from brochure.cli.report import print_check
    from brochure.pipeline.check import check as check_documents
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.pictograms import with_signs
    from brochure.pipeline.request import Request
    from brochure.pipeline.rooms import ROOMS

    if as_json and github:
        raise ArgumentsError("--json and --github are two ways to print the same.", "Take one of them.")
    request = Request(root, root / "build", today, languages, edition, formats, jobs=jobs, discreet=discreet)
    with progress_bar() as progress:
        findings = check_documents(request, ROOMS, progress)
    if not languages and not formats:
        findings = with_signs(findings, root)
    if github:
        print_annotations(findings, root)
    else:
        print_check(findings, as_json=as_json)
    return exit_code(findings, strict=strict)
