"""Our pages look the same wherever they are opened: PDFium, poppler and MuPDF draw them and are compared in grey.

Viewers smooth edges each in its own way, so blocks of 1.4 mm are compared and not pixels.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat
from pipeline.phones import made

from brochure.raster.pages import page_images

DPI = 216
BLOCK = 12
"""Side of a block in pixels, 4 pt."""

ROW_LINE = 11.5
"""Type size of a row line in English, pt."""


class Difference(NamedTuple):
    """Levels of grey, 0 to 255: over the page, and in the block that differs most."""

    mean: float
    most: float


ALIKE = {"screen": Difference(mean=2, most=45), "print": Difference(mean=4, most=60)}
"""As far as viewers may be apart; seen were 1.1 and 37 on screen, 2.9 and 51 in print, where each viewer has its own
idea of CMYK."""

OF_THE_BUILD = {"warning: ICC support is not available"}
"""What a viewer says of itself and not of the file: Debian's mutool is built without colour management."""

NEEDS = {"poppler": "pdftoppm", "mupdf": "mutool"}


def drawn_by(viewer: str, pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages in grey."""
    if viewer == "pdfium":
        pages: Sequence[Image.Image] = page_images(pdf.read_bytes(), DPI)
    else:
        tool = shutil.which(NEEDS[viewer])
        if tool is None:
            pytest.skip(f"{NEEDS[viewer]} is not installed")
        target = folder / viewer
        target.mkdir(exist_ok=True)
        if viewer == "poppler":
            command = [tool, "-r", str(DPI), "-png", str(pdf), str(target / "page")]
        else:
            command = [tool, "draw", "-q", "-r", str(DPI), "-o", str(target / "page-%d.png"), str(pdf)]
        said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        assert [line for line in said.stderr.splitlines() if line not in OF_THE_BUILD] == []
        pages = [Image.open(path) for path in sorted(target.glob("*.png"), key=_number)]
    return [page.convert("L") for page in pages]


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Viewers round the size of a page up or down, so the last pixel row and column may be cut."""
    width, height = min(one.width, other.width), min(one.height, other.height)
    assert max(one.width, other.width) - width <= 1
    assert max(one.height, other.height) - height <= 1
    area = (0, 0, width // BLOCK * BLOCK, height // BLOCK * BLOCK)
    apart = ImageChops.difference(one.crop(area).reduce(BLOCK), other.crop(area).reduce(BLOCK))
    return Difference(ImageStat.Stat(apart).mean[0], float(apart.getextrema()[1]))  # type: ignore[arg-type]


@pytest.mark.parametrize("target", ["screen", "print"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("pair", list(combinations(("pdfium", "poppler", "mupdf"), 2)), ids="-".join)
def test_pages_look_the_same_in_two_viewers(
    pair: tuple[str, str], language: str, target: str, built: Path, tmp_path: Path
) -> None:
    pdf = built / "luxembourg" / target / f"leaflet-{language}.pdf"
    one, other = (drawn_by(viewer, pdf, tmp_path) for viewer in pair)
    assert len(one) == len(other) == 2
    for page, again in zip(one, other, strict=True):
        apart = difference(page, again)
        assert apart.mean <= ALIKE[target].mean
        assert apart.most <= ALIKE[target].most


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_phone_pages_look_the_same_in_every_viewer(language: str, tmp_path: Path) -> None:
    """Their streams are in parts, some of which many pages share."""
    pdf = tmp_path / "phone.pdf"
    pdf.write_bytes(made(language).files["screen"])
    drawn = [drawn_by(viewer, pdf, tmp_path) for viewer in ("pdfium", "poppler", "mupdf")]
    for pages in zip(*drawn, strict=True):
        for page, again in combinations(pages, 2):
            apart = difference(page, again)
            assert apart.mean <= ALIKE["screen"].mean
            assert apart.most <= ALIKE["screen"].most


@pytest.mark.parametrize("digit", "0123456789")
def test_a_lost_digit_would_be_seen(digit: str, project_root: Path) -> None:
    """The comparison is fine enough to miss one digit of a row line, wherever it falls between the blocks."""
    face = ImageFont.truetype(project_root / "fonts/noto-sans/NotoSans-Regular.ttf", ROW_LINE * DPI / 72)
    empty = Image.new("L", (8 * BLOCK, 8 * BLOCK), 255)
    for x, y in product(range(BLOCK, 2 * BLOCK, 3), repeat=2):
        page = empty.copy()
        ImageDraw.Draw(page).text((x, y), digit, font=face, fill=0)
        assert difference(page, empty).most > ALIKE["screen"].most
