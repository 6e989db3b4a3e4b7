"""A small valid project, copied for each test that spoils it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.base.diagnostics import Finding, in_order
from brochure.content.project import read_document, read_project

PROJECT = Path(__file__).parent / "project"

Said = Callable[[Path], str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, to be written into."""
    return Path(shutil.copytree(PROJECT, tmp_path / "project"))


@pytest.fixture(scope="session")
def sign_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Normalised signs, so that one child process serves all tests."""
    return tmp_path_factory.mktemp("signs")


@pytest.fixture
def findings_of(sign_cache: Path) -> Callable[[Path], tuple[Finding, ...]]:
    """Reads a project and its leaflets in English and Arabic: everything there is to say."""

    def read(root: Path) -> tuple[Finding, ...]:
        read_ = read_project(root, "luxembourg", sign_cache)
        readings = [read_document(read_, tag, "leaflet") for tag in ("en", "ar")]
        return in_order([*read_.findings, *(each for reading in readings for each in reading.findings)])

    return read


@pytest.fixture
def said(findings_of: Callable[[Path], tuple[Finding, ...]]) -> Said:
    """The same as the user reads it."""
    return lambda root: "".join(f"{finding}\n" for finding in findings_of(root))
