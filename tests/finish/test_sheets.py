"""Pages that are cut at a window and sheets with marks: boxes, plates, and what an office printer is given."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from finish.conftest import profile
from msgspec.structs import replace
from PIL import Image, ImageChops
from text.declared import typesetter

from brochure.base.lengths import mm
from brochure.finish.pdf import Target, write_pdf
from brochure.layout.marks import with_marks
from brochure.layout.office import for_office

Leaflet = Callable[[str], Any]
TAGS = ["en", "ar"]
PIXELS = 5
"""To the millimetre, so that a page falls on the same grid with a slug around it and without."""
INKS = ("Cyan", "Magenta", "Yellow", "Black")


def sheet(leaflet: Leaflet, tag: str, target: Target, *, marks: bool = False) -> bytes:
    """The real leaflet as its target has it."""
    real = leaflet(tag)
    placed = for_office(real.document, real.placed, typesetter()) if target == "office" else real.placed
    if marks:
        placed = with_marks(real.document, placed, typesetter())
    return write_pdf(placed, target, profile(target))


def plates(data: bytes, folder: Path) -> list[dict[str, Image.Image]]:
    """The plates of each page, black ink as 0."""
    gs = shutil.which("gs")
    if gs is None:
        pytest.skip("Ghostscript is not installed")
    folder.mkdir()
    (folder / "x.pdf").write_bytes(data)
    command = [
        gs,
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        f"-r{PIXELS * 25.4:g}",
        "-o",
        "p%d.tif",
        "x.pdf",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    assert not list(folder.glob("*(All)*")), "registration is no plate of its own"
    pages = []
    for number in (1, 2):
        found = {}
        for ink in INKS:
            with Image.open(folder / f"p{number}({ink}).tif") as plate:
                found[ink] = plate.copy()
        pages.append(found)
    return pages


def box_of(thing: pikepdf.Page, name: str) -> list[float]:
    return [float(edge) for edge in thing.obj[name]]


@pytest.mark.parametrize("tag", TAGS)
def test_marks_enlarge_the_sheet_and_nothing_else(tag: str, leaflet: Leaflet) -> None:
    margin, bleed = mm(10), mm(3)
    with pikepdf.open(io.BytesIO(sheet(leaflet, tag, "print", marks=True))) as pdf:
        for each in pdf.pages:
            left, bottom, right, top = box_of(each, "/MediaBox")
            assert (left, bottom) == (0, 0)
            assert (right, top) == pytest.approx((mm(297) + 2 * margin, mm(210) + 2 * margin), abs=0.01)
            inset = margin - bleed
            assert box_of(each, "/BleedBox") == pytest.approx(
                [inset, inset, right - inset, top - inset], abs=0.01
            )
            assert box_of(each, "/TrimBox") == pytest.approx(
                [margin, margin, right - margin, top - margin], abs=0.01
            )
            space = each.Resources.ColorSpace.All
            assert [str(name) for name in space.as_list()[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
            assert [int(amount) for amount in space[3].C1] == [1, 1, 1, 1]


@pytest.mark.parametrize("tag", TAGS)
def test_marks_are_on_all_plates_and_nowhere_inside_the_bleed(
    tag: str, leaflet: Leaflet, tmp_path: Path
) -> None:
    real = leaflet(tag)
    marked = with_marks(real.document, real.placed, typesetter())
    bare = replace(marked, pages=tuple(replace(each, marks=()) for each in marked.pages))
    with_them, without = (
        plates(write_pdf(each, "print", profile("print")), tmp_path / name)
        for each, name in ((marked, "marked"), (bare, "bare"))
    )
    for before, after in zip(without, with_them, strict=True):
        marks = {ink: ImageChops.difference(before[ink], after[ink]) for ink in INKS}
        width, height = after["Cyan"].size
        slug = 7 * PIXELS
        for ink in INKS:
            assert marks[ink].crop((slug, slug, width - slug, height - slug)).getbbox() is None
            corners = marks[ink].getbbox()
            assert corners is not None
            assert max(corners[:2]) < slug
            assert min(corners[2] - width, corners[3] - height) > -slug
        assert ImageChops.difference(marks["Cyan"], marks["Magenta"]).getbbox() is None
        assert ImageChops.difference(marks["Cyan"], marks["Yellow"]).getbbox() is None
        line = ImageChops.difference(marks["Cyan"], marks["Black"]).getbbox()
        assert line is not None, "black alone has the slug line"
        assert height - slug < line[1] < line[3] < height


def test_coloured_areas_end_at_the_bleed(leaflet: Leaflet, tmp_path: Path) -> None:
    """The bubble of the cover reaches further than the bleed, so that its corners do not show."""
    cyan = plates(sheet(leaflet, "en", "print", marks=True), tmp_path / "marked")[0]["Cyan"]
    edge, middle = cyan.width - 7 * PIXELS, (10 + 140) * PIXELS
    assert cyan.getpixel((edge - 2, middle)) < 60
    assert cyan.getpixel((edge + 2, middle)) == 255


@pytest.mark.parametrize("tag", TAGS)
def test_an_office_sheet_has_a_white_edge(tag: str, leaflet: Leaflet) -> None:
    with pypdfium2.PdfDocument(sheet(leaflet, tag, "office")) as pdf:
        for each in pdf:
            picture = each.render(scale=2).to_pil().convert("RGB")
            assert picture.size == (round(mm(297) * 2 + 0.5), round(mm(210) * 2 + 0.5))
            edge = int(mm(5) * 2) - 1
            inner = (edge, edge, picture.width - edge, picture.height - edge)
            seen = ImageChops.invert(picture.convert("L")).getbbox()
            assert seen is not None
            assert seen[0] >= inner[0]
            assert seen[1] >= inner[1]
            assert seen[2] <= inner[2]
            assert seen[3] <= inner[3]
            assert seen[2] - seen[0] > 0.95 * (inner[2] - inner[0]), "cut, not made smaller"


@pytest.mark.parametrize("tag", TAGS)
def test_office_words_are_black_and_the_printer_is_told_how(tag: str, leaflet: Leaflet) -> None:
    data = sheet(leaflet, tag, "office")
    for flavour in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=flavour).is_compliant
    with pikepdf.open(io.BytesIO(data)) as pdf:
        preferences = pdf.Root.ViewerPreferences
        assert (preferences.Duplex, preferences.PrintScaling) == ("/DuplexFlipShortEdge", "/None")
        for each in pdf.pages:
            colours, of_words = set(), set()
            colour: tuple[float, ...] = ()
            for operands, operator in pikepdf.parse_content_stream(each):
                if str(operator) in ("rg", "RG"):
                    colour = tuple(float(value) for value in operands)
                    colours.add(colour)
                if str(operator) in ("Tj", "TJ"):
                    of_words.add(colour)
            assert of_words == {(0, 0, 0)}
            assert len(colours) > 3
