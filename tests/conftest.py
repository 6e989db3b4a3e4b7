"""What tests of several rooms share: the project's folder, and its leaflets as a stranger's command makes them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from msgspec import Struct

from brochure.base.diagnostics import Finding
from brochure.layout.operations import PlacedDocument
from brochure.model.document import Document

# How long an example takes is not judged: other programs are at work on the machine beside the tests.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

TODAY = "2026-11-22"
"""A day on which no fact of the edition has expired, so that the tests hold for ever."""


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder with ``content/`` in it."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def built(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of ``brochure build en ar --format leaflet``, made once in every worker."""
    out = tmp_path_factory.mktemp("built")
    where = ["--root", str(project_root), "--out", str(out), "--today", TODAY]
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "brochure",
        "build",
        "en",
        "ar",
        "--format",
        "leaflet",
        *where,
    ]
    made = subprocess.run(command, cwd=project_root, capture_output=True, encoding="utf-8", check=False)
    assert made.returncode == 0, f"{made.stdout}\n{made.stderr}"
    return out


class Leaflet(Struct, frozen=True):
    """A real document of one language, laid out, and all that was found on the way."""

    document: Document
    placed: PlacedDocument
    findings: tuple[Finding, ...]


@pytest.fixture(scope="session")
def laid_out(project_root: Path) -> Callable[[str, str], Leaflet]:
    """The real document by format and language tag, ``mul`` where languages stand together."""
    from brochure.content.project import read_document, read_project
    from brochure.content.read_together import read_together
    from brochure.layout.document import lay_out
    from brochure.model.language import TOGETHER
    from brochure.text.typesetter import Typesetter

    project = cache(read_project)

    @cache
    def lay_out_one(format_id: str, tag: str) -> Leaflet:
        read = project(project_root, "luxembourg")
        together = tag == TOGETHER
        reading = read_together(read, format_id) if together else read_document(read, tag, format_id)
        assert reading.document is not None
        assert read.fonts is not None
        typesetter = Typesetter(read.fonts, reading.document.theme.scripts)
        laid = lay_out(reading.document, typesetter)
        findings = (*read.findings, *reading.findings, *laid.findings)
        return Leaflet(reading.document, laid.document, findings)

    return lay_out_one


@pytest.fixture(scope="session")
def leaflet(laid_out: Callable[[str, str], Leaflet]) -> Callable[[str], Leaflet]:
    """The leaflet by language tag."""
    return lambda tag: laid_out("leaflet", tag)
