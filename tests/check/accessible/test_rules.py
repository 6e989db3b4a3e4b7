"""All rules over good files, and over files whose content nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from check.accessible.conftest import NAME, Made
from check.accessible.spoiling import spoiled
from check.accessible.test_headings import a_level_left_out

from brochure.check.accessible.finished import check_any_file, check_told
from brochure.check.accessible.rules import RULES
from brochure.check.conformance import judge


@pytest.mark.parametrize("tag", ["en", "fr", "ar", "ur", "hi", "th", "zh-Hans"])
def test_nothing_is_wrong_with_our_files(tag: str, made: Callable[[str], Made]) -> None:
    file = made(tag)
    assert [str(finding) for finding in check_told(file.document, file.pdf, NAME)] == []
    assert judge(file.pdf, ["ua1", "2a"]).conforms


def test_the_words_of_another_language_are_all_told(made: Callable[[str], Made]) -> None:
    """Were this not so, the comparison would be blind."""
    findings = check_told(made("en").document, made("ar").pdf, NAME)
    codes = {finding.code for finding in findings}
    assert codes >= {"reading-order", "alternative-text", "language-of-parts", "title"}
    assert len(findings) > 50


def test_a_file_of_somebody_else_is_judged_by_itself(made: Callable[[str], Made]) -> None:
    pdf = made("ar").pdf
    assert check_any_file(pdf, "x.pdf") == ()
    findings = check_any_file(spoiled(pdf, a_level_left_out), "x.pdf")
    assert [(finding.code, finding.span.file) for finding in findings] == [("heading-structure", "x.pdf")]


def test_codes_are_documented_in_the_order_of_the_rules(project_root: Path) -> None:
    table = (project_root / "brochure/docs/findings.md").read_text(encoding="utf-8")
    places = [table.find(f"| `{rule.id}` |") for rule in RULES]
    assert min(places) > 0
    assert places == sorted(places)
    assert len({rule.id for rule in RULES}) == len(RULES)
