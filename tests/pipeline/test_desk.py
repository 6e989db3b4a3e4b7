"""The real leaflet through all rooms, on a copy of the real project."""

from pathlib import Path

import pytest
from pipeline.copied import change

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.check.finished import FinishedFile
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place


def test_the_leaflet_is_made_for_every_target(root: Path) -> None:
    made = Desk(Place(root, "luxembourg", None)).make(Job("en", "leaflet", ("office", "print", "screen")))
    assert {target: data[:5] for target, data in made.files.items()} == {
        "screen": b"%PDF-",
        "print": b"%PDF-",
        "office": b"%PDF-",
    }
    assert made.pages == 2
    assert {size.role for size in made.sizes} >= {"row", "body"}
    assert made.fonts == {"NotoSans-Regular": "2.015", "NotoSans-Bold": "2.015"}
    assert [finding for finding in made.findings if finding.is_error] == []
    assert "the publisher is not named" in made.reasons
    assert {"infotraite", "police", "assistance"} <= {expiry.entry for expiry in made.expiries}


def test_what_does_not_fit_is_among_the_findings(root: Path) -> None:
    change(root, "content/languages/en.yaml", "No papers? Call", "Call anyway. " * 30 + "No papers? Call")
    made = Desk(Place(root, "luxembourg", None)).make(Job("en", "leaflet", ()))
    assert "overflow" in {finding.code for finding in made.findings}


def test_the_ink_of_the_pages_is_held_apart(root: Path) -> None:
    change(root, "content/formats/leaflet.yaml", "height: 4.4, y: 5.2", "height: 4.4, y: 19.5")
    made = Desk(Place(root, "luxembourg", None)).make(Job("en", "leaflet", ()))
    assert "draft-over-content" in {finding.code for finding in made.findings}


def test_what_an_office_printer_does_not_reach_is_found_on_its_pages_alone(root: Path) -> None:
    change(root, "content/formats/leaflet.yaml", "[107, 186.7, 86, 17.8]", "[107, 189.3, 86, 17.2]")
    desk = Desk(Place(root, "luxembourg", None))
    for target, found in (("screen", set()), ("office", {"ink-outside"})):
        made = desk.make(Job("en", "leaflet", (target,)))
        assert {finding.code for finding in made.findings if finding.is_error} == found


@pytest.mark.parametrize(
    ("file", "was", "mistake", "code"),
    [
        ("content/formats/leaflet.yaml", "            pitch: 15.5", "            ptch: 15.5", "unknown-key"),
        ("content/formats/leaflet.yaml", "floor: 9.5", "floor: 95", "wrong-type"),
        ("content/theme.yaml", "Arab: {size: 1.14", "Arab: {size: 14", "wrong-type"),
        ("fonts/fonts.yaml", "file: noto-naskh-arabic/", "fiel: noto-naskh-arabic/", "unknown-key"),
    ],
)
def test_of_pages_with_a_mistaken_look_the_mistake_alone_is_told(
    root: Path, file: str, was: str, mistake: str, code: str
) -> None:
    change(root, file, was, mistake)
    made = Desk(Place(root, "luxembourg", None)).make(Job("ar", "leaflet", ("screen",)))
    assert made.files, "it is written all the same, for the eye"
    told = [finding for finding in made.findings if finding.is_error]
    assert {finding.span.file for finding in told} == {file}
    assert code in {finding.code for finding in told}


def test_a_town_without_a_name_is_told_and_set_without_it(root: Path) -> None:
    change(root, "content/editions/luxembourg.yaml", 'city: "Luxembourg"', "city: {}")
    made = Desk(Place(root, "luxembourg", None)).make(Job("hi", "leaflet", ("screen",)))
    assert [finding.code for finding in made.findings if finding.is_error] == ["wrong-type"]


def test_painted_numbers_are_checked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Finding("wrong-number", "112", Span("content/languages/en.yaml", 1, 1))
    monkeypatch.setattr("brochure.pipeline.desk.check_numbers", lambda *_: (wrong,))
    assert wrong in Desk(Place(root, "luxembourg", None)).make(Job("en", "leaflet", ())).findings


def test_a_judged_document_is_not_painted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.pipeline.desk.write_pdf", lambda *_: pytest.fail("painted"))
    made = Desk(Place(root, "luxembourg", None)).make(Job("en", "leaflet", ()))
    assert (dict(made.files), made.pages) == ({}, 2)


def test_the_stamp_is_decided_here_and_nowhere_else(root: Path) -> None:
    document, _ = Desk(Place(root, "luxembourg", None)).read("en", "leaflet")
    assert document is not None
    assert document.draft


def test_the_numbers_of_every_finished_file_are_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Finding("wrong-digit", "118", Span("content/languages/en.yaml", 1, 1))
    judged: list[bytes] = []

    def judge(_document: object, file: FinishedFile, _fonts: object) -> tuple[Finding, ...]:
        judged.append(file.data)
        return (wrong,) if len(judged) == 2 else ()

    monkeypatch.setattr("brochure.pipeline.desk.check_finished_numbers", judge)
    made = Desk(Place(root, "luxembourg", None)).make(Job("en", "leaflet", ("print", "screen")))
    assert judged == list(made.files.values())
    assert wrong in made.findings


def test_an_overlay_is_drawn_over_the_pages_and_changes_nothing_else(root: Path) -> None:
    desk = Desk(Place(root, "luxembourg", None))
    plain = desk.make(Job("en", "leaflet", ("screen",)))
    drawn = desk.make(Job("en", "leaflet", ("screen",), ("boxes", "order")))
    assert drawn.files["screen"] != plain.files["screen"]
    assert (drawn.pages, drawn.findings, drawn.sizes) == (plain.pages, plain.findings, plain.sizes)
