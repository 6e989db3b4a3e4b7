import signal
from pathlib import Path

import pytest
from pipeline.made_up import EDITION, open_maker, project

from brochure.base.diagnostics import SurroundingsError
from brochure.pipeline.making import Job, Maker, Place, make_all, programs_for, shares

LANGUAGES = ("am", "bg", "en")
JOBS = [Job(language, "leaflet", ("screen",)) for language in LANGUAGES]


def refuse(_: Place) -> Maker:
    raise SurroundingsError("a font is damaged", "Get it again.")


@pytest.mark.parametrize("side_by_side", [1, 2])
def test_documents_come_in_the_order_of_the_jobs(side_by_side: int, tmp_path: Path) -> None:
    project(tmp_path, **{language: f"words in {language}" for language in LANGUAGES})
    made = list(make_all(JOBS, Place(tmp_path, EDITION, None), open_maker, side_by_side))
    assert [one.files["screen"] for one in made] == [f"screen words in {name}".encode() for name in LANGUAGES]


@pytest.mark.parametrize("dying", [("am",), ("bg",), ("en",), ("am", "en"), LANGUAGES])
def test_a_program_that_dies_is_told_and_the_others_are_made(dying: tuple[str, ...], tmp_path: Path) -> None:
    project(tmp_path, **{language: "die" if language in dying else "fine" for language in LANGUAGES})
    made = list(make_all(JOBS, Place(tmp_path, EDITION, None), open_maker, 2))
    assert [one.is_over for one in made] == [language in dying for language in LANGUAGES]
    assert [[finding.code for finding in one.findings] for one in made if one.is_over] == [
        ["program-ended"] for _ in dying
    ]
    assert all("--jobs" in one.findings[0].help for one in made if one.is_over)
    assert [one.files["screen"] for one in made if not one.is_over] == [b"screen fine"] * (3 - len(dying))


def test_a_language_is_made_by_one_program() -> None:
    jobs = [Job(language, format_id, ()) for language in "abcd" for format_id in ("card", "leaflet")]
    assert [[job.language for job in share] for share in shares(jobs, 2)] == [[each] * 2 for each in "abcd"]
    assert [len(share) for share in shares(jobs[:4], 2)] == [1, 1, 1, 1]


def test_as_many_programs_as_there_is_work_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.pipeline.making.cores", lambda: 4)
    assert [programs_for(JOBS * many, 0) for many in (1, 2, 4, 10)] == [1, 1, 3, 4]
    assert [programs_for(JOBS, asked) for asked in (1, 2, 9)] == [1, 2, 3]


@pytest.mark.parametrize("side_by_side", [1, 2])
def test_what_is_in_the_way_is_told_in_its_own_words(side_by_side: int, tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="a font is damaged") as told:
        list(make_all(JOBS, Place(tmp_path, EDITION, None), refuse, side_by_side))
    assert told.value.next_step == "Get it again."


def test_no_job_opens_nothing(tmp_path: Path) -> None:
    assert list(make_all([], Place(tmp_path, EDITION, None), refuse, 1)) == []


def test_ctrl_c_is_heard_again_once_the_programs_have_started(tmp_path: Path) -> None:
    project(tmp_path, **dict.fromkeys(LANGUAGES, "fine"))
    heard = signal.getsignal(signal.SIGINT)
    assert heard is not signal.SIG_IGN
    for _ in make_all(JOBS, Place(tmp_path, EDITION, None), open_maker, 2):
        assert signal.getsignal(signal.SIGINT) is heard


@pytest.mark.parametrize("side_by_side", [1, 2])
def test_progress_is_told_when_a_document_is_put_away(side_by_side: int, tmp_path: Path) -> None:
    project(tmp_path, **dict.fromkeys(LANGUAGES, "fine"))
    told: list[tuple[int, int] | str] = []
    place = Place(tmp_path, EDITION, None)
    for _ in make_all(JOBS, place, open_maker, side_by_side, lambda *done: told.append(done)):
        told.append("put away")
    assert told == [(0, 3), "put away", (1, 3), "put away", (2, 3), "put away", (3, 3)]
