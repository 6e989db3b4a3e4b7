"""What the program stands on: every package that may be loaded at run time, with version and licence.

From the packages' own metadata (Core Metadata 2.4, License-Expression, License, Classifier). What only tests need, such
as PyMuPDF (AGPL), is not among them; a test loads every room and looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata

from msgspec import Struct

_OURS = "brochure"
_FOR_DEVELOPERS = ("test", "bench")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)""")
_UNSTATED = {"picosvg": "Apache-2.0"}
"""Of packages whose metadata is silent: read in the LICENSE file that they carry."""


class Dependency(Struct, frozen=True):
    """A package that is there. ``licence``: as its maker says it, "" where nobody does."""

    name: str
    version: str
    licence: str


def dependencies() -> tuple[Dependency, ...]:
    """What the program asks for, extras too, and what these ask for, by name; what is not installed is left out."""
    found: dict[str, Dependency] = {}
    waiting = list(_asked(_OURS, for_us=True))
    while waiting:
        name = waiting.pop()
        if name in found or name == _OURS:
            continue
        try:
            found[name] = Dependency(name, metadata.version(name), licence_of(name))
        except metadata.PackageNotFoundError:
            continue
        waiting += _asked(name, for_us=False)
    return tuple(found[name] for name in sorted(found))


def _asked(name: str, *, for_us: bool) -> Iterator[str]:
    """Names that a package asks for; extras of ours but those of who works on it, of others none."""
    for line in metadata.requires(name) or ():
        extra = _EXTRA.search(line)
        match = _NAME.match(line)
        if match and (extra is None or (for_us and extra[1] not in _FOR_DEVELOPERS)):
            yield re.sub(r"[-_.]+", "-", match[0]).lower()


def licence_of(name: str) -> str:
    """Raises PackageNotFoundError."""
    told = metadata.metadata(name)
    stated = next((told[key] for key in ("License-Expression", "License") if key in told), "")
    first = stated.strip().splitlines()[0] if stated.strip() else ""
    if first and len(first) <= _LONGEST:
        return first
    classified = [
        each.split(" :: ")[-1] for each in told.get_all("Classifier") or () if each.startswith("License")
    ]
    return ", ".join(classified) or first[:_LONGEST] or _UNSTATED.get(name, "")


_LONGEST = 60
"""Some put the whole text there."""
