"""``brochure show``: every stage made visible."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.base.diagnostics import Finding
    from brochure.pipeline.show import Look, Stage

UNIT_STAGES = ("bidi", "runs", "glyphs", "lines")
DOCUMENT_STAGES = ("ops", "tags")
PICTURE = "picture"
SPECIMEN = "specimen"
TRANSCRIPT = "transcript"
DUMMY = "dummy"
PLATES = "plates"
INTO_A_FILE = (PICTURE, DUMMY, PLATES)
"""Stages that are nothing to print on a terminal."""

EXAMPLES = """\b
Example:
  brochure show lines ar help.doctor
  brochure show tags en --format leaflet
  brochure show picture ar --out leaflet-ar.png
  brochure show picture ar --discreet --out leaflet-ar.png
  brochure show plates en --format leaflet --out plates-en.png
  brochure show dummy ar --format booklet --out dummy.pdf
  brochure show specimen Deva --out specimen-Deva.png
  brochure show transcript build/luxembourg/screen/leaflet-ar.pdf
"""


@click.command(epilog=EXAMPLES)
@click.argument(
    "stage", type=click.Choice((*UNIT_STAGES, *DOCUMENT_STAGES, PICTURE, DUMMY, PLATES, SPECIMEN, TRANSCRIPT))
)
@click.argument("language", metavar="LANG|SCRIPT|FILE")
@click.argument("addresses", nargs=-1, metavar="[UNIT]...")
@click.option(
    "--format", "format_id", default="", metavar="F", help="Default: the first that the edition lists."
)
@click.option("--edition", default="", metavar="NAME", help="Default: the first that is no example.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where a picture or a specimen goes."
)
@click.option(
    "--dpi",
    type=click.IntRange(10, 600),
    default=72,
    metavar="N",
    help="Pixels an inch of the picture. Default: 72.",
)
@options.discreet_option
@options.root_option
def show(
    stage: str,
    language: str,
    addresses: tuple[str, ...],
    format_id: str,
    edition: str,
    out: Path | None,
    dpi: int,
    discreet: bool,
    root: Path,
) -> int:
    """Print a stage between the words and the page, or picture the pages, or show a script.

    \b
    bidi        embedding level of every character, and where a line may end
    runs        stretches of one font, script, language and direction
    glyphs      clusters with their glyphs
    lines       the lines as they stand on the page
    ops         every draw operation of the pages
    tags        the structure tree, in reading order
    picture     all pages of the screen file as one PNG, into --out FILE
    plates      the four printing plates, what they print together, how much ink lies where: a PNG, into --out FILE
    dummy       the office sheets with page numbers alone, as a PDF to fold, into --out FILE
    specimen    a page of SCRIPT (Deva, Aran, Hans) or of all; --out names a PDF, a PNG or a folder
    transcript  what a screen reader would say of a finished FILE.pdf, or of the screen file of LANG

    UNIT is an address in the language file (help.doctor), for the first four; without it: every unit that
    is painted.
    """
    if addresses and stage not in UNIT_STAGES:
        raise click.UsageError(f"{stage} shows the whole document; leave out {' '.join(addresses)}")
    if stage == SPECIMEN and (format_id or edition or discreet):
        raise click.UsageError(
            "a specimen belongs to no edition and to no format; leave out --edition, --format, --discreet"
        )
    if stage != SPECIMEN and (stage in INTO_A_FILE) != (out is not None):
        raise click.UsageError(
            "--out FILE says where a picture, plates, a dummy or a specimen go; the first three need it, "
            "nothing else takes it"
        )

    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.show import Look

    look = Look(root, language, edition, format_id, discreet)
    if stage == SPECIMEN:
        findings = _specimen(root, language, dpi, out)
    elif stage == TRANSCRIPT:
        findings = _transcript(look)
    elif out is not None:
        into_a_file = {DUMMY: _dummy, PLATES: _plates}
        findings = into_a_file.get(stage, _picture)(look, dpi, out)
    else:
        findings = _dump(look, cast("Stage", stage), addresses)
    print_findings(findings)
    return exit_code(findings)


def _dump(look: Look, stage: Stage, addresses: tuple[str, ...]) -> tuple[Finding, ...]:
    from brochure.pipeline.show import show as dump

    text, findings = dump(look, stage, addresses)
    click.echo(text, nl=False)
    return findings


def _picture(look: Look, dpi: int, out: Path) -> tuple[Finding, ...]:
    from brochure.pipeline.show import picture

    png, findings = picture(look, dpi)
    if png:
        _write(out, png)
    return findings


def _dummy(look: Look, _dpi: int, out: Path) -> tuple[Finding, ...]:
    from brochure.pipeline.show import dummy

    pdf, findings = dummy(look)
    if pdf:
        _write(out, pdf)
    return findings


def _plates(look: Look, dpi: int, out: Path) -> tuple[Finding, ...]:
    from brochure.pipeline.show import plates

    png, said, findings = plates(look, dpi)
    if png:
        _write(out, png)
        click.echo("\n".join(said))
    return findings


def _transcript(look: Look) -> tuple[Finding, ...]:
    """Of a file where the name ends as one, so that a file that is not there is not taken for a language."""
    from brochure.pipeline.show import transcript, transcript_of

    if look.language.lower().endswith(".pdf") or _is_file(look.language):
        click.echo(transcript_of(Path(look.language)), nl=False)
        return ()
    text, findings = transcript(look)
    click.echo(text, nl=False)
    return findings


def _is_file(name: str) -> bool:
    """A name may be longer than one of a file can be."""
    try:
        return Path(name).is_file()
    except OSError:
        return False


def _specimen(root: Path, script: str, dpi: int, out: Path | None) -> tuple[Finding, ...]:
    from brochure.pipeline.specimen import dump, files, open_room

    room, told = open_room(root)
    if room is None:
        return told
    if out is None:
        text, findings = dump(room, script)
        click.echo(text, nl=False)
    else:
        made, findings = files(room, script, out, dpi)
        for path, data in made.items():
            _write(path, data)
    return told + findings


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
