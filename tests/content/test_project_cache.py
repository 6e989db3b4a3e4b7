import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from brochure.base.kept import recalled
from brochure.content import project_cache
from brochure.content.groundwork import read_groundwork
from brochure.content.project import Project, read_project
from brochure.content.project_cache import kept, project_of

EDITION = "luxembourg"
Opened = list[Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where things are kept, not there yet."""
    return tmp_path / "read"


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, nothing may be read but what is kept."""

    def refuse(*_: object) -> Project:
        raise AssertionError("read anew")

    return lambda: monkeypatch.setattr(project_cache, "read_project", refuse)


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The edition of every reading that was not spared."""
    told: list[str] = []

    def read(root: Path, edition: str, *rest: object) -> Project:
        told.append(edition)
        return read_project(root, edition, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(project_cache, "read_project", read)
    return told


def entry(folder: Path) -> Path:
    (found,) = folder.glob("project-*.bin")
    return found


def test_what_is_kept_is_what_was_read(project: Path, folder: Path, unread: Callable[[], None]) -> None:
    first = project_of(project, EDITION, folder)
    unread()
    assert project_of(project, EDITION, folder) == first == read_project(project, EDITION)


def test_a_project_that_was_moved_has_its_fonts_where_it_is(
    project: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert project_of(Path(), EDITION, folder) == read_project(Path(), EDITION)
    moved = Path(shutil.copytree(project, tmp_path / "moved", copy_function=shutil.copy2))
    for root in (project, moved):
        found = project_of(root, EDITION, folder)
        assert found == read_project(root, EDITION)
        assert found.fonts
        paths = [face.path for each in found.fonts.families.values() for face in each.values()]
        assert paths
        assert all(path.is_relative_to(root) for path in paths)
    monkeypatch.chdir(moved)
    assert project_of(Path(), EDITION, folder) == read_project(Path(), EDITION)


_listening: Opened | None = None


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _listening is not None and isinstance(arguments[0], str | os.PathLike):
        _listening.append(Path(os.fspath(arguments[0])))


sys.addaudithook(_hear)


@contextmanager
def opened() -> Iterator[Opened]:
    """Every file that is opened meanwhile."""
    global _listening
    _listening = []
    try:
        yield _listening
    finally:
        _listening = None


@pytest.mark.parametrize("edition", ["luxembourg", "example"])
def test_every_file_that_is_read_is_in_the_key(
    project_root: Path, tmp_path: Path, edition: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes; of a font its size and time."""
    from brochure.pipeline.rooms import offers

    monkeypatch.setattr(project_cache, "kept", lambda *_, **__: pytest.fail("nothing is kept here"))
    with opened() as wordless:
        read_groundwork(project_root, edition)
        offers(project_root, edition)
        offers(project_root, "")
    with opened() as all_files:
        read_project(project_root, edition, tmp_path)
    for files, words in ((wordless, False), (all_files, True)):
        names = {
            file.relative_to(project_root).as_posix()
            for file in files
            if any(file.is_relative_to(project_root / each) for each in ("content", "pictograms"))
        }
        assert {f"content/editions/{edition}.yaml", "content/theme.yaml"} <= names
        assert ("content/languages/en.yaml" in names) == words
        assert [name for name in sorted(names) if not project_cache._is_shared(name, words)] == []


@pytest.mark.parametrize(
    "file",
    [
        "content/editions/luxembourg.yaml",
        "content/languages/en.yaml",
        "content/theme.yaml",
        "content/brochure.yaml",
    ],
)
def test_one_byte_more_is_read_anew(project: Path, folder: Path, read_anew: list[str], file: str) -> None:
    project_of(project, EDITION, folder)
    with (project / file).open("ab") as changed:
        changed.write(b"\n")
    project_of(project, EDITION, folder)
    assert len(read_anew) == 2


@pytest.mark.parametrize("settled", [True, False])
def test_a_number_that_changes_is_the_new_one(
    project: Path, folder: Path, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brochure.base.settled._SETTLED", -60_000_000_000 if settled else 60_000_000_000)
    before = project_of(project, EDITION, folder)
    assert before.edition
    phone = next(each.phones[0] for each in before.edition.services.values() if each.phones)
    file = project / "content/editions/luxembourg.yaml"
    text, digit = file.read_text(encoding="utf-8"), str((int(phone.printed[-1]) + 1) % 10)
    assert phone.printed in text
    stamp = file.stat().st_mtime_ns
    for said in (phone.printed, phone.dialled):
        text = text.replace(said, said[:-1] + digit)
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(stamp, stamp))
    after = project_of(project, EDITION, folder)
    assert after.edition
    dialled = {each.dialled for service in after.edition.services.values() for each in service.phones}
    assert phone.dialled not in dialled
    assert phone.dialled[:-1] + digit in dialled


def test_other_english_words_leave_the_facts_as_they_were_read(
    project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project_of(project, EDITION, folder)
    file = project / "content/languages/en.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Help and information", "Help and advice", 1), encoding="utf-8")
    monkeypatch.setattr(project_cache, "read_groundwork", lambda *_: pytest.fail("read anew"))
    found = project_of(project, EDITION, folder)
    assert found.words
    assert found.words != before.words
    assert found == read_project(project, EDITION)


