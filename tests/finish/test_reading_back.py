"""Copy, search and read aloud give the words of the content, whole; the exceptions are those of the ledger, exactly."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from typing import Any

import page
import pytest
import yaml
from families import FAMILIES
from finish.by_hand import line_of, page_of_lines
from finish.conftest import profile
from finish.readers import READERS
from finish.round_trip import (
    NUMBER,
    Reading,
    Return,
    compare,
    declarations,
    drawn_units,
    hard,
    numbers,
    read_back,
    read_placed,
    rows_of,
    units,
)
from msgspec.structs import replace

from brochure.finish.pdf import Target, write_pdf
from brochure.text.lines import Cluster, Line

LEDGER = Path(__file__).parent / "extraction_exceptions.yaml"


@cache
def ledger() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load(LEDGER.read_text("utf-8"))
    return rows


def excepted(of: str, language: str, reader: str) -> dict[str, Return]:
    """By text. The leaflet prints some of the units that a row names: ``units`` holds them all, in bold too."""
    return {
        text: Return(row["how"])
        for row in ledger()
        if of in row["of"] and row["reader"] == reader
        for text in row["texts"].get(language, ())
    }


def judge(readings: dict[str, Reading], of: str, language: str, drawn: Collection[str] | None = None) -> None:
    """Whole but for the ledger's exceptions, and never a digit of a fact. ``drawn``: all texts of the file, where it
    holds not all that the ledger names.
    """
    for reader, reading in readings.items():
        known = {
            text: how
            for text, how in excepted(of, language, reader).items()
            if drawn is None or text in drawn
        }
        assert reading.returns == known, f"{of} {language} {reader}"
        assert reading.digits == (), f"{of} {language} {reader}"
        # The two halves of the publisher's N. N. come back apart beside Hebrew; it is a name, and holds no digit.
        turned = {
            text
            for text, how in known.items()
            if how is Return.ORDER and (of == "print" or text.startswith("back.publisher"))
        }
        assert set(reading.facts) <= turned, f"{of} {language} {reader}"


@pytest.mark.parametrize("tag", FAMILIES)
def test_every_unit_and_fact_comes_back_in_both_weights(tag: str, tmp_path: Path) -> None:
    texts = units(tag)
    assert len(texts) > 350
    judge(read_back(texts, tmp_path / "units.pdf"), "units", tag)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_text_that_nobody_here_wrote_comes_back(direction: str, tmp_path: Path) -> None:
    texts = [text for text in declarations() if text.language.direction == direction]
    written = {text.language.tag: text.language.script for text in texts}
    if direction == "ltr":
        assert len(written) > 60
        assert len(set(written.values())) > 15
    else:
        assert set(written.values()) == {"Arab", "Aran", "Hebr"}
    path = tmp_path / "declarations.pdf"
    judge(read_back(texts, path), "declarations", direction)
    for flavour in ("ua1", "2a"):
        assert [failure.message for failure in page.validate_pdf(path, profile=flavour).failures] == []


@pytest.mark.parametrize(("of", "rows"), [("hard", 60), ("alone", 0)])
def test_hard_right_to_left_lines_come_back(of: str, rows: int, tmp_path: Path) -> None:
    """Alone on a page too: PDFium decides by the whole page whether it is written down or across."""
    judge(read_back(list(hard()), tmp_path / "hard.pdf", rows=rows), of, "rtl")


@pytest.mark.parametrize("tag", FAMILIES)
def test_the_leaflet_comes_back(tag: str, leaflet: Callable[[str], Any], tmp_path: Path) -> None:
    """On screen and in print, unit by unit. With ``/Direction /R2L`` PDFium turns words round; numbers it may not."""
    placed = leaflet(tag).placed
    drawn = [unit for sheet in placed.pages for unit in drawn_units(sheet)]
    assert len(drawn) > 60
    assert sum(1 for _, said in drawn for line in said for _ in NUMBER.findall(line)) >= 9
    targets: tuple[Target, ...] = ("screen", "print")
    for target in targets:
        readings = read_placed(placed, tmp_path / f"{target}.pdf", target)
        judge(readings, target, tag, {address for address, _ in drawn})


def test_the_ledger_says_why_and_breaks_no_number() -> None:
    for row in ledger():
        assert row["reader"] in READERS
        assert len(row["reason"]) > 20
        assert set(row["of"]) <= {"units", "declarations", "hard", "alone", "screen", "print"}
        texts = {text for of_one in row["texts"].values() for text in of_one}
        assert texts
        if Return(row["how"]) is not Return.APART:
            assert not any(".phone" in text for text in texts)


@pytest.mark.parametrize(
    ("said", "read", "kind"),
    [
        (["a b", "c"], ["x", "a b", "c"], Return.WHOLE),
        (["a b", "c"], ["a b", "x", "c"], Return.APART),
        (["a b", "c"], ["x a b", "c"], Return.BESIDE),
        (["ab"], ["xab"], Return.SPACES),
        (["a b"], ["ab"], Return.SPACES),
        (["a b"], ["b a"], Return.ORDER),
        (["a b"], ["a"], Return.LOST),
    ],
)
def test_how_a_text_came_back_is_told(said: list[str], read: list[str], kind: Return) -> None:
    assert compare(said, read) is kind


def test_numbers_are_compared_digit_by_digit() -> None:
    assert numbers(["+352 621 351 884 +352 27", "113."]) == numbers(["113", "+352 27", "+352621351884"])
    assert numbers(["+352 621"]) != numbers(["621 +352"])
    assert numbers(["113"]) != numbers(["131"])


@pytest.mark.parametrize("reader", READERS)
def test_lam_alef_as_one_glyph_comes_back(reader: str, tmp_path: Path) -> None:
    """House fonts have one glyph for the two; two letters of one code came back alef first."""
    texts = ["الأولاد لا يعلمون الأمر", "لا إلا بلاد سلام كلام", "خدمة مجانية للأطفال هنا"]
    lines = [ligated(line_of(text, "Arab", "ar", "rtl")) for text in texts]
    assert sum(len(c.text) == 2 for line in lines for c in line.runs[0].clusters) == 10
    path = tmp_path / "lines.pdf"
    path.write_bytes(write_pdf(page_of_lines(lines, "ar", "rtl"), "screen", profile("screen")))
    (text,) = READERS[reader](path)
    assert rows_of(text) == tuple(texts)


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
