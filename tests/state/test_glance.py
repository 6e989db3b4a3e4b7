"""A folder at a glance: the same as long as nobody changed it, whatever kind of change."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.state.glance import UnsettledError, glance, places


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "project"
    (place / "inner").mkdir(parents=True)
    (place / "a.yaml").write_text("words", encoding="utf-8")
    (place / "inner" / "b.yaml").write_text("words", encoding="utf-8")
    return place


def _longer(folder: Path) -> None:
    (folder / "a.yaml").write_text("more words", encoding="utf-8")


def _later(folder: Path) -> None:
    os.utime(folder / "inner" / "b.yaml", ns=(1, 1))


def _added(folder: Path) -> None:
    (folder / "inner" / "c.yaml").touch()


def _gone(folder: Path) -> None:
    (folder / "a.yaml").unlink()


def _renamed(folder: Path) -> None:
    (folder / "a.yaml").rename(folder / "d.yaml")


@pytest.mark.parametrize("change", [_longer, _later, _added, _gone, _renamed])
def test_every_change_is_seen(change: Callable[[Path], None], folder: Path) -> None:
    before = glance([folder])
    assert glance([folder]) == before
    change(folder)
    assert glance([folder]) != before


def test_only_names_with_the_ending_count(folder: Path) -> None:
    before = glance([folder], suffix=".py")
    _longer(folder)
    assert glance([folder], suffix=".py") == before != glance([folder])


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert glance([tmp_path / "none"]) == glance([])


def test_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "link").symlink_to(tmp_path)
    with pytest.raises(UnsettledError):
        glance([folder])


@pytest.mark.parametrize("away", [0, 3_600_000_000_000])
def test_what_has_just_changed_or_will_have_is_not_settled(away: int, folder: Path) -> None:
    there = time.time_ns() + away
    os.utime(folder / "a.yaml", ns=(there, there))
    assert glance([folder])
    with pytest.raises(UnsettledError):
        glance([folder], settled=True)


def test_places_change_when_something_is_put_in(folder: Path) -> None:
    os.utime(folder, ns=(1, 1))
    before = places([str(folder), str(folder / "none")])
    _renamed(folder)
    assert places([str(folder), str(folder / "none")]) != before
