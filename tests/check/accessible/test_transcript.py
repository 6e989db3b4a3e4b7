"""What is said, line by line; that of the real leaflets is held in tests/goldens."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from check.accessible.conftest import Made

from brochure.check.accessible.tagged_file import read_told
from brochure.check.accessible.told import Content, Element, Glyph, Told, Touch, Words
from brochure.check.accessible.transcript import transcript

TAGS = ["en", "ar", "ur", "hi", "th", "zh-Hans"]


@pytest.mark.parametrize("tag", TAGS)
def test_the_leaflet_is_said_as_before(tag: str, made: Callable[[str], Made], project_root: Path) -> None:
    """``UPDATE_GOLDENS=1`` writes them anew; read the difference aloud before you keep it."""
    golden = project_root / "tests" / "goldens" / f"transcript-leaflet-{tag}.txt"
    said = transcript(read_told(made(tag).pdf, "x.pdf"))
    if os.environ.get("UPDATE_GOLDENS") == "1":
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def words(text: str) -> Content:
    return Content(0, 0, (Words(tuple(Glyph(each, (0, 0, 1, 1)) for each in text), (0, 0, 0)),))


def element(role: str, *parts: Element | Content | Touch, language: str = "ar", **more: str) -> Element:
    return Element(role, language, more.get("alternative"), more.get("instead"), parts)


def said(*parts: Element | Content | Touch) -> list[str]:
    told = Told("ar", "T", "T", True, element("Root", *parts), (), ())
    head, language, *lines = transcript(told).splitlines()
    assert (head, language) == ("title: T", "language: ar")
    return lines


def test_one_voice_is_one_line() -> None:
    assert said(element("P", words("one  two\u200f"))) == ["text: one two"]
    assert said(element("P", element("Span", words("un"), language="fr"))) == ["text [fr]: un"]


def test_a_change_of_voice_is_a_line_of_its_own() -> None:
    paragraph = element(
        "P", words("a "), element("Span", words("b"), language="fr"), element("Span", words(" c"))
    )
    assert said(paragraph) == ["text", "  say: a", "  say [fr]: b", "  say: c"]


def test_the_digits_of_a_link_are_those_that_are_dialled() -> None:
    touch = Touch(0, (0, 0, 1, 1), "tel:+35227", "+352 27", 1)
    assert said(element("P", element("Link", words("+352 27"), touch))) == [
        "text",
        "  link: +352 27",
        "  dials: + 3 5 2 2 7",
    ]
    web = Touch(0, (0, 0, 1, 1), "https://x.lu", "x.lu", 1)
    assert said(element("P", element("Link", words("x.lu"), web)))[2] == "  leads to: https://x.lu"


def test_lists_are_counted() -> None:
    items = [element("LI", element("LBody", element("P", words(each)))) for each in "ab"]
    assert said(element("L", *items)) == ["list of 2", "  item 1", "    text: a", "  item 2", "    text: b"]


def test_pictures_say_their_words_or_that_they_have_none() -> None:
    assert said(element("Figure", alternative="phone")) == ["picture: phone"]
    assert said(element("Figure", alternative="phone", language="en")) == ["picture [en]: phone"]
    assert said(element("Figure")) == ["picture: (nothing is said of it)"]


def test_actual_text_is_said_in_place_of_the_letters() -> None:
    assert said(element("P", words("l1st"), instead="list")) == ["text: list"]


def test_control_characters_of_a_foreign_file_reach_no_terminal() -> None:
    assert said(element("P", words("a\x1b[31m\x07b"))) == ["text: a[31mb"]


def test_words_in_no_paragraph_are_said_too() -> None:
    assert said(element("Sect", words("loose"), element("P", words("p")))) == [
        "section",
        "  say: loose",
        "  text: p",
    ]
