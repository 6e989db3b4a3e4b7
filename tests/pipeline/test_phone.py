"""The phone edition as its reader has it: the number in view is the number that is dialled, on every page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from pipeline.phones import desk, made

LANGUAGES = ("en", "ar", "ur")
WITHOUT_BAR = 2
"""The cover and the page of the number itself."""


class Link(NamedTuple):
    """``page`` from 0; ``box``: left, bottom, right, top in pt; ``words``: what is painted in it."""

    page: int
    box: tuple[float, float, float, float]
    uri: str
    words: str


def links(pdf: bytes) -> Iterator[Link]:
    """By two programs that are not ours: the links by qpdf, the words in them by PDFium."""
    with pikepdf.open(io.BytesIO(pdf)) as file, pypdfium2.PdfDocument(pdf) as seen:
        for number, page in enumerate(file.pages):
            words = seen[number].get_textpage()
            for link in page.obj.get("/Annots", []):
                left, bottom, right, top = (float(edge) for edge in link.Rect)
                inside = words.get_text_bounded(left, bottom, right, top)
                yield Link(number, (left, bottom, right, top), str(link.A.URI), inside)


def digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def dialled() -> set[str]:
    """What the edition's numbers are dialled as, of the services that a phone may print."""
    edition = desk().project.edition
    assert edition is not None
    services = [service for service in edition.services.values() if "phone" in service.formats]
    return {f"tel:{phone.dialled}" for service in services for phone in service.phones}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_touched_is_what_is_read(language: str) -> None:
    """Every link on every page: the digits painted in it are those of the fact that it dials."""
    found = list(links(made(language).files["screen"]))
    for (page, uri), together in groupby(found, key=lambda link: (link.page, link.uri)):
        # The prefix of a large number stands above it, in a link of its own.
        read, number = "".join(digits(link.words) for link in together), digits(uri)
        assert read == number * (len(read) // len(number)) != "", (page, uri)
    assert {link.uri for link in found} == dialled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_bar_is_the_link_on_every_page(language: str) -> None:
    """20 mm high, from edge to edge: a thumb finds it in the dark."""
    result = made(language)
    width, height = 90 / 25.4 * 72, 20 / 25.4 * 72
    bars = [link for link in links(result.files["screen"]) if link.box[1] == 0]
    assert [bar.page for bar in bars] == list(range(WITHOUT_BAR, result.pages))
    for bar in bars:
        assert bar.box == pytest.approx((0, 0, width, height), abs=0.01)


def test_every_language_has_the_same_pages() -> None:
    assert len({made(language).pages for language in LANGUAGES}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_smaller_than_a_phone_shows(language: str) -> None:
    """14 pt, whatever the script; the stamp of a draft is no text of the page."""
    sizes = {size.role: size.reached for size in made(language).sizes}
    assert sizes.pop("draft", 14) <= 14
    assert min(sizes.values()) >= 14


def test_chromium_goes_where_the_number_stands(tmp_path) -> None:
    """Chromium's own viewer, a touch on the painted digits: in a copy whose links lead to a server, because a browser
    without a screen has no dialler.
    """
    chromium = pytest.importorskip("pipeline.chromium")
    viewer = chromium.Viewer.open(made("ar").files["screen"], tmp_path)
    if viewer is None:
        pytest.skip("chromium is not installed")
    with viewer:
        facts = [link for link in links(made("ar").files["screen"]) if link.page in chromium.LOOKED_AT]
        assert len(facts) > len(chromium.LOOKED_AT)
        for link in facts:
            assert viewer.touched(link.page, link.box) == link.uri.removeprefix("tel:"), link
        assert viewer.touched(chromium.LOOKED_AT[-1], (20, 300, 230, 320)) == ""
