"""Multilingual brochures from YAML: print-ready and accessible PDFs in every script.

>>> import brochure
>>> done = brochure.build("my project", ["ar", "en"], formats=["leaflet"])

``brochure/docs/library.md`` has all names. Nothing is loaded before it is asked for.
"""

from __future__ import annotations

import sys
from types import ModuleType

from brochure.base import version

TYPE_CHECKING = False  # that of typing takes longer to import than all the rest

if TYPE_CHECKING:
    from brochure.base.diagnostics import ArgumentsError, BrochureError, Finding, Severity, SurroundingsError
    from brochure.base.spans import Span
    from brochure.library import Built, Checked, File, build, check

__version__ = version.VERSION

__all__ = (
    "ArgumentsError",
    "BrochureError",
    "Built",
    "Checked",
    "File",
    "Finding",
    "Severity",
    "Span",
    "SurroundingsError",
    "__version__",
    "build",
    "check",
)


def __getattr__(name: str) -> object:
    """The names of the library use, loaded at their first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'brochure' has no attribute {name!r}")
    from brochure import library

    value: object = getattr(library, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Front(ModuleType):
    """``brochure.check`` is the function; the import of a module of that room does not put the room in its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "check" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Front
