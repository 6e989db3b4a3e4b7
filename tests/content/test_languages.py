"""Script, direction and names of every language of the first and the full edition."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from babel.localedata import locale_identifiers
from content.every_language import TAGS
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.content.languages import called, is_known, locale_of, read_language

GOLDEN = Path(__file__).parents[1] / "goldens" / "languages.txt"
SPOKEN = {"zh-Hans": "chinois", "fa-AF": "dari", "kmr": "kurde kurmandji"}


def table() -> str:
    rows = []
    for tag in TAGS:
        language = read_language(tag, {"ur": "Aran"}, "fr", SPOKEN, {})
        assert language is not None
        rows.append(
            f"{tag} | {language.script} | {language.direction} | {language.endonym} | {language.phrase_name}\n"
        )
    return "".join(rows)


def test_languages_are_those_that_were_read_by_eye() -> None:
    assert table() == GOLDEN.read_text(encoding="utf-8")


def test_right_to_left_is_what_is_written_so() -> None:
    rtl = {row.split(" | ")[0] for row in table().splitlines() if row.split(" | ")[2] == "rtl"}
    assert rtl == {"ar", "fa", "fa-AF", "ur", "ps", "ckb", "he"}


@pytest.mark.parametrize("tag", ["xx", "english", "a", "", "ar-", "bin", "../en", "zz-Latn"])
def test_what_cldr_does_not_know_is_no_language(tag: str) -> None:
    assert read_language(tag, {}, "fr", {}, {}) is None


def test_an_edition_may_know_a_better_own_name() -> None:
    """CLDR calls pt-PT "português europeu"; nobody does, and readers from Cabo Verde are not Europeans."""
    plain = read_language("pt-PT", {}, "fr", {}, {})
    better = read_language("pt-PT", {}, "fr", {}, {"pt-PT": "português"})
    assert plain is not None
    assert better is not None
    assert (plain.endonym, better.endonym) == ("português europeu", "português")


def test_what_cldr_says_of_past_languages_goes_without_the_garbage_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        table()
        assert gc.collect() < len(TAGS)
    finally:
        gc.enable()


@given(st.sampled_from(locale_identifiers()) | st.text("aenuxzUS-_./0", max_size=9))
@settings(derandomize=True, max_examples=200)
def test_a_language_is_known_that_cldr_says_something_of(tag: str) -> None:
    for each in (tag, tag.replace("_", "-"), f"../{tag}"):
        assert is_known(each) == (locale_of(each) is not None)


def test_the_full_name_tells_two_apart_that_are_called_the_same() -> None:
    brazil, portugal = (read_language(tag, {}, "fr", SPOKEN, {}) for tag in ("pt-BR", "pt-PT"))
    assert brazil
    assert portugal
    assert (brazil.full_endonym, brazil.full_phrase_name) == ("português (Brasil)", "portugais (Brésil)")
    assert (portugal.full_endonym, portugal.full_phrase_name) == (
        "português (Portugal)",
        "portugais (Portugal)",
    )


def test_a_tag_of_one_part_has_no_fuller_name() -> None:
    polish = read_language("pl", {}, "fr", SPOKEN, {})
    assert polish
    assert (polish.full_endonym, polish.full_phrase_name) == ("", "")


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("arabic", ("ar",)),
        ("Deutsch", ("de",)),
        ("العربية", ("ar",)),
        ("Chinese", ("zh-Hans", "zh-Hant")),
        ("Dari", ("fa-AF",)),
        ("中文", ("zh-Hans", "zh-Hant")),
        ("portugue\u0302s", ("pt-PT",)),
        ("portugu", ()),
        ("", ()),
    ],
)
def test_a_language_is_found_by_what_people_call_it(name: str, tags: tuple[str, ...]) -> None:
    assert called(name, ("ar", "de", "zh-Hans", "zh-Hant", "fa-AF", "pt-PT", "nonsense")) == tags
