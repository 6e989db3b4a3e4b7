"""Every code this room can say is documented, and names that are near are named."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from brochure.content.findings import did_you_mean, nearest, shown
from brochure.content.syntax import _PROBLEMS

PACKAGE = Path(__file__).parents[2] / "brochure"
TELLING = ("error", "warning", "Finding")


def codes_said() -> set[str]:
    codes = {row[1] for row in _PROBLEMS}
    for path in sorted((PACKAGE / "content").glob("*.py")):
        codes |= set(re.findall(r'"(sign-[a-z-]+)"', path.read_text(encoding="utf-8")))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if name in TELLING and isinstance(first, ast.Constant):
                codes.add(first.value)
            if name == "_unknown" and isinstance(first, ast.Constant):
                codes.add(f"unknown-{first.value}")
    return codes


def test_every_code_is_documented() -> None:
    documented = (PACKAGE / "docs" / "findings.md").read_text(encoding="utf-8")
    said = codes_said()
    assert len(said) > 50
    assert {code for code in said if f"`{code}`" not in documented} == set()


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("help.docter", ["help.doctor", "help.lawyer"], "help.doctor"),
        ("PT-pt", ["pt-PT", "pt-BR"], "pt-PT"),
        ("entirely", ["help.doctor"], ""),
        ("x" * 100_000, ["x"], ""),
    ],
)
def test_nearest(name: str, known: list[str], near: str) -> None:
    assert nearest(name, known) == near


def test_where_nothing_is_near_all_are_named() -> None:
    assert did_you_mean("zzz", ["b", "a"], "There are") == "There are: a, b."
    assert did_you_mean("zzz", [], "There are") == ""
    chinese = did_you_mean("zh", ["zh-Hant", "zha", "zh-Hans"], "There are")
    assert chinese == "Did you mean 'zh-Hans' or 'zh-Hant'?"
    assert did_you_mean("Phone", ["phone", "phone-call"], "There are") == "Did you mean 'phone'?"
    assert len(did_you_mean("cell", [f"cell-{number}" for number in range(500)], "There are")) < 200


def test_what_cannot_be_seen_is_shown() -> None:
    assert shown("a\u202eb\n") == "'a\\u202Eb\\u000A'"
    assert shown("ط" * 100) == "'" + "ط" * 60 + "…'"
