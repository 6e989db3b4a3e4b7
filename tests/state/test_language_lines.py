"""Renewing a language file: its texts and a person's lines stay, whatever they look like."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.nodes import Mapping as Group
from brochure.content.nodes import Scalar, compose
from brochure.content.placeholders import Piece
from brochure.content.source import decode
from brochure.content.words import SourceUnit, Wording
from brochure.state.language_lines import Places, Renewal, is_ours, lines_of, remark, tell_layout, tree_of

FILE = "content/languages/ar.yaml"
NOWHERE = Span(FILE)


def unit(address: str, english: str, note: str = "A note.") -> SourceUnit:
    source = decode(english.encode(), FILE, Findings())
    assert source is not None
    scalar = Scalar(english, english, False, source, 0, len(english), NOWHERE)
    wording = Wording(address, (Piece(english, False, NOWHERE),), (), scalar)
    return SourceUnit(wording, ("leaflet",), NOWHERE, "line", note)


UNITS = {
    address: unit(address, f"English of {address}.")
    for address in (
        "cover.title",
        "cover.line",
        "help.heading",
        "call.police.what",
        "call.police.more",
        "call.no_papers",
    )
}


def read(text: str) -> Group:
    findings = Findings()
    source = decode(text.encode(), FILE, findings)
    tree = compose(source, findings) if source else None
    assert findings.all == ()
    assert tree is not None
    return tree


def renewed(text: str, wanted: Mapping[str, SourceUnit] = UNITS, script: str = "Latn") -> str:
    source = decode(text.encode(), FILE, Findings())
    assert source is not None
    places = Places(script)
    return Renewal(text, source, places).renewed(read(text), UNITS, tree_of(wanted))


def texts(group: Group, above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in group.entries:
        address = f"{above}{entry.key.text}"
        if isinstance(entry.value, Group):
            found |= texts(entry.value, f"{address}.")
        elif isinstance(entry.value, Scalar):
            found[address] = entry.value.value
    return found


def said(address: str, indent: int = 2) -> str:
    start = " " * indent
    return (
        f'{start}#. "English of {address}."\n{start}#. A note.\n'
        f"{start}#. Room: at most 55 characters in English, about 73 here.\n"
    )


def test_a_new_file_has_a_place_for_each_unit_in_the_order_of_english() -> None:
    lines = Places("Latn").of(tree_of(UNITS))
    text = "".join(f"{line}\n" for line in lines)
    assert texts(read(text)) == dict.fromkeys(UNITS, "")
    assert text.startswith(
        f'cover:\n{said("cover.title")}  title: ""\n{said("cover.line")}  line: ""\n\nhelp:\n'
    )
    assert renewed(text) == text


def test_wide_scripts_have_half_as_many_signs() -> None:
    assert "    #. Room: at most 55 characters in English, about 36 here." in Places("Hans").of(
        tree_of(UNITS)
    )


def test_long_notes_are_broken_and_go_on_further_in() -> None:
    assert remark("word " * 40, 2)[1].startswith("  #.   word")
    assert max(map(len, remark("word " * 40, 2))) < 120


BEFORE = """\
# A person's head.
cover:
  # Own remark.
  #. "Old English."
  #. Old note.
  title: "a\\u202Fb"   # own, behind
call:
  police:
    what: |
      #. no remark, a text
      two lines

    # Own, below.
  no_papers: 'it''s'
"""

AFTER = f"""\
# A person's head.
cover:
  # Own remark.
{said("cover.title")}  title: "a\\u202Fb"   # own, behind
{said("cover.line")}  line: ""

help:
{said("help.heading")}  heading: ""
call:
  police:
{said("call.police.what", 4)}    what: |
      #. no remark, a text
      two lines

{said("call.police.more", 4)}    more: ""
    # Own, below.
{said("call.no_papers")}  no_papers: 'it''s'
"""


def test_remarks_are_renewed_and_places_put_where_english_has_them() -> None:
    assert renewed(BEFORE) == AFTER
    assert renewed(AFTER) == AFTER


def test_units_before_all_others_come_first() -> None:
    after = renewed("# head\n\n# of call\ncall:\n  no_papers: x\n")
    assert list(texts(read(after))) == list(UNITS)
    assert after.startswith("# head\n\ncover:\n")
    assert "# of call\ncall:\n  police:\n" in after


def test_what_is_not_wanted_gets_no_place() -> None:
    wanted = {address: UNITS[address] for address in ("cover.title", "cover.line")}
    after = renewed("cover:\n  title: x\ncall:\n  no_papers: y", wanted)
    cover = f'cover:\n{said("cover.title")}  title: x\n{said("cover.line")}  line: ""\n'
    assert after == f"{cover}call:\n{said('call.no_papers')}  no_papers: y"


@pytest.mark.parametrize(
    "text",
    [
        "cover: {title: a}\n",
        "{cover: {title: a}}\n",
        "cover:\n  ? title\n  : a\n",
        "cover:\n  title: a\nmore: [b]\n",
        "cover: {\n  title: a,\n  line: b}\n",
    ],
)
def test_keys_without_a_line_of_their_own_are_told(text: str) -> None:
    source = decode(text.encode(), FILE, Findings())
    assert source is not None
    findings = Findings()
    tell_layout(read(text), source, findings)
    assert {each.code for each in findings.all} == {"not-on-its-own-line"}


VALUES = st.sampled_from(
    [
        '"plain"',
        "'it''s'",
        "bare words",
        '"a\\u202Fb"',
        '"over\n{i}  lines"',
        "|\n{i}  # kept\n{i}  #. kept too\n",
        ">-\n{i}  folded\n{i}  text\n\n",
        "",
        '""',
        '"x" # own behind',
    ]
)
COMMENTS = st.lists(st.sampled_from(["# own", "", '#. "old"', "#.", "#.own, not the program's"]), max_size=3)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A language file with some of the units, in any order, with comments of both sorts."""
    tree = tree_of({address: each for address, each in UNITS.items() if draw(st.booleans())} or UNITS)
    step = draw(st.sampled_from([1, 2, 4]))
    lines = ["# head"]

    def group(names: object, indent: int) -> None:
        assert isinstance(names, type(tree))
        for name in draw(st.permutations(list(names.names))):
            start = " " * indent
            lines.extend(f"{start}{comment}".rstrip() for comment in draw(COMMENTS))
            if name in names.groups:
                lines.append(f"{start}{name}:")
                group(names.groups[name], indent + step)
            else:
                lines.append(f"{start}{name}: {draw(VALUES).format(i=start)}")

    group(tree, 0)
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return end.join("\n".join(lines).split("\n")) + draw(st.sampled_from(["", end]))


@settings(derandomize=True, max_examples=150, deadline=None)
@given(text=files())
def test_texts_and_lines_of_a_person_stay(text: str) -> None:
    after = renewed(text)
    old, new = texts(read(text)), texts(read(after))
    assert {address: new[address] for address in old} == old
    assert {address: new[address] for address in new if address not in old} == dict.fromkeys(
        set(UNITS) - set(old), ""
    )
    mine = [line for line in lines_of(text) if not is_ours(line)]
    if not text.endswith(("\n", "\r")) and mine[-1] not in lines_of(after):
        mine[-1] += after[len(after.rstrip("\r\n")) :]
    rest = iter(lines_of(after))
    assert [line for line in mine if line not in rest] == []
    assert renewed(after) == after
    for address in UNITS:
        assert after.count(f'#. "English of {address}."') == 1
