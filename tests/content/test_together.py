"""Several languages in one document: read, put in order, given as many pages as they need."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.base.diagnostics import Finding
from brochure.content.inputs import inputs_of
from brochure.content.project import Reading, read_project
from brochure.content.read_together import read_together
from brochure.model.document import Cell, Cells, CodeLine, Document

EDITION, STRUCTURE = "content/editions/luxembourg.yaml", "content/brochure.yaml"
FINDER = "content/formats/finder.yaml"

CELLS = """\
            kind: cells
            x: 5
            y: 20
            across: 45
            pitch: 20
            columns: 2
            count: 2
            cell: {size: [40, 18], radius: 2, ink: mist}
            name: {frame: [2, 1, 36, 6], role: body, baseline: 6}
            text: {frame: [2, 7, 36, 6], role: body}
            called: {frame: [2, 13, 36, 4], role: body, baseline: 17}
"""

FORMAT = f"""\
id: finder
targets: [screen]
languages: together
sheet: {{width: 100, height: 100}}
bleed: 3
safe: 4
roles:
  body: {{size: 8, floor: 7, leading: 1.2, weight: regular, lines: 2}}
draft: {{width: 15, height: 4.4, y: 5.2, line: 0.26, role: body}}
sides:
  - id: find
    panels:
      - id: find
        x: 0
        width: 100
        column: {{x: 5, measure: 90}}
        slots:
          beside:
{CELLS}          cells:
{CELLS}          code: {{kind: code-line, frame: [5, 90, 90, 6], role: body, baseline: 95}}
"""

FILLED = """
  finder:
    title: cover.title
    panels:
      find:
        - {slot: beside, cells: workers, text: [help.doctor]}
        - {slot: cells, cells: edition, text: [help.doctor]}
        - {slot: code, shows: code-line}
