"""Files for print as shops ask for them, read back with other programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from conftest import TODAY
from PIL import Image, ImageDraw

from brochure.base.lengths import mm
from brochure.raster.alike import differences

SHOPS = ("flyeralarm", "pixartprinting", "schwarzfischer")


@pytest.fixture(scope="module")
def made(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("shops")
    where = ["--root", str(project_root), "--out", str(out), "--today", TODAY, "--format", "leaflet"]
    for shop in SHOPS:
        command = [sys.executable, "-W", "error", "-m", "brochure", "build", "ar", "--shop", shop, *where]
        done = subprocess.run(command, cwd=project_root, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return out / "luxembourg"


@pytest.mark.parametrize(
    ("shop", "version", "bleed", "marked", "intent"),
    [
        ("flyeralarm", "1.6", 1, False, "Coated FOGRA39 (ISO 12647-2:2004)"),
        ("pixartprinting", "1.4", 1, False, "Coated FOGRA39 (ISO 12647-2:2004)"),
        ("schwarzfischer", "1.6", 2, True, "ISO Coated v2 300% (basICColor)"),
    ],
)
def test_bleed_version_marks_and_profile_are_the_shops(
    made: Path, project_root: Path, shop: str, version: str, bleed: float, marked: bool, intent: str
) -> None:
    with pikepdf.open(made / f"print+{shop}" / "leaflet-ar.pdf") as pdf:
        assert pdf.pdf_version == version
        page = pdf.pages[0]
        trim, outer = ([float(edge) for edge in page[name]] for name in ("/TrimBox", "/BleedBox"))
        assert trim[0] - outer[0] == pytest.approx(mm(bleed), abs=0.01)
        assert (outer[0] > 0) is marked
        (output,) = pdf.Root.OutputIntents
        assert (str(output.S), str(output.Info)) == ("/GTS_PDFX", intent)
        name = "ISOcoated_v2_300_bas" if shop == "schwarzfischer" else "FOGRA39L_coated"
        profile = (project_root / "content" / "profiles" / f"{name}.icc").read_bytes()
        assert output.DestOutputProfile.read_bytes() == profile


def test_pdf_x_1a_has_its_claim_and_nothing_that_it_forbids(made: Path) -> None:
    with pikepdf.open(made / "print+pixartprinting" / "leaflet-ar.pdf") as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert str(pdf.docinfo["/Trapped"]) == "/False"
        assert b"/ObjStm" not in (made / "print+pixartprinting" / "leaflet-ar.pdf").read_bytes()
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                assert {"/SMask", "/CA", "/ca", "/Group"}.isdisjoint(each.keys())
                assert each.get("/Type") not in ("/Font", "/FontDescriptor")


def test_letters_as_paths_look_as_text_does(made: Path) -> None:
    outlined, text = (
        (made / f"print+{shop}" / "leaflet-ar.pdf").read_bytes() for shop in ("pixartprinting", "flyeralarm")
    )
    assert differences(outlined, text) == ()


def test_what_does_not_look_alike_is_seen(tmp_path: Path) -> None:
    files = []
    for mark in (False, True):
        picture = Image.new("L", (600, 600), 255)
        if mark:
            ImageDraw.Draw(picture).rectangle((300, 200, 324, 224), fill=0)
        path = tmp_path / f"{mark}.pdf"
        picture.save(path, resolution=432)
        files.append(path.read_bytes())
    (found,) = differences(files[0], files[1])
    assert found.page == 0
    assert (found.x, found.y) == (pytest.approx(48, abs=3), pytest.approx(33, abs=3))
    assert differences(files[0], files[0]) == ()