def test_what_has_not_just_changed_is_hashed_once(
    project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brochure.base.settled._SETTLED", -60_000_000_000)
    project_of(project, EDITION, folder)
    with opened() as files:
        project_of(project, EDITION, folder)
    assert [file for file in files if file.is_relative_to(project)] == []


def test_a_new_language_is_seen_and_another_text_of_one_is_no_matter(
    project: Path, folder: Path, read_anew: list[str]
) -> None:
    project_of(project, EDITION, folder)
    with (project / "content/languages/ar.yaml").open("ab") as changed:
        changed.write(b"\n")
    project_of(project, EDITION, folder)
    assert len(read_anew) == 1
    shutil.copy(project / "content/languages/ar.yaml", project / "content/languages/FR.yaml")
    project_of(project, EDITION, folder)
    assert len(read_anew) == 2


def test_other_formats_are_another_reading(project: Path, folder: Path, read_anew: list[str]) -> None:
    every = project_of(project, EDITION, folder)
    none = project_of(project, EDITION, folder, ["card"])
    assert (sorted(every.formats), sorted(none.formats)) == (["leaflet"], [])
    assert len(read_anew) == 2


def test_a_damaged_entry_is_read_anew(project: Path, folder: Path) -> None:
    first = project_of(project, EDITION, folder)
    data = entry(folder).read_bytes()
    for at in range(0, len(data), len(data) // 40):
        entry(folder).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert project_of(project, EDITION, folder) == first
        entry(folder).write_bytes(data[:at])
        assert project_of(project, EDITION, folder) == first
    assert recalled(entry(folder), Project) == first


def test_a_file_that_is_saved_meanwhile_is_not_kept(
    project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(root: Path, edition: str, *rest: object) -> Project:
        found = read_project(root, edition, *rest)  # type: ignore[arg-type]
        with (root / "content/theme.yaml").open("ab") as changed:
            changed.write(b"\n")
        return found

    monkeypatch.setattr(project_cache, "read_project", read)
    project_of(project, EDITION, folder)
    assert list(folder.glob("project-*.bin")) == []


def test_links_are_never_kept(project: Path, folder: Path, read_anew: list[str]) -> None:
    real = project / "content/theme.yaml"
    real.rename(project / "elsewhere.yaml")
    real.symlink_to(project / "elsewhere.yaml")
    for _ in range(2):
        project_of(project, EDITION, folder)
    assert len(read_anew) == 2


def test_only_so_many_are_kept(project: Path, folder: Path) -> None:
    for number in range(project_cache._MOST_KEPT + 3):
        kept(project, folder, tuple, (str(number),), tuple)
    assert len(list(folder.glob("tuple-*.bin"))) == project_cache._MOST_KEPT


def test_where_the_output_folder_is_not_there_none_is_made(project: Path, tmp_path: Path) -> None:
    kept(project, tmp_path / "build" / ".cache" / "read", tuple, (), tuple)
    assert not (tmp_path / "build").exists()