"""


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def finder(project: Path) -> Path:
    """The small project with a finder in English, Arabic and Spanish; the services speak English."""
    (project / FINDER).write_text(FORMAT, encoding="utf-8")
    structure = project / STRUCTURE
    structure.write_text(structure.read_text(encoding="utf-8") + FILLED, encoding="utf-8")
    english = "content/languages/en.yaml"
    for note in ("Neutral.", "Medical care."):
        change(project, english, f'[leaflet], note: "{note}"', f'[leaflet, finder], note: "{note}"')
    change(project, EDITION, "phrase_language: fr", "phrase_language: en\n  worker_languages: [en, ar]")
    change(project, EDITION, "\nlanguages: [en, ar]", "\nlanguages: [en, es, ar]")
    change(project, EDITION, "formats: [leaflet]\nphrases", "formats: [finder]\nphrases")
    arabic = (project / "content/languages/ar.yaml").read_text(encoding="utf-8")
    (project / "content/languages/es.yaml").write_text(arabic, encoding="utf-8")
    return project


def read(root: Path, sign_cache: Path) -> Reading:
    return read_together(read_project(root, "luxembourg", sign_cache), "finder")


def document(root: Path, sign_cache: Path) -> Document:
    made = read(root, sign_cache).document
    assert made is not None
    return made


def told(root: Path, sign_cache: Path) -> list[Finding]:
    project = read_project(root, "luxembourg", sign_cache)
    found = (*project.findings, *read_together(project, "finder").findings)
    return [each for each in found if each.is_error and each.format in ("", "finder")]


def cells(made: Document, slot: str) -> list[tuple[Cell, ...]]:
    blocks = (block for panel in made.panels for block in panel.blocks)
    return [block.cells for block in blocks if isinstance(block, Cells) and block.slot == slot]


def test_every_language_says_its_own_words_in_the_order_of_its_name(finder: Path, sign_cache: Path) -> None:
    first, second = cells(document(finder, sign_cache), "cells")
    assert [(each.language.tag, each.called.text) for each in (*first, *second) if each.called] == [
        ("en", "English"),
        ("es", "Spanish"),
        ("ar", "Arabic"),
    ]
    assert second[0].name is not None
    assert second[0].name.text == "العربية"
    assert first[0].units[0].text == "A doctor"
    assert second[0].units[0].span.file == "content/languages/ar.yaml"


def test_two_that_are_called_the_same_are_told_apart_by_country(finder: Path, sign_cache: Path) -> None:
    spanish = (finder / "content/languages/es.yaml").read_text(encoding="utf-8")
    (finder / "content/languages/es-MX.yaml").write_text(spanish, encoding="utf-8")
    change(finder, EDITION, "\nlanguages: [en, es, ar]", "\nlanguages: [en, es-MX, es-AR, ar]")
    (finder / "content/languages/es.yaml").rename(finder / "content/languages/es-AR.yaml")
    names = 'phrase_language_names: {es-MX: Spanish, es-AR: Spanish, zh-Hans: "chinois"}'
    change(finder, EDITION, 'phrase_language_names: {zh-Hans: "chinois"}', names)
    pages = cells(document(finder, sign_cache), "cells")
    called = [each.called.text for page in pages for each in page if each.called]
    assert called == ["English", "Spanish (Argentina)", "Spanish (Mexico)", "Arabic"]


def test_a_page_follows_itself_until_all_languages_stand_on_it(finder: Path, sign_cache: Path) -> None:
    made = document(finder, sign_cache)
    assert [panel.id for panel in made.panels] == ["find", "find-2"]
    assert [(side.id, [place.id for place in side.panels]) for side in made.format.sides] == [
        ("find", ["find"]),
        ("find-2", ["find-2"]),
    ]
    assert [len(page) for page in cells(made, "cells")] == [2, 1]


def test_many_languages_fill_as_many_pages_as_they_need(finder: Path, sign_cache: Path) -> None:
    countries = "AU BZ CA FJ GH GM GY IE IN JM KE LR MT MU MW NA NG NZ PH"
    tags = [f"en-{country}" for country in countries.split()]
    for tag in tags:
        words = (finder / "content/languages/es.yaml").read_bytes()
        (finder / f"content/languages/{tag}.yaml").write_bytes(words)
    change(finder, EDITION, "\nlanguages: [en, es, ar]", f"\nlanguages: [en, es, ar, {', '.join(tags)}]")
    change(finder, FINDER, "count: 2", "count: 8")
    pages = cells(document(finder, sign_cache), "cells")
    assert [len(page) for page in pages] == [8, 8, 6]
    shown = [each.language.tag for page in pages for each in page]
    assert sorted(shown) == sorted(["en", "es", "ar", *tags])
    assert shown[-1] == "ar"


def test_workers_read_what_the_rest_of_the_page_is_not_in(finder: Path, sign_cache: Path) -> None:
    made = document(finder, sign_cache)
    assert made.language.tag == "en"
    assert [[each.language.tag for each in page] for page in cells(made, "beside")] == [["ar"], ["ar"]]


def test_the_copy_is_of_several_languages(finder: Path, sign_cache: Path) -> None:
    made = document(finder, sign_cache)
    assert made.tag == "mul"
    codes = [
        block.code.text for panel in made.panels for block in panel.blocks if isinstance(block, CodeLine)
    ]
    assert {code.split(" · ")[1] for code in codes} == {"mul"}


def test_a_name_leads_to_the_files_of_its_language(finder: Path, sign_cache: Path) -> None:
    change(finder, FINDER, "            called:", "            code: [20, 2, 12]\n            called:")
    assert {
        each.name.uri for page in cells(document(finder, sign_cache), "cells") for each in page if each.name
    } == {""}
    change(finder, EDITION, "  country: LU", '  country: LU\n  web: "help.example.lu/{tag}"')
    links = [
        each.name.uri for page in cells(document(finder, sign_cache), "cells") for each in page if each.name
    ]
    assert links == [f"https://help.example.lu/{tag}" for tag in ("en", "es", "ar")]


def test_findings_name_the_language_they_are_about(finder: Path, sign_cache: Path) -> None:
    text = (finder / "content/languages/es.yaml").read_text(encoding="utf-8")
    without = "\n".join(line for line in text.split("\n") if not line.strip().startswith("doctor:"))
    (finder / "content/languages/es.yaml").write_text(without, encoding="utf-8")
    assert [(each.code, each.language) for each in told(finder, sign_cache)] == [("missing-unit", "es")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (EDITION, "[en, es, ar]", "[en, es, ar, lld]", "no-phrase-name"),
        (STRUCTURE, "cells: edition", "cells: everyone", "unknown-value"),
        (STRUCTURE, "cells: edition", "cells: sheet", "cell-count"),
        (FINDER, "languages: together\n", "", "wrong-slot"),
        (
            EDITION,
            "\nlanguages: [en, es, ar]",
            "\nlanguages: [en, es, ar]\nsheet_languages: [en, wo]",
            "unknown-language",
        ),
        (EDITION, "  country: LU", '  country: LU\n  web: "two words"', "wrong-address"),
    ],
)
def test_what_is_wrong_is_told(
    file: str, old: str, new: str, code: str, finder: Path, sign_cache: Path
) -> None:
    words = (finder / "content/languages/es.yaml").read_bytes()
    (finder / "content/languages/lld.yaml").write_bytes(words)
    assert told(finder, sign_cache) == []
    change(finder, file, old, new)
    assert code in {each.code for each in told(finder, sign_cache)}


def test_more_languages_than_cells_on_a_page_that_does_not_grow(finder: Path, sign_cache: Path) -> None:
    change(
        finder,
        EDITION,
        "\nlanguages: [en, es, ar]",
        "\nlanguages: [en, es, ar]\nsheet_languages: [ar, es, en]",
    )
    change(finder, STRUCTURE, "cells: edition", "cells: sheet")
    assert [each.code for each in told(finder, sign_cache)] == ["cell-count"]
    change(finder, FINDER, "count: 2", "count: 3")
    assert told(finder, sign_cache) == []
    assert [each.language.tag for each in cells(document(finder, sign_cache), "cells")[0]] == [
        "en",
        "es",
        "ar",
    ]


def test_the_words_of_every_language_decide_about_the_file(finder: Path) -> None:
    files = {path.name for path in inputs_of(finder, "luxembourg").of("mul", "finder")}
    assert {"en.yaml", "es.yaml", "ar.yaml", "finder.yaml"} <= files
    assert "es.yaml" not in {path.name for path in inputs_of(finder, "luxembourg").of("ar", "finder")}
