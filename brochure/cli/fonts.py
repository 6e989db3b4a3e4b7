"""``brochure fonts``."""

from __future__ import annotations

from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure fonts
  brochure fonts --update ~/Downloads/noto-sans-thai
  brochure fonts --update NotoSansThai-Regular.ttf --json
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--update",
    "given",
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE|FOLDER",
    help="Say what these newer files would change. Nothing is replaced.",
)
@options.json_option
@options.root_option
def fonts(given: Path | None, as_json: bool, root: Path) -> int:
    """Say which fonts are there and what they cost; or what newer files would change.

    With --update every document is set twice, with the fonts of today and with the newer files: which texts would be
    drawn differently, wider or narrower, or broken elsewhere, which characters would be lost, what leading the ink
    asks for. Exit code 1 where a file cannot be used, a character would be lost or a text would no longer fit.
    """
    from brochure.cli.progress import progress_bar
    from brochure.cli.typefaces import print_standings, print_update
    from brochure.content.findings import Findings
    from brochure.content.fonts import read_fonts
    from brochure.pipeline.font_files import match
    from brochure.pipeline.font_update import compare
    from brochure.pipeline.fonts import standings
    from brochure.pipeline.outcome import ERRORS, exit_code

    if given is None:
        families, findings = standings(root)
        print_standings(families, findings, as_json=as_json)
        return exit_code(findings)
    wrong = Findings()
    declared = read_fonts(root, wrong)
    if declared is None:
        print_standings((), wrong.all, as_json=as_json)
        return exit_code(wrong.all)
    replacements, findings = match(declared, given)
    with progress_bar() as progress:
        update = compare(root, declared, replacements, progress)
    found = (*wrong.all, *findings, *update.findings)
    print_update(replacements, update, found, as_json=as_json)
    return ERRORS if update.lost else exit_code(found)
