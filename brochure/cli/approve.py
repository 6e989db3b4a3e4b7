"""``brochure approve`` and ``brochure translated``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.pipeline.approve import Signed

MOST_NAMED = 20
"""Addresses that a line names; the rest is counted."""

APPROVE_EXAMPLES = """\b
Example:
  brochure approve ar --by amal --reviewed
  brochure approve ar --by amal --approved help.doctor call
"""

TRANSLATED_EXAMPLES = """\b
Example:
  brochure translated ar
  brochure translated ar help.doctor
  brochure translated
"""


@click.command(epilog=APPROVE_EXAMPLES)
@click.argument("language", metavar="LANG")
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option("--by", required=True, metavar="NAME", help="Who has read them: an id in content/people.yaml.")
@click.option("--reviewed", is_flag=True, help="A second person has read the texts beside the English.")
@click.option("--approved", is_flag=True, help="Someone answerable signs the texts.")
@click.option(
    "--on",
    type=options.Day(),
    default=datetime.date.today,
    metavar="DATE",
    help="The day on which they were read. Default: today.",
)
@options.root_option
def approve(
    language: str,
    units: tuple[str, ...],
    by: str,
    reviewed: bool,
    approved: bool,
    on: datetime.date,
    root: Path,
) -> int:
    """Write down that a person has read texts, as they are now beside the English as it is now.

    UNIT is an address in the language file (help.doctor), or a group of them (help). Without it: every text of the
    language, but for those whose English has changed since; they have to be named.

    It is a record, not a proof, in content/approvals/LANG.yaml. When a text or its English changes, it is void. A unit
    that is named gets exactly what is said, so --reviewed takes an approval back.
    """
    if reviewed == approved:
        raise click.UsageError("say either --reviewed or --approved")
    from brochure.pipeline.approve import approve as write_down
    from brochure.state.signing import Said

    said = Said("reviewed" if reviewed else "approved", by, on)
    return _tell([write_down(root, language, said, units)], f"{said.level} by {by} on {on}")


@click.command(epilog=TRANSLATED_EXAMPLES)
@click.argument("language", required=False, metavar="[LANG]")
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@options.root_option
def translated(language: str | None, units: tuple[str, ...], root: Path) -> int:
    """Write down that texts were made from the English as it is now. Nobody has to have read them for it.

    Run it when you have written or changed texts: from then on a change of their English makes them stale. Without
    UNIT it takes the texts that are new or changed; one that stayed while its English changed has to be named, which
    says that it is still right. Without LANG: the new and changed texts of every language.
    """
    from brochure.pipeline.approve import translated as write_down

    return _tell(
        write_down(root, (language,) if language else (), units), "translated from the present English"
    )


def _tell(signed: Sequence[Signed], what: str) -> int:
    from brochure.cli.report import print_findings
    from brochure.pipeline.outcome import exit_code

    for each in signed:
        print_findings(each.findings)
        if each.signing is None:
            click.echo(f"{each.language}: nothing written; {each.file} is as it was", err=True)
            continue
        _tell_one(each, what)
    return max(exit_code(each.findings) for each in signed) if signed else 0


def _tell_one(signed: Signed, what: str) -> None:
    assert signed.signing is not None
    count = len(signed.signing.recorded)
    click.echo(f"{signed.language}: {count} text{'' if count == 1 else 's'} {what}")
    for addresses, why in (
        (signed.signing.stale, "left out, their English has changed since; name them when they are right"),
        (signed.unusable, "left out, they have no text that can be used"),
        (signed.signing.dropped, "taken off the list, English has no such units any more"),
    ):
        if addresses:
            more = len(addresses) - MOST_NAMED
            listed = ", ".join(addresses[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
            click.echo(f"    {why}: {listed}")
