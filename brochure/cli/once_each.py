"""Options that take one value, given once."""

from __future__ import annotations

from collections import Counter

import click


class OnceEach(click.Group):
    """A group whose commands refuse a second value for what takes one: click would drop the first in silence."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it. Raises UsageError for an option of one value that is given twice."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and not isinstance(command, click.Group):
            below = click.Context(command, info_name=name, parent=ctx)
            _, _, given = command.make_parser(below).parse_args(args=list(rest))
            for option, times in Counter(given).items():
                takes_one = isinstance(option, click.Option) and not (option.multiple or option.is_flag)
                if takes_one and times > 1:
                    raise click.UsageError(f"{option.opts[0]} takes one value and is given twice", below)
        return name, command, rest
