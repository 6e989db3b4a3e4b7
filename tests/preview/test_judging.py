"""What the judge's own program says, and in which order it is asked."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from msgspec.structs import replace
from preview.served import copied
from preview.test_session import DAY, WAS

from brochure.base.diagnostics import SurroundingsError
from brochure.pipeline.check import Judged
from brochure.pipeline.live import LiveDesk, Subject
from brochure.pipeline.making import Place
from brochure.preview.asked import Asked, Words
from brochure.preview.events import Events
from brochure.preview.gallery import Look
from brochure.preview.judging import Judge, Question
from brochure.preview.session import Session

LEAFLET = Subject("ar", "leaflet")
AR = "content/languages/ar.yaml"
T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Playwright has a loop of its own in this thread."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(lambda: asyncio.run(work)).result()


@pytest.fixture(scope="module")
def root(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(project_root, tmp_path_factory.mktemp("judging") / "project")


@pytest.fixture(scope="module")
def place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(root, "luxembourg", tmp_path_factory.mktemp("signs"))


@pytest.fixture(scope="module")
def judge(place: Place) -> Iterator[Judge]:
    judge = Judge(place, DAY)
    yield judge
    judge.close()


def question(typed: str = "", *changed: str) -> Question:
    texts = {"help.doctor": typed} if typed else {}
    return Question(LEAFLET, ("screen",), texts, frozenset(changed), 1)


def codes(judged: Judged) -> set[str]:
    return {each.code for each in judged.findings}


def test_it_says_what_is_said_here(judge: Judge, place: Place) -> None:
    here = LiveDesk(place.root, place.edition, place.cache).judged(LEAFLET, ("screen",), {}, DAY)
    assert run(judge.ask(question())) == here
    assert not here.made.files


def test_it_hears_of_what_is_typed_and_of_what_changed(judge: Judge, place: Place) -> None:
    assert "digit-outside-fact" in codes(run(judge.ask(question("طبيب 5"))))
    assert "digit-outside-fact" not in codes(run(judge.ask(question())))
    file = place.root / AR
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace(WAS, "طبيب 5"), encoding="utf-8")
    assert "digit-outside-fact" in codes(run(judge.ask(question("", AR))))
    file.write_text(good, encoding="utf-8")
    assert "digit-outside-fact" not in codes(run(judge.ask(question("", AR))))


def test_what_cannot_be_taken_in_is_tried_again(judge: Judge, place: Place) -> None:
    edition = place.root / "content" / "editions" / "luxembourg.yaml"
    name, good = edition.relative_to(place.root).as_posix(), edition.read_bytes()
    edition.unlink()
    with pytest.raises(Exception, match="no edition") as raised:
        run(judge.ask(question("", name)))
    assert raised.value.next_step  # type: ignore[attr-defined]
    edition.write_bytes(good)
    assert run(judge.ask(question())).made.pages == 2


def test_where_its_program_ends_it_is_started_again(judge: Judge) -> None:
    async def ended() -> None:
        asked = asyncio.create_task(judge.ask(question()))
        await asyncio.sleep(0.05)
        (program,) = (each for each in multiprocessing.active_children() if each.name == "judge")
        program.terminate()
        await asked

    with pytest.raises(SurroundingsError, match="judged leaflet-ar ended"):
        run(ended())
    assert run(judge.ask(question())).made.pages == 2


class Recorded:
    """A judge that knows the answer, and who asked what."""

    def __init__(self, answer: Judged) -> None:
        self.answer = answer
        self.asked: list[Question] = []

    async def ask(self, question: Question) -> Judged:
        self.asked.append(question)
        job = replace(self.answer.job, targets=question.targets)
        return replace(self.answer, job=job)


def test_what_is_looked_at_is_judged_first_and_only_what_changed_again(judge: Judge, root: Path) -> None:
    recorded = Recorded(run(judge.ask(question())))
    session = Session(root, "", None, read_only=False)

    def judged_after(change: Callable[[], object]) -> list[tuple[str, tuple[str, ...]]]:
        recorded.asked.clear()
        change()
        run(until_nothing_is_due(session, recorded))
        return [(each.subject.language, each.targets) for each in recorded.asked]

    everything = judged_after(lambda: None)
    languages = session.offer.formats["leaflet"].languages
    assert everything[0] == ("ar", ("screen",))
    assert sorted(tag for tag, _ in everything) == sorted(languages)
    assert all(targets == () for _, targets in everything[1:])
    assert judged_after(lambda: None) == []
    words = Words("ar", "help.doctor", "one", WAS)
    assert judged_after(lambda: session.type_in(words, is_kept=True)) == [("ar", ("screen",))]
    assert recorded.asked[0].typed == {"help.doctor": "one"}
    good = (root / AR).read_bytes()
    assert judged_after(lambda: session.save(words)) == [("ar", ("screen",))]
    assert AR in recorded.asked[0].changed
    (root / AR).write_bytes(good)
    session.changed({AR})
    english = root / "content" / "languages" / "en.yaml"
    english.write_bytes(english.read_bytes() + b"# a remark\n")
    after = judged_after(lambda: session.changed({"content/languages/en.yaml"}))
    assert sorted(tag for tag, _ in after) == sorted(languages)
    session.bench.close()


async def until_nothing_is_due(session: Session, judge: Recorded) -> None:
    """The server's own work, until it asks no more."""
    asked, turns = -1, 0

    def is_ending() -> bool:
        nonlocal asked, turns
        turns = turns + 1 if asked == len(judge.asked) else 0
        asked = len(judge.asked)
        return turns > 2

    events = Events(session, judge, is_ending)  # type: ignore[arg-type]
    events.look(Asked(LEAFLET, Look("screen"), grey=False))
    session.events.add(asyncio.Queue())
    await events.work()
