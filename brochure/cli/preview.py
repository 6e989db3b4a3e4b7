"""``brochure preview``."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure preview
  brochure preview --read-only
  brochure preview --port 8800 --no-open
"""

EXTRA = ("starlette", "uvicorn", "watchfiles", "anyio")
"""Packages of the extra ``preview``, by import name."""


@click.command(epilog=EXAMPLES)
@options.edition_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help="The port of this machine; 0 for any. Default: 8737, or another where that is taken.",
)
@click.option("--no-open", is_flag=True, help="Only print the address; open no browser.")
@click.option("--read-only", is_flag=True, help="Show and judge; write nothing.")
@options.today_option
@options.root_option
def preview(
    edition: str, port: int | None, no_open: bool, read_only: bool, today: datetime.date, root: Path
) -> int:
    """Open a page in the browser that shows the brochures while you edit.

    The page follows every file of the project, whoever changes it. A click on a line opens its text: English, note,
    the room that is left, and a field to write in. Texts are saved into content/languages; nothing else is written, but
    for who has read what.

    It serves this machine alone, by an address with a secret in it, until you stop it with Ctrl-C.
    """
    from brochure.base.diagnostics import SurroundingsError

    try:
        from brochure.preview.serving import Wish, serve
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in EXTRA:
            raise
        raise SurroundingsError(
            f"the preview is served with {package}, and it is not installed",
            "Install it with: pip install 'brochure[preview]'\n"
            "Without it, brochure build and brochure check show the same pages and findings.",
        ) from error

    def tell(address: str) -> None:
        click.echo(address)
        click.echo("Stop it with Ctrl-C.", err=True)
        if not no_open:
            import webbrowser

            webbrowser.open(address)

    serve(Wish(root, edition, port, read_only, today), tell)
    return 0
