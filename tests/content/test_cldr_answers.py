"""What CLDR said is kept between runs; a file of answers that is not whole, or not ours, is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from brochure.base import kept
from brochure.content import cldr_answers
from brochure.content.cldr_answers import answer, keep_answers, recall_answers
from brochure.content.dates import written_date
from brochure.content.languages import by_cldr

DAY = date(2026, 11, 22)
asked: list[str] = []


@answer
def said(tag: str) -> str | None:
    asked.append(tag)
    return None if tag == "xx" else f"said of {tag}"


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Nothing is known before and nothing of this after."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    asked.clear()
    cldr_answers._ANSWERS.known, cldr_answers._ANSWERS.file, cldr_answers._ANSWERS.new = {}, None, 0


def test_a_question_is_asked_once_and_never_again(tmp_path: Path) -> None:
    recall_answers(tmp_path)
    assert [said("ar"), said("ar"), said("xx"), said("xx")] == ["said of ar", "said of ar", None, None]
    keep_answers()
    _forget()
    recall_answers(tmp_path)
    assert (said("ar"), said("xx"), asked) == ("said of ar", None, [])
    assert (said("ur"), asked) == ("said of ur", ["ur"])


def test_answers_come_back_as_they_were(tmp_path: Path) -> None:
    recall_answers(tmp_path)
    before = by_cldr("ar", "fr"), written_date("ti", DAY), by_cldr("zz", "fr")
    keep_answers()
    _forget()
    recall_answers(tmp_path)
    assert (by_cldr("ar", "fr"), written_date("ti", DAY), by_cldr("zz", "fr")) == before
    assert cldr_answers._ANSWERS.new == 0


def test_what_another_program_has_kept_meanwhile_stays(tmp_path: Path) -> None:
    recall_answers(tmp_path)
    said("ar")
    keep_answers()
    _forget()
    cldr_answers._ANSWERS.file = next(tmp_path.glob("cldr-*.bin"))
    said("ur")
    keep_answers()
    _forget()
    recall_answers(tmp_path)
    assert (said("ar"), said("ur"), asked) == ("said of ar", "said of ur", [])


def test_every_byte_that_is_damaged_makes_it_ask_again(tmp_path: Path) -> None:
    recall_answers(tmp_path)
    said("ar")
    keep_answers()
    file = next(tmp_path.glob("cldr-*.bin"))
    data = file.read_bytes()
    for at in range(len(data)):
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        _forget()
        recall_answers(tmp_path)
        assert (said("ar"), asked) == ("said of ar", ["ar"])


@pytest.mark.parametrize("value", [1, ["said"], ("said",)])
def test_answers_of_another_kind_are_none(value: object, tmp_path: Path) -> None:
    recall_answers(tmp_path)
    said("ar")
    keep_answers()
    kept.keep(next(tmp_path.glob("cldr-*.bin")), {"said('ar',)": value}, "cldr-*.bin", 2)
    _forget()
    recall_answers(tmp_path)
    assert said("ar") == "said of ar"


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    recall_answers(None)
    said("ar")
    keep_answers()
    recall_answers(tmp_path / "none" / "below")
    said("ur")
    keep_answers()
    assert list(tmp_path.iterdir()) == []


def test_they_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cldr_answers, "_MOST", 5)
    for number in range(20):
        said(str(number))
    assert len(cldr_answers._ANSWERS.known) <= 5


class Forgetful(dict[str, object]):
    """As if another thread cleared it at once."""

    def __setitem__(self, key: str, value: object) -> None:
        pass


def test_an_answer_is_given_whatever_another_thread_forgets_meanwhile() -> None:
    cldr_answers._ANSWERS.known = Forgetful()
    assert said("ar") == "said of ar"
