"""Unicode's own test of line breaking, in the version of the ICU that icu4py brings.

ICU's places are all of Unicode's; what our rules take away from them is named here line by line.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

import pytest

from brochure.base.spans import Span
from brochure.model.unit import Words
from brochure.text.opportunities import break_places, find_opportunities

CONFORMANCE = Path(__file__).parent / "unicode" / "LineBreakTest.txt.gz"


@cache
def cases() -> tuple[tuple[str, frozenset[int]], ...]:
    """Each text with the places at which a line may start, the end of the text among them."""
    found = []
    for row in gzip.decompress(CONFORMANCE.read_bytes()).decode().splitlines():
        text, places = "", set()
        for part in row.partition("#")[0].split():
            if part == "÷":
                places.add(len(text))
            elif part != "×":
                text += chr(int(part, 16))
        if text:
            found.append((text, frozenset(places)))
    return tuple(found)


def test_the_file_is_whole():
    assert len(cases()) == 19338


@pytest.mark.parametrize("language", ["en", "ar", "th", "zh-Hans", "zh-Hant"])
def test_icu_breaks_where_unicode_does(language):
    wrong = [text for text, places in cases() if break_places(text, language) != places]
    assert [text[:8] for text in wrong] == CHINESE_QUOTES.get(language[:2], [])


# In Chinese a quotation mark may part from Latin beside it, as if it were full-width (ICU, line_cj).
CHINESE_QUOTES = {"zh": ["”Jo, når", "2000年获得了", "Anmerkun"]}


def test_what_our_rules_take_away_in_every_language():
    """A sign of a number after a space, a hyphen between single letters, a dash that touches one word alone."""
    taken = []
    for text, places in cases():
        ours = {place.offset for place in find_opportunities([Words(text, Span("x.yaml", 1, 1))], "en")}
        assert ours <= places
        taken += [text[max(0, place - 2) : place + 1] for place in places - ours]
    dashes = [part for part in taken if "—" in part]
    assert [part for part in taken if part not in dashes] == ["\u1b50 %", "0 %", "\u05d0-\u05d0"]
    assert len(dashes) == 25
    assert all(part[0] == "—" or part[-1] == "—" for part in dashes)
