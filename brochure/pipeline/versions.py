"""Versions of the program and of what it stands on: they decide about bytes, so they belong to the content hash."""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Mapping

from brochure.base.version import VERSION

PACKAGES = (
    "arabic-reshaper",
    "babel",
    "icu4py",
    "lxml",
    "phonenumbers",
    "picosvg",
    "pypdfium2",
    "python-bidi",
    "pyyaml",
    "reportlab",
    "segno",
    "skia-pathops",
    "uharfbuzz",
)
"""Outside packages that have a say in an output, or in whether it is rejected."""


def tool_versions() -> Mapping[str, str]:
    """Package to version; "missing" for one that is not installed. Loads none of them."""
    found = {"brochure": VERSION, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    listed = _listed()
    return {**found, **{name: listed.get(name) or _asked(name) for name in PACKAGES}}


_LISTED = re.compile(r"(?P<name>[a-z0-9._-]+)-(?P<version>[^-]+)\.dist-info", re.IGNORECASE)


def _listed() -> Mapping[str, str]:
    """By the names of folders alone (Binary distribution format, "The .dist-info directory"), of the first place on the
    path that has one: importlib.metadata takes 30 ms to load.
    """
    found: dict[str, str] = {}
    for place in sys.path:
        try:
            names = [each.name for each in os.scandir(place)] if place else []
        except OSError:
            continue
        here = {
            re.sub(r"[-_.]+", "-", match["name"].lower()): match["version"]
            for name in names
            if (match := _LISTED.fullmatch(name))
        }
        found = {**here, **found}
    return found


def _asked(name: str) -> str:
    """Of one that is installed in another way."""
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
