"""What lies in a folder, by exact names: a disk that takes AR.yaml for ar.yaml does not make it so elsewhere."""

from __future__ import annotations

import os
from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """Of files and folders, in no order; none where there is no folder."""
    try:
        return os.listdir(folder)  # noqa: PTH208  # a path made of each name takes ten times as long
    except (FileNotFoundError, NotADirectoryError):
        return []


def stems_in(folder: Path, suffix: str) -> tuple[str, ...]:
    """Names that end in ``suffix`` (``.yaml``), without it, sorted."""
    names = (name for name in names_in(folder) if name.endswith(suffix) and name != suffix)
    return tuple(sorted(name.removesuffix(suffix) for name in names))
