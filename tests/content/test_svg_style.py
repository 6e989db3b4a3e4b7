"""The cascade, and the lines of what it refuses."""

from __future__ import annotations

import pytest

from brochure.content.svg_contract import RefusalError
from brochure.content.svg_style import declarations, style_sheet


@pytest.mark.parametrize(
    ("text", "tag", "classes", "id", "expected"),
    [
        ("path{fill:red}", "path", [], "", {"fill": "red"}),
        ("path{fill:red}", "rect", [], "", {}),
        (".a{fill:red} path{fill:blue}", "path", ["a"], "", {"fill": "red"}),
        ("#d{fill:red} .a{fill:blue}", "path", ["a"], "d", {"fill": "red"}),
        (".a{fill:red} .b{fill:blue}", "path", ["b", "a"], "", {"fill": "blue"}),
        (
            ".a,.b{fill:red;stroke:blue} .a{fill:none}",
            "g",
            ["a", "a"],
            "",
            {"fill": "none", "stroke": "blue"},
        ),
        ("/* .a{ */ .b { FILL : red ; } /* } */", "g", ["b"], "", {"fill": "red"}),
        ("<!-- .a{fill:red} -->", "g", ["a"], "", {"fill": "red"}),
    ],
)
def test_the_cascade(text: str, tag: str, classes: list[str], id: str, expected: dict[str, str]) -> None:
    refusals: list[RefusalError] = []
    assert style_sheet([(1, text)], refusals).of(tag, classes, id) == expected
    assert refusals == []


def test_a_later_sheet_beats_an_earlier_one() -> None:
    sheet = style_sheet([(1, ".b{fill:blue}"), (9, ".a{fill:red}")], [])
    assert sheet.of("g", ["a", "b"], "") == {"fill": "red"}


def test_refusals_carry_the_line_of_their_declaration() -> None:
    refusals: list[RefusalError] = []
    text = "\n.a {\n /* two\n lines */ fill: url(#g);\n\n mask: url(#m)\n}\n.b > .c {fill: red}"
    style_sheet([(10, text)], refusals)
    assert [refusal.line for refusal in refusals] == [13, 15, 17]


@pytest.mark.parametrize(
    "text", ["fill", "fill:", ":red", "fill red", "fill: red !important", "f\\69ll: red", "fi_ll: red"]
)
def test_a_style_that_is_not_understood_is_refused_and_the_rest_read(text: str) -> None:
    refusals: list[RefusalError] = []
    assert declarations(f"stroke: red; {text}; fill: none", 4, refusals) == {"stroke": "red", "fill": "none"}
    assert [(refusal.code, refusal.line) for refusal in refusals] == [("sign-style", 4)]
