"""The README's commands and links: what a stranger types first, and where they are sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def readme(project_root: Path) -> str:
    return (project_root / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("shell", ["sh", "powershell"])
def test_two_commands_one_line_each(shell: str, readme: str) -> None:
    """One builds, one tests; each makes its own environment first and installs into nothing else."""
    build, test = re.findall(rf"```{shell}\n(.*?)```", readme, re.DOTALL)
    assert build.count("\n") == test.count("\n") == 1
    assert build.strip().endswith("brochure build --jobs 4")
    assert test.strip().endswith("python -m pytest")
    for line in (build, test):
        assert re.match(r"(python3|py) -m venv \.venv", line)
        assert re.search(r"\.venv[/\\](bin|Scripts)[/\\]python -m pip install -e ", line)


def test_links_and_folders_are_there(readme: str, project_root: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    folders = re.findall(r"`((?:content|pictograms|fonts|brochure|tests|\.ci)/[^`<]*)", readme)
    assert len(links) > 2
    assert len(folders) > 5
    missing = [place for place in (*links, *folders) if not (project_root / place).exists()]
    assert missing == []
