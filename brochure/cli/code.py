"""``brochure code``."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import to_builtins

from brochure.cli import options

if TYPE_CHECKING:
    from brochure.pipeline.printed import Compared

EXAMPLES = """\b
Example:
  brochure code --record ar sq            when the files go to print
  brochure code "LU-A · ar · leaflet · 2026-11 · 7K3F"
  brochure code 7K3F
"""


@click.command(epilog=EXAMPLES)
@click.argument("words", nargs=-1, metavar="[EDITION-CODE | LANG ...]")
@click.option(
    "--record", is_flag=True, help="Keep what the copies of LANG ... say now, under content/printed/."
)
@click.option(
    "--format",
    "format_id",
    default="leaflet",
    metavar="F",
    help="With --record: which format. Default: leaflet.",
)
@click.option(
    "--on",
    type=options.Day(),
    default=None,
    metavar="DATE",
    help="With --record: the day of printing. Default: today.",
)
@options.edition_option
@options.json_option
@options.root_option
def code(
    words: tuple[str, ...],
    record: bool,
    format_id: str,
    on: datetime.date | None,
    edition: str,
    as_json: bool,
    root: Path,
) -> int:
    """Say which texts and facts a printed copy held, and what has changed since.

    The code stands in small type on the back of a copy. Exit code 1 where something has changed.
    """
    import json

    from brochure.pipeline.outcome import exit_code
    from brochure.pipeline.printed import compare_printed, record_printed

    if not words:
        raise click.UsageError("Say a code, or with --record the languages that go to print.")
    if record:
        day = (on or datetime.date.today()).isoformat()
        written, findings = record_printed(root, edition, words, format_id, day)
        for name in written:
            click.echo(name)
        for finding in findings:
            click.echo(str(finding), err=True)
        return exit_code(findings)
    compared, findings = compare_printed(root, " ".join(words))
    for finding in findings:
        click.echo(str(finding), err=True)
    click.echo(
        json.dumps([_plain(each) for each in compared], ensure_ascii=False, indent=1)
        if as_json
        else _told(compared)
    )
    return 1 if any(each.changes or not each.present for each in compared) else exit_code(findings)


def _told(compared: tuple[Compared, ...]) -> str:
    return "\n\n".join("\n".join(_lines(each)) for each in compared)


def _lines(each: Compared) -> list[str]:
    copy = each.copy
    stamp = ", a draft" if copy.draft else ""
    lines = [f"{copy.code}: printed {copy.on}{stamp}, {len(copy.said)} texts and facts"]
    if not each.present:
        return [*lines, "This copy cannot be made any more: its edition, language or format is gone."]
    if not each.changes:
        return [*lines, "Nothing has changed since."]
    lines.append(f"Now it is {each.present}. Changed since: {len(each.changes)}")
    for change in each.changes:
        lines += [f"  {change.name}", f"    then: {change.then or '-'}", f"    now:  {change.now or '-'}"]
    return lines


def _plain(each: Compared) -> dict[str, object]:
    copy = each.copy
    return {
        "code": copy.code,
        "edition": copy.edition,
        "language": copy.language,
        "format": copy.format,
        "on": copy.on,
        "draft": copy.draft,
        "present": each.present,
        "said": dict(copy.said),
        "changes": [to_builtins(change) for change in each.changes],
    }
