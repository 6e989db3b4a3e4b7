"""The table of ``files/README.md`` holds: every file has the rules it names against it, and no other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from brochure.base.diagnostics import Severity
from brochure.base.lengths import mm
from brochure.check.accessible.rules import RULES as SCREEN_RULES
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.judge import judge_print
from brochure.check.preflight.one_set import judge_set
from brochure.check.preflight.remark import WANTED_AT_ALL, Remark
from brochure.check.preflight.rules import RULES
from brochure.check.preflight.screen import judge_screen
from brochure.check.preflight.separator import ghostscript

FILES = Path(__file__).parent / "files"


@dataclass(frozen=True)
class Row:
    name: str
    made_with: str
    fault: str
    asked: str
    rules: tuple[str, ...]

    @property
    def data(self) -> bytes:
        return (FILES / self.name).read_bytes()

    def judged(self) -> tuple[Remark, ...]:
        if self.asked == "screen":
            return judge_screen(self.data, self.name)
        demands = Demands(
            standard="X-1a" if "X-1a" in self.asked else "X-4", outlined="outlined" in self.asked
        )
        if fold := re.search(r"folds ([\d.]+)", self.asked):
            demands = replace(demands, folds=((mm(float(fold[1])),),), sheet=(mm(105), mm(74)))
        return judge_print(self.data, self.name, demands)


def table() -> list[Row]:
    lines = (FILES / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if ".pdf |" in line]
    return [Row(*row[:4], tuple(filter(None, row[4].split(", ")))) for row in rows]


TABLE = table()


def named(name: str) -> bytes:
    return (FILES / f"{name}.pdf").read_bytes()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_a_file_breaks_the_rules_it_names_and_no_other(row: Row) -> None:
    remarks = row.judged()
    if not ghostscript():
        remarks = tuple(each for each in remarks if not each.found.startswith("not judged"))
    assert tuple(dict.fromkeys(each.rule for each in remarks)) == row.rules
    assert all(each.found and each.wanted and each.why and each.file == row.name for each in remarks)


def test_every_file_has_its_row() -> None:
    assert sorted(path.name for path in FILES.glob("*.pdf")) == sorted(row.name for row in TABLE)
    assert sum(path.stat().st_size for path in FILES.iterdir()) < 1_500_000


def test_other_programs_made_them() -> None:
    programs = {program for row in TABLE for program in row.made_with.split(", ")}
    assert programs >= {"WeasyPrint", "Typst", "Chromium", "Ghostscript", "LibreOffice", "pikepdf"}
    assert sum(not row.rules and row.fault.startswith("none") for row in TABLE) >= 5
    assert sum(len(row.rules) == 1 for row in TABLE) >= 20


def test_no_rule_is_without_a_file_that_breaks_it() -> None:
    broken = {rule for row in TABLE for rule in row.rules}
    assert {rule.id for rule in RULES} | set(WANTED_AT_ALL) - {"not-judged"} <= broken
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_what_is_said_leads_to_the_place() -> None:
    (remark,) = judge_print(named("hairline"), "hairline.pdf", Demands())
    assert (remark.page, remark.place, remark.severity) == (1, (8.2, 65.8), Severity.ERROR)
    assert str(remark.finding) == (
        "hairline.pdf: error[line-width]: page 1, 8.2 mm from the left and 65.8 mm from the top of the trim: "
        "a line of 0.1 pt\n    Wanted: lines of 0.25 pt at least\n    [GWG] 2015; [shop] least_line"
    )


def test_what_a_page_has_often_is_said_once() -> None:
    remarks = [each for each in judge_print(named("chromium-raw"), "x.pdf", Demands()) if each.times > 1]
    assert {each.rule for each in remarks} <= {"text-colour"}
    fair = judge_print(named("fair-image"), "x.pdf", Demands())
    assert [(each.severity, each.found) for each in fair] == [(Severity.WARNING, "216 pixels an inch")]


DEMANDS: Mapping[str, tuple[Demands, set[str]]] = {
    "more bleed": (Demands(bleed=mm(5)), {"bleed-box", "bleed-reached"}),
    "less bleed": (Demands(bleed=mm(1)), set()),
    "a wider edge": (Demands(safe=mm(8)), {"safety"}),
    "another condition": (Demands(condition="FOGRA51"), {"output-condition"}),
    "its own profile": (Demands(profile="0" * 64), {"output-profile"}),
    "less ink": (Demands(ink_limit=90), {"total-ink"}),
    "stronger lines": (Demands(least_line=1), {"line-width"}),
    "larger type": (Demands(least_type=12), {"type-size"}),
    "folds of another sheet": (Demands(folds=((mm(20),),), sheet=(mm(297), mm(210))), set()),
    "folds": (Demands(folds=((mm(20),),), sheet=(mm(105), mm(74))), {"fold-safety"}),
    "X-1a": (Demands(standard="X-1a"), {"pdf-version", "pdfx-version"}),
}


@pytest.mark.parametrize("asked", DEMANDS)
def test_what_a_shop_asks_is_what_holds(asked: str) -> None:
    demands, rules = DEMANDS[asked]
    assert {each.rule for each in judge_print(named("clean-typst"), "x.pdf", demands)} == rules


def test_demands_survive_the_pipe() -> None:
    demands = Demands(folds=((1.0, 2.0), ()), sheet=(3.0, 4.0), standard="X-1a")
    assert Demands.from_json(demands.as_json()) == demands


SETS: Mapping[tuple[str, str], set[str]] = {
    ("clean-typst", "set-same-colours"): set(),
    ("clean-typst", "set-other-colours"): {"plates-differ"},
    ("clean-typst", "text-knocks-out"): {"words-off-black"},
    ("clean-typst", "clean-typst"): {"plates-same"},
    ("clean-typst", "truncated"): {"plates-same"},
    ("clean-typst", "no-pdf"): set(),
}


@pytest.mark.parametrize("names", SETS, ids="-".join)
def test_files_of_a_set_differ_on_black_alone(names: tuple[str, str]) -> None:
    remarks = judge_set({f"{at}.pdf": named(name) for at, name in enumerate(names)}, one_set=True)
    assert {each.rule for each in remarks} == SETS[names]


def test_a_file_for_print_is_no_file_for_the_screen() -> None:
    remarks = judge_screen(named("clean-typst"), "x.pdf")
    assert next(each.rule for each in remarks) == "untagged"
    assert {each.rule for each in judge_screen(named("password"), "x.pdf")} == {"encrypted"}


def test_every_rule_is_documented(project_root: Path) -> None:
    findings = (project_root / "brochure" / "docs" / "findings.md").read_text(encoding="utf-8")
    assert [rule.id for rule in RULES if f"`{rule.id}`" not in findings] == []
    text = (project_root / "brochure" / "docs" / "preflight.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z0-9-]+)` \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    assert [row for row in listed if row[0] in {rule.id for rule in RULES}] == [
        (rule.id, rule.wanted, rule.why) for rule in RULES
    ]
    others = {
        *WANTED_AT_ALL,
        "not-judged",
        "plates-differ",
        "plates-same",
        "words-off-black",
        "untagged",
        "not-conforming",
    }
    assert {name for name, *_ in listed} >= others
    assert not others & {rule.id for rule in SCREEN_RULES} & {rule.id for rule in RULES}
