"""How well readers understood a sign: results of tests in the manner of ISO 9186-1, and what they allow to say."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

LEAST_CORRECT = 67.0
"""Per cent who have to name the meaning, as ISO 9186-1 and ISO 3864 ask of a sign that is not a warning."""

MOST_OPPOSITE = 5.0
"""Per cent who may take a sign for the opposite of what it means (ISO 9186-1)."""


class Verdict(StrEnum):
    """What the results of a sign come to."""

    UNTESTED = "untested"
    UNDERSTOOD = "understood"
    NOT_UNDERSTOOD = "not understood"


class Trial(Struct, frozen=True):
    """A test of a sign. ``date``: ISO. ``group``: who was asked. ``people``: how many. The rest: per cent of them."""

    date: str
    group: str
    people: int
    correct: float
    opposite: float

    @property
    def passed(self) -> bool:
        return self.correct >= LEAST_CORRECT and self.opposite <= MOST_OPPOSITE


class Comprehension(Struct, frozen=True):
    """All trials of a sign, in the order in which they were written down."""

    trials: tuple[Trial, ...] = ()

    @property
    def latest(self) -> tuple[Trial, ...]:
        """The last trial with each group: the drawing may have become better since an earlier one."""
        last: dict[str, Trial] = {}
        for trial in self.trials:
            known = last.get(trial.group)
            if known is None or trial.date >= known.date:
                last[trial.group] = trial
        return tuple(last.values())

    @property
    def verdict(self) -> Verdict:
        """Not understood where one group did not understand: its members are readers too."""
        if not self.trials:
            return Verdict.UNTESTED
        passed = all(trial.passed for trial in self.latest)
        return Verdict.UNDERSTOOD if passed else Verdict.NOT_UNDERSTOOD

    @property
    def score(self) -> str:
        """In a few words: what the group said that understood least."""
        if not self.trials:
            return Verdict.UNTESTED.value
        worst = min(self.latest, key=lambda trial: (trial.passed, trial.correct, -trial.opposite))
        return f"{worst.correct:g} % correct, {worst.opposite:g} % opposite, n {worst.people}"
