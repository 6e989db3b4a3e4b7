"""Our own files for print, judged by our own preflight."""

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
from brochure.base.lengths import mm
from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.folded import folded_sheet
from brochure.content.shops import read_shop
from brochure.model.document import Document
from brochure.pipeline.build import build
from brochure.pipeline.check import check
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place
from brochure.pipeline.pressed import check_pressed, demands
from brochure.pipeline.rooms import ROOMS


@pytest.fixture(scope="module")
def profile(project_root: Path) -> bytes:
    return (project_root / "content/profiles/FOGRA39L_coated.icc").read_bytes()


@pytest.fixture(scope="module")
def desk(project_root: Path) -> Desk:
    return Desk(Place(project_root, "luxembourg", None))


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_leaflet_passes(tag: str, leaflet: Callable[[str], Leaflet], built: Path, profile: bytes) -> None:
    pdf = (built / "luxembourg" / "print" / f"leaflet-{tag}.pdf").read_bytes()
    assert check_pressed(leaflet(tag).document, pdf, None, profile) == ()


def test_what_is_asked_is_that_of_the_format_and_the_shop(
    leaflet: Callable[[str], Leaflet], project_root: Path, profile: bytes
) -> None:
    document = leaflet("en").document
    shop = read_shop(project_root, "pixartprinting", Findings())
    assert shop is not None
    plain, asked = demands(document, None, profile), demands(document, shop, profile)
    assert (plain.standard, asked.standard, asked.outlined) == ("X-4", "X-1a", True)
    assert (plain.bleed, plain.safe, plain.condition) == (mm(3), mm(4), "FOGRA39")
    # Read alone, for files of strangers, the format is folded in the same places.
    sheet = folded_sheet(project_root, "leaflet")
    assert sheet is not None
    assert plain.folds == sheet.folds == ((mm(97), mm(197)), (mm(100), mm(200)))
    assert plain.sheet == (sheet.width, sheet.height)
    assert folded_sheet(project_root, "no-such-format") is None


def test_a_fault_holds_back_the_file(leaflet: Callable[[str], Leaflet], built: Path, profile: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(built / "luxembourg" / "print" / "leaflet-ar.pdf") as pdf:
        for page in pdf.pages:
            del page.obj.TrimBox
        pdf.save(out, fix_metadata_version=False, force_version="1.6")
    findings = check_pressed(leaflet("ar").document, out.getvalue(), None, profile + b"another")
    assert {each.code for each in findings} == {"output-profile", "trim-box", "bleed-box"}
    assert {(each.language, each.format, each.is_error) for each in findings} == {("ar", "leaflet", True)}
    assert {each.span for each in findings} == {Span("print/leaflet-ar.pdf")}


def test_what_nobody_judged_is_said(
    leaflet: Callable[[str], Leaflet], built: Path, profile: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = (built / "luxembourg" / "print" / "leaflet-en.pdf").read_bytes()
    monkeypatch.setitem(sys.modules, "page", None)
    (finding,) = check_pressed(leaflet("en").document, pdf, None, profile)
    assert (finding.code, finding.is_error, finding.span) == ("not-judged", False, Span("brochure"))
    for name in [each for each in sys.modules if each.startswith("brochure.check.preflight")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    (finding,) = check_pressed(leaflet("en").document, pdf, None, profile)
    assert "pikepdf is not installed" in finding.message


def test_a_check_judges_files_for_print_and_a_build_does_not(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []

    def judge(document: Document, *_: object) -> tuple[Finding, ...]:
        judged.append(document.language.tag)
        return (Finding("trim-box", "no TrimBox", Span("x")),)

    monkeypatch.setattr("brochure.pipeline.desk.check_pressed", judge)
    asked = replace(request(root, "en"), formats=("leaflet",))
    assert "trim-box" in {each.code for each in check(asked, ROOMS)}
    assert judged == ["en"]
    build(asked, ROOMS)
    assert judged == ["en"]


@pytest.mark.parametrize(
    ("tag", "format_id"), [("ar", "card"), ("en", "poster"), ("en", "booklet"), ("mul", "finder")]
)
def test_other_formats_pass_with_marks_around_them(
    tag: str, format_id: str, desk: Desk, profile: bytes
) -> None:
    document, _ = desk.read(tag, format_id)
    assert document is not None
    made = desk.make(Job(tag, format_id, ("print",), marks=True))
    assert check_pressed(document, made.files["print"], None, profile) == ()
