"""What others see, within a build and a check of the real project."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pipeline.copied import change, request

from brochure.base.diagnostics import Finding
from brochure.pipeline.build import build
from brochure.pipeline.check import check
from brochure.pipeline.rooms import ROOMS

EDITION = "content/editions/luxembourg.yaml"
DISCREET = "Useful numbers"


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(each.language, each.span.file, each.message) for each in findings if each.code == "told-outside"]


@pytest.mark.parametrize("discreet", [False, True])
def test_a_publisher_who_names_the_matter_holds_back_both_variants(discreet: bool, root: Path) -> None:
    change(root, EDITION, 'name: "N. N."', 'name: "Stop à la traite"')
    asked = replace(request(root, "en", "ar"), formats=("leaflet",), targets=("screen",), discreet=discreet)
    outcome = build(asked, ROOMS)
    assert {line.state for line in outcome.lines} == {"rejected"}
    assert told(outcome.findings) == [
        (tag, EDITION, "'publisher.name' stands on the outside and says 'la traite'") for tag in ("ar", "en")
    ]


def test_a_word_of_the_discreet_cover_alone(root: Path) -> None:
    change(root, "content/languages/en.yaml", DISCREET, "Numbers for victims")
    asked = replace(request(root, "en"), formats=("leaflet",), discreet=True)
    message = "'cover.discreet_title' stands on the outside and says 'victim'"
    assert told(check(asked, ROOMS)) == [("en", "content/languages/en.yaml", message)]


def test_a_name_of_a_file_that_names_the_matter(root: Path) -> None:
    (root / EDITION).rename(root / "content/editions/trafficking.yaml")
    change(root, "content/editions/trafficking.yaml", "id: luxembourg", "id: trafficking")
    asked = replace(request(root, "en"), formats=("leaflet",), targets=("screen",))
    outcome = build(asked, ROOMS)
    name = "trafficking/screen/leaflet-en.pdf"
    message = "the finished file says 'traffick' where others see it: its name"
    assert told(outcome.findings) == [("en", name, message)]
    assert {line.state for line in outcome.lines} == {"rejected"}
