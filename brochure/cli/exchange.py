"""``brochure export`` and ``brochure import``: to translators and back."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.exchange.comparison import Difference
    from brochure.exchange.packing import Only
    from brochure.pipeline.exports import Kind
    from brochure.pipeline.imports import Arrival

EXPORT_EXAMPLES = """\b
Example:
  brochure export ar --to xliff
  brochure export ar --to xlsx --only missing --pictures
  brochure export ar --to xliff --xliff 1.2 --out for-amal.xlf
"""

IMPORT_EXAMPLES = """\b
Example:
  brochure import texts-ar.xlf
  brochure import texts-ar.xlsx --yes
  brochure import texts-ar.po --by amal --leave-out help.doctor
"""


@click.command(epilog=EXPORT_EXAMPLES)
@click.argument("language", metavar="LANG")
@click.option(
    "--to",
    "kind",
    type=click.Choice(("xliff", "po", "xlsx")),
    required=True,
    help="For translation tools, or a table.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Default: texts-LANG.xlf (.po, .xlsx).",
)
@click.option(
    "--only",
    type=click.Choice(("missing", "stale", "all")),
    default="all",
    help="Texts that nobody has written yet, or whose English has changed. Default: all.",
)
@click.option(
    "--xliff", "version", type=click.Choice(("2.1", "1.2")), default="2.1", help="Of XLIFF. Default: 2.1."
)
@click.option("--pictures", is_flag=True, help="With a picture of each panel, in a folder beside the file.")
@options.root_option
def export(
    language: str, kind: str, out: Path | None, only: str, version: str, pictures: bool, root: Path
) -> int:
    """Write the texts of a language into a file for translators: English, text, what it means, how much room it has.

    A file that is there already is not replaced by another one: it may hold somebody's work.
    """
    from brochure.cli.report import print_findings
    from brochure.pipeline.exports import SUFFIXES, Asked
    from brochure.pipeline.exports import export as exported
    from brochure.pipeline.outcome import exit_code

    if version == "1.2" and kind != "xliff":
        raise click.UsageError("--xliff 1.2 goes with --to xliff")
    chosen = cast("Kind", "xliff-1.2" if version == "1.2" else kind)
    file = out or Path(f"texts-{language}.{SUFFIXES[chosen]}")
    folder = file.with_name(f"{file.stem}-pictures")
    made = exported(Asked(root, language, chosen, cast("Only", only), folder.name if pictures else ""))
    print_findings(made.findings)
    if made.data:
        _write_new(file, made.data)
        for name, picture in made.pictures.items():
            _write(folder / name, picture)
        counted = ", ".join(f"{count} {standing}" for standing, count in sorted(made.counts.items()))
        click.echo(f"{file.as_posix()}: {sum(made.counts.values())} texts: {counted}")
        if made.pictures:
            click.echo(f"{folder.as_posix()}: {len(made.pictures)} pictures")
    else:
        click.echo(f"{language}: nothing written, there is no text to send", err=True)
    return exit_code(made.findings)


def _write_new(file: Path, data: bytes) -> None:
    from brochure.base.diagnostics import ArgumentsError, SurroundingsError

    try:
        taken = file.exists() and (not file.is_file() or file.read_bytes() != data)
    except OSError as error:
        raise SurroundingsError(
            f"{file.as_posix()} cannot be looked at: {error.strerror}.", "Name another file with --out."
        ) from error
    if taken:
        raise ArgumentsError(
            f"{file.as_posix()} is there already and holds something else; it may be somebody's work.",
            "Name another file with --out, or move that one away.",
        )
    _write(file, data)


def _write(file: Path, data: bytes) -> None:
    from brochure.base.diagnostics import SurroundingsError
    from brochure.state.whole_file import write_whole

    try:
        write_whole(file, data)
    except OSError as error:
        raise SurroundingsError(
            f"{file.as_posix()} cannot be written: {error.strerror or error}",
            "Name a file in a folder that can be written with --out.",
        ) from error


@click.command("import", epilog=IMPORT_EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--by",
    default="",
    metavar="NAME",
    help="Who has read them beside the English: then they are reviewed.",
)
@click.option("--theirs", is_flag=True, help="Where a text changed here since the export, take that of FILE.")
@click.option(
    "--leave-out", multiple=True, metavar="UNIT", help="Pass over this unit; may be given several times."
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@options.root_option
def import_(file: Path, by: str, theirs: bool, leave_out: tuple[str, ...], yes: bool, root: Path) -> int:
    """Take texts back that brochure export sent out; show what would change, ask, and write it.

    A text that has lost or gained a fact in braces, or has digits, is refused, and with it the file: nothing is
    written. A text that changed here since the export is shown with both readings and left out. What is written is
    recorded as made from the present English, as brochure translated does, and changed texts lose their approval.
    """
    from brochure.cli.report import print_findings
    from brochure.pipeline.imports import compare
    from brochure.pipeline.outcome import exit_code

    arrival = compare(root, file, theirs=theirs, left_out=frozenset(leave_out))
    _show(arrival)
    print_findings(arrival.findings)
    if any(finding.is_error for finding in arrival.findings):
        click.echo("nothing written, see the errors above", err=True)
    elif not arrival.recorded:
        click.echo(f"{arrival.language}: nothing to write, {arrival.same} texts came back as they are")
    elif not yes and not _agreed(arrival):
        click.echo("nothing written", err=True)
    else:
        return _take_in(root, arrival, by)
    return exit_code(arrival.findings)


def _show(arrival: Arrival) -> None:
    for each in arrival.differences:
        click.echo(f"{each.address}: {each.fate}")
        for sign, text in _readings(each):
            click.echo(f"    {sign} {text}")


def _readings(each: Difference) -> tuple[tuple[str, str], ...]:
    """What is there behind a minus, what comes behind a plus."""
    if each.before == each.after:
        return (("=", each.after),)
    return tuple((sign, text) for sign, text in (("-", each.before), ("+", each.after)) if text)


def _counts(arrival: Arrival) -> Mapping[str, int]:
    fates = [each.fate.value for each in arrival.differences]
    return {fate: fates.count(fate) for fate in dict.fromkeys(fates)}


def _agreed(arrival: Arrival) -> bool:
    """Whether the person says yes; a program that cannot answer says no."""
    counted = ", ".join(f"{count} {fate}" for fate, count in _counts(arrival).items())
    try:
        return click.confirm(f"Write into content/languages/{arrival.language}.yaml ({counted})?", err=True)
    except click.Abort:
        click.echo(err=True)
        return False


def _take_in(root: Path, arrival: Arrival, by: str) -> int:
    from brochure.cli.report import print_findings
    from brochure.pipeline.imports import take_in
    from brochure.pipeline.outcome import exit_code

    signed = take_in(root, arrival, by, datetime.date.today())
    recorded = signed.signing.recorded if signed and signed.signing else ()
    what = f"reviewed by {by}" if by else "translated from the present English"
    click.echo(
        f"{arrival.language}: {len(arrival.written)} texts written, {len(recorded)} recorded as {what}, "
        f"{arrival.same} came back as they are"
    )
    findings = (*arrival.findings, *(signed.findings if signed else ()))
    print_findings(signed.findings if signed else ())
    return exit_code(findings)
