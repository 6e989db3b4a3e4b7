"""One build at a time in an output folder.

The system's own file lock, not the mere presence of a file: when a build dies, however it dies, its lock dies with it,
so nobody has to judge whether a lock is stale.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from brochure.base.diagnostics import SurroundingsError
from brochure.state.whole_file import advice

_BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the lock of the output folder ``out``, which is made.

    Raises SurroundingsError where another build holds it or the folder cannot be written.
    """
    path = out / ".cache" / "lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b", buffering=0)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SurroundingsError(
            f"the output folder {out.as_posix()} cannot be written: {reason}",
            advice(error, "Give the folder write permission, or name another one with --out."),
        ) from error
    with file:
        _take(file, out)
        # Beyond the first bytes nothing is locked on Windows, so the number can be read by the one who waits. It only
        # informs: a full disk is told by whoever has something to put there.
        with contextlib.suppress(OSError):
            file.truncate(0)
            file.write(str(os.getpid()).encode("ascii"))
        yield


def _take(file: FileIO, out: Path) -> None:
    try:
        _lock(file)
    except OSError as error:
        if error.errno not in _BUSY:
            raise SurroundingsError(
                f"the output folder {out.as_posix()} cannot be locked: {error.strerror or error}",
                "Name a folder on a local disk with --out.",
            ) from error
        file.seek(0)
        number = file.read(20).decode("ascii", "replace")
        raise SurroundingsError(
            f"another build (process {number or 'unknown'}) is writing into {out.as_posix()}",
            "Wait until it has ended, or name another folder with --out.",
        ) from error


if sys.platform == "win32":
    import msvcrt

    def _lock(file: FileIO) -> None:
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
