from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from finish.by_hand import ROOT, leaflet

from brochure.finish.pdf import Target, write_pdf

PROFILES: dict[Target, str] = {"screen": "sRGB.icc", "print": "FOGRA39L_coated.icc", "office": "sRGB.icc"}


def profile(target: Target) -> bytes:
    return (ROOT / "content/profiles" / PROFILES[target]).read_bytes()


@pytest.fixture(scope="session")
def finished() -> Callable[[str, Target], bytes]:
    """The hand-made page of a language, finished for a target."""
    return cache(lambda tag, target: write_pdf(leaflet(tag), target, profile(target)))
