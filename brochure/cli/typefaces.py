"""What fonts are there, and what newer ones would change: as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from brochure.base.diagnostics import Finding
from brochure.cli.report import counted, finding_object, print_findings, print_json
from brochure.cli.table import print_table
from brochure.pipeline.font_files import Replacement
from brochure.pipeline.font_update import TextChange, Update
from brochure.pipeline.fonts import Standing

HEAD = ("family", "weights", "version", "licence", "kB", "scripts", "languages")
NAMED = 12
"""So many texts are named one by one; ``--json`` names all."""


def print_standings(families: Sequence[Standing], findings: Sequence[Finding], *, as_json: bool) -> None:
    """Families to stdout, findings to stderr; with ``as_json`` both to stdout."""
    if as_json:
        print_json(
            {
                "families": [_standing_object(each) for each in families],
                "bytes": sum(each.size for each in families),
                "findings": [finding_object(finding) for finding in findings],
            }
        )
        return
    print_findings(findings)
    if families:
        print_table(HEAD, [_cells(each) for each in families], ("kB",), {})
        total = sum(each.size for each in families)
        click.echo(f"{len(families)} families, {total / 1e6:.1f} MB in the repository")


def _cells(each: Standing) -> tuple[str, ...]:
    return (
        each.family,
        " ".join(each.files),
        each.origin.version,
        each.origin.licence,
        f"{each.size / 1000:.0f}",
        " ".join(each.scripts) or "-",
        " ".join(each.languages) or "-",
    )


def _standing_object(each: Standing) -> dict[str, Any]:
    return {
        "family": each.family,
        "version": each.origin.version,
        "licence": each.origin.licence,
        "licence_file": each.origin.licence_file,
        "source": each.origin.source,
        "faces": [{"weight": weight, "bytes": size} for weight, size in each.files.items()],
        "bytes": each.size,
        "scripts": list(each.scripts),
        "languages": list(each.languages),
    }


def print_update(
    replacements: Sequence[Replacement], update: Update, findings: Sequence[Finding], *, as_json: bool
) -> None:
    """What would change to stdout, findings to stderr; with ``as_json`` both to stdout."""
    if as_json:
        print_json(_update_object(replacements, update, findings))
        return
    print_findings(findings)
    for each in replacements:
        _print_face(each)
    if all(each.is_same for each in replacements):
        click.echo("nothing would change" if replacements else "nothing to compare")
        return
    _print_texts(update)
    for lost in update.lost:
        code = f"U+{ord(lost.character):04X}"
        click.echo(f"lost in {lost.face}: {lost.character} ({code} {lost.name}) in {', '.join(lost.texts)}")
    for leading in update.leadings:
        if leading.before != leading.after:
            small = ", too little" if leading.after > leading.given else ""
            click.echo(
                f"leading that the ink of {leading.language} asks for: {leading.before:.2f} em, then "
                f"{leading.after:.2f}; the theme gives {leading.given:.2f}{small}"
            )


def _print_face(each: Replacement) -> None:
    if each.is_same:
        click.echo(f"{each.face.id} {each.old.version}: the declared file, to the byte")
        return
    click.echo(f"{each.face.id} {each.old.version}, then {each.new.version}: {each.new.path.as_posix()}")
    click.echo(f"    sha256 {each.new.sha256}")
    click.echo(f"    {each.old.size} bytes, then {each.new.size}")
    click.echo(f"    {counted(len(each.gained), 'character')} more, {len(each.lost)} fewer")


def _print_texts(update: Update) -> None:
    changes = update.changes
    widths = [change.width for change in changes if change.is_wider]
    click.echo(f"of {counted(update.texts, 'text')} set in it:")
    click.echo(f"    {sum(bool(change.drawn) for change in changes)} drawn or placed differently")
    reach = f", from {min(widths):+.1%} to {max(widths):+.1%}" if widths else ""
    click.echo(f"    {len(widths)} wider or narrower{reach}")
    click.echo(f"    {sum(change.is_resized for change in changes)} set in another size")
    click.echo(f"    {sum(change.breaks for change in changes)} with lines that end elsewhere")
    for change in changes[:NAMED]:
        _print_text(change)
    if len(changes) > NAMED:
        click.echo(f"and {counted(len(changes) - NAMED, 'text')} more; --json names all")


def _print_text(change: TextChange) -> None:
    said = [f"differently drawn: {' '.join(change.drawn)}"] if change.drawn else []
    said += [f"{change.width:+.1%} wide"] if change.is_wider else []
    said += [f"{change.size_before:g} pt, then {change.size_after:g} pt"] if change.is_resized else []
    click.echo(f"{change.format}-{change.language} {change.address}: {'; '.join(said) or 'other lines'}")
    if change.breaks:
        click.echo(f"    before: {' | '.join(change.before)}")
        click.echo(f"    after:  {' | '.join(change.after)}")


def _update_object(
    replacements: Sequence[Replacement], update: Update, findings: Sequence[Finding]
) -> dict[str, Any]:
    return {
        "faces": [
            {
                "face": each.face.id,
                "file": each.new.path.as_posix(),
                "version": {"before": each.old.version, "after": each.new.version},
                "sha256": {"before": each.old.sha256, "after": each.new.sha256},
                "bytes": {"before": each.old.size, "after": each.new.size},
                "lost": [f"U+{code:04X}" for code in each.lost],
                "gained": [f"U+{code:04X}" for code in each.gained],
            }
            for each in replacements
        ],
        "texts": update.texts,
        "changes": [_change_object(change) for change in update.changes],
        "lost": [
            {
                "character": f"U+{ord(lost.character):04X}",
                "name": lost.name,
                "face": lost.face,
                "texts": lost.texts,
            }
            for lost in update.lost
        ],
        "leadings": [
            {
                "language": each.language,
                "before": round(each.before, 3),
                "after": round(each.after, 3),
                "theme": each.given,
            }
            for each in update.leadings
        ],
        "findings": [finding_object(finding) for finding in findings],
    }


def _change_object(change: TextChange) -> dict[str, Any]:
    return {
        "edition": change.edition,
        "language": change.language,
        "format": change.format,
        "address": change.address,
        "drawn": list(change.drawn),
        "width": round(change.width, 4),
        "size": {"before": change.size_before, "after": change.size_after},
        "lines": {"before": list(change.before), "after": list(change.after)},
        "breaks": change.breaks,
    }
