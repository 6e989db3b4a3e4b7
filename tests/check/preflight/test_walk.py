"""What a walk meets on a page, and where."""

from __future__ import annotations

import pikepdf
import pytest
from check.preflight.drawing import form, page
from pikepdf import Array, Dictionary, Name

from brochure.check.preflight.examined import Colour, Painted, Walked
from brochure.check.preflight.reading import examined


def walked(content: bytes, resources: object = None) -> Walked:
    with examined(page(content, resources), "x.pdf") as file:  # type: ignore[arg-type]
        return file.sheets[0].walked


def only(content: bytes, resources: object = None) -> Painted:
    (painted,) = walked(content, resources).painted
    return painted


def rounded(painted: Painted) -> tuple[float, ...]:
    return tuple(round(edge, 2) for edge in painted.box)


BOXES: dict[bytes, tuple[float, ...]] = {
    b"10 20 30 40 re f": (10, 20, 40, 60),
    b"2 0 0 3 5 7 cm 10 20 30 40 re f": (25, 67, 85, 187),
    b"q 0 1 -1 0 100 0 cm 10 20 30 40 re f Q": (40, 10, 80, 40),
    b"0 0 20 30 re W n 10 20 30 40 re f": (10, 20, 20, 30),
    b"q 0 0 1 1 re W n Q 10 20 30 40 re f": (10, 20, 40, 60),
    b"4 w 10 20 m 50 20 l S": (10, 18, 50, 22),
    b"4 w 10 20 m 10 60 l S": (8, 20, 12, 60),
    b"-90 -90 900 900 re f": (0, 0, 300, 200),
}


@pytest.mark.parametrize("content", BOXES)
def test_where_it_lies(content: bytes) -> None:
    assert rounded(only(content)) == BOXES[content]


def test_what_is_cut_away_or_off_the_page_is_not_painted() -> None:
    assert walked(b"0 0 5 5 re W n 10 20 30 40 re f").painted == []
    assert walked(b"400 400 5 5 re f").painted == []


def test_lines_grow_with_what_they_are_drawn_in() -> None:
    assert only(b"0.5 0 0 0.5 0 0 cm 0.4 w 10 20 m 50 20 l S").thin == pytest.approx(0.2)


COLOURS: dict[bytes, Colour] = {
    b"0.1 0.2 0.3 0.4 k": Colour("DeviceCMYK", (0.1, 0.2, 0.3, 0.4)),
    b"0.5 g": Colour("DeviceGray", (0.5,)),
    b"/DeviceCMYK cs": Colour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0)),
    b"/DeviceCMYK cs 0 1 0 0 sc": Colour("DeviceCMYK", (0.0, 1.0, 0.0, 0.0)),
    b"/DeviceCMYK CS 0 1 0 0 SC": Colour("DeviceGray", (0.0,)),
    b"q 0 1 0 0 k Q": Colour("DeviceGray", (0.0,)),
}


@pytest.mark.parametrize("content", COLOURS)
def test_in_which_colour(content: bytes) -> None:
    assert only(content + b" 10 20 30 40 re f").colour == COLOURS[content]


def test_what_overprints_and_how() -> None:
    over, knock = walked(b"/Over gs 10 20 3 4 re f q /Knock gs Q /Knock gs 10 20 3 4 re f").painted
    assert (over.overprints, over.keeps_zero, knock.overprints) == (True, True, False)


def test_a_form_is_painted_where_it_is_shown() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        inner = form(pdf, b"0 0 50 50 re f", (0, 0, 10, 20), Matrix=Array([2, 0, 0, 2, 0, 0]))
        return Dictionary(XObject=Dictionary(X=inner))

    assert rounded(only(b"1 0 0 1 30 40 cm /X Do", resources)) == (30, 40, 50, 80)


def test_a_form_without_resources_takes_the_pages() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        return Dictionary(XObject=Dictionary(X=form(pdf, b"/Over gs 0 0 5 5 re f", (0, 0, 10, 20))))

    assert only(b"/X Do", resources).overprints


def test_pictures_have_the_pixels_of_their_coarser_direction() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        picture = pikepdf.Stream(pdf, bytes(800), Subtype=Name.Image, Width=20, Height=10, BitsPerComponent=8)
        picture.ColorSpace = Name.DeviceCMYK
        return Dictionary(XObject=Dictionary(X=picture))

    (picture,) = walked(b"0 72 -72 0 100 50 cm /X Do", resources).pictures
    assert (picture.ppi, picture.bits, picture.box) == (10, 8, (28, 50, 100, 122))


def test_type_is_as_large_as_it_is_on_paper() -> None:
    def resources(_: pikepdf.Pdf) -> Dictionary:
        widths = Array([500 for _ in range(256)])
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.X, FirstChar=0, LastChar=255, Widths=widths
        )
        return Dictionary(Font=Dictionary(F=font))

    painted = only(b"2 0 0 2 0 0 cm BT /F 5 Tf 2 0 0 2 10 20 Tm (ab) Tj ET", resources)
    assert (painted.kind, painted.size) == ("text", 20)
    assert rounded(painted) == (20, 36, 40, 54)
    assert walked(b"BT /F 5 Tf 3 Tr 10 20 Td (ab) Tj ET", resources).painted == []
    moved = [
        rounded(each)[:1]
        for each in walked(b"BT /F 10 Tf 10 20 Td (a) Tj [(a) -1000 (a)] TJ ET", resources).painted
    ]
    assert moved == [(10,), (15,)]


@pytest.mark.parametrize(
    "content", [b"Q", b"1 2 cm", b"/No gs", b"/No Do", b"(a) w", b"1 2 3 blur", b"1 0 0 k"]
)
def test_what_is_broken_is_noted_and_passed_over(content: bytes) -> None:
    found = walked(content + b" 10 20 30 40 re f")
    assert len(found.broken) == (content != b"1 0 0 k")
    assert len(found.painted) == 1


def test_transparency_is_noted_wherever_it_is() -> None:
    def resources(pdf: pikepdf.Pdf) -> Dictionary:
        group = form(pdf, b"", (0, 0, 1, 1), Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
        return Dictionary(XObject=Dictionary(G=group))

    found = walked(b"/G Do", resources)
    assert [what for what, _ in found.see_through] == ["a transparency group"]
    assert [(use.space, use.where) for use in found.blends] == [("DeviceGray", "a group")]
