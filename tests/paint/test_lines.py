"""Codes at their places: the pen of the finished stream is walked again and compared with layout's places."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from finish.by_hand import face, line_of, page_of_lines, text_line
from msgspec.structs import replace

from brochure.layout.operations import TextLine
from brochure.model.language import Direction
from brochure.paint.codes import collect_codes
from brochure.paint.inks import DEVICE_RGB
from brochure.paint.lines import PaintedFace, paint_line
from brochure.text.lines import Line

TEXTS: list[tuple[str, str, str, Direction]] = [
    ("Call AVATAR, To 113", "Latn", "en", "ltr"),
    ("لا يمكنك المغادرة، أبدًا.", "Arab", "ar", "rtl"),
    ("ہر شخص کو حق ہے", "Aran", "ur", "rtl"),
    ("विश्व-शान्ति", "Deva", "hi", "ltr"),
]


def painted(line: Line, script: str) -> tuple[str, TextLine, PaintedFace]:
    (codes,) = collect_codes(page_of_lines([line], "en", "ltr"))
    widths = (0.0, *(round(advance * 1000, 2) for advance in codes.advances))
    painter = PaintedFace("F1", codes, widths)
    operation = text_line(1, 30, 50, line)
    return paint_line(operation, 30, 700, {face(script): painter}, DEVICE_RGB), operation, painter


def shown(stream: str, painter: PaintedFace, size: float) -> Iterator[tuple[int, float]]:
    """(code, x) of everything shown, by the rules of ISO 32000-1, 9.4.4."""
    line_x = pen = 0.0
    for row in stream.splitlines():
        if match := re.match(r"1 0 0 1 (\S+) \S+ Tm", row):
            line_x = pen = float(match[1])
        elif match := re.match(r"(\S+) 0 Td", row):
            line_x = pen = line_x + float(match[1])
        for text, step in re.findall(r"<([0-9A-F]+)>|(-?\d+)(?=<|\])", row.split("Td")[-1].replace("TJ", "")):
            if step:
                pen -= int(step) * size / 1000
            for at in range(0, len(text), 4):
                code = int(text[at : at + 4], 16)
                yield code, pen
                pen += painter.widths[code] * size / 1000


@pytest.mark.parametrize(("text", "script", "language", "direction"), TEXTS)
def test_every_code_stands_where_layout_put_it(
    text: str, script: str, language: str, direction: Direction
) -> None:
    line = line_of(text, script, language, direction)
    stream, operation, painter = painted(line, script)
    clusters = [cluster for run in line.runs for cluster in run.clusters]
    places = list(shown(stream, painter, 11))
    assert [painter.codes.keys[code - 1].text for code, _ in places] == [c.text for c in clusters]
    for (_, x), cluster in zip(places, clusters, strict=True):
        assert x == pytest.approx(operation.x + cluster.x, abs=0.012)


def test_latin_words_share_an_operator_and_kerning_is_a_step_in_it() -> None:
    stream, _, _ = painted(line_of("AVATAR", "Latn", "en", "ltr"), "Latn")
    assert stream.count("TJ") == 1
    assert re.search(r">-?\d+<", stream)


def test_right_to_left_codes_have_an_operator_each() -> None:
    line = line_of("أوراق", "Arab", "ar", "rtl")
    stream, _, _ = painted(line, "Arab")
    assert stream.count(" Tj") == len(line.runs[0].clusters)
    assert "TJ" not in stream


def test_the_ink_is_said_once_a_line() -> None:
    stream, _, _ = painted(line_of("a b", "Latn", "en", "ltr"), "Latn")
    assert stream.count(" rg") == 1
    assert "0.094 0.09 0.082 rg" in stream


def test_a_turned_line_runs_up_the_page_from_the_same_place() -> None:
    line = line_of("Call 113", "Latn", "en", "ltr")
    (codes,) = collect_codes(page_of_lines([line], "en", "ltr"))
    painter = PaintedFace("F1", codes, (0.0, *(advance * 1000 for advance in codes.advances)))
    level = paint_line(text_line(1, 30, 50, line), 30, 700, {face("Latn"): painter}, DEVICE_RGB)
    upright = replace(text_line(1, 30, 50, line), turned=True)
    turned = paint_line(upright, 30, 700, {face("Latn"): painter}, DEVICE_RGB)
    assert "1 0 0 1 30 700 Tm" in level
    assert turned == level.replace("1 0 0 1 30 700 Tm", "0 1 -1 0 30 700 Tm")


def test_letters_of_a_turned_line_that_are_paths_stand_one_above_the_other() -> None:
    line = line_of("11", "Latn", "en", "ltr")
    (codes,) = collect_codes(page_of_lines([line], "en", "ltr"))
    painter = PaintedFace("F1", codes, (0.0, 500.0), ("", "0 0 m 1 1 l h"))
    upright = replace(text_line(1, 30, 50, line), turned=True)
    painted = paint_line(upright, 30, 700, {face("Latn"): painter}, DEVICE_RGB)
    up = round(700 + line.runs[0].clusters[1].x, 2)
    assert re.findall(r"q (.*) cm", painted) == ["0 11 -11 0 30 700", f"0 11 -11 0 30 {up:g}"]
