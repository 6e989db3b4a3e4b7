from datetime import date

import pytest

from brochure.base.spans import Span
from brochure.model.approval import Approval, Level, Person
from brochure.state.fingerprints import Pair
from brochure.state.signing import Said, Signing, sign
from brochure.state.texts import judge_texts

HERE = Span("x.yaml", 1, 1)
DAY = date(2026, 11, 22)
PEOPLE = {"amal": Person("amal", "Amal", None, frozenset({"reviewed", "approved"}))}
PAIRS = {
    address: Pair(f"e.{address}", f"t.{address}") for address in ("new", "same", "edited", "stale", "both")
}


def old(level: Level = "translated", by: str = "amal") -> dict[str, Approval]:
    """One record of each fate but for ``new``, which has none; ``gone`` is no unit any more."""

    def record(address: str, source: str, text: str) -> Approval:
        return Approval(address, source, text, level, by, DAY, HERE, HERE)

    return {
        "same": record("same", "e.same", "t.same"),
        "edited": record("edited", "e.edited", "t0"),
        "stale": record("stale", "e0", "t.stale"),
        "both": record("both", "e0", "t0"),
        "gone": record("gone", "e0", "t0"),
    }


def signed(said: Said, records: dict[str, Approval], *named: str) -> Signing:
    states = judge_texts(PAIRS, records, PEOPLE, "ar")
    return sign(PAIRS, records, states, said, frozenset(named), frozenset(PAIRS))


APPROVED = Said("approved", "amal", DAY)


@pytest.mark.parametrize(
    ("said", "records", "recorded"),
    [
        (Said("translated"), old(), ("new", "edited", "both")),
        (Said("translated"), old("approved"), ("new", "edited", "both")),
        (Said("reviewed", "amal", DAY), old(), ("new", "same", "edited", "both")),
        (Said("reviewed", "amal", DAY), old("approved"), ("new", "edited", "both")),
        (APPROVED, old("reviewed"), ("new", "same", "edited", "both")),
        (APPROVED, old("approved"), ("new", "edited", "both")),
        (APPROVED, old("approved", by="eve"), ("new", "same", "edited", "both")),
    ],
)
def test_of_all_means_of_all_that_needs_no_second_look(
    said: Said, records: dict[str, Approval], recorded: tuple[str, ...]
) -> None:
    signing = signed(said, records)
    assert signing.recorded == recorded
    assert (signing.stale, signing.dropped) == (("stale",), ("gone",))
    assert signing.records["stale"] == records["stale"]
    for address in recorded:
        kept = signing.records[address]
        assert (Pair(kept.source, kept.text), kept.level, kept.by, kept.on) == (
            PAIRS[address],
            said.level,
            said.by,
            said.on,
        )


def test_a_unit_that_is_named_gets_what_is_said_and_no_other_does() -> None:
    signing = signed(APPROVED, old(), "stale")
    assert (signing.recorded, signing.stale) == (("stale",), ())
    assert signing.records["stale"].level == "approved"
    assert {address for address, each in signing.records.items() if each.level == "translated"} == {
        "same", "edited", "both",
    }  # fmt: skip
    assert signed(Said("translated"), old("approved"), "same").records["same"].level == "translated"
