"""The catalogue of signs: whether each is flipped, and entries that are not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.findings import Findings
from brochure.content.sign_catalogue import read_catalogue

ROOT = Path(__file__).parent.parent.parent
WHOLE = "meaning: A door, author: me, licence: CC0-1.0"


def read(tmp_path: Path, text: str) -> tuple[object, list[tuple[str, int]]]:
    (tmp_path / "pictograms").mkdir()
    (tmp_path / "pictograms" / "catalogue.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    return read_catalogue(tmp_path, findings), [(each.code, each.span.line) for each in findings.all]


def test_flags_of_every_entry(tmp_path: Path) -> None:
    text = f"a: {{{WHOLE}, mirror: true, tags: [x], source: own, comprehension: untested}}\nb: {{{WHOLE}, mirror: no}}"
    assert read(tmp_path, text) == ({"a": True, "b": False}, [])


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (f"{{{WHOLE}}}", "missing-key"),
        ("{meaning: A door, author: me, mirror: no}", "missing-key"),
        (f"{{{WHOLE}, mirror: maybe}}", "unknown-value"),
        (f"{{{WHOLE}, mirror: no, mirrored: yes}}", "unknown-key"),
        ("door", "wrong-type"),
    ],
)
def test_an_entry_that_is_not_whole_is_told_on_its_line(entry: str, code: str, tmp_path: Path) -> None:
    _, found = read(tmp_path, f"a: {{{WHOLE}, mirror: no}}\nb: {entry}")
    assert (code, 2) in found
    assert {line for _, line in found} == {2}


def test_a_file_that_cannot_be_read_gives_no_catalogue(tmp_path: Path) -> None:
    flags, found = read(tmp_path, "- a\n- b")
    assert flags is None
    assert found


def test_every_drawing_of_the_project_has_an_entry_and_every_entry_a_drawing() -> None:
    findings = Findings()
    flags = read_catalogue(ROOT, findings)
    assert findings.all == ()
    assert flags is not None
    assert sorted(flags) == sorted(path.stem for path in (ROOT / "pictograms").glob("*.svg"))
