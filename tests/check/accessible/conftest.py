"""Real files for the screen, made once in a worker, and the document each was made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from check.accessible.spoiling import Damage, spoiled

from brochure.base.diagnostics import Finding
from brochure.check.accessible.finished import check_told
from brochure.check.conformance import judge
from brochure.model.document import Document

NAME = "screen/leaflet.pdf"


@dataclass(frozen=True)
class Made:
    """A draft, for the screen."""

    document: Document
    pdf: bytes


@pytest.fixture(scope="session")
def made(project_root: Path) -> Callable[[str], Made]:
    """The leaflet by language tag."""
    from brochure.finish.pdf import write_pdf
    from brochure.layout.document import lay_out
    from brochure.pipeline.desk import Desk
    from brochure.pipeline.making import Place
    from brochure.pipeline.profiles import PROFILES, profile

    desk = Desk(Place(project_root, "luxembourg", None))

    @cache
    def make(tag: str) -> Made:
        document, _ = desk.read(tag, "leaflet")
        assert document is not None
        assert desk.setter is not None
        assert document.draft
        placed = lay_out(document, desk.setter).document
        return Made(document, write_pdf(placed, "screen", profile(project_root / PROFILES["screen"])))

    return make


@pytest.fixture(scope="session")
def found(made: Callable[[str], Made]) -> Callable[..., tuple[Finding, ...]]:
    """What the rules say of a leaflet that is broken in one way, of which the validator sees nothing."""

    def find(damage: Damage, tag: str = "ar", *, unseen: bool = True) -> tuple[Finding, ...]:
        pdf = spoiled(made(tag).pdf, damage)
        if unseen:
            assert str(judge(pdf, ["ua1", "2a"])) == "conforms to PDF/UA-1, PDF/A-2a"
        return check_told(made(tag).document, pdf, NAME)

    return find
