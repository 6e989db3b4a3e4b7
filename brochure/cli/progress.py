"""A bar on the terminal while a long piece of work is under way."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from brochure.pipeline.making import Progress, unheard

if TYPE_CHECKING:
    import rich.progress

PATIENCE = 0.5
"""Seconds without a bar: short work needs none."""


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress]:
    """Tell it how far the work is. On standard error, gone at the end; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield unheard
        return
    bar = _Bar()
    try:
        yield bar.tell
    finally:
        bar.close()


class _Bar:
    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown: rich.progress.Progress | None = None

    def tell(self, done: int, of: int) -> None:
        if self._shown is None:
            if time.monotonic() - self._began < PATIENCE or done == of:
                return
            self._shown = _open()
        self._shown.update(self._shown.task_ids[0], completed=done, total=of)

    def close(self) -> None:
        if self._shown is not None:
            self._shown.stop()


def _open() -> rich.progress.Progress:
    import rich.console
    import rich.progress

    shown = rich.progress.Progress(
        rich.progress.TextColumn("documents"),
        rich.progress.BarColumn(),
        rich.progress.MofNCompleteColumn(),
        console=rich.console.Console(stderr=True),
        transient=True,
    )
    shown.add_task("", total=None)
    shown.start()
    return shown
