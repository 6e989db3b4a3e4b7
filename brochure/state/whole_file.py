"""A file appears whole or not at all: a temporary file in the same folder, flushed to the disk, then renamed."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

_PART = re.compile(r"\..+\.[0-9]+\.part")


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``; the folder is made. Until the last step ``path`` keeps what it held.

    The temporary file goes away whatever happens, Ctrl-C included. Raises OSError: folder or file cannot be written,
    disk full, or (on Windows) the file is open in another program.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def replace_whole(path: Path, read: bytes, data: bytes) -> bool:
    """Write ``data`` over a file that still holds ``read``; False, and nothing is written, where another program has
    saved it since. Raises OSError as :func:`write_whole` does, and where the file is gone.
    """
    if path.read_bytes() != read:
        return False
    write_whole(path, data)
    return True


_MAKE_ROOM = "Make room on the disk, then do it again."
_ADVICE = {
    errno.ENOSPC: _MAKE_ROOM,
    getattr(errno, "EDQUOT", errno.ENOSPC): _MAKE_ROOM,  # Windows has no quota of that name
    errno.EROFS: "The disk can only be read: name a folder on another one.",
}


def advice(error: OSError, otherwise: str) -> str:
    """What to do about a file that could not be written; ``otherwise`` where it is neither a full nor a fixed disk."""
    return _ADVICE.get(error.errno or 0, otherwise)


def sweep_parts(folder: Path) -> None:
    """Remove temporary files that a killed build left in ``folder``. Only for the holder of the lock."""
    if folder.is_dir():
        for file in folder.iterdir():
            if _PART.fullmatch(file.name):
                file.unlink(missing_ok=True)
