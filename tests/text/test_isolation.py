from __future__ import annotations

import pytest
from text.declared import fact, words

from brochure.model.unit import FactKind
from brochure.text.isolation import isolated_levels


@pytest.mark.parametrize(
    ("direction", "pieces", "expected"),
    [
        ("ltr", [words("ab "), fact("+1 2")], (0,) * 7),
        ("rtl", [fact("+1 2")], (2, 2, 2, 2)),
        ("rtl", [words("ا "), fact("+1 2"), words(" ب")], (1, 1, 2, 2, 2, 2, 1, 1)),
        ("rtl", [words("1 "), fact("2"), words(" 3")], (2, 1, 2, 1, 2)),
        ("rtl", [fact("5 ا", FactKind.DURATION)], (4, 3, 3)),
        ("rtl", [fact("5:00-6:00", FactKind.HOURS)], (4,) * 9),
        ("ltr", [words("a "), fact("ا", FactKind.NAME), words(" b")], (0, 0, 3, 0, 0)),
        ("ltr", [], ()),
    ],
)
def test_levels_of_isolated_facts(direction, pieces, expected):
    assert isolated_levels(pieces, direction) == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("+1\u2069 2", (2, 2, 2, 2, 2)),
        ("\u202e1 2", (1, 2, 2, 2)),
        ("1\u20672", (2, 2, 2)),
        ("1\n2", (2, 2, 2)),
        ("1\u20292", (2, 2, 2)),
    ],
)
def test_no_control_or_line_end_inside_a_fact_ends_its_isolate(inside, expected):
    assert isolated_levels([words("ا"), fact(inside), words("ب")], "rtl") == (1, *expected, 1)


@pytest.mark.parametrize("control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
@pytest.mark.parametrize("count", [1, 60, 61, 200])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_fact_has_one_even_level_beside_any_control(control, count, direction):
    levels = isolated_levels([words("ا" + control * count), fact("+1 2"), words(control + "ب")], direction)
    of_fact = set(levels[1 + count : 5 + count])
    assert len(of_fact) == 1
    assert of_fact.pop() % 2 == 0
