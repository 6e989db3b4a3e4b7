"""The guide for front-line workers: in their languages, with every contact the edition has for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.finish.dump import dump_tags
from brochure.layout.document import lay_out
from brochure.layout.operations import Fill, PlacedDocument, Stroke, TextLine
from brochure.model.document import Document, ServiceEntry
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place
from brochure.pipeline.rooms import offers
from brochure.pipeline.show import Look, show

WORKERS = ("fr", "de", "en")
LAST_DAY = {"luxembourg": "22. Mai 2027", "example": "31. Dezember 2099"}
EDITIONS = tuple(LAST_DAY)


@pytest.fixture(scope="module", params=EDITIONS)
def desk(request: pytest.FixtureRequest, project_root: Path) -> Desk:
    return Desk(Place(project_root, request.param, None))


def read(desk: Desk, tag: str) -> Document:
    document, _ = desk.read(tag, "guide")
    assert document is not None
    return document


def laid(desk: Desk, tag: str) -> PlacedDocument:
    assert desk.setter is not None
    return lay_out(read(desk, tag), desk.setter).document


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_is_made_in_the_languages_of_workers(edition: str, project_root: Path) -> None:
    (offer,), _ = offers(project_root, edition)
    assert offer.formats["guide"].languages == WORKERS
    assert offer.formats["guide"].targets == ("screen", "print", "office")


@pytest.mark.parametrize("tag", WORKERS)
def test_every_file_is_fine_for_ear_and_validator(tag: str, desk: Desk) -> None:
    made = desk.make(Job(tag, "guide", ("screen", "print", "office"), heard=True))
    assert [str(each) for each in made.findings] == []
    assert made.pages == 2
    assert {size.share for size in made.sizes} == {1}


def test_every_service_for_workers_is_there_whole(desk: Desk) -> None:
    edition = desk.project.edition
    assert edition is not None
    entries = [
        block
        for panel in read(desk, "en").panels
        for block in panel.blocks
        if isinstance(block, ServiceEntry)
    ]
    assert {each.numbers[0].text if each.numbers else each.address[0].text for each in entries} == {
        service.phones[0].printed if service.phones else service.address.street
        for service in edition.services.values()
        if "guide" in service.formats and (service.phones or service.address)
    }
    said = {
        fact.text for each in entries for fact in (*each.numbers, *each.address, each.name, each.web) if fact
    }
    for service in edition.services.values():
        assert {phone.printed for phone in service.phones} <= said
        assert service.address is None or {service.address.street, service.address.town} <= said
        assert not service.web or service.web in said
        assert service.name in said


def test_it_says_until_when_it_holds(desk: Desk) -> None:
    (day,) = (
        fact
        for panel in read(desk, "de").panels
        for block in panel.blocks
        if block.slot == "expires"
        for unit in block.units
        for fact in unit.facts
    )
    assert (day.reference, day.text) == ("edition.expires", LAST_DAY[desk.project.name])


def test_nothing_is_coloured(desk: Desk) -> None:
    inks = {
        each.ink.name
        for page in laid(desk, "fr").pages
        for each in page.operations
        if isinstance(each, Fill | Stroke | TextLine)
    }
    assert inks == {"black"}


def test_its_sentences_are_lists(desk: Desk) -> None:
    lines = [line.split()[0] for line in dump_tags(laid(desk, "en")).splitlines()]
    assert [lines.count(role) for role in ("H1", "L", "LI", "LBody")] == [2, 4, 15, 15]


def test_there_is_no_discreet_guide(project_root: Path) -> None:
    with pytest.raises(ArgumentsError, match="the guide has no discreet variant"):
        show(Look(project_root, "en", "", "guide", True), "tags", ())
