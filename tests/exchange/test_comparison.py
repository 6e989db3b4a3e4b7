"""What becomes of a text, by what went out, what is there now, and what came back."""

from __future__ import annotations

import pytest

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.nodes import Scalar
from brochure.content.placeholders import cut
from brochure.content.source import Source
from brochure.content.words import SourceUnit, SourceWords, Wording
from brochure.exchange.comparison import Present, differences, is_of_english, is_of_project, worded
from brochure.exchange.parcel import Origin, Returned, ReturnedItem, Standing, mark

ENGLISH = "A doctor"


def english(text: str = ENGLISH) -> SourceWords:
    scalar = Scalar(text, text, False, Source("en.yaml", text), 0, len(text), Span("en.yaml", 1, 1))
    wording = Wording("help.doctor", cut(scalar, Findings()).pieces, (), scalar)
    unit = SourceUnit(wording, ("leaflet",), Span("en.yaml", 1, 1), "line", "Care.")
    return SourceWords({"help.doctor": unit}, frozenset({"help.doctor"}))


def item(
    text: str,
    sent: str | None,
    *,
    source: str = ENGLISH,
    marked: str = ENGLISH,
    standing: Standing = Standing.TRANSLATED,
    address: str = "help.doctor",
) -> ReturnedItem:
    text_mark = None if sent is None else mark(sent)
    return ReturnedItem(address, source, text, standing, mark(marked), text_mark, Span("x.po", 7, 1))


def present(text: str, *, stale: bool = False) -> Present:
    words = {"help.doctor": worded("help.doctor", text)} if text else {}
    return Present("de", words, english(), frozenset({"help.doctor"} if stale else ()))


def returned(*items: ReturnedItem, projects: str = "luxembourg", version: str = "1") -> Returned:
    return Returned(Origin((projects,), version, "", "de"), items)


SAME, NEW, CHANGED, CONFLICT, CONFIRMED = "", "new", "changed", "conflict", "confirmed"


@pytest.mark.parametrize(
    ("sent", "now", "back", "fate", "code"),
    [
        ("", "", "", SAME, ""),
        ("", "", "Arzt", NEW, ""),
        ("Arzt", "Arzt", "Arzt", SAME, ""),
        ("Arzt", "Arzt", "Ärztin", CHANGED, ""),
        ("Arzt", "Arzt", " Ärztin\n ", CHANGED, ""),
        ("Arzt", "Arzt", "Arzt ", SAME, ""),
        ("Arzt", "Ärztin", "Arzt", SAME, ""),
        ("Arzt", "Ärztin", "Ärztin", SAME, ""),
        ("Arzt", "Ärztin", "Doktor", CONFLICT, "exchange-conflict"),
        ("", "Ärztin", "Arzt", CONFLICT, "exchange-conflict"),
        ("Arzt", "", "Doktor", CONFLICT, "exchange-conflict"),
        ("Arzt", "Arzt", "", SAME, "exchange-emptied"),
        ("Arzt", "Ärztin", "", SAME, ""),
        (None, "Arzt", "Doktor", CONFLICT, "exchange-conflict"),
        (None, "", "Doktor", CONFLICT, "exchange-conflict"),
        (None, "Arzt", "Arzt", SAME, ""),
    ],
)
def test_newer_text_is_never_written_over(
    sent: str | None, now: str, back: str, fate: str, code: str
) -> None:
    found = Findings()
    made = differences(returned(item(back, sent)), present(now), found, theirs=False)
    assert [each.fate for each in made] == ([fate] if fate else [])
    assert [each.code for each in found.all] == ([code] if code else [])
    theirs = differences(returned(item(back, sent)), present(now), Findings(), theirs=True)
    assert [each.fate for each in theirs] == (
        [CHANGED if now else NEW] if fate == CONFLICT else [fate] if fate else []
    )
    assert all(each.after == back.strip() and each.before == now for each in made)


@pytest.mark.parametrize("standing", Standing)
def test_a_stale_text_is_confirmed_by_its_state_alone(standing: Standing) -> None:
    back = returned(item("Arzt", "Arzt", standing=standing))
    made = differences(back, present("Arzt", stale=True), Findings(), theirs=False)
    assert [each.fate for each in made] == ([CONFIRMED] if standing.is_done else [])
    assert differences(back, present("Arzt"), Findings(), theirs=False) == ()


@pytest.mark.parametrize(
    ("source", "marked", "code"),
    [
        ("A  doctor ", ENGLISH, ""),
        ("A nurse", "A nurse", "exchange-english-changed"),
        ("A nurse", ENGLISH, "exchange-english-edited"),
        ("A nurse", "", "exchange-english-changed"),
    ],
)
def test_english_has_to_be_the_present_one(source: str, marked: str, code: str) -> None:
    found = Findings()
    back = returned(item("Doktor", "Arzt", source=source, marked=marked))
    made = differences(back, present("Arzt"), found, theirs=True)
    assert [each.code for each in found.all] == ([code] if code else [])
    assert len(made) == (0 if code else 1)
    assert is_of_english(back, present("Arzt"), "x.po", Findings()) == (not code)


def test_a_text_that_cannot_be_read_here_is_not_written_over() -> None:
    found = Findings()
    unreadable = Present("de", {"help.doctor": None}, english(), frozenset())
    assert differences(returned(item("Arzt", "")), unreadable, found, theirs=True) == ()
    assert [each.code for each in found.all] == ["exchange-unusable"]


def test_many_strange_units_are_told_together() -> None:
    found = Findings()
    items = [item("x", "", address=f"un.known{number}") for number in range(10_000)]
    assert differences(returned(*items), present("Arzt"), found, theirs=False) == ()
    assert len(found.all) == 21
    assert any("and 9,995 more" in each.message or "and 9995 more" in each.message for each in found.all)


def test_many_repeated_units_are_told_twenty_times() -> None:
    found = Findings()
    differences(returned(*[item("Arzt", "Arzt")] * 10_000), present("Arzt"), found, theirs=False)
    assert {each.code for each in found.all} == {"exchange-twice"}


@pytest.mark.parametrize(
    ("projects", "version", "code"),
    [
        ("luxembourg", "1", ""),
        ("belgium", "1", "exchange-other-project"),
        ("luxembourg", "2", "exchange-other-version"),
        ("luxembourg", "", "exchange-other-version"),
    ],
)
def test_files_of_others_are_refused(projects: str, version: str, code: str) -> None:
    found = Findings()
    back = returned(item("Arzt", ""), projects=projects, version=version)
    assert is_of_project(back, ("luxembourg", "france"), "x.po", found) == (not code)
    assert [each.code for each in found.all] == ([code] if code else [])


def test_halves_of_characters_become_a_sign_that_is_refused() -> None:
    found = Findings()
    assert worded("a.b", "x\ud800", found).written == "x\ufffd"
    assert [each.code for each in found.all] == ["lost-letter"]
