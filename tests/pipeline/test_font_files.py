"""Which declared faces the named files would replace, and what is said of those that fit none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from text.declared import ROOT

from brochure.base.diagnostics import ArgumentsError, Severity
from brochure.content.findings import Findings
from brochure.content.fonts import read_fonts
from brochure.model.fonts import FontList
from brochure.pipeline.font_files import match, replaced

THAI = ROOT / "fonts" / "noto-sans-thai"
OLDER = ROOT / "tests" / "fonts" / "noto-sans-thai-2.001"
STRANGER = ROOT / "tests" / "fonts" / "steps" / "steps.ttf"


@pytest.fixture(scope="module")
def fonts() -> FontList:
    """Two families are enough, and Chinese ones are long to read."""
    found = read_fonts(ROOT, Findings())
    assert found is not None
    families = {name: found.families[name] for name in ("noto-sans-thai", "noto-sans-lao")}
    return FontList(families, {"Thai": ("noto-sans-thai",)}, "noto-sans-lao")


def test_a_file_replaces_the_face_of_its_family_and_weight_alone(fonts: FontList) -> None:
    (found,), findings = match(fonts, OLDER / "NotoSansThai-Bold.ttf")
    assert not findings
    assert found.face.id == "NotoSansThai-Bold"
    newer = replaced(fonts, [found]).families["noto-sans-thai"]
    assert newer["bold"].path == OLDER / "NotoSansThai-Bold.ttf"
    assert newer["bold"].version == "2.001"
    assert newer["regular"] == fonts.families["noto-sans-thai"]["regular"]


def test_in_a_folder_other_weights_are_passed_over_and_other_families_told(
    fonts: FontList, tmp_path: Path
) -> None:
    deep = tmp_path / "package" / "400Regular"
    deep.mkdir(parents=True)
    shutil.copy(OLDER / "NotoSansThai-Regular.ttf", deep)
    light = TTFont(OLDER / "NotoSansThai-Regular.ttf")
    light["OS/2"].usWeightClass = 300
    light.save(tmp_path / "light.ttf")
    shutil.copy(STRANGER, tmp_path / "steps.ttf")
    (tmp_path / "readme.md").write_text("words")
    found, findings = match(fonts, tmp_path)
    assert [each.face.id for each in found] == ["NotoSansThai-Regular"]
    assert [(each.code, each.severity, Path(each.span.file).name) for each in findings] == [
        ("stranger-font", Severity.WARNING, "steps.ttf")
    ]
    (found, findings) = match(fonts, tmp_path / "light.ttf")
    assert not found
    assert [(each.code, each.severity) for each in findings] == [("stranger-font", Severity.ERROR)]
    assert "neither" in findings[0].message


def test_another_family_is_an_error_when_it_is_named_alone(fonts: FontList) -> None:
    found, (finding,) = match(fonts, STRANGER)
    assert not found
    assert finding.is_error
    assert "Noto Sans Thai" in finding.help


def test_every_file_that_cannot_be_used_is_told_at_once(fonts: FontList, tmp_path: Path) -> None:
    (tmp_path / "a.otf").write_bytes(b"OTTO" + bytes(100))
    (tmp_path / "b.ttf").write_bytes((THAI / "NotoSansThai-Bold.ttf").read_bytes()[:9000])
    (tmp_path / "c.TTF").write_text("<html>not found</html>")
    _, findings = match(fonts, tmp_path)
    assert [each.code for each in findings] == ["unusable-font"] * 3
    assert [each.message.split(": ")[1][:12] for each in findings] == [
        "its outlines",
        "it is cut of",
        "it is no fon",
    ]


def test_two_files_for_one_face(fonts: FontList, tmp_path: Path) -> None:
    for name in ("a.ttf", "b.ttf"):
        shutil.copy(OLDER / "NotoSansThai-Bold.ttf", tmp_path / name)
    _, (finding,) = match(fonts, tmp_path)
    assert finding.code == "two-fonts"
    assert "a.ttf" in finding.message


def test_a_folder_without_fonts_is_a_wrong_argument(fonts: FontList, tmp_path: Path) -> None:
    with pytest.raises(ArgumentsError, match="no font file"):
        match(fonts, tmp_path)
