from __future__ import annotations

from finish.by_hand import PETROL, SIGN, SIGN_INKS, leaflet
from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.inks import PAPER
from brochure.layout.operations import Artifact, PlacedDocument, SignDrawing
from brochure.model.sign import SignRole
from brochure.paint.inks import DEVICE_CMYK, DEVICE_RGB
from brochure.paint.signs import form_key, paint_forms, paint_sign

DRAWING = SignDrawing(5, SIGN, Rect(20, 80, 32, 32), SIGN_INKS, mirrored=False)


def twice(tag: str) -> PlacedDocument:
    """The page of a language, and once more: each of its signs is drawn twice."""
    document = leaflet(tag)
    return replace(document, pages=document.pages * 2)


def test_a_sign_that_is_drawn_again_is_a_form_for_its_inks_and_its_side() -> None:
    assert len(paint_forms(twice("en"), DEVICE_RGB)) == 1
    # The Arabic page has the same sign mirrored and, as an artifact, not mirrored.
    assert len(paint_forms(twice("ar"), DEVICE_RGB)) == 2


def test_a_sign_that_is_drawn_once_is_no_form() -> None:
    assert paint_forms(leaflet("ar"), DEVICE_RGB) == {}
    painted = paint_sign(DRAWING, 20, 128, {}, DEVICE_RGB)
    assert painted.startswith("q 0.03125 0 0 0.03125 20 128 cm 0.094 0.09 0.082 rg\n128 896 m 768 896 l")
    assert painted.endswith(" f Q")


def test_tag_and_place_make_no_new_form() -> None:
    assert form_key(DRAWING) == form_key(replace(DRAWING, tag=Artifact.LAYOUT, place=Rect(0, 0, 1, 1)))


def test_other_inks_and_the_other_side_do() -> None:
    white = ((SignRole.INK, PAPER), (SignRole.PAPER, PETROL), (SignRole.ACCENT, PAPER))
    keys = {form_key(d) for d in (DRAWING, replace(DRAWING, inks=white), replace(DRAWING, mirrored=True))}
    assert len(keys) == 3


def first_rows(tag: str) -> list[str]:
    forms = paint_forms(twice(tag), DEVICE_CMYK)
    return [" ".join(form.content.decode().splitlines()[:2]) for form in forms.values()]


def test_the_grid_is_turned_upright_and_mirrored_about_its_middle() -> None:
    plain = "/Kover gs 0 0 0 1 k 128 896 m 768 896 l 768 256 l 128 256 l h f"
    mirrored = "/Kover gs 0 0 0 1 k 896 896 m 256 896 l 256 256 l 896 256 l h f"
    assert first_rows("ar") == [mirrored, plain]


def test_white_in_a_sign_knocks_out() -> None:
    (form,) = paint_forms(twice("en"), DEVICE_CMYK).values()
    assert form.content.decode().splitlines()[2].startswith("/Knock gs 0 0 0 0 k")


def test_a_form_is_scaled_from_the_grid_to_its_place() -> None:
    forms = paint_forms(twice("en"), DEVICE_RGB)
    assert paint_sign(DRAWING, 20, 128, forms, DEVICE_RGB) == "q 0.03125 0 0 0.03125 20 128 cm /S1 Do Q"
