"""Findings as commands of a GitHub workflow."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.cli.annotations import annotation
from brochure.cli.main import run


@pytest.mark.parametrize(
    ("finding", "root", "written"),
    [
        (
            Finding("overflow", "too long", Span("content/languages/ar.yaml", 3, 9)),
            ".",
            "::error file=content/languages/ar.yaml,line=3,col=9,title=overflow::too long",
        ),
        (
            Finding("untranslated", "English", Span("a.yaml"), Severity.WARNING, "One.\nTwo."),
            "texts/here",
            "::warning file=texts/here/a.yaml,title=untranslated::English%0AOne.%0ATwo.",
        ),
        (
            Finding("loose-space", "100 %: a, b", Span("a,b:c%.yaml", 1, 2), help="a\r\nb"),
            ".",
            "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=loose-space::100 %25: a, b%0Aa%0D%0Ab",
        ),
    ],
)
def test_a_finding(finding: Finding, root: str, written: str) -> None:
    assert annotation(finding, Path(root)) == written


def test_json_and_github_are_one_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--json", "--github"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "--github" in shown.err


def test_check_prints_them(project_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # A day on which every fact has expired, so that something is told whatever is in the files.
    assert run(["check", "en", "--github", "--root", str(project_root), "--today", "2099-01-01"]) == 1
    lines = capsys.readouterr().out.splitlines()
    place = f"{project_root.as_posix()}/content/editions/luxembourg.yaml"
    assert any(
        line.startswith(f"::error file={place},line=") and "title=fact-expired::" in line for line in lines
    )
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
