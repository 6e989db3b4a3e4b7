"""Files in which several languages stand together, through all rooms, on a copy of the real project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pipeline.copied import change, request

from brochure.base.geometry import Rect
from brochure.layout.document import lay_out
from brochure.layout.operations import Fill, Node, PlacedDocument, TextLine
from brochure.pipeline.build import build
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Made, Place
from brochure.pipeline.rooms import ROOMS
from brochure.pipeline.show import Look, show

EDITION = "content/editions/luxembourg.yaml"


@pytest.fixture
def finder(root: Path) -> Path:
    """The finder alone, in four languages, two cells a page."""
    text = (root / EDITION).read_text(encoding="utf-8")
    text = re.sub("^languages: .*$", "languages: [fr, ur, en, ar]", text, flags=re.MULTILINE)
    text = re.sub("^formats: .*$", "formats: [finder]", text, flags=re.MULTILINE)
    text = re.sub("worker_languages: .*$", "worker_languages: [fr, en]", text, flags=re.MULTILINE)
    text = re.sub("^sheet_languages: .*$", "sheet_languages: [fr, ar]", text, flags=re.MULTILINE)
    (root / EDITION).write_text(text, encoding="utf-8")
    change(root, "content/formats/finder.yaml", "count: 40", "count: 2")
    return root


def made(root: Path, *targets: str) -> Made:
    return Desk(Place(root, "luxembourg", None)).make(Job("mul", "finder", targets, heard=True))


def placed(root: Path) -> PlacedDocument:
    desk = Desk(Place(root, "luxembourg", None))
    document, _ = desk.read("mul", "finder")
    assert document is not None
    assert desk.setter is not None
    return lay_out(document, desk.setter).document


def nodes(node: Node) -> list[Node]:
    return [node, *(each for child in node.children for each in nodes(child))]


def test_it_is_made_for_every_target_and_keeps_the_standards(finder: Path) -> None:
    file = made(finder, "screen", "print", "office")
    assert [finding for finding in file.findings if finding.is_error] == []
    assert {target: data[:5] for target, data in file.files.items()} == dict.fromkeys(
        ("screen", "print", "office"), b"%PDF-"
    )
    assert (file.pages, file.direction, file.endonym) == (3, "ltr", "")
    assert any(reason.endswith("texts not approved") for reason in file.reasons)
    assert file.texts is not None
    # In every language the sentence to point with, the question and its answers; in those of workers a heading.
    assert file.texts.draft == 4 * 4 + 2


def test_words_start_at_the_start_edge_of_their_own_cell(finder: Path) -> None:
    for page in placed(finder).pages[:2]:
        areas = [
            each.outline for each in page.operations if isinstance(each, Fill) and each.ink.name == "mist"
        ]
        for outline in areas:
            xs = [x for segment in outline.segments for x in segment.points[0::2]]
            ys = [y for segment in outline.segments for y in segment.points[1::2]]
            cell = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            inside = [
                each
                for each in page.operations
                if isinstance(each, TextLine)
                and cell.x <= each.x < cell.right
                and cell.y <= each.baseline <= cell.bottom
            ]
            name = next(each for each in inside if each.address == "language.endonym")
            rtl = name.span.file.endswith(("ar.yaml", "ur.yaml"))
            starts = {
                round(cell.right - each.x - each.line.width if rtl else each.x - cell.x, 3) for each in inside
            }
            assert len(inside) >= 3
            assert len(starts) == 1


def test_every_cell_is_said_by_a_voice_of_its_language(finder: Path) -> None:
    items = [node for node in nodes(placed(finder).root) if node.role == "LI"]
    assert [node.language for node in items] == [
        "en",
        "en",
        "fr",
        "en",
        "ur",
        "ar",
        "en",
        "en",
        "fr",
        "ur",
        "ar",
    ]


def test_each_language_has_its_own_size(finder: Path) -> None:
    change(finder, "content/languages/ar.yaml", 'point: "', 'point: "يرجى الإشارة إلى لغتك بإصبعك الآن هنا ')
    sizes = dict(placed(finder).sizes)
    assert sizes["point ar"] < sizes["point en"] == 9.5


def test_a_finding_names_its_language(finder: Path) -> None:
    change(finder, "content/languages/ar.yaml", 'point: "', 'point: "' + "يرجى الإشارة " * 20)
    found = {(each.code, each.language) for each in made(finder).findings if each.is_error}
    assert ("overflow", "ar") in found
    assert {language for code, language in found if code == "overflow"} == {"ar"}


def test_a_code_and_a_link_stand_where_the_edition_has_an_address(finder: Path) -> None:
    assert not any(page.links for page in placed(finder).pages)
    change(finder, EDITION, "  web: null ", '  web: "help.example.lu/{tag}" ')
    document = placed(finder)
    links = [link.uri for page in document.pages for link in page.links]
    assert links == [f"https://help.example.lu/{tag}" for tag in ("en", "fr", "ur", "ar")]
    codes = [
        each
        for page in document.pages
        for each in page.operations
        if isinstance(each, Fill) and each.ink.name == "black"
    ]
    assert len(codes) == 4
    assert [finding for finding in made(finder, "screen").findings if finding.is_error] == []


def test_the_file_is_made_again_when_one_of_its_languages_changes(finder: Path) -> None:
    names = {line.place: line.made for line in build(request(finder, "mul"), ROOMS).lines}
    assert names == {f"luxembourg/{target}/finder-mul.pdf": True for target in ("screen", "print", "office")}
    assert not any(line.made for line in build(request(finder, "mul"), ROOMS).lines)
    change(finder, "content/languages/ur.yaml", "answer_no:", "# A note.\n  answer_no:")
    assert all(line.made for line in build(request(finder, "mul"), ROOMS).lines)


def test_every_language_of_a_unit_is_shown(finder: Path) -> None:
    dump, findings = show(Look(finder, "mul", "", "finder"), "lines", ["finder.point"])
    assert findings == ()
    assert re.findall("^(.*):finder.point$", dump, flags=re.MULTILINE) == ["en", "fr", "ur", "ar"]
