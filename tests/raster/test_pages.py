"""Pages drawn as pictures."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from brochure.base.diagnostics import BrochureError
from brochure.raster.pages import page_images


def two_pages() -> bytes:
    """A page of 72 x 36 pt whose left lower half inch is red, and an empty one of 36 x 36."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(72, 36), invariant=True)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 36, 18, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((36, 36))
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_every_page_at_the_asked_resolution() -> None:
    first, second = page_images(two_pages(), 144)
    assert (first.size, second.size) == ((144, 72), (72, 72))
    assert {first.mode, second.mode} == {"RGB"}


def test_what_is_painted_where() -> None:
    first, second = page_images(two_pages(), 72)
    assert first.getpixel((2, 33)) == (255, 0, 0)
    assert first.getpixel((2, 2)) == (255, 255, 255)
    assert first.getpixel((70, 33)) == (255, 255, 255)
    assert second.getextrema() == ((255, 255), (255, 255), (255, 255))


def test_no_pdf() -> None:
    with pytest.raises(BrochureError, match="PDFium cannot read the file"):
        page_images(b"%!PS", 72)
