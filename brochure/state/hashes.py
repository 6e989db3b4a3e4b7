"""What an output is made from, as one hash; and a cache that spares reading files whose size and time are unchanged."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec.json import decode, encode

from brochure.base.settled import settled_until
from brochure.state.whole_file import write_whole

_Entry: TypeAlias = tuple[int, int, str]
"""Size, time of the last change (ns), hash."""

ABSENT = "absent"
"""Stands for the hash of a file that is not there."""


def sha256_of(data: bytes) -> str:
    """SHA-256, 64 small hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class FileHashes:
    """SHA-256 of files by a stable name.

    With a cache file, a file of unchanged size and mtime is not read again; without (``None``) every file is read in
    full. An unreadable cache counts as empty: it can only save time. A file is looked at once, however often it is
    asked for: all documents of a build are made from the files of one moment.
    """

    def __init__(self, cache: Path | None) -> None:
        self._cache = cache
        self._old = _entries(cache) if cache is not None else {}
        self._new: dict[str, _Entry] = {}
        self._settled = settled_until()
        self._seen: dict[str, str] = {}

    def of(self, path: Path | str, name: str) -> str:
        """Hash of ``path``, known as ``name`` in the cache; :data:`ABSENT` where there is no file."""
        if name not in self._seen:
            self._seen[name] = self._looked_at(path, name)
        return self._seen[name]

    def _looked_at(self, path: Path | str, name: str) -> str:
        try:
            status = os.stat(path)  # noqa: PTH116  # the program's files come as text: see sources
        except OSError:
            return ABSENT
        known = self._new.get(name) or self._old.get(name)
        if known is not None and known[:2] == (status.st_size, status.st_mtime_ns):
            digest = known[2]
        else:
            try:
                digest = sha256_of(Path(path).read_bytes())
            except OSError:
                return ABSENT
        if status.st_mtime_ns < self._settled:
            self._new[name] = (status.st_size, status.st_mtime_ns, digest)
        return digest

    def keep(self) -> None:
        """Write the cache, entries of this run over older ones. Does nothing without a cache file."""
        if self._cache is None:
            return
        # JSON has no place for a name that is no text; such a file is read each time.
        merged = {**self._old, **{name: entry for name, entry in self._new.items() if _is_text(name)}}
        if merged != self._old:
            write_whole(self._cache, encode(merged, order="sorted"))


def _is_text(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _entries(cache: Path) -> dict[str, _Entry]:
    try:
        return decode(cache.read_bytes(), type=dict[str, _Entry])
    except (OSError, ValueError, RecursionError):
        return {}


def content_hash(
    files: Iterable[tuple[Path | str, str]], options: Mapping[str, str], hashes: FileHashes
) -> str:
    """One hash over ``files`` (path, stable name) and over the options that change bytes.

    Order does not matter, names and presence do: a file that appears or vanishes changes the hash.
    """
    lines = sorted({f"{hashes.of(path, name)} {name}" for path, name in files})
    lines += [f"{key}={value}" for key, value in sorted(options.items())]
    return sha256_of("\n".join(lines).encode("utf-8", "surrogatepass"))  # names of files need not be text


def named(paths: Iterable[Path], root: Path) -> tuple[tuple[Path, str], ...]:
    """Paths with their names relative to ``root``, forward slashes; a path outside of it by ``../``."""
    return tuple((path, Path(os.path.relpath(path, root)).as_posix()) for path in paths)


def sources(package: Path) -> tuple[tuple[str, str], ...]:
    """The program's own sources, which decide about bytes as much as the content does. Paths as text: to make hundreds
    of paths takes longer than to look at the files.
    """
    start = os.fspath(package)
    found = []
    for folder, _, names in os.walk(start):
        below = folder[len(start) :].replace(os.sep, "/")
        found += [
            (f"{folder}{os.sep}{name}", f"program{below}/{name}") for name in names if name.endswith(".py")
        ]
    return tuple(sorted(found))
