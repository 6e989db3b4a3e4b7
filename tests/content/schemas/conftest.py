"""The real files of the project, copied without fonts and drawings, and a sample of those that need not be there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from brochure.content.findings import Findings
from brochure.content.schemas.files import read_schemas

SAMPLES = {
    "content/people.yaml": """\
people:
  amal: {name: "Amal Example", languages: all, may: [review, approve]}
  bo: {name: "Bo Example", languages: [ar, fr], may: [review]}
""",
    "content/approvals/ar.yaml": """\
cover.title: {source: "0123456789abcdef", text: "0123456789abcdef", state: reviewed, by: amal, on: "2026-11-22"}
""",
    "content/printed/LU-A-ar-leaflet.yaml": """\
code: "LU-A"
edition: "luxembourg"
language: "ar"
format: "leaflet"
on: "2026-11-22"
draft: "yes"
said:
  cover.title: "مساعدة"
""",
    "content/forbidden.yaml": 'en: ["police", "victim"]\n',
}


@pytest.fixture(scope="session")
def schemas(project_root: Path) -> Mapping[str, dict[str, Any]]:
    """The schemas of the real project by name, as the program writes them now."""
    written = read_schemas(project_root, Findings())
    return {name.removesuffix(".json"): json.loads(data) for name, data in written.items()}


@pytest.fixture
def real(project_root: Path, tmp_path: Path) -> Path:
    """A folder to write into with every YAML file of the project and the samples."""
    for file in sorted(project_root.glob("content/**/*.yaml")):
        there = tmp_path / file.relative_to(project_root)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, there)
    signs = ("pictograms/catalogue.yaml", "pictograms/kit/guide.yaml")
    for file in (*signs, "fonts/fonts.yaml", "fonts/specimens.yaml"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copyfile(project_root / file, tmp_path / file)
    for file, text in SAMPLES.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path
