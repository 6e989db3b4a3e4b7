"""The ledgers of standards name nothing that is not there, leave out no clause, and say who enforces each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from brochure.check.accessible.rules import RULES
from brochure.check.preflight.rules import RULES as PRESS_RULES

CLAUSES: Mapping[str, tuple[str, ...]] = {
    "PDFUA1.md": (
        *("5", "6", *(f"7.{n}" for n in range(1, 18)), "7.19", "7.20", "7.21"),
        *(f"7.18.{n}" for n in range(1, 9)),
    ),
    "PDFA2A.md": (
        *(f"6.1.{n}" for n in range(1, 14)),
        *(f"6.2.{n}" for n in range(1, 12) if n != 7),
        *("6.3", "6.4", "6.5"),
        *(f"6.6.{n}" for n in range(1, 7)),
        *(f"6.7.{n}" for n in range(1, 9)),
        *("6.8", "6.9", "6.10", "6.11"),
    ),
}
"""ISO 14289-1 from its clause 5 on, ISO 19005-2 of its clause 6."""

PRESS = "PDFX4.md"
"""Its rows bear subjects: the numbers of ISO 15930-7 are not public."""


@pytest.fixture(params=[*CLAUSES, PRESS])
def ledger(request: pytest.FixtureRequest, project_root: Path) -> tuple[str, str]:
    """Name and text."""
    return request.param, (project_root / "brochure" / "docs" / request.param).read_text(encoding="utf-8")


def rows(text: str) -> list[list[str]]:
    """Clause, demand, written by, enforced by."""
    table = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [row for row in table if row[0] not in ("clause", "subject", "---")]


def test_every_file_that_is_named_is_there(ledger: tuple[str, str], project_root: Path) -> None:
    named = re.findall(r"`((?:brochure|tests|\.ci)/[^`]+)`", ledger[1])
    assert len(named) > 20
    assert [name for name in named if not (project_root / name).exists()] == []


def test_every_clause_has_its_row(ledger: tuple[str, str]) -> None:
    name, text = ledger
    if name == PRESS:
        assert len({row[0] for row in rows(text)}) == len(rows(text)) > 30
        return
    assert {row[0] for row in rows(text)} == set(CLAUSES[name])


def test_every_row_says_who_enforces_it_or_that_it_does_not_apply(ledger: tuple[str, str]) -> None:
    for clause, _, written, enforced in rows(ledger[1]):
        spared = "not applicable" in written or clause == "6.7.8"
        assert (
            spared or "page-validation" in enforced or "`tests/" in enforced or "`brochure/check" in enforced
        )


def test_every_rule_of_ours_is_in_the_ledger(project_root: Path) -> None:
    """By the modules that hold them."""
    text = (project_root / "brochure" / "docs" / "PDFUA1.md").read_text(encoding="utf-8")
    folder = project_root / "brochure" / "check" / "accessible"
    modules = {
        path.name for path in folder.glob("*.py") if "\nRULE = Rule(" in path.read_text(encoding="utf-8")
    }
    assert len(modules) == len(RULES)
    assert [name for name in modules if f"`brochure/check/accessible/{name}`" not in text] == []


def test_every_rule_of_the_press_is_in_its_ledger_beside_its_module(project_root: Path) -> None:
    text = (project_root / "brochure" / "docs" / PRESS).read_text(encoding="utf-8")
    enforced = "; ".join(row[3] for row in rows(text))
    named = {
        (rule, module)
        for rules, module in re.findall(
            r"((?:`[a-z0-9-]+`(?:, )?)+) in `brochure/check/preflight/(\w+)\.py`", enforced
        )
        for rule in re.findall(r"`([a-z0-9-]+)`", rules)
    }
    assert named == {(rule.id, rule.judge.__module__.rpartition(".")[2]) for rule in PRESS_RULES}
