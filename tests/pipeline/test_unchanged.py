"""A build that has nothing to do: what it says, and that it never says it where something looks otherwise."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pipeline.made_up import EDITION, project, request, rooms

from brochure.pipeline.build import build
from brochure.pipeline.outcome import Outcome
from brochure.pipeline.request import Request
from brochure.pipeline.unchanged import glimpse, seen_before


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose files have been there for a while, as those of a person have."""
    monkeypatch.setattr("brochure.base.settled._SETTLED", -60_000_000_000)
    place = project(tmp_path / "project", ar="كلمات tight", en="words")
    (place / "content").mkdir()
    (place / "content" / "en.yaml").write_text("words", encoding="utf-8")
    return place


def built(root: Path) -> tuple[Request, Outcome]:
    asked = request(root)
    return asked, build(asked, rooms())


def before(asked: Request) -> Outcome | None:
    return seen_before(asked, glimpse(asked))


def test_it_says_what_the_build_before_said(root: Path) -> None:
    asked, outcome = built(root)
    again = build(asked, rooms())
    assert outcome.findings
    assert not any(line.made for line in again.lines)
    assert before(asked) == again


def _input(root: Path) -> None:
    (root / "content" / "en.yaml").write_text("other words", encoding="utf-8")


def _new_input(root: Path) -> None:
    (root / "pictograms").mkdir()
    (root / "pictograms" / "a.svg").touch()


def _output(root: Path) -> None:
    next((root / "build" / EDITION / "screen").glob("*.pdf")).write_bytes(b"%PDF-another")


def _no_output(root: Path) -> None:
    next((root / "build" / EDITION / "print").glob("*.pdf")).unlink()


def _stray(root: Path) -> None:
    (root / "build" / EDITION / "screen" / "leaflet-fr.pdf").touch()


def _no_records(root: Path) -> None:
    (root / "build" / ".cache" / f"records-{EDITION}.json").unlink()


def _damaged_note(root: Path) -> None:
    for note in (root / "build" / ".cache").glob("unchanged-*.json"):
        note.write_bytes(note.read_bytes()[:-20])


def _odd_note(root: Path) -> None:
    for note in (root / "build" / ".cache").glob("unchanged-*.json"):
        note.write_text(
            json.dumps({**json.loads(note.read_bytes()), "lines": [{"edition": 1}]}), encoding="utf-8"
        )


@pytest.mark.parametrize(
    "change", [_input, _new_input, _output, _no_output, _stray, _no_records, _damaged_note, _odd_note]
)
def test_whatever_looks_otherwise_is_built(change: Callable[[Path], None], root: Path) -> None:
    asked, _ = built(root)
    assert before(asked) is not None
    change(root)
    assert before(asked) is None


def test_another_request_is_another_build(root: Path) -> None:
    asked, _ = built(root)
    others = (
        replace(asked, today=asked.today + timedelta(days=1)),
        replace(asked, release=True),
        replace(asked, languages=("en",)),
        replace(asked, force=True),
        replace(asked, thorough=True),
    )
    assert [before(other) for other in others] == [None] * len(others)
    assert before(replace(asked, jobs=2)) is not None


def test_another_version_of_a_package_is_another_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, _ = built(root)
    packages = root / "packages"
    packages.mkdir()
    monkeypatch.syspath_prepend(str(packages))
    assert before(asked) is None
    build(asked, rooms())
    assert before(asked) is not None
    (packages / "uharfbuzz-9.dist-info").mkdir()
    os.utime(packages, ns=(1, 1))
    assert before(asked) is None


def test_what_has_just_been_saved_is_read_the_next_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.base.settled._SETTLED", 60_000_000_000)
    asked, _ = built(root)
    assert before(asked) is None


def test_what_could_not_be_finished_is_not_remembered(root: Path) -> None:
    (root / "build" / EDITION / "screen" / "leaflet-en.pdf").mkdir(parents=True)
    asked, outcome = built(root)
    assert "cannot-write" in {finding.code for finding in outcome.findings}
    assert before(asked) is None


def test_notes_are_few(root: Path) -> None:
    asked = request(root)
    for day in range(20):
        build(replace(asked, today=asked.today + timedelta(days=day)), rooms())
    assert len(list((root / "build" / ".cache").glob("unchanged-*.json"))) == 16
