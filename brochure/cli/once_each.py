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
        if command is not None and not isinstance(command, click.Group) and not ctx.resilient_parsing:
            _refuse_seconds(click.Context(command, info_name=name, parent=ctx), rest)
        return name, command, rest


def _refuse_seconds(context: click.Context, arguments: list[str]) -> None:
    _, _, given = context.command.make_parser(context).parse_args(args=list(arguments))
    if any(option.is_eager for option in given):  # --help, which is answered whatever else there is
        return
    for option, times in Counter(given).items():
        takes_one = isinstance(option, click.Option) and not (option.multiple or option.is_flag)
        if takes_one and times > 1:
            raise click.UsageError(f"{option.opts[0]} takes one value and is given more than once", context)
