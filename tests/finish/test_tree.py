"""Tags as a reader walks them: from the root down, and from marked content back up."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest

from brochure.finish.pdf import Target

Finished = Callable[[str, Target], bytes]


@pytest.fixture
def pdf(finished: Finished) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(finished("ar", "screen"))) as opened:
        yield opened


def elements(element: pikepdf.Object, depth: int = 0) -> Iterator[tuple[int, pikepdf.Object]]:
    yield depth, element
    for kid in element.get("/K", []):
        if kid.get("/Type") == "/StructElem":
            yield from elements(kid, depth + 1)


def test_the_tree_is_that_of_the_content(pdf: pikepdf.Pdf) -> None:
    shape = [f"{'.' * depth}{str(e.S)[1:]}" for depth, e in elements(pdf.Root.StructTreeRoot.K)]
    assert shape == [
        "Document", ".P", ".H1", ".L", "..LI", "...LBody", "....Figure", "....P", ".H2", ".P", "..Link", "..Span",
    ]  # fmt: skip


def test_every_child_knows_its_parent(pdf: pikepdf.Pdf) -> None:
    for _, element in elements(pdf.Root.StructTreeRoot.K):
        for kid in element.get("/K", []):
            if kid.get("/Type") == "/StructElem":
                assert element == kid.P


def test_marked_content_leads_back_to_its_element(pdf: pikepdf.Pdf) -> None:
    rows = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    (page,) = pdf.pages
    owners = rows[page.obj.StructParents]
    seen = 0
    for _, element in elements(pdf.Root.StructTreeRoot.K):
        for kid in element.get("/K", []):
            if kid.get("/Type") == "/MCR":
                assert owners[int(kid.MCID)] == element
                assert kid.Pg == page.obj
                seen += 1
    assert seen == len(owners) == 7


def test_a_link_and_its_annotation_know_each_other(pdf: pikepdf.Pdf) -> None:
    rows = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    (annotation,) = pdf.pages[0].obj.Annots
    (link,) = (e for _, e in elements(pdf.Root.StructTreeRoot.K) if e.S == "/Link")
    assert rows[int(annotation.StructParent)] == link
    assert [kid.Obj for kid in link.K if kid.get("/Type") == "/OBJR"] == [annotation]
    assert str(annotation.A.URI) == "tel:+352621333444"
    assert str(annotation.Contents) == "Call us"
    assert int(annotation.F) & 4
    assert [float(edge) for edge in annotation.Rect] == [60, 96, 240, 120]
    assert [int(edge) for edge in annotation.Border] == [0, 0, 0]
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == 2


def test_figures_have_words_and_a_box(pdf: pikepdf.Pdf) -> None:
    (figure,) = (e for _, e in elements(pdf.Root.StructTreeRoot.K) if e.S == "/Figure")
    assert str(figure.Alt) == "يد"
    assert [float(edge) for edge in figure.A.BBox] == [20, 130, 50, 160]


def test_lists_and_languages_are_said(pdf: pikepdf.Pdf) -> None:
    (the_list,) = (e for _, e in elements(pdf.Root.StructTreeRoot.K) if e.S == "/L")
    assert the_list.A.ListNumbering == "/None"
    assert str(pdf.Root.Lang) == "ar"
    assert [str(e.Lang) for _, e in elements(pdf.Root.StructTreeRoot.K) if "/Lang" in e] == ["en", "fr"]


def test_pages_are_walked_by_structure(pdf: pikepdf.Pdf) -> None:
    assert pdf.pages[0].obj.Tabs == "/S"
    assert pdf.Root.MarkInfo.Marked is True
