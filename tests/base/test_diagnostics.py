"""Findings: their words, their order, and the exceptions' exit codes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.diagnostics import (
    ArgumentsError,
    BrochureError,
    Finding,
    Severity,
    SurroundingsError,
    in_order,
)
from brochure.base.spans import Span

PLACE = Span("content/languages/en.yaml", 7, 3)


def test_words_of_a_finding() -> None:
    finding = Finding(
        "unknown-key", "nobody knows texts", PLACE, help="Did you mean text?\nSee the first lines."
    )
    assert str(finding) == (
        "content/languages/en.yaml:7:3: error[unknown-key]: nobody knows texts\n"
        "    Did you mean text?\n"
        "    See the first lines."
    )


def test_a_warning_says_so_and_is_no_error() -> None:
    finding = Finding("stale", "is old", Span("content/languages/ar.yaml"), Severity.WARNING)
    assert str(finding) == "content/languages/ar.yaml: warning[stale]: is old"
    assert not finding.is_error
    assert Finding("stale", "is old", PLACE).is_error


FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["overflow", "stale"]),
    message=st.sampled_from(["a", "b"]),
    span=st.builds(Span, st.sampled_from(["a.yaml", "b.yaml"]), st.integers(0, 11), st.integers(0, 2)),
    severity=st.sampled_from(Severity),
    language=st.sampled_from(["", "ar"]),
)


@settings(derandomize=True, max_examples=60)
@given(st.lists(FINDINGS, max_size=8), st.randoms(use_true_random=False))
def test_order_does_not_depend_on_who_found_first(findings: list[Finding], chance: object) -> None:
    shuffled = list(findings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    ordered = in_order(shuffled)
    assert ordered == in_order(findings)
    assert set(ordered) == set(findings)
    assert len(ordered) == len(set(findings))
    assert [finding.span for finding in ordered] == sorted(finding.span for finding in ordered)


@pytest.mark.parametrize(("error", "code"), [(ArgumentsError, 2), (SurroundingsError, 3), (BrochureError, 4)])
def test_exit_codes_are_those_that_scripts_rely_on(error: type[BrochureError], code: int) -> None:
    raised = error("cannot write build/", "Close the file elsewhere.")
    assert raised.exit_code == code
    assert isinstance(raised, BrochureError)
    assert (str(raised), raised.message, raised.next_step) == (
        "cannot write build/",
        "cannot write build/",
        "Close the file elsewhere.",
    )
