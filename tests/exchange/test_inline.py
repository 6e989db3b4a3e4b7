"""Facts keep their numbers from English to the text."""

from __future__ import annotations

import pytest

from brochure.exchange.inline import facts_in, stretches


@pytest.mark.parametrize(
    ("text", "english", "cut"),
    [
        ("words", "words", "words"),
        ("{a} b {c}", "{a} b {c}", "1:a| b |2:c"),
        ("{c} x {a}", "{a} b {c}", "2:c| x |1:a"),
        ("{a}{a}", "{a} and {a}", "1:a|2:a"),
        ("{a}{a}", "{a}", "1:a|2:a"),
        ("{d} {a}", "{a}", "2:d| |1:a"),
        ("{not a fact} {", "{a}", "{not a fact} {"),
        ("", "{a}", ""),
    ],
)
def test_a_text_is_cut_at_its_facts(text: str, english: str, cut: str) -> None:
    shown = [f"{each.number}:{each.text}" if each.number else each.text for each in stretches(text, english)]
    assert "|".join(shown) == cut


def test_facts_in_order_and_repeated() -> None:
    assert facts_in("{b} {a.phone.2}, {b}") == ("b", "a.phone.2", "b")
