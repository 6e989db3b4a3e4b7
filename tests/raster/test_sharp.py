"""One page at the pixels that are asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from brochure.base.diagnostics import BrochureError
from brochure.raster.pages import page_images
from brochure.raster.sharp import page_picture


@pytest.fixture
def pdf(built: Path) -> bytes:
    return (built / "luxembourg" / "screen" / "leaflet-ar.pdf").read_bytes()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_not_a_pixel_is_lost(pdf: bytes) -> None:
    plain = page_images(pdf, 72)[1]
    shown = opened(page_picture(pdf, 1, plain.width))
    assert shown.size == plain.size
    assert shown.tobytes() == plain.tobytes()


def test_as_wide_as_asked(pdf: bytes) -> None:
    assert opened(page_picture(pdf, 0, 333)).width == 333


def test_without_colour(pdf: bytes) -> None:
    grey = opened(page_picture(pdf, 0, 200, grey=True))
    assert all(red == green == blue for _, (red, green, blue) in grey.getcolors(1 << 20) or ())
    coloured = opened(page_picture(pdf, 0, 200))
    assert any(red != blue for _, (red, _, blue) in coloured.getcolors(1 << 20) or ())


def test_no_pdf_and_no_page(pdf: bytes) -> None:
    with pytest.raises(BrochureError):
        page_picture(b"no", 0, 10)
    for number in (-1, 2):
        with pytest.raises(BrochureError, match="has no page"):
            page_picture(pdf, number, 10)
