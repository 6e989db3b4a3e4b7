from datetime import date

import pytest

from brochure.base.spans import Span
from brochure.model.approval import Approval, Level, Person
from brochure.state.fingerprints import Pair
from brochure.state.texts import Counts, Language, Texts, TextState, counts, judge_texts, tell_texts

NOW = Pair("e1", "t1")
HERE = Span("content/approvals/ar.yaml", 12, 1)
BY = Span("content/approvals/ar.yaml", 12, 60)
TEXT = Span("content/languages/ar.yaml", 3, 9)
PEOPLE = {
    "amal": Person("amal", "Amal", ("ar",), frozenset({"reviewed", "approved"})),
    "ben": Person("ben", "Ben", None, frozenset({"reviewed"})),
    "carla": Person("carla", "Carla", ("fr",), frozenset({"reviewed", "approved"})),
}


def record(
    level: Level, source: str = "e1", text: str = "t1", by: str = "amal", address: str = "a.b"
) -> Approval:
    return Approval(address, source, text, level, by, date(2026, 11, 22), HERE, BY)


@pytest.mark.parametrize(
    ("of", "state"),
    [
        (None, "stale"),  # others are recorded, this one is not
        (record("translated"), "draft"),
        (record("translated", text="t0"), "draft"),
        (record("translated", source="e0"), "stale"),
        (record("translated", source="e0", text="t0"), "stale"),  # which came first is not known
        (record("reviewed"), "reviewed"),
        (record("reviewed", by="ben"), "reviewed"),
        (record("approved"), "approved"),
        (record("approved", text="t0"), "draft"),
        (record("approved", source="e0"), "stale"),
        (record("approved", by="ben"), "draft"),  # may only review
        (record("approved", by="carla"), "draft"),  # another language
        (record("approved", by="nobody"), "draft"),
    ],
)
def test_the_state_of_a_text(of: Approval | None, state: str) -> None:
    records = {"other.unit": record("translated", address="other.unit"), **({"a.b": of} if of else {})}
    assert judge_texts({"a.b": NOW}, records, PEOPLE, "ar") == {"a.b": state}


def test_without_any_record_all_is_translated_from_the_present_english() -> None:
    assert judge_texts({"a.b": NOW}, None, PEOPLE, "ar") == {"a.b": "draft"}


@pytest.mark.parametrize(
    ("of", "state"), [(None, "draft"), (record("approved", "e0", "e0", "all"), "draft"), (NOW, "approved")]
)
def test_english_is_never_stale(of: Approval | Pair | None, state: str) -> None:
    people = {"all": Person("all", "All", None, frozenset({"approved"}))}
    present = record("approved", NOW.source, NOW.text, "all")
    given = present if isinstance(of, Pair) else of
    records = {"a.b": given} if given else {}
    assert judge_texts({"a.b": NOW}, records, people, "en") == {"a.b": state}


def test_counts_are_of_the_units_that_are_asked_for_and_have_a_text() -> None:
    states = dict(zip("abcde", (*TextState, TextState.DRAFT), strict=True))
    texts = {"ar": Texts(states), "fr": Texts({"a": TextState.APPROVED})}
    asked = {"ar": ["a", "b", "e", "a", "missing"]}
    assert counts(texts.__getitem__, asked) == Counts(1, 2, 0, 0, 0)
    assert counts(texts.__getitem__, {**asked, "fr": ["a"]}) == Counts(1, 2, 0, 1, 0)


def told(of: Approval | None, tag: str = "ar") -> list[str]:
    language = Language(tag, {"a.b": NOW}, {"a.b": TEXT}, f"content/languages/{tag}.yaml", frozenset({"a.b"}))
    findings = list(tell_texts(language, {of.address: of} if of else None, PEOPLE))
    assert all(finding.language == tag for finding in findings)
    return [str(finding) for finding in findings]


AGAIN = "\n    Read it again, then: brochure approve ar --by NAME --approved a.b"
READ = "\n    Let somebody who may do it read the text, then: brochure approve ar --by NAME --approved a.b"
COMPARE = "\n    Compare it with en.yaml. If it is still right: brochure translated ar a.b"
ENGLISH = f"{TEXT}: warning[stale]: the English of 'a.b' has changed since this was translated{COMPARE}"
BOTH = (
    f"{TEXT}: warning[stale]: 'a.b' and its English have both changed since they were recorded"
    "\n    If the text is made from the present English: brochure translated ar a.b"
)
VOID = f"{HERE}: warning[approval-void]: 'a.b' was approved by 'amal', but"
UNKNOWN = f"{BY}: error[unknown-person]: 'a.b' is approved by"


@pytest.mark.parametrize(
    ("of", "messages"),
    [
        (record("approved"), []),
        (record("translated"), []),
        (record("translated", text="t0"), []),
        (record("translated", source="e0"), [ENGLISH]),
        (record("translated", source="e0", text="t0"), [BOTH]),
        (record("approved", text="t0"), [f"{VOID} the text has changed since{AGAIN}"]),
        (record("approved", source="e0"), [f"{VOID} the English has changed since{AGAIN}", ENGLISH]),
        (
            record("approved", source="e0", text="t0"),
            [f"{VOID} the text and its English have changed since{AGAIN}", BOTH],
        ),
        (record("approved", by="eve"), [f"{UNKNOWN} 'eve', who is not in content/people.yaml{READ}"]),
        (record("approved", by="carla"), [f"{UNKNOWN} 'carla', who does not answer for texts in ar{READ}"]),
        (record("approved", by="ben"), [f"{UNKNOWN} 'ben', who may not do that{READ}"]),
    ],
)
def test_what_a_record_says_against_its_text(of: Approval, messages: list[str]) -> None:
    assert told(of) == messages


def test_a_record_of_a_unit_that_is_gone_and_a_text_that_nobody_recorded() -> None:
    gone, missing = told(record("translated", address="c.d"))
    assert gone.startswith(f"{HERE}: warning[approval-unit-gone]: English has no unit 'c.d' any more")
    assert missing.startswith(
        f"{TEXT}: warning[not-recorded]: nobody has recorded from which English a.b was made"
    )


def test_no_record_at_all_is_said_once() -> None:
    (message,) = told(None)
    assert message == (
        "content/languages/ar.yaml: warning[not-recorded]: nobody has recorded from which English these texts were "
        "made, so a change of the English is not noticed"
        "\n    If the texts are made from the present English: brochure translated ar"
    )
    assert told(None, "en") == []


def test_english_that_changed_voids_and_is_not_stale() -> None:
    people = [message.split(": ")[1] for message in told(record("reviewed", "e0", "t0", by="ben"), "en")]
    assert people == ["warning[approval-void]"]
