"""Records as the program writes them, and as hands have spoiled them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.content.approvals import FOLDER, approvals_file, read_approvals, tell_stray_approvals
from brochure.content.findings import Findings

A, B = "0123456789abcdef", "fedcba9876543210"
DRAFT = f'a.b: {{source: "{A}", text: "{B}", state: translated}}'
SIGNED = f'c.d: {{source: "{A}", text: "{B}", state: approved, by: "amal", on: "2026-11-22"}}'


def put(root: Path, text: str, tag: str = "ar") -> None:
    path = root / approvals_file(tag)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def said(root: Path, tag: str = "ar") -> list[str]:
    findings = Findings(tag)
    read_approvals(root, tag, findings)
    return [str(finding) for finding in findings.all]


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_both_ways_of_reading_give_the_same(eol: str, tmp_path: Path) -> None:
    """A comment after a value is not what the program writes, so the second file goes through YAML."""
    put(tmp_path, eol.join(("# head", DRAFT, SIGNED, "")))
    findings = Findings()
    quick = read_approvals(tmp_path, "ar", findings)
    put(tmp_path, eol.join(("# head", DRAFT, SIGNED + " # x", "")))
    slow = read_approvals(tmp_path, "ar", findings)
    assert findings.all == ()
    assert slow is not None
    assert quick == slow
    assert quick["c.d"].span == Span("content/approvals/ar.yaml", 3, 1)
    assert quick["c.d"].by_span.column == SIGNED.index('"amal"') + 1


def test_a_file_that_is_not_there_is_no_record_at_all(tmp_path: Path) -> None:
    findings = Findings()
    assert read_approvals(tmp_path, "ar", findings) is None
    put(tmp_path, DRAFT, "AR")
    assert read_approvals(tmp_path, "ar", findings) is None
    assert findings.all == ()


SPOILED = [
    ("", "empty-file"),
    (f"{DRAFT}\n{DRAFT}", "duplicate-key"),
    (DRAFT.replace("{", "&all {", 1), "yaml-reference"),
    (f"{DRAFT}\nx.y: *all", "yaml-reference"),
    (DRAFT.replace("{", "!!map {", 1), "yaml-reference"),
    (f"{DRAFT}\n<<: {{a: b}}", "yaml-reference"),
    (DRAFT.replace("translated", "aproved"), "unknown-value"),
    (DRAFT.replace("translated", "approved"), "missing-key"),
    (DRAFT.replace("}", ', by: "amal"}'), "unknown-key"),
    (SIGNED.replace("2026-11-22", "2026-13-22"), "wrong-type"),
    (SIGNED.replace('by: "amal", ', ""), "missing-key"),
    (SIGNED.replace("}", ', note: "x"}'), "unknown-key"),
    (SIGNED.replace(A, "x"), "wrong-type"),
    (SIGNED.replace(A, A.upper()), "wrong-type"),
    (SIGNED.replace(f'text: "{B}", ', ""), "missing-key"),
    ("a.b: approved", "wrong-type"),
    ("- a.b", "wrong-type"),
    (SIGNED.replace('"2026', "'2026"), "yaml-syntax"),
]


@pytest.mark.parametrize(("text", "code"), SPOILED)
def test_what_hands_have_spoiled_is_told_and_approves_nothing(text: str, code: str, tmp_path: Path) -> None:
    put(tmp_path, text + "\n")
    findings = Findings("ar")
    read = read_approvals(tmp_path, "ar", findings)
    assert {finding.code for finding in findings.all} >= {code}
    assert {(finding.language, finding.is_error) for finding in findings.all} == {("ar", True)}
    assert "c.d" not in (read or {})


def test_one_spoiled_record_leaves_the_others(tmp_path: Path) -> None:
    put(tmp_path, f"{SIGNED}\n{DRAFT.replace('translated', 'x')}\n")
    read = read_approvals(tmp_path, "ar", Findings())
    assert set(read or {}) == {"c.d"}
    assert said(tmp_path) == [
        "content/approvals/ar.yaml:2:68: error[unknown-value]: 'state' of the record of 'a.b' is 'x'\n"
        "    It can be: approved, reviewed, translated."
    ]


def test_letters_that_are_put_together_in_another_way_are_the_same_address(tmp_path: Path) -> None:
    put(tmp_path, DRAFT.replace("a.b", '"a.e\u0301"') + "\n")
    findings = Findings()
    assert set(read_approvals(tmp_path, "ar", findings) or {}) == {"a.\u00e9"}
    assert findings.all == ()


def test_files_that_belong_to_no_language(tmp_path: Path) -> None:
    words = tmp_path / "content" / "languages"
    words.mkdir(parents=True)
    (words / "ar.yaml").write_text("a: b")
    for tag in ("ar", "AR", "xx"):
        put(tmp_path, DRAFT, tag)
    findings = Findings()
    tell_stray_approvals(tmp_path, findings)
    assert [(each.span.file, each.code, each.is_error) for each in findings.all] == [
        (f"{FOLDER}/AR.yaml", "approval-language-gone", False),
        (f"{FOLDER}/ar.yaml", "letter-case", True),
        (f"{FOLDER}/xx.yaml", "approval-language-gone", False),
    ]


def test_the_quick_way_leaves_every_doubt_to_yaml(tmp_path: Path) -> None:
    """The same line with one more space is the same record, however it is read."""
    put(tmp_path, f"{SIGNED}\n")
    findings = Findings()
    quick = read_approvals(tmp_path, "ar", findings)
    put(tmp_path, f"{SIGNED.replace('state: ', 'state:  ')}\n")
    slow = read_approvals(tmp_path, "ar", findings)
    assert quick is not None
    assert slow is not None
    moved = slow["c.d"].by_span
    assert quick["c.d"] == replace(slow["c.d"], by_span=replace(moved, column=moved.column - 1))
