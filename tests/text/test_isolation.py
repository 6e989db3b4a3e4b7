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
