"""Any change of a text is seen, none of a fact is."""

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.content.findings import Findings
from brochure.content.nodes import Scalar
from brochure.content.placeholders import cut
from brochure.content.source import Source
from brochure.content.words import Wording
from brochure.state.fingerprints import fingerprint

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="{}")
TEXTS = st.lists(
    st.one_of(LETTERS, st.sampled_from(["{police.phone}", " ", "é", "e\u0301", "ي"])), min_size=1
)


def of(text: str) -> str:
    """As the content room reads a text."""
    source = Source("x.yaml", text)
    scalar = Scalar(unicodedata.normalize("NFC", text), text, False, source, 0, len(text), source.at(0))
    read = cut(scalar, Findings())
    return fingerprint(Wording("a.b", read.pieces, read.numbers, source.at(0)).written)


def plain(text: str) -> str:
    """The text but for what YAML may do to it: how it is composed, and where its lines are folded."""
    return re.sub(r"[ \t\n]+", " ", unicodedata.normalize("NFC", text)).strip(" ")


@settings(derandomize=True, max_examples=300)
@given(TEXTS, st.integers(0, 20), LETTERS)
def test_a_change_of_one_character_is_seen(parts: list[str], at: int, char: str) -> None:
    at %= len(parts)
    text, changed = "".join(parts), "".join((*parts[:at], char, *parts[at + 1 :]))
    assert (of(text) == of(changed)) == (plain(text) == plain(changed))


@settings(derandomize=True, max_examples=100)
@given(TEXTS)
def test_the_way_of_composing_letters_is_no_change(parts: list[str]) -> None:
    text = "".join(parts)
    assert of(unicodedata.normalize("NFD", text)) == of(text)


def test_it_is_short_and_does_not_change_between_versions() -> None:
    assert fingerprint("Call {police.phone}.") == "52a872f8ecbcf380"
    assert of("Call  {police.phone}.\n ") == fingerprint("Call {police.phone}.")
