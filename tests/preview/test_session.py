"""What was typed, saved, undone and signed in one run, without a server."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from preview.served import copied

from brochure.base.diagnostics import ArgumentsError
from brochure.pipeline.live import Subject
from brochure.preview import gallery
from brochure.preview.asked import Words
from brochure.preview.gallery import Look
from brochure.preview.session import Session
from brochure.preview.watching import changes
from brochure.raster.sharp import page_picture
from brochure.state.signing import Said

DAY = datetime.date(2026, 11, 22)
WAS = "طبيب، وشخص يمكنك الكلام معه"
LEAFLET, SCREEN = Subject("ar", "leaflet"), Look("screen")


@pytest.fixture(scope="module")
def root(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(project_root, tmp_path_factory.mktemp("session") / "project")


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("signs")


@pytest.fixture
def session(root: Path, signs: Path) -> Iterator[Session]:
    kept = {path: path.read_bytes() for path in (root / "content").rglob("*.yaml")}
    session = Session(root, "", signs, read_only=False)
    yield session
    session.bench.close()
    for path, data in kept.items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def doctor(text: str, seen: str) -> Words:
    return Words("ar", "help.doctor", text, seen)


def file(session: Session) -> Path:
    return session.root / "content" / "languages" / "ar.yaml"


def test_steps_back_and_on(session: Session) -> None:
    before = file(session).read_bytes()
    session.save(doctor("one", WAS))
    session.save(doctor("two", "one"))
    assert session.steps == {"undo": 2, "redo": 0}
    session.step_back()
    session.step_back()
    assert file(session).read_bytes() == before
    assert session.steps == {"undo": 0, "redo": 2}
    session.step_on()
    assert b'"one"' in file(session).read_bytes()
    session.save(doctor("three", "one"))
    assert session.steps == {"undo": 2, "redo": 0}, "what was undone is gone when something else is saved"
    with pytest.raises(ArgumentsError, match="nothing to be undone"):
        session.step_on()


def test_a_step_back_over_somebody_elses_text_is_not_made(session: Session) -> None:
    session.save(doctor("one", WAS))
    theirs = file(session).read_bytes().replace(b'"one"', b'"theirs"')
    file(session).write_bytes(theirs)
    _, kept = session.step_back()
    assert kept.is_conflict
    assert file(session).read_bytes() == theirs
    assert session.steps == {"undo": 0, "redo": 0}


def test_nothing_new_is_no_news(session: Session) -> None:
    name = "content/languages/ar.yaml"
    session.save(doctor("one", WAS))
    assert session.changed({name}) is None, "it was taken in when it was saved"
    file(session).write_bytes(file(session).read_bytes() + b"# a remark\n")
    news = session.changed({name})
    assert news is not None
    assert news["languages"] == ["ar"]
    assert session.changed({name}) is None


def test_what_is_typed_is_kept_until_it_is_saved(session: Session) -> None:
    session.type_in(doctor("typed", WAS), is_kept=True)
    assert session.desk.typed("ar") == {"help.doctor": "typed"}
    with pytest.raises(ArgumentsError, match="not saved yet"):
        session.approve("ar", "help.doctor", Said("reviewed", "amal", DAY))
    conflict = session.save(doctor("typed", "something else"))
    assert conflict.is_conflict
    assert session.desk.typed("ar") == {"help.doctor": "typed"}, "nothing is lost by a conflict"
    assert session.save(doctor("typed", WAS)).is_written
    assert session.desk.typed("ar") == {}


def test_an_edition_that_is_gone_is_trouble_and_the_page_stays(session: Session) -> None:
    assert session.gallery.sheets(LEAFLET, SCREEN) is not None
    edition = session.root / "content" / "editions" / "luxembourg.yaml"
    name = edition.relative_to(session.root).as_posix()
    edition.write_text("edition: [", encoding="utf-8")
    session.changed({name})
    assert session.gallery.sheets(LEAFLET, SCREEN) is not None
    edition.unlink()
    session.changed({name})
    assert session.trouble is not None
    assert session.gallery.picture(LEAFLET, SCREEN, 0, 100, grey=False)


def test_before_stays_and_can_be_begun_anew(session: Session) -> None:
    before = Look("screen", is_before=True)
    first = session.gallery.sheets(LEAFLET, before)
    session.save(doctor("one", WAS))
    assert session.gallery.sheets(LEAFLET, before) is first
    now = session.gallery.sheets(LEAFLET, SCREEN)
    assert now is not None
    assert first is not None
    assert now.laid is not first.laid
    session.gallery.start_anew()
    anew = session.gallery.sheets(LEAFLET, before)
    assert anew is not None
    assert anew.laid is now.laid


def test_the_disk_is_watched(tmp_path: Path) -> None:
    for name in ("content/languages", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "fonts").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    async def first() -> frozenset[str]:
        stop = anyio.Event()
        async for found in changes(tmp_path, stop):
            stop.set()
            return found
        return frozenset()

    async def watched() -> frozenset[str]:
        waiting = asyncio.create_task(first())
        for number in range(100):
            await asyncio.sleep(0.05)
            (tmp_path / "fonts" / "a.ttf").write_text(str(number))
            (tmp_path / "content" / "languages" / ".ar.yaml.1.part").write_text(str(number))
            (tmp_path / "content" / "languages" / "ar.yaml").write_text(str(number))
            if waiting.done():
                break
        return await asyncio.wait_for(waiting, 20)

    with ThreadPoolExecutor(1) as other:  # Playwright has a loop of its own in this thread
        found = other.submit(lambda: asyncio.run(watched())).result()
    assert "content/languages/ar.yaml" in found
    assert found <= {"content/languages/ar.yaml", "fonts/a.ttf"}


def test_read_only_writes_nothing(root: Path, signs: Path) -> None:
    before = {path: path.read_bytes() for path in (root / "content").rglob("*.yaml")}
    session = Session(root, "", signs, read_only=True)
    for write in (
        lambda: session.save(doctor("one", WAS)),
        lambda: session.approve("ar", "help.doctor", Said("translated")),
    ):
        with pytest.raises(ArgumentsError, match="nothing is written"):
            write()
    assert session.gallery.picture(LEAFLET, SCREEN, 0, 100, grey=False)
    session.bench.close()
    assert {path: path.read_bytes() for path in (root / "content").rglob("*.yaml")} == before
    assert not (root / "build").exists()


def test_what_is_in_view_is_drawn_before_it_is_asked_for(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def counted(pdf: bytes, page: int, width: int, *, grey: bool) -> bytes:
        drawn.append(page)
        return page_picture(pdf, page, width, grey=grey)

    monkeypatch.setattr(gallery, "page_picture", counted)
    shown = session.gallery
    shown.sheets(LEAFLET, SCREEN)
    assert not shown.draw_ahead(LEAFLET, SCREEN), "nobody has seen anything yet"
    before = shown.picture(LEAFLET, SCREEN, 1, 100, grey=False)
    session.save(doctor("one", WAS))
    shown.sheets(LEAFLET, SCREEN)
    assert not shown.draw_ahead(LEAFLET, SCREEN), "the other page is not in view"
    assert drawn == [1, 1]
    after = shown.picture(LEAFLET, SCREEN, 1, 100, grey=False)
    assert drawn == [1, 1], "it was there"
    assert after == page_picture(shown.write(LEAFLET, SCREEN), 1, 100)
    assert after != before
    shown.picture(LEAFLET, SCREEN, 1, 50, grey=False)
    assert drawn == [1, 1, 1], "another width is another picture"
    session.step_back()
    shown.sheets(LEAFLET, SCREEN)
    shown.picture(LEAFLET, SCREEN, 1, 50, grey=False)
    shown.draw_ahead(LEAFLET, SCREEN)
    assert drawn == [1, 1, 1, 1], "what was asked for already is not drawn once more"
