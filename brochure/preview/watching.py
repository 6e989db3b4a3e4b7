"""Files of the project that changed on the disk, whoever changed them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path, PurePosixPath

from anyio import Event
from watchfiles import awatch

WATCHED = ("content", "pictograms", "fonts")
"""Folders under the root from which a page is made."""

_KINDS = (".yaml", ".svg", ".ttf", ".icc")
_SHORTEST = 3
"""ms in which nothing more has to change: an editor writes a file in several steps."""

_LONGEST = 80
"""ms after which changes are told although more go on coming."""


async def changes(root: Path, stop: Event) -> AsyncIterator[frozenset[str]]:
    """Names relative to the root of files that were written, made or deleted, as they are. Ends with ``stop``."""
    root = root.resolve()
    folders = [root / name for name in WATCHED if (root / name).is_dir()]
    watching = awatch(*folders, debounce=_LONGEST, step=_SHORTEST, stop_event=stop, watch_filter=None)
    async for found in watching:
        paths = [Path(path) for _, path in found]
        # A folder may be a link to somewhere else, and then its files are told by where they are.
        inside = [path for path in paths if path.is_relative_to(root)]
        names = {PurePosixPath(path.relative_to(root).as_posix()) for path in inside}
        files = frozenset(str(name) for name in names if _is_read(name))
        if files:
            yield files


def _is_read(name: PurePosixPath) -> bool:
    """Whether the program reads such a file; editors put others beside them while they save."""
    return name.suffix in _KINDS and not name.name.startswith(".")
