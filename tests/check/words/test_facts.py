"""Every promise stands on a fact, and a fact that nobody has verified names what rests on it."""

from __future__ import annotations

import datetime

import pytest
from check.words.written import edition, given
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, Severity
from brochure.check.words.rule import Given
from brochure.check.words.rules import apply
from brochure.model.edition import Right


def found(looked_at: Given, code: str) -> list[Finding]:
    return [each for each in apply(looked_at, of_edition=True) if each.code == code]


@pytest.mark.parametrize("address", ["help.sauna", "call.police.dogs", "when_you_call.smile"])
def test_a_promise_that_no_fact_carries_holds_back_every_language(address: str) -> None:
    (told,) = found(given("en", "x", address=address), "unit-without-fact")
    assert f"'{address}'" in told.message
    assert (told.severity, told.language) == (Severity.ERROR, "")


@pytest.mark.parametrize(
    "address",
    [
        "help.doctor",  # carries
        "call.police.what",  # what
        "call.cnvv.inside",  # notes
        "help.condition",  # said_in
        *(
            "help.heading",
            "call.heading",
            "when_you_call.you_decide",
            "labels.phone",
            "safety.sauna",
            "helpful",
        ),
    ],
)
def test_what_a_fact_carries_or_promises_nothing(address: str) -> None:
    assert found(given("en", "x", address=address), "unit-without-fact") == []


def test_an_unverified_fact_is_told_once_with_the_units_it_carries() -> None:
    told = found(given("en", "x", address="help.doctor"), "fact-unverified")
    facts = edition()
    assert len(told) == len(facts.services) + len(facts.rights)
    (assistance,) = (each for each in told if "'assistance'" in each.message)
    assert assistance.help.startswith("It carries help.doctor.")
    assert {(each.severity, each.language) for each in told} == {(Severity.WARNING, "")}
    assert all(each.span.file == "content/editions/luxembourg.yaml" for each in told)


def test_a_verified_fact_is_not_told() -> None:
    facts = edition()

    def verified(right: Right) -> Right:
        by = replace(right.verification, verified_by="A. Person", verified_on=datetime.date(2026, 11, 1))
        return replace(right, verification=by)

    rights = {name: verified(right) for name, right in facts.rights.items()}
    looked_at = replace(given("en", "x"), edition=replace(facts, rights=rights, services={}))
    assert found(looked_at, "fact-unverified") == []
