"""The poster's tabs in finished files: each is read where it runs up the page, on A3 and reduced for an office."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest

from brochure.base.diagnostics import Finding
from brochure.check.finished_numbers import check_finished_numbers
from brochure.content.project import Project, read_document, read_project
from brochure.model.document import Document
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place

TARGETS = ("screen", "print", "office")


@pytest.fixture(scope="module")
def project(project_root: Path) -> Project:
    return read_project(project_root, "luxembourg")


@pytest.fixture(scope="module")
def document(project: Project) -> Document:
    document = read_document(project, "ar", "poster").document
    assert document is not None
    return document


@pytest.fixture(scope="module")
def files(project_root: Path) -> dict[str, bytes]:
    """The Arabic poster for every target."""
    made = Desk(Place(project_root, "luxembourg", None)).make(Job("ar", "poster", TARGETS))
    assert [finding for finding in made.findings if finding.is_error] == []
    return dict(made.files)


def found(project: Project, document: Document, pdf: bytes) -> tuple[Finding, ...]:
    assert project.fonts is not None
    return check_finished_numbers(document, pdf, project.fonts)


@pytest.mark.parametrize("target", TARGETS)
def test_every_digit_of_every_tab_is_read_and_seen(
    target: str, files: dict[str, bytes], project: Project, document: Document
) -> None:
    assert found(project, document, files[target]) == ()


def with_tab(pdf: bytes, wanted: int, change: re.Pattern[bytes], instead: bytes) -> bytes:
    """The file with the operators of one turned line changed."""
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        content = file.pages[0].Contents.read_bytes()
        turned = list(re.finditer(rb"0 1 -1 0 \S+ \S+ Tm\n[^\n]+", content))
        line = turned[wanted]
        new = change.sub(instead, line[0], count=1)
        assert new != line[0]
        file.pages[0].Contents.write(content[: line.start()] + new + content[line.end() :])
        file.save(changed)
    return changed.getvalue()


@pytest.mark.parametrize("target", ["screen", "print"])
def test_a_tab_with_two_digits_exchanged_is_told(
    target: str, files: dict[str, bytes], project: Project, document: Document
) -> None:
    """Line 5 is the number of the third tab: its second and third code are 2 and 7."""
    swapped = with_tab(files[target], 5, re.compile(rb"(<\w{4})(\w{4})(\w{4})"), rb"\1\3\2")
    findings = found(project, document, swapped)
    assert {each.code for each in findings} == {"number-out-of-order", "number-not-painted"}
    assert any("12 of 13 times" in each.message for each in findings)


def test_a_tab_that_is_laid_level_is_told(
    files: dict[str, bytes], project: Project, document: Document
) -> None:
    """Nobody would find it on a strip that is a tenth as wide."""
    level = with_tab(files["screen"], 5, re.compile(rb"0 1 -1 0 "), b"1 0 0 1 ")
    assert "number-without-prefix" in {each.code for each in found(project, document, level)}
