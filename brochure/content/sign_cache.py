"""Outlines of signs kept between runs, by what they were made from: the file's bytes, this code and its libraries.

A damaged or foreign entry is worth nothing and says nothing: the sign is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from brochure.base import kept
from brochure.content.svg_child import PlainLayer

_LIBRARIES = ("picosvg", "skia_pathops", "lxml")
_MOST = 1000
"""A project has some sixty."""


@cache
def _recipe() -> bytes:
    """A hash over everything but the file itself that decides what the outlines look like."""
    digest = hashlib.sha256()
    for module in sorted(Path(__file__).parent.glob("svg_*.py")):
        digest.update(module.read_bytes())
    spec = find_spec("picosvg")
    if spec and spec.origin:
        # Names of the metadata folders carry the versions; importlib.metadata would take 50 ms to say the same.
        packages = Path(spec.origin).parent.parent
        names = (path.name for library in _LIBRARIES for path in packages.glob(f"{library}-*.dist-info"))
        digest.update("\n".join(sorted(names)).encode())
    return digest.digest()


def _entry(folder: Path, data: bytes) -> Path:
    return folder / f"sign-{hashlib.sha256(_recipe() + data).hexdigest()}.bin"


def recall(folder: Path, data: bytes) -> tuple[PlainLayer, ...] | None:
    """The layers made from ``data`` earlier, None when there are none or their file is damaged."""
    return kept.recalled(_entry(folder, data), tuple)


def keep(folder: Path, data: bytes, layers: tuple[PlainLayer, ...]) -> None:
    """Writes the entry whole or not at all; a folder that cannot be written costs the next run its time."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        kept.keep(_entry(folder, data), layers, "sign-*.bin", _MOST)
