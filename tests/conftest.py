"""What tests of several rooms share: the project's folder, and its leaflets as a stranger's command makes them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TODAY = "2026-11-22"
"""A day on which no fact of the edition has expired, so that the tests hold for ever."""


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder with ``content/`` in it."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def built(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of ``brochure build en ar``, made once in every worker."""
    out = tmp_path_factory.mktemp("built")
    where = ["--root", str(project_root), "--out", str(out), "--today", TODAY]
    command = [sys.executable, "-W", "error", "-m", "brochure", "build", "en", "ar", *where]
    made = subprocess.run(command, cwd=project_root, capture_output=True, encoding="utf-8", check=False)
    assert made.returncode == 0, f"{made.stdout}\n{made.stderr}"
    return out
