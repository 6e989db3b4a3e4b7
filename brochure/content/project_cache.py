"""What was read of a project, kept between runs by the bytes it was read from: it takes longer than setting a page."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from brochure.base.kept import LinkError, files_below, keep, recalled
from brochure.base.settled import settled_until
from brochure.content.approvals import FOLDER as APPROVALS
from brochure.content.groundwork import Groundwork, read_groundwork
from brochure.content.project import Project, read_project
from brochure.content.recipe import recipe
from brochure.content.words import FOLDER as LANGUAGES
from brochure.content.words import SOURCE_LANGUAGE

_MOST_KEPT = 12
_MOST_BYTES = 4_000_000
"""Of a file that is looked at: a larger one is told of by who reads it, and nothing is kept."""

_MOST_FILES = 4096
"""Of which the bytes are not hashed twice by one program."""

_T = TypeVar("_T")


class _TooLargeError(Exception):
    """Such a project is read anew each time."""


def project_of(root: Path, edition: str, folder: Path | None, only: Collection[str] = ()) -> Project:
    """As :func:`brochure.content.project.read_project`. ``folder``: where it is kept, and signs; None for nowhere."""
    arguments = edition, *sorted(only)

    def read() -> Project:
        # One that writes changes English, whose words all languages share, far more often than what lies below.
        ground = kept(
            root, folder, Groundwork, arguments, lambda: read_groundwork(root, edition, only), words=False
        )
        return read_project(root, edition, folder, only, ground)

    return kept(root, folder, Project, arguments, read)


def kept(
    root: Path,
    folder: Path | None,
    kind: type[_T],
    arguments: tuple[str, ...],
    read: Callable[[], _T],
    *,
    words: bool = True,
) -> _T:
    """What ``read`` gives: a ``kind`` of frozen types.

    ``arguments``: all that it depends on beside the project's files and place; of a language's own texts it may use the
    names alone, without ``words`` of the English ones too. ``folder``: made where the one above it is there; None for
    nowhere.
    """
    key = _key(root, arguments, words) if folder else ""
    if folder is None or not key:
        return read()
    name = kind.__name__.strip("_").lower()
    file = folder / f"{name}-{key}.bin"
    found = recalled(file, kind)
    if found is None:
        found = read()
        # A file that was saved meanwhile: nobody knows which of its texts was read.
        if key == _key(root, arguments, words):
            keep(file, found, f"{name}-*.bin", _MOST_KEPT)
    return found


def _key(root: Path, arguments: tuple[str, ...], words: bool) -> str:
    """64 hexadecimal digits; "" where nothing can be kept."""
    digest = hashlib.sha256(recipe())
    # Paths of fonts are in it: as the folder was named, and where that name leads from here.
    place = os.fspath(root), os.path.abspath(root)  # noqa: PTH100  # links are not followed
    digest.update(repr((place, arguments)).encode("utf-8", "surrogatepass"))
    try:
        for row in _rows(root, words):
            digest.update(row)
    except (OSError, LinkError, _TooLargeError):
        return ""
    return digest.hexdigest()


def _rows(root: Path, words: bool) -> Iterator[bytes]:
    """What is there, in a fixed order: fonts by size and time, since they are large and read when they are used;
    texts of languages by their names, since they are read when the language is, save English with ``words``; of all
    others the bytes.
    """
    for folder in ("content", "pictograms", "fonts"):
        place = os.fspath(root / folder)
        for entry in sorted(files_below(place), key=lambda each: each.path):
            name = folder + entry.path[len(place) :].replace(os.sep, "/")
            yield name.encode("utf-8", "surrogatepass")
            if folder == "fonts":
                status = entry.stat()
                yield f" {status.st_size} {status.st_mtime_ns}\n".encode()
            elif _is_shared(name, words):
                yield _digest_of(entry)


def _is_shared(name: str, words: bool) -> bool:
    if name == f"{LANGUAGES}/{SOURCE_LANGUAGE}.yaml":
        return words
    return not name.startswith((f"{LANGUAGES}/", f"{APPROVALS}/"))


def _digest_of(entry: os.DirEntry[str]) -> bytes:
    status = entry.stat()
    if status.st_size > _MOST_BYTES:
        raise _TooLargeError(entry.path)
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    digest = _digest_settled if changed < settled_until() else _digest
    return digest(entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _digest(path: str, *_: int) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a path and a buffer double the time of many files
        return hashlib.sha256(file.read()).digest()


_digest_settled = lru_cache(maxsize=_MOST_FILES)(_digest)
"""By path, size and times: keys are made again and again from the same files."""
