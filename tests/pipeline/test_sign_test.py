"""A test of signs from the words to the booklet, and from its results to the catalogue."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest
from families import FAMILIES
from pypdfium2 import PdfDocument

from brochure.base.diagnostics import ArgumentsError
from brochure.check.conformance import judge
from brochure.content.sign_results import HEAD
from brochure.pipeline.sign_pages import open_room
from brochure.pipeline.sign_test import make_kit, not_understood, record, shuffled

TODAY = date(2026, 11, 22)


def text_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in PdfDocument(pdf)]


@pytest.mark.parametrize("tag", FAMILIES)
def test_a_kit_in_every_script(tag: str, project_root: Path) -> None:
    made, findings = make_kit(project_root, tag, 7, ("phone", "debt", "children"))
    assert [each for each in findings if each.is_error] == []
    assert list(made) == [f"signs-{tag}.pdf", f"answers-{tag}.pdf", f"results-{tag}.csv"]
    cover, *pages = text_of(made[f"signs-{tag}.pdf"])
    assert "seed 7" in cover
    # Nothing but the number and the small print stands beside a sign.
    assert [page.split() for page in pages] == [
        ["DRAFT", "·", "seed", "7", "·", tag, str(number)] for number in (1, 2, 3)
    ]


def test_the_order_is_that_of_the_seed_and_the_table_knows_it(project_root: Path) -> None:
    room, _ = open_room(project_root)
    assert room is not None
    ids = [each.sign.id for each in shuffled(room.signs, 7)]
    assert ids != sorted(ids)
    assert ids != [each.sign.id for each in shuffled(room.signs, 8)]
    some = [each for each in room.signs if each.sign.id < "f"]
    assert [each.sign.id for each in shuffled(some, 7)] == [id for id in ids if id < "f"]
    made, _ = make_kit(project_root, "fr", 7, ())
    rows = list(csv.DictReader(made["results-fr.csv"].decode("utf-8-sig").splitlines()))
    assert tuple(rows[0]) == HEAD
    assert [row["sign"] for row in rows] == ids
    assert [row["number"] for row in rows] == [str(number) for number in range(1, len(ids) + 1)]


def test_the_files_say_draft_and_conform_and_are_the_same_again(project_root: Path) -> None:
    made, _ = make_kit(project_root, "ar", 7, ("phone", "debt"))
    assert make_kit(project_root, "ar", 7, ("debt", "phone"))[0] == made
    for name in ("signs-ar.pdf", "answers-ar.pdf"):
        assert str(judge(made[name], ("2a", "ua1"))) == "conforms to PDF/A-2a, PDF/UA-1"
        assert "DRAFT" in text_of(made[name])[0]


def test_what_is_not_there_is_refused(project_root: Path) -> None:
    with pytest.raises(ArgumentsError, match=r"xx\.yaml"):
        make_kit(project_root, "xx", 1, ())
    with pytest.raises(ArgumentsError, match="no sign phoen"):
        make_kit(project_root, "fr", 1, ("phoen",))


@pytest.fixture
def own(project_root: Path, tmp_path: Path) -> Path:
    """A project with the catalogue alone."""
    (tmp_path / "pictograms").mkdir()
    shutil.copyfile(
        project_root / "pictograms" / "catalogue.yaml", tmp_path / "pictograms" / "catalogue.yaml"
    )
    return tmp_path


def results(own: Path, *rows: str) -> Path:
    path = own / "results.csv"
    path.write_text("\n".join(("sign,date,group,n,correct,opposite", *rows)), encoding="utf-8")
    return path


def test_results_are_booked_once_and_all_or_none(own: Path) -> None:
    file = own / "pictograms" / "catalogue.yaml"
    before = file.read_text(encoding="utf-8")
    table = results(own, "phone,2026-11-20,nurses,20,19,0", "debt,2026-11-20,nurses,20,10,0")
    done = record(own, table, TODAY)
    assert done.findings == ()
    assert len(done.results) == 2
    assert not_understood(done.verdicts) == ("debt",)
    after = file.read_text(encoding="utf-8")
    changed = [
        (old, new) for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new
    ]
    assert len(changed) == 2
    again = record(
        own, results(own, "phone,2026-11-20,nurses,20,19,0", "court,2026-11-20,nurses,9,9,0"), TODAY
    )
    assert [each.code for each in again.findings] == ["result-twice"]
    assert again.results == ()
    assert file.read_text(encoding="utf-8") == after
