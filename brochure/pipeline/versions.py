"""Versions of the program and of what it stands on: they decide about bytes, so they belong to the content hash."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from importlib import metadata

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
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "missing"
    return found
