"""What is remembered is what would be said anew."""

from __future__ import annotations

import pytest
from text.declared import LANGUAGES, SCRIPTS, read_fonts, typesetter, udhr, words

from brochure.text import remembering
from brochure.text.remembering import RememberingTypesetter


@pytest.fixture
def setter() -> RememberingTypesetter:
    return RememberingTypesetter(read_fonts(), SCRIPTS)


@pytest.mark.parametrize("tag", ["ar", "hi", "th"])
def test_the_same_lines_as_without_a_memory(setter: RememberingTypesetter, tag: str) -> None:
    pieces = [words(udhr(tag)[0])]
    plain = typesetter()
    for _ in range(2):
        prepared = setter.prepare(pieces, LANGUAGES[tag], "regular")
        anew = plain.prepare(pieces, LANGUAGES[tag], "regular")
        for size, measure in ((10.0, 200.0), (12.0, 90.0)):
            assert setter.set_lines(prepared, size, measure) == plain.set_lines(anew, size, measure)
            assert setter.set_sentences(prepared, size, measure) == plain.set_sentences(anew, size, measure)


def test_a_text_is_shaped_once(setter: RememberingTypesetter) -> None:
    first = setter.prepare([words("one text")], LANGUAGES["en"], "regular")
    assert setter.prepare([words("one text")], LANGUAGES["en"], "regular") is first
    assert setter.prepare([words("one text")], LANGUAGES["en"], "bold") is not first
    assert setter.prepare([words("another")], LANGUAGES["en"], "regular") is not first


def test_the_memory_is_not_without_end(
    setter: RememberingTypesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_MOST", 5)
    for number in range(20):
        setter.prepare([words(f"text {number}")], LANGUAGES["en"], "regular")
    assert len(setter._known) <= 5
