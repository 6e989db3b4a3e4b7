"""The page that a print shop reads beside the files."""

from __future__ import annotations

import pytest
from layout.half import make_document
from msgspec.structs import replace
from text.declared import typesetter

from brochure.base.lengths import mm
from brochure.layout.job_sheet import DRAFT, FOOT, PLATES, PRODUCTS, lay_out_job_sheet
from brochure.layout.operations import PlacedDocument, Stroke, TextLine
from brochure.model.job_sheet import FoldScheme, JobFile, JobSheet

BLACK = make_document("ltr").theme.inks["black"]
ORDER = JobSheet(
    edition="luxembourg",
    code="LU-A",
    checked="2026-11-22",
    product="leaflet",
    width=mm(297),
    height=mm(210),
    finished=(mm(100), mm(210)),
    paper="115–135 g/m²",
    stitched=False,
    bleed=mm(3),
    standard="X-4",
    condition="Coated FOGRA39",
    ink=190,
    fonts=("NotoSans-Bold", "NotoSans-Regular", "NotoNaskhArabic-Regular"),
    folds=(FoldScheme("rtl", (("outside", (mm(100), mm(200))), ("inside", (mm(97), mm(197))))),),
    files=tuple(
        JobFile(tag, f"leaflet/leaflet-{tag}.pdf", 2, f"{n:064x}") for n, tag in enumerate(("en", "ar"), 1)
    ),
    draft=True,
    shop="",
)


def laid_out(**changes: object) -> PlacedDocument:
    return lay_out_job_sheet(replace(ORDER, **changes), BLACK, typesetter())  # type: ignore[arg-type]


def said(placed: PlacedDocument, page: int = 0) -> list[str]:
    return [each.line.text for each in placed.pages[page].operations if isinstance(each, TextLine)]


def test_it_says_what_to_make_of_which_files() -> None:
    texts = said(laid_out())
    for due in (
        *(
            PRODUCTS["leaflet"],
            "297 x 210 mm",
            "100 x 210 mm",
            "115–135 g/m²",
            "4/4, C M Y K",
            "3 mm",
            "190 %",
        ),
        *("PDF/X-4, Coated FOGRA39", "luxembourg, LU-A, 2026-11-22", "leaflet/leaflet-ar.pdf"),
        *(f"{2:064x}", PLATES, DRAFT),
        "incorporées · eingebettet · embedded: NotoNaskhArabic, NotoSans",
    ):
        assert due in texts


def test_folds_stand_as_the_sheet_lies_before_the_folder() -> None:
    texts = said(laid_out())
    assert [text for text in texts if text in ("97", "100")] == ["100", "100", "97", "97", "100", "100"]
    flat = said(laid_out(folds=()))
    assert not any(text in ("97", "100") for text in flat)


def test_an_order_that_may_go_out_says_nothing_of_drafts() -> None:
    placed = laid_out(draft=False)
    assert DRAFT not in said(placed)
    assert not placed.draft


def test_what_was_not_measured_is_not_made_up() -> None:
    assert "non mesuré · nicht gemessen · not measured" in said(laid_out(ink=None))
    assert "vectorisées · in Pfaden · as paths" in said(laid_out(fonts=()))


def test_a_contact_and_a_count_are_left_to_fill_in() -> None:
    lines = [each for each in laid_out().pages[0].operations if isinstance(each, Stroke) and not each.dash]
    level = [
        each for each in lines if each.outline.segments[0].points[1] == each.outline.segments[-1].points[1:2]
    ]
    assert len(lines) - len(level) >= 1 + len(ORDER.files)


@pytest.mark.parametrize("count", [24, 60, 130])
def test_a_long_list_goes_on_and_nothing_falls_off_the_page(count: int) -> None:
    files = tuple(JobFile("en", f"leaflet/leaflet-{n}.pdf", 2, f"{n:064x}") for n in range(count))
    placed = laid_out(files=files, draft=False)
    listed = [
        text for page in range(len(placed.pages)) for text in said(placed, page) if text.endswith(".pdf")
    ]
    assert listed == [file.name for file in files]
    for page in placed.pages:
        for line in page.operations:
            if isinstance(line, TextLine):
                assert line.baseline <= FOOT + mm(5)
                assert line.x + line.line.width <= mm(210 - 10)
    assert (len(placed.pages) == 1) is (count == 24)
