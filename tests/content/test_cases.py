"""Each folder of tests/cases: files that go over the small project, and beside them the full messages they bring."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = "expected.txt"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_case_says_what_is_expected(case: str, project: Path, said: Callable[[Path], str]) -> None:
    folder = CASES / case
    shutil.copytree(folder, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED))
    assert said(project) == (folder / EXPECTED).read_text(encoding="utf-8")


def test_the_small_project_is_without_findings(project: Path, said: Callable[[Path], str]) -> None:
    assert said(project) == ""


def test_the_real_project_is_without_errors_in_what_is_shared(project_root: Path) -> None:
    from brochure.content.project import read_project

    assert [str(each) for each in read_project(project_root, "luxembourg").findings] == []
