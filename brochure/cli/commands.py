"""The commands by their names. Each is imported when it is asked for: a build waits for none of the others."""

from __future__ import annotations

import click

from brochure.cli.once_each import OnceEach

NAMES = frozenset(
    {
        "approve",
        "build",
        "check",
        "code",
        "doctor",
        "export",
        "fonts",
        "import",
        "new-language",
        "package",
        "pictograms",
        "preflight",
        "preview",
        "schemas",
        "show",
        "status",
        "translated",
    }
)


class Commands(OnceEach):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, whether imported or not."""
        return sorted({*NAMES, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name. For a name that is none all are imported: click looks for one that is like it."""
        known = cmd_name in NAMES or cmd_name in self.commands
        for name in {cmd_name} if known else NAMES:
            if name not in self.commands:
                self.add_command(_imported(name))
        return super().get_command(ctx, cmd_name)


def _imported(name: str) -> click.Command:
    match name:
        case "approve":
            from brochure.cli.approve import approve as command
        case "build":
            from brochure.cli.build import build as command
        case "check":
            from brochure.cli.check import check as command
        case "code":
            from brochure.cli.code import code as command
        case "doctor":
            from brochure.cli.doctor import doctor as command
        case "export":
            from brochure.cli.exchange import export as command
        case "fonts":
            from brochure.cli.fonts import fonts as command
        case "import":
            from brochure.cli.exchange import import_ as command
        case "new-language":
            from brochure.cli.new_language import new_language as command
        case "package":
            from brochure.cli.package import package as command
        case "pictograms":
            from brochure.cli.pictograms import pictograms as command
        case "preflight":
            from brochure.cli.preflight import preflight as command
        case "preview":
            from brochure.cli.preview import preview as command
        case "schemas":
            from brochure.cli.schemas import schemas as command
        case "show":
            from brochure.cli.show import show as command
        case "status":
            from brochure.cli.status import status as command
        case "translated":
            from brochure.cli.approve import translated as command
        case _:
            raise LookupError(name)
    return command
