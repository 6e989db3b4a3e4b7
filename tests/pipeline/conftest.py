"""The real project, built once, and copies of it to spoil."""

import shutil
from pathlib import Path

import pytest
from pipeline.copied import request

from brochure.pipeline.build import build
from brochure.pipeline.rooms import ROOMS


@pytest.fixture(scope="session")
def built_once(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its English and Arabic leaflets built."""
    root = tmp_path_factory.mktemp("once") / "project"
    for folder in ("content", "pictograms", "fonts"):
        shutil.copytree(project_root / folder, root / folder)
    build(request(root, "en", "ar"), ROOMS)
    return root


@pytest.fixture
def root(built_once: Path, tmp_path: Path) -> Path:
    """A copy to spoil, with what was built and every time."""
    return shutil.copytree(built_once, tmp_path / "مشروع الكتيب 2")
