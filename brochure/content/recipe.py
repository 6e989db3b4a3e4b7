"""What, beside a project's files, has a say in what is read of it."""

from __future__ import annotations

from brochure.base import kept

_ROOMS = ("base", "model", "content")
_LIBRARIES = ("babel", "lxml", "msgspec", "phonenumbers", "picosvg", "pathops", "yaml")


def recipe() -> bytes:
    """A hash of this program and of its packages, as far as they read: part of the name of all that is kept."""
    return kept.recipe(_ROOMS, _LIBRARIES)
