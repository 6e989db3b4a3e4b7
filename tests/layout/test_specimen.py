"""The pages of specimens: whole, on one page each, nothing touching, and as they were accepted.

``UPDATE_GOLDENS=1 python -m pytest -n0 tests/layout/test_specimen.py`` writes the dumps anew; look at the pages first:
``brochure show specimen all --out pages``.
"""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from brochure.layout.operations import Artifact, Role, TextLine
from brochure.layout.specimen import BODY_FLOOR, EDGE, HEIGHT, LEAST, WIDTH, rows_of
from brochure.layout.specimen_dump import dump_specimens
from brochure.model.specimen import Specimens
from brochure.model.unit import Unit, Words
from brochure.pipeline.specimen import SpecimenRoom, open_room

ROOT = Path(__file__).parents[2]
SCRIPTS = tuple(yaml.safe_load((ROOT / "fonts" / "specimens.yaml").read_text(encoding="utf-8"))["scripts"])


@pytest.fixture(scope="module")
def room() -> SpecimenRoom:
    opened, findings = open_room(ROOT)
    assert findings == ()
    assert opened is not None
    return opened


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_page_is_the_accepted_one(script: str, room: SpecimenRoom) -> None:
    golden = ROOT / "tests" / "goldens" / f"specimen-{script}.txt"
    dump = dump_specimens(room.laid_out((script,)).document)
    if os.environ.get("UPDATE_GOLDENS") == "1":
        golden.write_text(dump, encoding="utf-8", newline="\n")
    assert dump.splitlines() == golden.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("script", SCRIPTS)
def test_nothing_is_found_and_no_ink_of_two_rows_meets(script: str, room: SpecimenRoom) -> None:
    laid = room.laid_out((script,))
    assert laid.findings == ()
    (page,) = laid.document.pages
    ink: dict[float, tuple[float, float]] = {}
    for operation in page.operations:
        if isinstance(operation, TextLine) and operation.address != "label":
            box = operation.line.ink
            assert operation.x + box.left > EDGE / 2
            assert operation.x + box.right < WIDTH - EDGE / 2
            ink[operation.baseline] = (operation.baseline - box.top, operation.baseline + box.bottom)
    assert max(bottom for _, bottom in ink.values()) < HEIGHT - EDGE / 2
    rows = [operation.address for operation in page.operations if isinstance(operation, TextLine)]
    assert len(set(rows)) == 9 + len(room.specimens.by_script[script].also)
    rules = sorted(
        operation.outline.segments[0].points[1]
        for operation in page.operations
        if operation.tag is Artifact.LAYOUT and not isinstance(operation, TextLine)
    )
    for rule in rules:
        assert not [ys for ys in ink.values() if ys[0] < rule < ys[1]]


def test_every_row_is_there_in_the_order_of_the_page(room: SpecimenRoom) -> None:
    rows = list(rows_of(room.specimens.by_script["Ethi"], room.look.theme))
    assert [row.label for row in rows] == [
        *("name", "sentence", "bold", "am", "digits", "marks", "brackets", "number", "Latin inside"),
        *("long words", "narrow", "smallest"),
    ]


def test_the_small_sizes_are_the_floors_of_the_leaflet(room: SpecimenRoom) -> None:
    roles = yaml.safe_load((ROOT / "content/formats/leaflet.yaml").read_text(encoding="utf-8"))["roles"]
    assert roles["body"]["floor"] == BODY_FLOOR
    assert roles["small"]["floor"] == LEAST
    sizes = {
        run.size
        for page in room.laid_out(("Arab",)).document.pages
        for operation in page.operations
        if isinstance(operation, TextLine) and operation.address == "specimen.Arab.sentence"
        for run in operation.line.runs
    }
    assert min(sizes) == pytest.approx(LEAST)


def test_a_page_says_first_that_it_is_a_draft(room: SpecimenRoom) -> None:
    document = room.laid_out(("Arab", "Latn")).document
    assert document.draft
    for page in document.pages:
        first = page.operations[0]
        assert isinstance(first, TextLine)
        assert first.line.text.startswith("DRAFT · specimen of ")
        assert "noto-sans 2.015" in first.line.text
    assert [entry.title for entry in document.outline] == ["Arab العربية", "Latn Deutsch"]
    assert [node.role for node in document.root.children] == [Role.SECT, Role.SECT]


def test_each_text_has_its_language(room: SpecimenRoom) -> None:
    (section,) = room.laid_out(("Deva",)).document.root.children
    languages = [leaf.language for node in section.children for leaf in node.children]
    assert set(languages) == {"hi", "ne", "mr", "fr"}  # the name inside is French


def with_sentence(room: SpecimenRoom, words: str) -> SpecimenRoom:
    specimen = room.specimens.by_script["Latn"]
    sentence = Unit(
        specimen.sentence.address, (Words(words, specimen.sentence.span),), specimen.sentence.span
    )
    changed = Specimens({"Latn": replace(specimen, sentence=sentence)}, room.specimens.checked)
    return replace(room, specimens=changed)


def test_a_sentence_that_is_longer_than_the_page_is_told(room: SpecimenRoom) -> None:
    findings = with_sentence(room, "Alle Menschen sind frei. " * 60).laid_out(("Latn",)).findings
    assert {finding.code for finding in findings} == {"overflow"}
    assert findings[0].span.file == "fonts/specimens.yaml"


def test_a_character_that_no_font_has_is_told(room: SpecimenRoom) -> None:
    findings = with_sentence(room, "Alle \U00012000 Menschen.").laid_out(("Latn",)).findings
    assert {finding.code for finding in findings} == {"missing-glyph"}
    assert "U+12000" in findings[0].message


def test_rows_of_a_page_go_down(room: SpecimenRoom) -> None:
    (page,) = room.laid_out(("Aran",)).document.pages
    baselines = [operation.baseline for operation in page.operations if isinstance(operation, TextLine)]
    assert all(upper <= lower for upper, lower in pairwise(baselines))
