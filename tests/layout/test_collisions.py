"""Nothing on a page touches what it should not; each rule is broken once on purpose."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from families import FAMILIES
from msgspec.structs import replace

from brochure.base.diagnostics import Finding
from brochure.base.geometry import Rect
from brochure.base.lengths import mm
from brochure.content.project import Project, read_document, read_project
from brochure.layout import fitting
from brochure.layout.collisions import APART, BESIDE_FOLD, collisions
from brochure.layout.document import lay_out
from brochure.layout.marks import with_marks
from brochure.layout.office import for_office
from brochure.layout.operations import Fill, Operation, PlacedDocument, SignDrawing, Stroke, TextLine
from brochure.layout.shapes import rectangle
from brochure.model.document import Document
from brochure.text.ink import distance, ink_glyphs
from brochure.text.typesetter import Typesetter

ROOT = Path(__file__).parents[2]
TAGS = FAMILIES


@pytest.fixture(scope="module")
def project() -> Project:
    return read_project(ROOT, "luxembourg")


@pytest.fixture(scope="module")
def setter(project: Project) -> Typesetter:
    assert project.fonts is not None
    assert project.theme is not None
    return Typesetter(project.fonts, project.theme.scripts)


@pytest.fixture(scope="module")
def laid(project: Project, setter: Typesetter) -> Callable[[str], tuple[Document, PlacedDocument]]:
    """The leaflet of a language with its stamp."""

    @cache
    def lay_out_leaflet(tag: str) -> tuple[Document, PlacedDocument]:
        read = read_document(project, tag, "leaflet").document
        assert read is not None
        document = replace(read, draft=True)
        return document, lay_out(document, setter).document

    return lay_out_leaflet


@pytest.mark.parametrize("tag", TAGS)
def test_every_leaflet_keeps_its_ink_apart_for_every_target(
    tag: str, laid: Callable[[str], tuple[Document, PlacedDocument]], setter: Typesetter
) -> None:
    document, placed = laid(tag)
    sheets = (placed, for_office(document, placed, setter), with_marks(document, placed, setter))
    assert [str(finding) for sheet in sheets for finding in collisions(document, sheet)] == []


Moved = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def moved(laid: Callable[[str], tuple[Document, PlacedDocument]]) -> Moved:
    """What is found in the English leaflet where some operations of its inside are others."""

    def change(becomes: Callable[[Operation], Operation], *more: Operation) -> tuple[Finding, ...]:
        document, placed = laid("en")
        outside, inside = placed.pages
        operations = (*map(becomes, inside.operations), *more)
        return collisions(document, replace(placed, pages=(outside, replace(inside, operations=operations))))

    return change


def shifted(address: str, right: float = 0.0, down: float = 0.0) -> Callable[[Operation], Operation]:
    """The lines of a unit elsewhere, pt."""

    def shift(each: Operation) -> Operation:
        if isinstance(each, TextLine) and each.address.endswith(address):
            return replace(each, x=each.x + right, baseline=each.baseline + down)
        return each

    return shift


def same(each: Operation) -> Operation:
    return each


def test_two_texts_that_touch_are_both_named_with_their_places(moved: Moved) -> None:
    found = moved(shifted("call.heading", down=mm(8)))
    told = [each for each in found if each.code == "ink-touches" and "infotraite" in each.message]
    assert told
    assert all(each.is_error and (each.language, each.format) == ("en", "leaflet") for each in told)
    assert "call.heading" in told[0].message
    assert "on each other by" in told[0].message
    assert "page 2" in told[0].message
    assert told[0].span.file == "content/languages/en.yaml"
    assert "The other text is at content/" in told[0].help


def test_lines_that_come_too_near_are_told_with_the_air_that_is_left(
    moved: Moved, laid: Callable[[str], tuple[Document, PlacedDocument]]
) -> None:
    _, placed = laid("en")
    upper, lower = lines_of(placed, "cannot_leave")
    up = next(
        n / 20 for n in range(200) if air(upper, replace(lower, baseline=lower.baseline - n / 20)) < mm(0.1)
    )
    found = moved(lambda each: replace(each, baseline=each.baseline - up) if each is lower else each)
    assert [each.code for each in found] == ["ink-touches"]
    assert "two lines of situations.cannot_leave" in found[0].message
    assert "only 0.0" in found[0].message
    assert "0.2 mm is the least" in found[0].message


def test_words_on_a_sign(moved: Moved) -> None:
    found = moved(shifted("situations.not_paid", right=-mm(8)))
    assert {each.code for each in found} == {"ink-touches", "ink-over-edge"}
    assert any("stands on the sign" in each.message for each in found)
    assert any("the edge of an area of mist" in each.message for each in found)


def test_words_that_leave_their_area(moved: Moved) -> None:
    found = moved(shifted("infotraite.no_name", down=mm(4)))
    assert [each.code for each in found] == ["ink-over-edge"]
    assert "the edge of an area of sun" in found[0].message


def test_words_on_a_drawn_line(moved: Moved, laid: Callable[[str], tuple[Document, PlacedDocument]]) -> None:
    (first, *_) = lines_of(laid("en")[1], "one_is_enough")
    base = first.baseline + 0.5 + APART
    near, far = (
        Stroke(first.tag, rectangle(Rect(first.x, y, 50, 20)), first.ink, 1.0) for y in (base - 0.1, base + 9)
    )
    assert [each.code for each in moved(same, near)] == ["ink-touches"]
    assert "a drawn line" in moved(same, near)[0].message
    assert moved(same, far) == ()


@pytest.mark.parametrize(("address", "side"), [("one_is_enough", 1), ("help.condition", -1)])
def test_words_near_a_fold(
    address: str, side: int, moved: Moved, laid: Callable[[str], tuple[Document, PlacedDocument]]
) -> None:
    _, placed = laid("en")
    fold = placed.pages[1].folds[0]
    lines = lines_of(placed, address)
    inks = [each.x + (each.line.ink.right if side > 0 else each.line.ink.left) for each in lines]
    to_fold = fold - side * BESIDE_FOLD - side * max(side * each for each in inks)
    assert moved(shifted(address, right=to_fold)) == ()
    found = moved(shifted(address, right=to_fold + side * mm(0.1)))
    assert {each.code for each in found} == {"ink-outside"}
    assert "nearer than 3 mm to a fold" in found[0].message


def test_words_beyond_the_safe_area(moved: Moved) -> None:
    found = moved(shifted("one_is_enough", right=-mm(4.5)))
    assert [each.code for each in found] == ["ink-outside"]
    assert "one_is_enough leaves the safe area" in found[0].message


def test_an_office_printer_reaches_less_far(
    laid: Callable[[str], tuple[Document, PlacedDocument]], setter: Typesetter
) -> None:
    document, placed = laid("en")
    down = mm(210 - 4.5) - max(
        each.baseline + each.line.ink.bottom for each in lines_of(placed, "help.condition")
    )
    pages = tuple(
        replace(page, operations=tuple(map(shifted("help.condition", down=down), page.operations)))
        for page in placed.pages
    )
    low = replace(placed, pages=pages)
    assert collisions(document, low) == ()
    found = collisions(document, for_office(document, low, setter))
    assert {each.code for each in found} == {"ink-outside"}


def test_the_stamp_on_words_and_on_a_sign(moved: Moved) -> None:
    at_stamp = shifted("situations.heading", right=mm(40), down=-mm(16))
    found = moved(at_stamp)
    assert "draft-over-content" in {each.code for each in found}
    (told,) = [each for each in found if each.code == "draft-over-content"]
    assert "the DRAFT stamp stands on situations.heading" in told.message
    assert told.span.file == "content/languages/en.yaml"

    def raised(each: Operation) -> Operation:
        if isinstance(each, SignDrawing) and each.place.y < mm(30):
            return replace(each, place=replace(each.place, x=mm(80), y=mm(3)))
        return each

    assert "the DRAFT stamp stands on the sign" in moved(raised)[0].message


def test_an_area_that_ends_under_words(
    moved: Moved, laid: Callable[[str], tuple[Document, PlacedDocument]]
) -> None:
    (line, *_) = lines_of(laid("en")[1], "one_is_enough")
    area = Fill(line.tag, rectangle(Rect(line.x + 20, line.baseline - 30, 20, 60)), line.ink)
    assert [each.code for each in moved(same, area)] == ["ink-over-edge"]


def test_parts_of_one_line_are_one(laid: Callable[[str], tuple[Document, PlacedDocument]]) -> None:
    """A name in a sentence is an operation of its own, close beside the words around it."""
    document, placed = laid("en")
    parts = [each for each in lines_of(placed, "call.no_papers") if "INFOTRAITE" in each.line.text]
    beside = [each for each in lines_of(placed, "call.no_papers") if each.baseline == parts[0].baseline]
    assert len(beside) > 1
    assert collisions(document, placed) == ()


def test_leading_too_small_for_nastaliq(
    project: Project, setter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fitting sets lines apart by their ink; where it did not, the page would still be told."""
    document = read_document(project, "ur", "leaflet").document
    assert document is not None
    aran = document.theme.scripts["Aran"]
    tight = replace(aran, leading=1.0, row=None, heading=None)
    theme = replace(document.theme, scripts={**document.theme.scripts, "Aran": tight})
    document = replace(document, theme=theme)
    apart = collisions(document, lay_out(document, setter).document)
    assert not [each for each in apart if "two lines of" in each.message]
    monkeypatch.setattr(fitting, "AIR", -99.0)
    found = collisions(document, lay_out(document, setter).document)
    told = [each for each in found if each.code == "ink-touches" and "two lines of" in each.message]
    assert len(told) >= 3
    assert all(each.span.file == "content/languages/ur.yaml" for each in told)
    assert any("on each other by" in each.message for each in told)


def lines_of(placed: PlacedDocument, address: str) -> list[TextLine]:
    operations = (each for page in placed.pages for each in page.operations)
    return [each for each in operations if isinstance(each, TextLine) and each.address.endswith(address)]


def air(upper: TextLine, lower: TextLine) -> float:
    ones, others = (ink_glyphs(each.line, each.x, each.baseline) for each in (upper, lower))
    return distance(ones, others, mm(5))
