"""Which units go out, with what beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from exchange.samples import english_of
from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.placeholders import Piece
from brochure.exchange.comparison import worded
from brochure.exchange.packing import Language, Only, origin_of, pack
from brochure.exchange.parcel import Parcel, Standing
from brochure.exchange.rooms import NarrowRoom
from brochure.state.texts import Texts, TextState

ROOT = Path(__file__).parents[2]
STATES = {
    "cover.title": TextState.STALE,
    "cover.line": TextState.DRAFT,
    "help.heading": TextState.REVIEWED,
    "help.doctor": TextState.APPROVED,
}


def packed(only: Only = "all", tag: str = "ar", doctor: str = "طبيب") -> tuple[Parcel, Findings]:
    english = english_of(ROOT)
    words = {address: worded(address, "كلمة") for address in STATES}
    pieces = (Piece(doctor, False, Span("ar.yaml", 1, 1)),)
    words["help.doctor"] = replace(words["help.doctor"], pieces=pieces)
    wanted = {address: english.units[address] for address in (*STATES, "help.lawyer", "help.wages")}
    language = Language(tag, {**words, "help.wages": None}, wanted, Texts(STATES))
    room = NarrowRoom("76 mm wide, one line", "card: words", (("card", "words"),))
    named = {"help.doctor": room.pictured({("card", "words"): "p/card-words.png"})}
    found = Findings()
    return pack(language, english, origin_of(("luxembourg",), english, tag), only, named, found), found


@pytest.mark.parametrize(
    ("only", "addresses"),
    [
        ("missing", ["help.lawyer"]),
        ("stale", ["cover.title"]),
        ("all", ["cover.title", "cover.line", "help.heading", "help.doctor", "help.lawyer"]),
    ],
)
def test_units_that_are_asked_for(only: Only, addresses: list[str]) -> None:
    """Not those of the guide alone, nor one whose text cannot be read: it would be written over."""
    parcel, found = packed(only)
    assert [item.address for item in parcel.items] == addresses
    assert found.all == ()


def test_what_stands_beside_a_text() -> None:
    parcel, _ = packed()
    standings = {item.address: item.standing for item in parcel.items}
    assert standings == {
        "cover.title": Standing.STALE,
        "cover.line": Standing.TRANSLATED,
        "help.heading": Standing.REVIEWED,
        "help.doctor": Standing.APPROVED,
        "help.lawyer": Standing.NEW,
    }
    doctor = next(item for item in parcel.items if item.address == "help.doctor")
    assert dict(doctor.said)["room"].endswith(" here")
    assert dict(doctor.said)["measure"] == "76 mm wide, one line"
    assert dict(doctor.said)["pictures"] == "p/card-words.png"
    assert parcel.direction == "rtl"
    assert packed(tag="zh-Hans")[0].direction == "ltr"


@pytest.mark.parametrize("bad", ["\x01", "\u2028", "\x85", "\ufffe"])
def test_a_text_that_no_file_can_carry_is_told_and_left_out(bad: str) -> None:
    parcel, found = packed(doctor=f"ط{bad}ب")
    assert "help.doctor" not in [item.address for item in parcel.items]
    assert [each.code for each in found.all] == ["exchange-cannot-carry"]


def test_the_mark_of_all_english_changes_with_each_text() -> None:
    english = english_of(ROOT)
    unit = english.units["help.doctor"]
    other = replace(
        english, units={**english.units, "help.doctor": replace(unit, wording=worded("help.doctor", "x"))}
    )
    marks = {origin_of(("a",), words, "ar").english for words in (english, other)}
    assert len(marks) == 2
