from pathlib import Path

import pytest

from brochure.content.findings import Findings
from brochure.content.people import FILE, read_people
from brochure.model.approval import Person


def people(root: Path, text: str) -> tuple[dict[str, Person], list[str]]:
    (root / FILE).parent.mkdir(parents=True, exist_ok=True)
    (root / FILE).write_text(text, encoding="utf-8")
    findings = Findings()
    return dict(read_people(root, findings)), [finding.code for finding in findings.all]


def test_who_may_do_what_in_which_language(tmp_path: Path) -> None:
    read, codes = people(
        tmp_path,
        'people:\n  amal: {name: "أمل", languages: [ar, fr], may: [review, approve]}\n'
        '  ben-2: {name: "Ben", languages: all, may: [review]}\n',
    )
    assert codes == []
    assert read == {
        "amal": Person("amal", "أمل", ("ar", "fr"), frozenset({"reviewed", "approved"})),
        "ben-2": Person("ben-2", "Ben", None, frozenset({"reviewed"})),
    }
    assert [read["amal"].reads("fr"), read["amal"].reads("en"), read["ben-2"].reads("xx")] == [
        True,
        False,
        True,
    ]


def test_nobody(tmp_path: Path) -> None:
    assert read_people(tmp_path, Findings()) == {}
    assert people(tmp_path, "people: {}\n") == ({}, [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("people: {Amal: {name: A, languages: all, may: [review]}}", "wrong-name"),
        ("people: {amal: {languages: all, may: [review]}}", "missing-key"),
        ("people: {amal: {name: A, may: [review]}}", "missing-key"),
        ("people: {amal: {name: A, languages: all}}", "missing-key"),
        ("people: {amal: {name: A, languages: every, may: [review]}}", "wrong-type"),
        ("people: {amal: {name: A, languages: all, may: [aprove]}}", "unknown-value"),
        ("people: {amal: {name: A, languages: all, may: [review], x: y}}", "unknown-key"),
        ("people: [amal]", "wrong-type"),
        ("amal: {name: A, languages: all, may: [review]}", "unknown-key"),
        ("people: {amal: &a {name: A, languages: all, may: [review]}}", "yaml-reference"),
    ],
)
def test_what_is_wrong_is_told(text: str, code: str, tmp_path: Path) -> None:
    assert people(tmp_path, text)[1] == [code]


def test_the_project_names_nobody_itself(project_root: Path) -> None:
    """A real person is entered by a person; then this test goes."""
    findings = Findings()
    assert read_people(project_root, findings) == {}
    assert findings.all == ()
