"""Nothing is lost on the way to translators and back, whatever carries it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from exchange.samples import KINDS, made_up, parcel_of, present_of, read_back
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.content.findings import Findings
from brochure.content.words import SOURCE_LANGUAGE, language_tags
from brochure.exchange.comparison import differences, is_of_english, is_of_project, worded
from brochure.exchange.parcel import mark
from brochure.pipeline.exports import Kind, write

ROOT = Path(__file__).parents[2]
TAGS = [tag for tag in language_tags(ROOT) if tag != SOURCE_LANGUAGE]


@pytest.mark.parametrize("tag", TAGS)
def test_all_content_comes_back_as_it_was(tag: str, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (ROOT / "content" / "languages").iterdir()}
    parcel, present = parcel_of(ROOT, tag), present_of(ROOT, tag)
    assert len(parcel.items) > 100
    for kind in KINDS:
        returned = read_back(write(parcel, kind), tmp_path)
        found = Findings()
        assert is_of_project(returned, parcel.origin.projects, "returned", found)
        assert is_of_english(returned, present, "returned", found)
        assert differences(returned, present, found, theirs=False) == ()
        assert found.all == ()
        assert returned.origin == parcel.origin
        assert [
            (each.address, each.english, each.text, each.english_mark, each.text_mark)
            for each in returned.items
        ] == [
            (each.address, each.english, each.text, mark(each.english), mark(each.text))
            for each in parcel.items
        ]
    assert {path: path.read_bytes() for path in before} == before


ODD = (
    "=1+1",
    "@SUM(A1)",
    "+352",
    "-",
    "'quoted'",
    '"',
    "\\n",
    "\\",
    "%s %(x)s",
    "_x0041_",
    "_x005F_",
    "&amp;",
    "<b>",
    "]]>",
)
ODD_LETTERS = "\u200f\u200e\u200c\u200d\u00ad\u00a0\u202f\u2060\u2011é€漢字ብር\U0001f600'\"<>&=\\/;:#|_%"
FACTS = ("{infotraite.phone}", "{reflection_period}", "{cnvv.phone.2}")
TEXT = st.lists(
    st.one_of(
        st.sampled_from(ODD),
        st.sampled_from(FACTS),
        st.text(ODD_LETTERS, max_size=8),
        st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Co")), max_size=20),
    ),
    max_size=6,
).map(" ".join)


def carried(text: str) -> str:
    """As the program types it: one space for many, none at the ends, NFC. Braces are facts or nothing here."""
    kept = text
    for fact in FACTS:
        kept = kept.replace(fact, fact.replace("{", "\x01").replace("}", "\x02"))
    kept = kept.replace("{", "").replace("}", "").replace("\x01", "{").replace("\x02", "}")
    return worded("", kept).written


@pytest.mark.parametrize("kind", KINDS)
@settings(derandomize=True, max_examples=40, deadline=None)
@given(pairs=st.lists(st.tuples(TEXT.map(carried).filter(bool), TEXT.map(carried)), min_size=1, max_size=5))
def test_odd_texts_come_back_as_they_were(kind: Kind, pairs: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        returned = read_back(write(made_up(*pairs), kind), Path(folder))
    assert [(each.english, each.text) for each in returned.items] == pairs
    assert [each.address for each in returned.items] == [
        f"made.up{number}" for number in range(1, len(pairs) + 1)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_text_comes_back(kind: Kind, tmp_path: Path) -> None:
    long = " ".join(["Wort"] * 799)
    (only,) = read_back(write(made_up(("A word", long)), kind), tmp_path).items
    assert only.text == long


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_texts_are_the_same_bytes(kind: Kind) -> None:
    pairs = [("A doctor", "طبيب"), ("{infotraite.name} can help", "{infotraite.name}")]
    assert write(made_up(*pairs), kind) == write(made_up(*pairs), kind)
