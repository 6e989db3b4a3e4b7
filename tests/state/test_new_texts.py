"""Texts are put in, and no other byte of the file changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.nodes import Scalar, compose
from brochure.content.placeholders import cut
from brochure.content.source import Source, decode
from brochure.content.words import SourceUnit, SourceWords, Wording
from brochure.state.new_texts import quoted, texts_in, with_texts


def english(*addresses: str) -> SourceWords:
    units = {}
    for address in addresses:
        text = f"English of {address}"
        scalar = Scalar(text, text, False, Source("en.yaml", text), 0, len(text), Span("en.yaml", 1, 1))
        wording = Wording(address, cut(scalar, Findings()).pieces, (), scalar)
        units[address] = SourceUnit(wording, ("leaflet",), Span("en.yaml", 1, 1), "line", "What it means.")
    return SourceWords(units, frozenset(units))


ENGLISH = english("cover.title", "help.heading", "help.doctor", "call.police.what", "alt.phone")


def put(before: str, **texts: str) -> str:
    """The file with texts by address, points written as two underlines."""
    found = Findings()
    wanted = {address.replace("__", "."): text for address, text in texts.items()}
    after = with_texts(before.encode(), "de", wanted, ENGLISH, "Latn", found)
    assert found.all == ()
    assert after is not None
    return after.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('help:\n  doctor: "alt"\n', 'help:\n  doctor: "neu"\n'),
        ("help:\n  doctor: 'alt'  # why\n", 'help:\n  doctor: "neu"  # why\n'),
        ("help:\n  doctor: alt und mehr # why\n", 'help:\n  doctor: "neu" # why\n'),
        ('help:\n  doctor: ""\n', 'help:\n  doctor: "neu"\n'),
        ("help:\n  doctor:\n", 'help:\n  doctor: "neu"\n'),
        ("help:\n  doctor:   # later\n  heading: x\n", 'help:\n  doctor: "neu"   # later\n  heading: x\n'),
        (
            "help:\n  doctor: >-\n    alt\n    und lang\n\n  heading: x\n",
            'help:\n  doctor: "neu"\n\n  heading: x\n',
        ),
        ("help:\n  doctor: |\n    alt\n  heading: x\n", 'help:\n  doctor: "neu"\n  heading: x\n'),
        ('help:\n  doctor: "alt\n    und lang"\n', 'help:\n  doctor: "neu"\n'),
        ('help: {heading: "x", doctor: "alt"} # z\n', 'help: {heading: "x", doctor: "neu"} # z\n'),
        ('help:\n  doctor: "alt"', 'help:\n  doctor: "neu"'),
        ('\ufeff# k\r\nhelp:\r\n  doctor: "alt"\r\n', '\ufeff# k\r\nhelp:\r\n  doctor: "neu"\r\n'),
        ('help:\r  heading: "a"\r\n  doctor: "alt"\n', 'help:\r  heading: "a"\r\n  doctor: "neu"\n'),
    ],
)
def test_a_text_takes_the_place_of_another(before: str, after: str) -> None:
    assert put(before, help__doctor="neu") == after


def test_several_texts_at_once_keep_comments_and_order() -> None:
    before = '# head\nhelp:\n  # mine\n  doctor: "1"   # a\n#. "x"\n  heading: "2"\ncover:\n  title: "3"\n'
    after = before.replace('"1"', '"eins und mehr"').replace('"3"', '""')
    assert put(before, help__doctor="eins und mehr", cover__title="") == after


def test_a_missing_unit_gets_its_place_and_what_is_there_stays() -> None:
    before = '# head\ncover:\n  #. old remark\n  title: "T"\nhelp:\n  # mine\n  heading: "H" # b\n'
    after = put(before, help__doctor="neu", call__police__what="wer")
    kept = [line for line in after.splitlines() if line in before.splitlines()]
    assert kept == before.splitlines()
    assert '  #. "English of help.doctor"\n  #. What it means.\n' in after
    assert '  doctor: "neu"\n' in after
    assert 'call:\n  police:\n    #. "English of call.police.what"\n' in after
    assert '    what: "wer"\n' in after


def test_no_place_can_be_made_inside_of_braces() -> None:
    found = Findings()
    before = b'help: {heading: "x"}\n'
    assert with_texts(before, "de", {"help.doctor": "neu"}, ENGLISH, "Latn", found) is None
    assert [each.code for each in found.all] == ["not-on-its-own-line"]


def test_a_file_that_cannot_be_read_is_told() -> None:
    found = Findings()
    assert with_texts(b'help: "x\n', "de", {"help.doctor": "neu"}, ENGLISH, "Latn", found) is None
    assert [each.code for each in found.all] == ["yaml-syntax"]


def test_what_nobody_sees_is_written_by_number() -> None:
    assert (
        quoted('a"b\\c\u00a0d\u202fe\u00adf\u200cg\u200fh')
        == '"a\\"b\\\\c\\u00A0d\\u202Fe\\u00ADf\u200cg\\u200Fh"'
    )
    assert quoted("\U000e0041") == '"\\U000E0041"'


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.text(st.characters(blacklist_categories=("Cs",)), max_size=40))
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    source = decode(f"a: {quoted(text)}\n".encode(), "x.yaml", Findings())
    tree = compose(source, Findings()) if source else None
    assert tree is not None
    (entry,) = tree.entries
    assert isinstance(entry.value, Scalar)
    assert entry.value.value == text


def test_every_text_of_a_file_by_its_address() -> None:
    assert texts_in(b'cover:\n  title: "Help"\nhelp:\n  doctor: A doctor\n', "sq", Findings()) == {
        "cover.title": "Help",
        "help.doctor": "A doctor",
    }
    found = Findings()
    assert texts_in(b'cover: "no end', "sq", found) is None
    assert [each.code for each in found.all] == ["yaml-syntax"]
