"""``brochure doctor``."""

from __future__ import annotations

from pathlib import Path

import click

from brochure.cli import options

EXAMPLES = """\b
Example:
  brochure doctor
"""


@click.command(epilog=EXAMPLES)
@options.root_option
def doctor(root: Path) -> int:
    """Say what is there, what is missing, and what that costs.

    Versions, python-bidi's answer for a known string, the project's fonts and colour profiles by hash, and the licence
    of every package that may be loaded. Exit code 3 where something is wrong that a build needs.
    """
    from brochure.base.diagnostics import SurroundingsError
    from brochure.pipeline.doctor import examine

    parts = examine(root)
    width = max(len(part.name) for part in parts)
    for part in parts:
        first, *rest = part.detail.splitlines() or [""]
        click.echo(f"{part.name:<{width}}  {part.state:<10}  {first}".rstrip())
        for line in rest:
            click.echo(f"{'':<{width}}  {'':<10}  {line}")
    return SurroundingsError.exit_code if any(part.state == "wrong" for part in parts) else 0
