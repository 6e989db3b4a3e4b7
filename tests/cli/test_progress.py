"""A bar that nobody sees when it is not wanted."""

import itertools

import pytest

from brochure.cli import progress


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error is one, and every look at the clock is 0.2 s later."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress.time, "monotonic", itertools.count(0, 0.2).__next__)


def steps(count: int) -> None:
    with progress.progress_bar() as told:
        for done in range(count + 1):
            told(done, count)


def test_in_a_pipe_there_is_none(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    steps(20)
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("terminal")
def test_short_work_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    steps(2)
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("terminal")
def test_long_work_has_one_on_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    opened = progress._open

    def watched() -> object:
        bar = opened()
        monkeypatch.setattr(bar, "update", lambda _, completed, total: told.append((completed, total)))
        monkeypatch.setattr(bar, "stop", lambda stop=bar.stop: (told.append((-1, -1)), stop()))
        return bar

    monkeypatch.setattr(progress, "_open", watched)
    steps(5)
    assert told == [(2, 5), (3, 5), (4, 5), (5, 5), (-1, -1)]
