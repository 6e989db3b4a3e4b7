"""The folding dummy: nothing but page numbers, on the sheets of the printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from text.declared import typesetter

from brochure.impose.dummy import folding_dummy
from brochure.layout.operations import TextLine

if TYPE_CHECKING:
    from conftest import Leaflet


def test_every_page_says_its_number_and_nothing_else(leaflet: Callable[[str], Leaflet]) -> None:
    real = leaflet("ar")
    made = folding_dummy(real.document, real.placed, typesetter())
    said = [[each.line.text for each in page.operations if isinstance(each, TextLine)] for page in made.pages]
    assert [texts[0] for texts in said] == ["1", "2"]
    assert all(texts[1].startswith("Recto verso") for texts in said)
    assert [len(texts) for texts in said] == [2, 2]
    assert (made.outline, made.root.children, [page.links for page in made.pages]) == ((), (), [(), ()])
    numbers = [page.operations[1] for page in made.pages]
    for line, page in zip(numbers, made.pages, strict=True):
        assert isinstance(line, TextLine)
        assert line.line.ink.top > page.height / 6
