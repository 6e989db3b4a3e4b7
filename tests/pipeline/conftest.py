"""The real project, built once, and copies of it to spoil."""

import os
import re
import shutil
from pathlib import Path

import pytest
from pipeline.copied import request

from brochure.pipeline.build import build
from brochure.pipeline.rooms import ROOMS


@pytest.fixture(scope="session")
def built_once(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its English and Arabic leaflets built, and no other format: each has tests of its own."""
    root = tmp_path_factory.mktemp("once") / "project"
    for folder in ("content", "pictograms", "fonts"):
        shutil.copytree(project_root / folder, root / folder)
    edition = root / "content" / "editions" / "luxembourg.yaml"
    text = re.sub("^formats: .*$", "formats: [leaflet]", edition.read_text("utf-8"), flags=re.MULTILINE)
    edition.write_text(text, encoding="utf-8")
    build(request(root, "en", "ar"), ROOMS)
    return root


CHINESE = ("noto-sans-sc", "noto-sans-tc")
"""35 MB that no test spoils."""


def copied(source: str, target: str) -> str:
    """A copy, of the largest fonts another name for the same file."""
    if Path(source).suffix == ".ttf" and Path(source).parent.name in CHINESE:
        os.link(source, target)
        return target
    return shutil.copy2(source, target)


@pytest.fixture
def root(built_once: Path, tmp_path: Path) -> Path:
    """A copy to spoil, with what was built and every time."""
    return shutil.copytree(built_once, tmp_path / "مشروع الكتيب 2", copy_function=copied)
