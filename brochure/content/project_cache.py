"""What was read of a project, kept between runs by the bytes it was read from. To read takes longer than to set a page.

An entry says nothing where its checksum does not hold, where it was written by another version, or where it names
anything but our own frozen types: pickle could start any program, and a project's folder may come from a stranger.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import io
import os
import pickle
import sys
from collections.abc import Callable, Collection, Iterator
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from brochure.content.approvals import FOLDER as APPROVALS
from brochure.content.project import Project, read_project
from brochure.content.words import FOLDER as LANGUAGES
from brochure.content.words import SOURCE_LANGUAGE

_LIBRARIES = ("babel", "lxml", "msgspec", "phonenumbers", "picosvg", "pathops", "yaml")
"""Modules whose packages have a say in what is read."""
_ROOMS = ("base", "model", "content")
_MOST_KEPT = 12
_MOST_BYTES = 4_000_000
"""Of a file that is looked at: a larger one is told of by who reads it, and nothing is kept."""
_DIGEST = hashlib.sha256().digest_size
_PLAIN: dict[str, object] = {
    "datetime.date": datetime.date,
    "pathlib.PosixPath": Path,
    "pathlib.WindowsPath": Path,
}
_NOWHERE = Path()

_T = TypeVar("_T")


class _UnkeptError(Exception):
    """A link, or a file that cannot be read or is too large: this project is read anew each time."""


def project_of(root: Path, edition: str, folder: Path | None, only: Collection[str] = ()) -> Project:
    """As :func:`brochure.content.project.read_project`. ``folder``: where it is kept, and signs; None for nowhere."""

    def read() -> Project:
        return replace(read_project(root, edition, folder, only), root=_NOWHERE)

    return replace(kept(root, folder, Project, (edition, *sorted(only)), read), root=root)


def kept(
    root: Path, folder: Path | None, kind: type[_T], arguments: tuple[str, ...], read: Callable[[], _T]
) -> _T:
    """What ``read`` gives: a ``kind`` of frozen types in which nothing tells where the project lies.

    ``arguments``: all that it depends on beside the project's files; of a language's own texts it may use the names
    alone. ``folder``: made where the one above it is there; None for nowhere.
    """
    name = f"{kind.__name__.lower()}-{{}}.bin"
    key = _key(root, arguments) if folder else ""
    if folder is None or not key:
        return read()
    found = _recalled(folder / name.format(key), kind)
    if found is None:
        found = read()
        # A file that was saved meanwhile: nobody knows which of its texts was read.
        if key == _key(root, arguments):
            _keep(folder, name, key, found)
    return found


def _key(root: Path, arguments: tuple[str, ...]) -> str:
    """64 hexadecimal digits; "" where nothing can be kept."""
    digest = hashlib.sha256(_recipe())
    digest.update(repr(arguments).encode("utf-8", "surrogatepass"))
    try:
        for row in _rows(root):
            digest.update(row)
    except (OSError, _UnkeptError):
        return ""
    return digest.hexdigest()


def _rows(root: Path) -> Iterator[bytes]:
    """What is there, in a fixed order: fonts by size and time, since they are large and read when they are used;
    texts of languages by their names, since they are read when the language is; of all others the bytes.
    """
    for folder in ("content", "pictograms", "fonts"):
        for entry in sorted(_files(os.fspath(root / folder)), key=lambda each: each.path):
            name = Path(entry.path).relative_to(root).as_posix()
            yield name.encode("utf-8", "surrogatepass")
            if folder == "fonts":
                status = entry.stat()
                yield f" {status.st_size} {status.st_mtime_ns}\n".encode()
            elif _is_shared(name):
                yield _digest_of(entry)


def _is_shared(name: str) -> bool:
    return (
        not name.startswith((f"{LANGUAGES}/", f"{APPROVALS}/"))
        or name == f"{LANGUAGES}/{SOURCE_LANGUAGE}.yaml"
    )


def _digest_of(entry: os.DirEntry[str]) -> bytes:
    if entry.stat().st_size > _MOST_BYTES:
        raise _UnkeptError(entry.path)
    return hashlib.sha256(Path(entry.path).read_bytes()).digest()


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                raise _UnkeptError(entry.path)
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.is_file():
                yield entry


@cache
def _recipe() -> bytes:
    """Over everything but the project's files that decides what is read out of them."""
    digest = hashlib.sha256(sys.version.encode())
    rooms = Path(__file__).parents[1]
    for room in _ROOMS:
        for entry in sorted(_files(os.fspath(rooms / room)), key=lambda each: each.path):
            if entry.name.endswith(".py"):
                status = entry.stat()
                digest.update(f"{room}/{entry.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    places = {
        Path(spec.origin).parents[1] for each in _LIBRARIES if (spec := find_spec(each)) and spec.origin
    }
    # Names of the metadata folders carry the versions; importlib.metadata would take 50 ms to say the same.
    names = sorted(name for place in places for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208  # names alone
    digest.update("\n".join(names).encode())
    return digest.digest()


class _Reader(pickle.Unpickler):
    """Knows our frozen types, dates and paths, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        plain = _PLAIN.get(f"{module}.{name}")
        if plain is not None:
            return plain
        if module.startswith("brochure."):
            found = super().find_class(module, name)
            if isinstance(found, type) and issubclass(found, msgspec.Struct | Enum | tuple):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _recalled(file: Path, kind: type[_T]) -> _T | None:
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


def _keep(folder: Path, name: str, key: str, found: object) -> None:
    """Writes the entry whole or not at all; a folder that cannot be written costs the next run its time."""
    from tempfile import mkstemp

    data = pickle.dumps(found, protocol=5)
    with contextlib.suppress(OSError):
        folder.mkdir(exist_ok=True)
        handle, part = mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            Path(part).replace(folder / name.format(key))
        finally:
            Path(part).unlink(missing_ok=True)
        kept = sorted(folder.glob(name.format("*")), key=lambda each: each.stat().st_mtime_ns)
        for old in kept[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)
