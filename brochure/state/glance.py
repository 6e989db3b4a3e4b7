"""Files at a glance: their names, sizes and times as one hash. What looks the same is taken for unchanged."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from brochure.base.settled import settled_until


class UnsettledError(Exception):
    """What is there says too little: a link, a file that is just being written, one that cannot be looked at."""


def glance(folders: Iterable[Path], *, suffix: str = "", settled: bool = False) -> str:
    """64 hexadecimal digits of all files below ``folders``, or whose names end in ``suffix``; a folder that is not
    there is empty. ``settled``: only of files that have not just changed.

    Links are not followed but refused, since what they lead to may change unseen. Raises UnsettledError.
    """
    latest = settled_until() if settled else None
    try:
        rows = sorted(row for folder in folders for row in _rows(os.fspath(folder), suffix, latest))
    except OSError as error:
        raise UnsettledError(str(error)) from error
    return hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _rows(folder: str, suffix: str, latest: int | None) -> Iterator[str]:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.is_symlink():
                raise UnsettledError(entry.path)
            if entry.is_dir():
                yield from _rows(entry.path, suffix, latest)
            elif entry.name.endswith(suffix):
                # Of one entry Windows knows the time of its last look into the folder; a question of its own is true.
                found = Path(entry.path).stat() if os.name == "nt" else entry.stat()
                if latest is not None and max(found.st_mtime_ns, found.st_ctime_ns) > latest:
                    raise UnsettledError(entry.path)
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def places(paths: Iterable[str]) -> str:
    """Folders by their own times alone, which change when something is put in or taken out."""
    rows = []
    for path in paths:
        try:
            rows.append(f"{path} {Path(path).stat().st_mtime_ns}")
        except OSError:
            rows.append(path)
    return "\n".join(rows)
