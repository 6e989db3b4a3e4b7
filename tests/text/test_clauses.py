"""Lines follow the sense: a break after a comma is worth some unevenness."""

from __future__ import annotations

import pytest

from brochure.base.spans import Span
from brochure.model.unit import Words
from brochure.text.linebreak import choose_lines
from brochure.text.opportunities import find_opportunities


def lines(text: str, measure: int, language: str = "en") -> list[str]:
    opportunities = find_opportunities([Words(text, Span("x.yaml", 1, 1))], language)
    return [
        text[a:b].strip()
        for a, b in choose_lines(opportunities, lambda a, b: len(text[a:b].strip()), measure)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "You want to stop or leave, but you cannot.",
            "en",
            ["You want to stop or leave,", "but you cannot."],
        ),
        ("Labour inspectors: your pay and hours", "en", ["Labour inspectors:", "your pay and hours"]),
        ("عملك بلا راحة، حتى عند المرض أو الإصابة.", "ar", ["عملك بلا راحة،", "حتى عند المرض أو الإصابة."]),
    ],
)
def test_break_after_a_comma_or_colon(text: str, language: str, expected: list[str]) -> None:
    assert lines(text, 30, language) == expected


def test_a_comma_far_from_the_middle_is_no_reason() -> None:
    assert lines("So, you must pay back a debt that never ends now", 30) == [
        "So, you must pay back a",
        "debt that never ends now",
    ]


def test_thai_is_broken_at_its_spaces() -> None:
    """Thai has no full stop; its spaces part sentences and clauses."""
    text = "คุณอาจตกลงในตอนแรก คุณอาจไม่มีเอกสาร มันยังไม่ใช่ความผิดของคุณ"
    first, *_ = lines(text, 40, "th")
    assert first.endswith(("แรก", "เอกสาร"))
    places = find_opportunities([Words(text, Span("x.yaml", 1, 1))], "th")
    assert [text[: p.offset].rstrip()[-3:] for p in places if p.sentence] == ["แรก", "สาร", "คุณ"]


def test_a_space_beside_a_number_ends_no_thai_sentence() -> None:
    text = "ช่วงเวลาคิด: 90 วัน ถ้าไม่ใช่"
    places = find_opportunities([Words(text, Span("x.yaml", 1, 1))], "th")
    assert [text[: p.offset].rstrip()[-3:] for p in places if p.sentence] == ["วัน", "ใช่"]
