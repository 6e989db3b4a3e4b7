"""Frozen types kept in files between runs: whole, checked, and nothing that could start a program or change this one.

A file says nothing where its checksum does not hold or where it names anything but our own frozen types: pickle could
call any function there is, and a project's folder may come from a stranger.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import io
import os
import pickle
import sys
import time
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path, PosixPath, WindowsPath
from typing import Any, TypeVar

from msgspec import Struct

_DIGEST = hashlib.sha256().digest_size
_OURS = "brochure."

_STALE = 3600
"""Seconds, after which a file that was not finished is one of a program that was killed."""

_T = TypeVar("_T")


def _path(*parts: str) -> Path:
    return Path(*parts)


_PLAIN: dict[str, object] = {
    "datetime.date": datetime.date,
    # Python 3.13 has them in pathlib._local.
    **{f"{kind.__module__}.{kind.__name__}": _path for kind in (PosixPath, WindowsPath)},
}


def _refuse_state(*_: object) -> None:
    raise pickle.UnpicklingError("a frozen type has no state")


class _Reader(pickle.Unpickler):
    """Knows our frozen types, dates and paths, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        plain = _PLAIN.get(f"{module}.{name}")
        if plain is not None:
            return plain
        if module.startswith(_OURS):
            found = super().find_class(module, name)
            ours = isinstance(found, type) and found.__module__.startswith(_OURS)
            if ours and issubclass(found, Struct | Enum):
                # Else pickle's BUILD sets attributes of whatever it is given: of the class, of an enumeration's
                # member, and they stay so for all of the program.
                type.__setattr__(found, "__setstate__", _refuse_state)
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def recalled(file: Path, kind: type[_T]) -> _T | None:
    """The ``kind`` that was kept in ``file``; None where there is none, or where it is not whole."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    try:
        found = _Reader(io.BytesIO(data[_DIGEST:])).load()
    except Exception:  # What a stranger has written may fail in any way, and is worth nothing.
        return None
    return found if isinstance(found, kind) else None


def keep(file: Path, value: object, family: str, most: int) -> None:
    """Writes ``value`` whole or not at all; a folder that cannot be written costs the next run its time. Its folder is
    made where the one above it is there. Of the files whose names match ``family`` the ``most`` youngest stay.
    """
    data = pickle.dumps(value, protocol=5)
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        # A name that no other program or thread takes; tempfile takes longer to load than all of this.
        part = file.with_name(f".{os.urandom(8).hex()}.part")
        try:
            with part.open("xb") as opened:
                opened.write(hashlib.sha256(data).digest() + data)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
        kept = sorted(file.parent.glob(family), key=lambda each: each.stat().st_mtime_ns)
        stale = [each for each in file.parent.glob(".*.part") if each.stat().st_mtime < time.time() - _STALE]
        for old in (*kept[:-most], *stale):
            old.unlink(missing_ok=True)


@cache
def recipe(rooms: tuple[str, ...], libraries: tuple[str, ...]) -> bytes:
    """A hash of the program, as far as it has a say: sources of ``rooms`` by size and time, versions of the packages
    in which the modules ``libraries`` lie, and Python's.
    """
    digest = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parents[1]
    for room in rooms:
        for entry in sorted(files_below(package / room), key=lambda each: each.path):
            if entry.name.endswith(".py"):
                status = entry.stat()
                digest.update(f"{room}/{entry.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    places = {Path(spec.origin).parents[1] for each in libraries if (spec := find_spec(each)) and spec.origin}
    # Names of the metadata folders carry the versions; importlib.metadata would take 50 ms to say the same.
    names = sorted(name for place in places for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208
    digest.update("\n".join(names).encode())
    return digest.digest()


class LinkError(Exception):
    """A link, which may lead anywhere and change unseen."""


def files_below(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """Every file, in no order. Raises OSError, and LinkError where there is a link."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                raise LinkError(entry.path)
            if entry.is_dir():
                yield from files_below(entry.path)
            elif entry.is_file():
                yield entry
