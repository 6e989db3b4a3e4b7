"""The card: it never names the service, discreet it has the two numbers alone, and whatever is seen bears a stamp."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from brochure.content.project import Project, read_document, read_project
from brochure.layout.document import lay_out
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.text.typesetter import Typesetter

TAGS = ["en", "ar", "fr"]


@pytest.fixture(scope="module")
def project(project_root: Path) -> Project:
    return read_project(project_root, "luxembourg")


def laid(project: Project, tag: str, *, discreet: bool) -> PlacedDocument:
    document = read_document(project, tag, "card", discreet=discreet).document
    assert document is not None
    assert project.fonts is not None
    return lay_out(replace(document, draft=True), Typesetter(project.fonts, document.theme.scripts)).document


def lines(placed: PlacedDocument) -> list[tuple[int, TextLine]]:
    return [
        (number, each)
        for number, page in enumerate(placed.pages)
        for each in page.operations
        if isinstance(each, TextLine)
    ]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("discreet", [False, True])
def test_it_does_not_name_the_service(tag: str, discreet: bool, project: Project) -> None:
    said = " ".join(line.line.text for _, line in lines(laid(project, tag, discreet=discreet)))
    assert "27 36 56 46" in said
    assert "INFOTRAITE" not in said.upper()


@pytest.mark.parametrize("tag", TAGS)
def test_discreet_it_has_the_numbers_alone(tag: str, project: Project) -> None:
    placed = laid(project, tag, discreet=True)
    said = {line.address for _, line in lines(placed)}
    assert "cover.discreet_title" in said
    assert not [each for each in said if each.startswith(("card.", "say.", "call.", "phrases."))]
    inside = {line.address for number, line in lines(placed) if number == 1}
    assert inside == {"draft", "infotraite.phone"}


@pytest.mark.parametrize("tag", TAGS)
def test_both_halves_of_the_folded_card_and_the_open_one_are_stamped(tag: str, project: Project) -> None:
    stamps = [number for number, line in lines(laid(project, tag, discreet=False)) if line.address == "draft"]
    assert stamps == [0, 0, 1]
