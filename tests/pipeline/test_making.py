import signal
from pathlib import Path

import pytest
from pipeline.made_up import EDITION, open_maker, project

from brochure.base.diagnostics import SurroundingsError
from brochure.pipeline.making import Job, Maker, Place, make_all

LANGUAGES = ("am", "bg", "en")
JOBS = [Job(language, "leaflet", ("screen",)) for language in LANGUAGES]


def refuse(_: Place) -> Maker:
    raise SurroundingsError("a font is damaged", "Get it again.")


@pytest.mark.parametrize("side_by_side", [1, 2])
def test_documents_come_in_the_order_of_the_jobs(side_by_side: int, tmp_path: Path) -> None:
    project(tmp_path, **{language: f"words in {language}" for language in LANGUAGES})
    made = list(make_all(JOBS, Place(tmp_path, EDITION, None), open_maker, side_by_side))
    assert [one.files["screen"] for one in made] == [f"screen words in {name}".encode() for name in LANGUAGES]


def test_a_program_that_dies_is_told(tmp_path: Path) -> None:
    project(tmp_path, am="die", bg="fine", en="fine")
    with pytest.raises(SurroundingsError, match="ended without an answer") as told:
        list(make_all(JOBS, Place(tmp_path, EDITION, None), open_maker, 2))
    assert "--jobs" in told.value.next_step


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
