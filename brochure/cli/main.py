"""The command ``brochure``. Exit codes: 0 fine, 1 error findings, 2 arguments, 3 environment, 4 our bug; 130 Ctrl-C.

Nothing heavy is imported before a command runs: ``brochure --help`` answers at once.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence

import click

from brochure.base.diagnostics import BrochureError
from brochure.base.garbage import collect_less, leave_to_system
from brochure.base.version import VERSION
from brochure.cli.commands import Commands

STOPPED = 130
"""What shells expect of a program that Ctrl-C ended (128 + SIGINT)."""


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["--help"], "max_content_width": 110},
    epilog="\b\nExample:\n  brochure build\n  brochure check ar",
)
@click.version_option(VERSION)
def brochure() -> None:
    """Multilingual brochures from YAML: print-ready and accessible PDFs in every script.

    \b
    Exit codes:
      0    fine
      1    error findings (with check --strict: warnings too)
      2    the arguments are off
      3    the environment is in the way (a folder, a font, a library)
      4    a bug of this program
      130  stopped by Ctrl-C; finished files are whole
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command and give back its exit code; says on stderr why it is not 0."""
    _speak_utf8()
    try:
        answer = brochure.main(list(arguments), prog_name="brochure", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; finished files are whole", err=True)
        return STOPPED
    except BrochureError as error:
        click.echo(f"brochure: {error.message}", err=True)
        for line in error.next_step.splitlines():
            click.echo(f"    {line}", err=True)
        return error.exit_code
    except Exception:
        return _bug()
    return answer if isinstance(answer, int) else 0


def main() -> None:
    """Entry point of the installed program."""
    collect_less()
    code = run(sys.argv[1:])
    leave_to_system()
    sys.exit(code)


def _bug() -> int:
    import traceback

    click.echo("brochure: a fault of the program, not of your files.", err=True)
    click.echo("    Please pass on the lines below to the people who look after it.\n", err=True)
    click.echo(traceback.format_exc(), err=True)
    return BrochureError.exit_code


def _speak_utf8() -> None:
    """Into a pipe Windows writes the code page of the machine, which has no Arabic."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(OSError, ValueError):
                encoding = None if stream.isatty() or os.name != "nt" else "utf-8"
                stream.reconfigure(encoding=encoding, errors="backslashreplace")
