"""The page's own texts: each said in every language, none that is not said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import brochure.preview
from brochure.preview.catalogue import languages, texts

PAGE = Path(brochure.preview.__file__).parent / "page"
OTHERS = [tag for tag in languages() if tag != "en"]


def said() -> set[str]:
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js")))
    return set(re.findall(r'\bt\(\s*"((?:[^"\\]|\\.)*)"', code))


def test_there_are_three_languages() -> None:
    assert languages() == ("en", "de", "fr")
    assert texts("en") == {}


@pytest.mark.parametrize("tag", OTHERS)
def test_every_text_is_translated_and_no_other(tag: str) -> None:
    assert set(texts(tag)) == said()
    assert len(said()) > 100


@pytest.mark.parametrize("tag", OTHERS)
def test_every_place_for_a_value_is_kept(tag: str) -> None:
    for english, translated in texts(tag).items():
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", translated)), english


def test_no_text_stands_in_the_code_untranslated() -> None:
    """Words between quotation marks that are given to el() as a child, or to say(), without t()."""
    for path in sorted(PAGE.glob("*.js")):
        code = path.read_text(encoding="utf-8")
        assert re.findall(r'say\(\s*"', code) == [], path.name
        assert re.findall(r'\},\s*"[A-Z][a-z]+ [^"]*"', code) == [], path.name


def test_the_page_has_no_markup_in_strings_and_no_style_in_itself() -> None:
    for path in sorted(PAGE.glob("*.js")):
        code = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", code
        ), path.name
    markup = (PAGE / "index.html").read_text(encoding="utf-8")
    assert "style=" not in markup
    assert "<style" not in markup
    assert not re.search(r"<script(?![^>]*src=)", markup)
