from __future__ import annotations

import io

import pikepdf
from finish.by_hand import leaflet
from finish.conftest import profile
from msgspec.structs import replace

from brochure.finish.pdf import write_pdf
from brochure.layout.operations import Node, OutlineEntry, Role


def levels(entries: list[tuple[str, Role]]) -> list[tuple[int, str]]:
    """Depth and title of every bookmark as another library reads them."""
    document = leaflet("en")
    headings = tuple(Node(100 + n, role) for n, (_, role) in enumerate(entries))
    root = replace(document.root, children=(*document.root.children, *headings))
    outline = tuple(OutlineEntry(title, 100 + n, 0, 40) for n, (title, _) in enumerate(entries))
    data = write_pdf(replace(document, root=root, outline=outline), "screen", profile("screen"))
    found: list[tuple[int, str]] = []

    def walk(items: list[pikepdf.OutlineItem], depth: int) -> None:
        for item in items:
            found.append((depth, item.title))
            walk(list(item.children), depth + 1)

    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline_root:
        walk(list(outline_root.root), 0)
    return found


def test_a_heading_lies_below_the_last_higher_one() -> None:
    entries = [("a", Role.H1), ("b", Role.H2), ("c", Role.H3), ("d", Role.H2), ("e", Role.H1), ("f", Role.H3)]
    assert levels(entries) == [(0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e"), (1, "f")]


def test_a_first_low_heading_stands_at_the_top() -> None:
    assert levels([("a", Role.H2), ("b", Role.H1)]) == [(0, "a"), (0, "b")]


def test_titles_in_any_script() -> None:
    assert levels([("هل يحدث هذا معك؟", Role.H1)]) == [(0, "هل يحدث هذا معك؟")]


def test_a_bookmark_leads_to_its_heading_s_place() -> None:
    data = write_pdf(leaflet("en"), "screen", profile("screen"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page, kind, left, top, zoom = pdf.Root.Outlines.First.Dest
        assert page == pdf.pages[0].obj
        assert (kind, left, float(top), zoom) == ("/XYZ", None, 200, None)
        assert int(pdf.Root.Outlines.Count) == 2


def test_without_headings_there_is_no_outline() -> None:
    data = write_pdf(replace(leaflet("en"), outline=()), "screen", profile("screen"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/Outlines" not in pdf.Root
