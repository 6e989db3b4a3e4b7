"""Rows of text: aligned by spaces into a pipe, a table with lines and colours on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence

import click


def print_table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Collection[str],
    colours: Mapping[int, str],
) -> None:
    """To standard output. ``numbers``: the columns that stand to the right. ``colours``: of rows, by their number.

    Both only on a terminal: in a pipe every column starts where its head starts.
    """
    if sys.stdout.isatty():
        _print_rich(head, rows, numbers, colours)
        return
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _print_rich(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Collection[str],
    colours: Mapping[int, str],
) -> None:
    import rich.box
    import rich.console
    import rich.table
    import rich.text

    table = rich.table.Table(box=rich.box.SIMPLE)
    for name in head:
        table.add_column(name, justify="right" if name in numbers else "left")
    for number, row in enumerate(rows):
        # Text, not markup: a folder name may hold square brackets.
        table.add_row(*(rich.text.Text(cell) for cell in row), style=colours.get(number, ""))
    rich.console.Console().print(table)
