"""What results of tests come to."""

from __future__ import annotations

import pytest

from brochure.model.comprehension import Comprehension, Trial, Verdict


def trial(correct: float, opposite: float, group: str = "adults", date: str = "2026-11-22") -> Trial:
    return Trial(date, group, 20, correct, opposite)


@pytest.mark.parametrize(
    ("trials", "verdict"),
    [
        ((), Verdict.UNTESTED),
        ((trial(67, 5),), Verdict.UNDERSTOOD),
        ((trial(66.9, 0),), Verdict.NOT_UNDERSTOOD),
        ((trial(90, 5.1),), Verdict.NOT_UNDERSTOOD),
        ((trial(20, 0, date="2026-01-01"), trial(90, 0)), Verdict.UNDERSTOOD),
        ((trial(90, 0), trial(20, 0, date="2026-01-01")), Verdict.UNDERSTOOD),
        ((trial(20, 0), trial(90, 0)), Verdict.UNDERSTOOD),
        ((trial(90, 0), trial(20, 0, "children")), Verdict.NOT_UNDERSTOOD),
    ],
)
def test_the_last_test_of_every_group_counts(trials: tuple[Trial, ...], verdict: Verdict) -> None:
    assert Comprehension(trials).verdict is verdict


def test_the_score_is_that_of_the_group_that_understood_least() -> None:
    trials = (trial(90, 0), trial(70, 0, "nurses"), trial(95, 10, "children"))
    assert Comprehension(trials).score == "95 % correct, 10 % opposite, n 20"
    assert Comprehension(trials[:2]).score == "70 % correct, 0 % opposite, n 20"
    assert Comprehension().score == "untested"
