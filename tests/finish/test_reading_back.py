"""Copy, search and read aloud give the words of the content; the figures are those of text-that-comes-back.md."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pytest
from finish.by_hand import line_of, page_of_lines
from finish.conftest import profile
from finish.readers import READERS, is_there
from finish.round_trip import Return, Sample, compare, finish_sample, samples, tidy

from brochure.finish.pdf import Target, write_pdf
from brochure.layout.operations import PlacedPage, TextLine
from brochure.text.lines import Cluster, Line

NOT_WHOLE = {
    ("Arabic, all units", "PDFium"): 2,
    ("Urdu in Nastaliq, declaration", "PDFium"): 20,
    ("Hindi, declaration", "poppler"): 2,
    ("Hindi, declaration", "PDFium"): 1,
}
"""Texts that do not come back whole, where there are any, at most."""

SAMPLES = {sample.name: sample for sample in samples()}


@pytest.fixture(scope="module", params=SAMPLES.values(), ids=SAMPLES)
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Sample, Path, list[tuple[Line, ...]]]:
    path = tmp_path_factory.mktemp("sample") / "sample.pdf"
    return request.param, path, finish_sample(request.param, path)


@pytest.mark.parametrize("reader", READERS)
def test_texts_come_back(reader: str, sample: tuple[Sample, Path, list[tuple[Line, ...]]]) -> None:
    if not is_there(reader):
        pytest.skip("pdftotext is not installed")
    texts, path, lines = sample
    read = [compare(text, p) for text, p in zip(lines, READERS[reader](path), strict=True)]
    assert sum(c.kind is not Return.WHOLE for c in read) <= NOT_WHOLE.get((texts.name, reader), 0)
    assert {c.missing for c in read} <= {"", "-"}, "only a hyphen at the end of a line is taken for a break"


def test_the_samples_are_as_large_as_said() -> None:
    assert len(SAMPLES["Arabic, all units"].texts) > 150
    assert [len(s.texts) for s in SAMPLES.values() if "declaration" in s.name] == [20] * 5


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_samples_conform(flavour: str, sample: tuple[Sample, Path, list[tuple[Line, ...]]]) -> None:
    report = page.validate_pdf(sample[1], profile=flavour)
    assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_number_of_the_leaflet_comes_back_in_order(
    tag: str, reader: str, leaflet: Callable[[str], Any], tmp_path: Path
) -> None:
    if not is_there(reader):
        pytest.skip("pdftotext is not installed")
    placed = leaflet(tag).placed
    target: Target = "screen"
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(write_pdf(placed, target, profile(target)))
    said = [
        number
        for sheet in placed.pages
        for operation in sheet.operations
        if isinstance(operation, TextLine)
        for number in numbers(operation.line.text)
    ]
    text = "\n".join(READERS[reader](path))
    read = [number for row in text.splitlines() for number in numbers(tidy(row))]
    assert len(said) >= 9
    assert sorted(digits(n) for n in said) == sorted(digits(n) for n in read)


@pytest.mark.parametrize("reader", READERS)
def test_lam_alef_as_one_glyph_comes_back(reader: str, tmp_path: Path) -> None:
    """House fonts have one glyph for the two; two letters of one code came back alef first."""
    if not is_there(reader):
        pytest.skip("pdftotext is not installed")
    texts = ["الأولاد لا يعلمون الأمر", "لا إلا بلاد سلام كلام", "خدمة مجانية للأطفال هنا"]
    lines = [ligated(line_of(text, "Arab", "ar", "rtl")) for text in texts]
    assert sum(len(c.text) == 2 for line in lines for c in line.runs[0].clusters) == 10
    path = tmp_path / "lines.pdf"
    path.write_bytes(write_pdf(page_of_lines(lines, "ar", "rtl"), "screen", profile("screen")))
    (text,) = READERS[reader](path)
    assert [row for row in map(tidy, text.splitlines()) if row] == texts


def ligated(line: Line) -> Line:
    """Every lam and the alef behind it as one cluster."""
    (run,) = line.runs
    clusters: list[Cluster] = []
    for cluster in run.clusters:
        before = clusters[-1] if clusters else cluster
        if before.text == "ل" and cluster.text in ("ا", "أ", "إ"):
            step = round((before.x - cluster.x) * 1000 / run.size)
            glyphs = (*cluster.glyphs, *(replace(g, dx=g.dx + step) for g in before.glyphs))
            advance = before.advance + cluster.advance
            clusters[-1] = Cluster(before.text + cluster.text, cluster.x, advance, glyphs)
        else:
            clusters.append(cluster)
    return replace(line, runs=(replace(run, clusters=tuple(clusters)),))


def numbers(text: str) -> list[str]:
    """Phone numbers and the like: digits, with spaces between them; a plus begins another number."""
    return re.findall(r"\+?\d[\d ]*\d", text)


def digits(number: str) -> str:
    return number.replace(" ", "")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_words_and_lines_of_the_leaflet_are_apart(
    tag: str, reader: str, leaflet: Callable[[str], Any], tmp_path: Path
) -> None:
    """Every line that has its baseline to itself comes back as a line."""
    if not is_there(reader):
        pytest.skip("pdftotext is not installed")
    placed = leaflet(tag).placed
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(write_pdf(placed, "screen", profile("screen")))
    for sheet, text in zip(placed.pages, READERS[reader](path), strict=True):
        read = [tidy(row) for row in text.splitlines()]
        alone = [tidy(line.line.text) for line in lines_alone(sheet)]
        assert len(alone) > 20
        assert [line for line in alone if line not in read] == []


def lines_alone(sheet: PlacedPage) -> list[TextLine]:
    """Lines that have their baseline to themselves in their panel."""
    lines = [operation for operation in sheet.operations if isinstance(operation, TextLine)]
    beside = [
        (
            round(o.baseline),
            next(name for name, r in sheet.panels if r.x <= o.x + o.line.width / 2 <= r.right),
        )
        for o in lines
    ]
    return [line for line, place in zip(lines, beside, strict=True) if beside.count(place) == 1]
