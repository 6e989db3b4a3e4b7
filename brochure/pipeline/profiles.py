"""The colour profile that a file of each target carries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.base.diagnostics import SurroundingsError
from brochure.model.shop import Shop

if TYPE_CHECKING:
    from brochure.finish.pdf import Target

PROFILES: Mapping[Target, str] = {
    "screen": "content/profiles/sRGB.icc",
    "print": "content/profiles/FOGRA39L_coated.icc",
    "office": "content/profiles/sRGB.icc",
}
"""By target, under the project's folder."""


def profiles_for(shop: Shop | None) -> Mapping[Target, str]:
    """As :data:`PROFILES`; on paper the one that ``shop`` asks for."""
    return PROFILES if shop is None else {**PROFILES, "print": f"content/profiles/{shop.profile}"}


@cache
def profile(path: Path) -> bytes:
    """The profile's bytes. Raises SurroundingsError: it is not there, or cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SurroundingsError(
            f"the colour profile {path.name} cannot be read: {error.strerror or error}",
            "Put the released file back into content/profiles/.",
        ) from error
