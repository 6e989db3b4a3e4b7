"""``brochure pictograms``: the contract of a drawing, and what readers make of signs."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochure.cli import options
from brochure.cli.once_each import OnceEach

if TYPE_CHECKING:
    from brochure.base.diagnostics import Finding

EXAMPLES = """\b
Example:
  brochure pictograms check
  brochure pictograms check new-sign.svg
  brochure pictograms sheet --out signs.pdf
  brochure pictograms guide --out how-signs-are-drawn.pdf
  brochure pictograms test-kit ar --out test --seed 7
  brochure pictograms record test/results-ar.csv
"""

_out_option = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="A name that ends in .pdf or .png.",
)
_dpi_option = click.option(
    "--dpi",
    type=click.IntRange(10, 600),
    default=100,
    metavar="N",
    help="Pixels an inch of a PNG. Default: 100.",
)


@click.group(cls=OnceEach, epilog=EXAMPLES)
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


@pictograms.command(epilog=EXAMPLES)
@_out_option
@_dpi_option
@click.option("--overview", is_flag=True, help="Only the page with all signs.")
@options.root_option
def sheet(out: Path, dpi: int, overview: bool, root: Path) -> int:
    """Show all signs: at 8, 12 and 24 mm, with accent, reversed, in grey, flipped, with meaning and score."""
    from brochure.pipeline.sign_pages import file_of, need_kind, open_room
    from brochure.pipeline.sign_pages import sheet as sheet_of

    need_kind(out)
    room, told = open_room(root)
    if room is None:
        return _tell(told)
    laid = sheet_of(room, overview=overview)
    _write(out, file_of(room, laid, out, dpi))
    return _tell(told + laid.findings)


@pictograms.command(epilog=EXAMPLES)
@_out_option
@_dpi_option
@options.root_option
def guide(out: Path, dpi: int, root: Path) -> int:
    """Show how signs are drawn: the grid, the parts of the kit, dos and don'ts."""
    from brochure.pipeline.sign_pages import file_of, need_kind, open_room
    from brochure.pipeline.sign_pages import guide as guide_of

    need_kind(out)
    room, told = open_room(root)
    if room is None:
        return _tell(told)
    laid, wrong = guide_of(room)
    if laid.document.pages:
        _write(out, file_of(room, laid, out, dpi))
    return _tell(told + wrong + laid.findings)


@pictograms.command("test-kit", epilog=EXAMPLES)
@click.argument("language", metavar="LANG")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    required=True,
    help="Where it goes.",
)
@click.option(
    "--seed", type=click.IntRange(0), default=1, metavar="N", help="Another order of the signs. Default: 1."
)
@options.names_option("--only", metavar="SIGN,SIGN", help_="These signs. Default: all.")
@options.root_option
def test_kit(language: str, out: Path, seed: int, only: tuple[str, ...], root: Path) -> int:
    """Make what an ISO 9186-1 test of the signs needs: a booklet, an answer sheet in LANG, a table for the results.

    Show the booklet, one page at a time, to at least twenty people who do not know the signs. Then count for each sign
    how many named its meaning and how many its opposite, and book it: brochure pictograms record.
    """
    from brochure.pipeline.sign_test import make_kit

    made, findings = make_kit(root, language, seed, only)
    for name, data in made.items():
        _write(out / name, data)
    return _tell(findings)


@pictograms.command(epilog=EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@options.today_option
@options.root_option
def record(file: Path, today: datetime.date, root: Path) -> int:
    """Book the results of a test, counted in the table of the test kit, into pictograms/catalogue.yaml.

    People are counted: n were asked, correct named the meaning, opposite named the opposite. A sign that fewer than
    67 % name, or more than 5 % take for the opposite, is told from then on wherever it is used.
    """
    from brochure.pipeline.sign_test import not_understood
    from brochure.pipeline.sign_test import record as book

    done = book(root, file, today)
    if done.results:
        click.echo(f"{len(done.results)} results booked")
    for id in not_understood(done.verdicts):
        click.echo(f"not understood: {id}, {done.verdicts[id].score}")
    return _tell(done.findings)


def _tell(findings: tuple[Finding, ...]) -> int:
    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code

    print_findings(findings)
    return exit_code(findings)


def _write(out: Path, data: bytes) -> None:
    from brochure.base.diagnostics import SurroundingsError
    from brochure.state.whole_file import write_whole

    try:
        write_whole(out, data)
    except OSError as error:
        raise SurroundingsError(
            f"{out.as_posix()} cannot be written: {error.strerror or error}",
            "Name a file in a folder that can be written with --out.",
        ) from error
    click.echo(out.as_posix())
