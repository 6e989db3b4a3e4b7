"""Files for the screen, judged by both judges, and what is said where one of them is missing."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from conftest import Leaflet
from msgspec.structs import replace
from pipeline.copied import request

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.model.document import Document
from brochure.pipeline.build import build
from brochure.pipeline.check import check
from brochure.pipeline.heard import check_heard
from brochure.pipeline.rooms import ROOMS


@pytest.fixture(scope="module")
def file(built: Path) -> bytes:
    return (built / "luxembourg" / "screen" / "leaflet-en.pdf").read_bytes()


def test_good_files_have_no_findings(leaflet: Callable[[str], Leaflet], built: Path) -> None:
    for target in ("screen", "office"):
        pdf = (built / "luxembourg" / target / "leaflet-en.pdf").read_bytes()
        assert check_heard(leaflet("en").document, target, pdf) == ()


def test_a_file_for_a_press_has_nothing_to_hear(leaflet: Callable[[str], Leaflet], built: Path) -> None:
    pdf = (built / "luxembourg" / "print" / "leaflet-en.pdf").read_bytes()
    assert check_heard(leaflet("en").document, "print", pdf) == ()


def test_both_judges_name_the_file_the_language_and_the_format(
    leaflet: Callable[[str], Leaflet], file: bytes
) -> None:
    document = replace(leaflet("en").document, draft=True)
    findings = check_heard(document, "screen", _without_title(file))
    assert {(each.code, each.span.file) for each in findings} == {
        ("title", "screen/leaflet-en.pdf"),
        ("not-conforming", "screen/leaflet-en.pdf"),
    }
    assert {(each.language, each.format, each.is_error) for each in findings} == {("en", "leaflet", True)}


def _without_title(file: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        del pdf.Root.ViewerPreferences.DisplayDocTitle
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_what_nobody_judged_is_said(
    leaflet: Callable[[str], Leaflet], file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.startswith("brochure.check.accessible")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    monkeypatch.setitem(sys.modules, "page", None)
    findings = check_heard(leaflet("en").document, "screen", file)
    assert [(each.code, each.is_error) for each in findings] == [("not-judged", False)] * 2
    assert "pikepdf is not installed" in findings[0].message
    assert "page-validation is not installed" in findings[1].message


def test_a_check_hears_every_language_and_a_build_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, str]] = []

    def hear(document: Document, target: str, _: bytes) -> tuple[Finding, ...]:
        heard.append((document.language.tag, target))
        return (Finding("reading-order", "as said", Span("x")),)

    monkeypatch.setattr("brochure.pipeline.desk.check_heard", hear)
    found = check(request(root, "en", "ar"), ROOMS)
    assert {("ar", "screen"), ("en", "screen")} <= set(heard)
    assert "reading-order" in {each.code for each in found}
    heard.clear()
    build(request(root, "en"), ROOMS)
    assert heard == []
