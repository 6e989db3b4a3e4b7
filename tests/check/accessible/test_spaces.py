from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.conftest import Made
from check.accessible.spoiling import elements
from conftest import Leaflet
from msgspec.structs import replace

from brochure.base.diagnostics import Finding
from brochure.check.accessible.placed_tree import check_placed_tree
from brochure.check.accessible.tagged_file import read_told
from brochure.layout.operations import Operation, PlacedDocument, TextLine
from brochure.text.lines import Line

LINE = "لكل من يعيش أو يعمل هنا"
Found = Callable[..., tuple[Finding, ...]]


def said_instead(words: str) -> Callable[[pikepdf.Pdf], None]:
    def damage(file: pikepdf.Pdf) -> None:
        elements(file, "P")[3].ActualText = pikepdf.String(words)

    return damage


@pytest.mark.parametrize(
    ("heard", "message"),
    [
        (LINE.replace("من يعيش", "منيعيش"), "a screen reader says “منيعيش” without a space in it"),
        (LINE.replace("يعمل", "يع مل"), "a screen reader parts “يعمل” after “يع”"),
    ],
)
def test_words_that_are_glued_or_torn_are_told(heard: str, message: str, found: Found) -> None:
    (finding,) = found(said_instead(heard))
    assert (finding.code, finding.message, finding.is_error) == ("glued-words", message, True)
    assert finding.span.file == "content/languages/ar.yaml"
    assert finding.span.line > 1


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_lines_without_the_space_at_their_ends_are_told(tag: str, leaflet: Callable[[str], Leaflet]) -> None:
    one = leaflet(tag)
    findings = check_placed_tree(one.document, without_hanging_space(one.placed))
    assert {finding.code for finding in findings} == {"glued-words"}
    assert len(findings) > 5
    assert "a screen reader says “+35227” without a space in it" in {finding.message for finding in findings}


def without_hanging_space(placed: PlacedDocument) -> PlacedDocument:
    def ended(operation: Operation) -> Operation:
        if not isinstance(operation, TextLine):
            return operation
        return replace(operation, line=without_last_space(operation.line))

    pages = (replace(page, operations=tuple(map(ended, page.operations))) for page in placed.pages)
    return replace(placed, pages=tuple(pages))


def without_last_space(line: Line) -> Line:
    *runs, last = line.runs
    if not last.clusters[-1].text.isspace() or (not runs and len(last.clusters) == 1):
        return line
    left = [replace(last, clusters=last.clusters[:-1])] if len(last.clusters) > 1 else []
    return replace(line, runs=(*runs, *left))


@pytest.mark.parametrize("tag", ["en", "ar", "ur"])
def test_sentences_and_numbers_over_two_lines_are_parted(tag: str, made: Callable[[str], Made]) -> None:
    told = [
        re.sub("[\u200e\u200f]", "", element.text)
        for element in read_told(made(tag).pdf, "x.pdf").elements()
        if element.role in ("P", "Link")
    ]
    assert "+352 27 36 56 46" in told
    assert not [text for text in told if re.search(r"[.?!؟۔][^\W\d]", text) and "www" not in text]
