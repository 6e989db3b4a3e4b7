"""Signs on pages: the sheet, the guide, and each sign at 48 pixels as it was when it was last looked at."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat

from brochure.base.diagnostics import ArgumentsError
from brochure.check.conformance import judge
from brochure.layout.board import ENGLISH, Board
from brochure.layout.operations import SignDrawing, TextLine
from brochure.layout.sign_sheet import plain_tone
from brochure.model.comprehension import Comprehension, Trial
from brochure.paint.signs import form_key
from brochure.pipeline.sign_pages import SignRoom, guide, need_kind, open_room, pdf_of, sheet
from brochure.raster.pages import page_images

GOLDEN = Path(__file__).parents[1] / "goldens" / "signs-48.png"
SIDE, ACROSS = 48, 10
MOST_APART = 2.0
"""Mean difference of a sign's greys, of 255: another release of the rasteriser smooths edges otherwise."""


@pytest.fixture(scope="module")
def room(project_root: Path) -> SignRoom:
    opened, findings = open_room(project_root)
    assert findings == ()
    assert opened is not None
    return opened


@pytest.fixture(scope="module")
def at_48(room: SignRoom) -> dict[str, tuple[Image.Image, Image.Image]]:
    """Each sign in ink, as it is and flipped."""
    board = Board(SIDE, SIDE, ENGLISH, room.look.theme, room.typesetter)
    for each in room.signs:
        for mirrored in (False, True):
            board.turn()
            board.sign(each.sign, 0, 0, SIDE, plain_tone(room.look.theme), each.meaning, mirrored=mirrored)
    images = [
        image.convert("L")
        for image in page_images(pdf_of(room, board.finished("48", "48", room.checked, draft=True)), 72)
    ]
    return {each.sign.id: (images[2 * n], images[2 * n + 1]) for n, each in enumerate(room.signs)}


def together(images: Sequence[Image.Image]) -> Image.Image:
    whole = Image.new("L", (ACROSS * SIDE, -(-len(images) // ACROSS) * SIDE), 255)
    for number, image in enumerate(images):
        whole.paste(image, (number % ACROSS * SIDE, number // ACROSS * SIDE))
    return whole


def apart(one: Image.Image, other: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def test_every_sign_looks_as_it_did(at_48: dict[str, tuple[Image.Image, Image.Image]]) -> None:
    now = together([image for image, _ in at_48.values()])
    if os.environ.get("UPDATE_GOLDENS"):
        now.quantize(16).save(GOLDEN, optimize=True)
    golden = Image.open(GOLDEN).convert("L")
    assert golden.size == now.size, "a sign was added or taken out: UPDATE_GOLDENS=1"
    changed = []
    for number, id in enumerate(at_48):
        left, top = number % ACROSS * SIDE, number // ACROSS * SIDE
        box = (left, top, left + SIDE, top + SIDE)
        if apart(now.crop(box), golden.crop(box)) > MOST_APART:
            changed.append(id)
    assert changed == []


def test_flipped_twice_is_the_original(at_48: dict[str, tuple[Image.Image, Image.Image]]) -> None:
    for id, (image, flipped) in at_48.items():
        back = flipped.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        assert apart(back, image) < MOST_APART, id


def test_no_two_signs_are_taken_for_each_other(at_48: dict[str, tuple[Image.Image, Image.Image]]) -> None:
    images = [(id, image) for id, (image, _) in at_48.items()]
    near = [
        (id, other)
        for number, (id, image) in enumerate(images)
        for other, second in images[number + 1 :]
        if apart(image, second) < 15 * MOST_APART
    ]
    assert near == []


def test_the_sheet_shows_each_sign_in_every_way_with_meaning_and_score(room: SignRoom) -> None:
    failed = Comprehension((Trial("2026-11-20", "nurses", 20, 50.0, 10.0),))
    first, *rest = room.signs
    laid = sheet(replace(room, signs=(replace(first, comprehension=failed), *rest)), overview=False)
    assert laid.findings == ()
    operations = [operation for page in laid.document.pages for operation in page.operations]
    drawn = [operation for operation in operations if isinstance(operation, SignDrawing)]
    assert len(drawn) == len(room.signs) * 8
    mirrored = {operation.sign.id for operation in drawn if operation.mirrored}
    assert mirrored == {each.sign.id for each in room.signs if each.sign.mirrors}
    words = "\n".join(operation.line.text for operation in operations if isinstance(operation, TextLine))
    assert "NOT UNDERSTOOD BY READERS" in words
    assert "50 % correct, 10 % opposite, n 20" in words
    assert words.count("untested") == len(rest)
    for each in rest:
        assert each.sign.id in words
    # Ink, accent, reversed, grey, flipped: a sign that is drawn again in the same inks is the same form.
    assert (
        len({form_key(operation) for operation in drawn if operation.sign is first.sign})
        == 4 + first.sign.mirrors
    )


def test_the_overview_is_one_page_and_nothing_leaves_it(room: SignRoom) -> None:
    laid = sheet(room, overview=True)
    (page,) = laid.document.pages
    drawn = [operation for operation in page.operations if isinstance(operation, SignDrawing)]
    assert len(drawn) == len(room.signs)
    for operation in drawn:
        assert operation.place.x > 0
        assert operation.place.right < page.width
        assert operation.place.bottom < page.height


def test_the_guide_shows_grid_kit_dos_and_donts(room: SignRoom) -> None:
    laid, findings = guide(room)
    assert (findings, laid.findings) == ((), ())
    assert [entry.title for entry in laid.document.outline] == [
        "DRAFT · Grid",
        "DRAFT · People",
        "DRAFT · Things",
        "DRAFT · Do and do not",
    ]
    for page in laid.document.pages:
        for operation in page.operations:
            if isinstance(operation, TextLine):
                assert operation.baseline < page.height
                assert operation.x + operation.line.width < page.width


def test_pages_conform_to_what_they_claim(room: SignRoom) -> None:
    for laid in (sheet(room, overview=True), guide(room)[0]):
        assert str(judge(pdf_of(room, laid), ("2a", "ua1"))) == "conforms to PDF/A-2a, PDF/UA-1"


def test_a_name_that_ends_otherwise_is_refused() -> None:
    assert (need_kind(Path("a.PDF")), need_kind(Path("a.png"))) == (".pdf", ".png")
    with pytest.raises(ArgumentsError, match="neither a PDF nor a PNG"):
        need_kind(Path("signs"))
