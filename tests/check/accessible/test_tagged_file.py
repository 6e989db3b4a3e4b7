"""What the reader makes of files that are none, or other people's."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.conftest import Made
from check.accessible.spoiling import Damage, elements, spoiled
from pikepdf import Name

from brochure.base.diagnostics import ArgumentsError
from brochure.check.accessible.tagged_file import read_told


def encrypted(pdf: bytes, user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="owner", user=user))
    return out.getvalue()


def untagged(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot


def in_a_circle(file: pikepdf.Pdf) -> None:
    panel = elements(file, "Sect")[0]
    panel.K = pikepdf.Array([panel])


def an_unknown_font(file: pikepdf.Pdf) -> None:
    file.pages[0].obj.Resources.Font = pikepdf.Dictionary()


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_file_is_refused(user: str, made: Callable[[str], Made]) -> None:
    with pytest.raises(ArgumentsError, match=r"^x\.pdf is encrypted and cannot be read$"):
        read_told(encrypted(made("en").pdf, user), "x.pdf")


@pytest.mark.parametrize("part", [0.01, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(part: float, made: Callable[[str], Made]) -> None:
    pdf = made("en").pdf
    with pytest.raises(ArgumentsError, match=r"^x\.pdf is cut off or damaged: .") as caught:
        read_told(pdf[: int(len(pdf) * part)], "x.pdf")
    assert "BytesIO" not in caught.value.message


@pytest.mark.parametrize("data", [b"", b"# Read me", b"\x89PNG\r\n"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ArgumentsError, match=r"^x\.pdf is no PDF$"):
        read_told(data, "x.pdf")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (untagged, "has no structure tree"),
        (in_a_circle, "its structure tree leads back to itself, or is too deep"),
        (an_unknown_font, "is cut off or damaged"),
    ],
)
def test_a_broken_file_is_refused_in_words(damage: Damage, message: str, made: Callable[[str], Made]) -> None:
    with pytest.raises(ArgumentsError, match=message):
        read_told(spoiled(made("en").pdf, damage), "x.pdf")


def test_own_names_of_types_are_followed_to_the_standard_ones(made: Callable[[str], Made]) -> None:
    def renamed(file: pikepdf.Pdf) -> None:
        for element in elements(file, "P"):
            element.S = Name.Absatz
        file.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(Absatz=Name.Text, Text=Name.P)

    file = read_told(spoiled(made("en").pdf, renamed), "x.pdf")
    assert [each.role for each in file.elements()] == [
        each.role for each in read_told(made("en").pdf, "x.pdf").elements()
    ]


def test_content_named_by_its_number_alone_is_found(made: Callable[[str], Made]) -> None:
    """Other writers put the number in place of a reference, and the page into the element (14.7.4.2)."""

    def short(file: pikepdf.Pdf) -> None:
        for element in elements(file, "H1"):
            (reference,) = element.K
            element.Pg, element.K = reference.Pg, reference.MCID

    before, after = (read_told(pdf, "x") for pdf in (made("en").pdf, spoiled(made("en").pdf, short)))
    assert [each.text for each in after.elements()] == [each.text for each in before.elements()]


def test_colours_and_places_are_those_of_the_page(made: Callable[[str], Made]) -> None:
    """Against PDFium's places for the same letters."""
    from brochure.base.spans import Span
    from brochure.check.accessible.told import Words
    from brochure.check.finished import opened

    pdf = made("en").pdf
    file = read_told(pdf, "x.pdf")
    mine = {
        (page, glyph.text, round(glyph.box[0], 1), round(glyph.box[1], 1))
        for page, content in enumerate(file.pages)
        for painting in content.paintings
        if isinstance(painting.ink, Words)
        for glyph in painting.ink.glyphs
        if not glyph.text.isspace()
    }
    with opened(pdf) as document:
        height = document.pages[0].get_size()[1]
        theirs = {
            (each.mark.page, each.mark.text, round(each.x, 1), round(height - each.y, 1))
            for each in document.all_characters(Span("x.pdf"))
            if not each.mark.text.isspace()
        }
    alone = [each for each in theirs if not any(_near(each, other) for other in mine)]
    assert len(theirs) > 500
    assert alone == []


def _near(one: tuple[int, str, float, float], other: tuple[int, str, float, float]) -> bool:
    """A ligature is one code, and PDFium spreads its letters over the width."""
    if one[0] != other[0] or one[1] not in other[1]:
        return False
    across = 0.3 if one[1] == other[1] else 12
    return abs(one[2] - other[2]) < across and abs(one[3] - other[3]) < 0.3
