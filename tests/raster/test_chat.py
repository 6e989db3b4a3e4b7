"""Pictures of pages for chats: as wide as asked for, few colours, the same bytes, nothing in them but pixels."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops
from pipeline.phones import made
from pypdfium2 import PdfDocument

from brochure.base.diagnostics import BrochureError
from brochure.raster.chat import COLOURS, page_pictures
from brochure.raster.pages import page_images

WIDTH = 1080
SUN, PAPER = (255, 216, 110), (255, 255, 255)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return made("en").files["screen"]


@pytest.fixture(scope="module")
def pictures(pdf: bytes) -> tuple[bytes, ...]:
    return page_pictures(pdf, WIDTH)


def chunks(png: bytes) -> Iterator[str]:
    """The types of its chunks, in order."""
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">L4s", png, at)
        yield kind.decode("ascii")
        at += 12 + length


def test_one_for_each_page_as_wide_as_a_phone(pictures: tuple[bytes, ...]) -> None:
    assert len(pictures) == made("en").pages
    for png in pictures:
        with Image.open(io.BytesIO(png)) as picture:
            assert (picture.format, picture.size) == ("PNG", (WIDTH, 1920))


def test_nothing_is_in_them_but_pixels(pictures: tuple[bytes, ...]) -> None:
    assert {kind for png in pictures for kind in chunks(png)} == {"IHDR", "PLTE", "IDAT", "IEND"}


def test_the_same_page_gives_the_same_bytes(pdf: bytes, pictures: tuple[bytes, ...]) -> None:
    assert page_pictures(pdf, WIDTH) == pictures


def test_few_colours_look_like_all(pdf: bytes, pictures: tuple[bytes, ...]) -> None:
    """Inks and paper are exact; the shades at edges are near."""
    pages = page_images(pdf, WIDTH / (90 / 25.4))
    for png, page in zip(pictures[:4], pages, strict=False):
        with Image.open(io.BytesIO(png)) as picture:
            few = picture.convert("RGB")
        assert len(few.getcolors() or []) <= COLOURS
        assert few.getpixel((540, 500)) == page.getpixel((540, 500))
        apart = ImageChops.difference(few, page.resize(few.size)).convert("L")
        assert sum(apart.histogram()[40:]) < few.width * few.height / 2000
    with Image.open(io.BytesIO(pictures[2])) as picture:
        bar = picture.convert("RGB")
    assert bar.getpixel((1070, 1900)) == SUN
    assert bar.getpixel((5, 5)) == PAPER


def test_pages_drawn_in_one_place_are_not_seen_through_each_other(
    pdf: bytes, pictures: tuple[bytes, ...]
) -> None:
    """Another size, and the same one again, empty."""
    with PdfDocument(pdf) as phone, PdfDocument.new() as mixed:
        size = phone[0].get_size()
        mixed.import_pages(phone, [2])
        mixed.new_page(100, 50)
        mixed.import_pages(phone, [2, 1])
        mixed.new_page(*size)
        stream = io.BytesIO()
        mixed.save(stream)
    first, wide, again, other, empty = page_pictures(stream.getvalue(), WIDTH)
    assert (first, again, other) == (pictures[2], pictures[2], pictures[1])
    for png, height in ((wide, 540), (empty, 1920)):
        with Image.open(io.BytesIO(png)) as picture:
            assert picture.convert("RGB").getcolors() == [(WIDTH * height, PAPER)]


def test_what_is_no_pdf_is_said() -> None:
    with pytest.raises(BrochureError, match="PDFium cannot read the file"):
        page_pictures(b"no", WIDTH)
