"""Options that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

import click

from brochure.state.outputs import TARGETS

F = TypeVar("F", bound=Callable[..., Any])


class Names(click.ParamType[tuple[str, ...]]):
    """``screen,print``: names with commas between them. ``known``: no others are allowed; none means that all are."""

    name = "names"

    def __init__(self, known: Collection[str] = ()) -> None:
        self.known = known

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The names, each once, in the order given."""
        names = tuple(dict.fromkeys(name.strip() for name in str(value).split(",")))
        if "" in names:
            self.fail(f"{value!r} has a name of no letters", param, ctx)
        for name in names:
            if self.known and name not in self.known:
                self.fail(f"{name!r} is none of: {', '.join(self.known)}", param, ctx)
        return names


def names_option(*declared: str, metavar: str, help_: str, known: Collection[str] = ()) -> Callable[[F], F]:
    """An option of :class:`Names`. Given again it adds to what was given: nothing that was asked for is left out."""
    return click.option(
        *declared,
        type=Names(known),
        multiple=True,
        callback=lambda _context, _option, given: tuple(
            dict.fromkeys(name for each in given for name in each)
        ),
        metavar=metavar,
        help=help_,
    )


class Day(click.ParamType[datetime.date]):
    """A date as ISO 8601 writes it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The date."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write it like 2027-05-22", param, ctx)


def root_option(command: F) -> F:
    """``--root``, of every command."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        metavar="DIR",
        help="The project's folder, the one with content/ in it. Default: here.",
    )(command)


def jobs_option(command: F) -> F:
    """``--jobs``."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=None,
        callback=lambda _context, _option, given: given or 0,
        metavar="N",
        help="Work with N programs side by side. Default: as many as there are cores, where there is much to do.",
    )(command)


def edition_option(command: F) -> F:
    """``--edition``."""
    return click.option(
        "--edition",
        default="",
        metavar="NAME",
        help="One edition. Default: all that are not marked as an example.",
    )(command)


def today_option(command: F) -> F:
    """``--today``: changes findings about expired facts, never a file."""
    return click.option(
        "--today",
        type=Day(),
        default=datetime.date.today,
        metavar="DATE",
        help="Judge expired facts as of this day. Default: today.",
    )(command)


def json_option(command: F) -> F:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="The same as JSON on standard output.")(
        command
    )


def format_option(command: F) -> F:
    """``--format``."""
    return names_option("--format", "formats", metavar="F,F", help_="Only these formats.")(command)


def discreet_option(command: F) -> F:
    """``--discreet``."""
    return click.option(
        "--discreet",
        is_flag=True,
        help="The variant that says even less about what the paper is for, of the formats that have one.",
    )(command)


def shop_option(command: F) -> F:
    """``--shop``."""
    return click.option(
        "--shop",
        default="",
        metavar="NAME",
        help="Files for print as this shop of content/shops asks for them, into print+NAME/.",
    )(command)


def for_option(command: F) -> F:
    """``--for``."""
    return names_option("--for", "targets", metavar="T,T", help_=f"Only for: {', '.join(TARGETS)}.")(command)
