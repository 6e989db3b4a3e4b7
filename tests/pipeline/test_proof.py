"""The reviewer's pages: every text once, numbered where it stands, in a file that conforms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from brochure.check.accessible.finished import check_any_file
from brochure.check.conformance import judge
from brochure.content.findings import Findings
from brochure.content.formats import known_formats
from brochure.content.inherited import read_words
from brochure.content.words import read_source_words
from brochure.impose.proof import Proof, lay_out_proof
from brochure.layout.operations import Node, Role, SignDrawing, TextLine
from brochure.pipeline import proof as made_of
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place
from brochure.pipeline.request import Offer, Offered, choose
from brochure.state.new_language import wanted_units


@pytest.fixture(scope="module")
def desk(project_root: Path) -> Desk:
    return Desk(Place(project_root, "luxembourg", project_root / "build" / ".cache" / "read"))


@pytest.fixture(scope="module", params=["ar", "pt-PT"])
def proof(request: pytest.FixtureRequest, desk: Desk) -> Proof:
    found = Findings()
    gathered = made_of._proof(desk, request.param, found)
    assert [str(each) for each in found.all if each.is_error] == []
    assert gathered is not None
    return gathered


def texts(proof: Proof) -> Iterator[tuple[int, str]]:
    for panel in proof.panels:
        yield from ((each.number, each.unit.address) for each in panel.texts)
    yield from ((each.text.number, each.text.unit.address) for each in proof.signs)
    yield from ((each.number, each.unit.address) for each in proof.others)


def test_every_text_of_the_language_is_there_once_and_numbered_in_order(
    proof: Proof, project_root: Path
) -> None:
    english = read_source_words(project_root, known_formats(project_root), Findings())
    assert english is not None
    numbers = [number for number, _ in texts(proof)]
    addresses = [address for _, address in texts(proof)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(addresses) == len(set(addresses))
    assert set(addresses) == set(wanted_units(project_root, proof.language.tag, english))
    words = read_words(project_root, proof.language.tag, english, Findings())
    assert words is not None
    for panel in proof.panels:
        for each in panel.texts:
            wording = words[each.unit.address]
            assert wording is not None
            # Facts are written out; the words around them are those of the file.
            parts = [re.escape(piece.text) for piece in wording.pieces if not piece.is_placeholder]
            assert re.search(".*".join(parts), each.unit.text)
            assert "{" not in each.unit.text + each.english


def test_every_text_has_its_number_on_the_panel_and_beside_it(proof: Proof, desk: Desk) -> None:
    theme, setter = desk.project.theme, desk.setter
    assert theme is not None
    assert setter is not None
    laid = lay_out_proof(proof, theme, setter)
    assert laid.findings == ()
    written = [
        "".join(cluster.text for run in each.line.runs for cluster in run.clusters)
        for page in laid.document.pages
        for each in page.operations
        if isinstance(each, TextLine) and each.address == "label"
    ]
    for panel in proof.panels:
        assert dict(panel.marks).keys() >= {each.unit.address for each in panel.texts}
        for each in panel.texts:
            assert written.count(str(each.number)) >= 2
    for page in laid.document.pages:
        for each in page.operations:
            if isinstance(each, TextLine):
                place = each.on_page(0.0, each.line.ink.top, each.line.width, each.line.ink.bottom)
                assert place.x >= 0
                assert place.right <= page.width
                assert 0 <= place.y < place.bottom <= page.height


def test_the_pictures_are_figures_and_the_texts_beside_them_are_read(proof: Proof, desk: Desk) -> None:
    theme, setter = desk.project.theme, desk.setter
    assert theme is not None
    assert setter is not None
    document = lay_out_proof(proof, theme, setter).document

    def nodes(node: Node) -> Iterator[Node]:
        yield node
        for child in node.children:
            yield from nodes(child)

    figures = {node.id: node for node in nodes(document.root) if node.role is Role.FIGURE}
    assert {each.alternative for each in figures.values()} >= {panel.label for panel in proof.panels}
    drawn = {each.tag for page in document.pages for each in page.operations if isinstance(each, SignDrawing)}
    assert {tag for tag in drawn if isinstance(tag, int)} <= figures.keys()
    assert document.draft


def test_the_file_conforms_and_says_that_it_is_a_draft(desk: Desk) -> None:
    made = made_of.make_proof(desk, Job("pt-PT", "proof", ("screen",)))
    data = made.files["screen"]
    assert made.reasons
    assert judge(data, ["ua1", "2a"]).breaches == ()
    assert check_any_file(data, "proof-pt-PT.pdf") == ()
    assert made.pages > 10


def test_a_proof_is_made_by_its_name_alone() -> None:
    from pipeline.made_up import request

    formats = {
        "leaflet": Offered(("screen",), ("ar",)),
        "proof": Offered(("screen",), ("ar",), by_name=True),
    }
    offers = [Offer("here", formats)]
    assert [each.format for _, due in choose(request(Path()), offers) for each in due] == ["leaflet"]
    named = request(Path(), formats=("proof",))
    assert [each.format for _, due in choose(named, offers) for each in due] == ["proof"]
