"""The verdict on finished files; the validator itself has tests of its own."""

from __future__ import annotations

import io
import sys

import pytest
from reportlab.pdfgen.canvas import Canvas

from brochure.base.diagnostics import ArgumentsError
from brochure.check.conformance import FLAVOURS, Breach, Verdict, judge


@pytest.fixture(scope="module")
def plain_pdf() -> bytes:
    """A PDF with untagged words in a font that is not embedded."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.drawString(72, 72, "words")
    canvas.save()
    return file.getvalue()


def test_broken_rules_are_named_for_every_flavour(plain_pdf: bytes) -> None:
    verdict = judge(plain_pdf, ["ua1", "2a"])
    assert not verdict.conforms
    assert verdict.judged == ("ua1", "2a")
    assert list(dict.fromkeys(b.flavour for b in verdict.breaches)) == ["ua1", "2a"]
    assert "PDF/UA-1: PDFUA1-CONTENT-TAGGING-001: page 1 contains text that is neither" in str(verdict)


def test_the_order_of_breaches_is_the_same_each_time(plain_pdf: bytes) -> None:
    assert judge(plain_pdf, ["ua1"]) == judge(plain_pdf, ["ua1"])


@pytest.mark.parametrize("damage", ["empty", "no PDF", "cut off"])
def test_a_file_that_cannot_be_read_does_not_conform(damage: str, plain_pdf: bytes) -> None:
    data = {"empty": b"", "no PDF": b"%!PS", "cut off": plain_pdf[:400]}[damage]
    verdict = judge(data, ["ua1"])
    assert not verdict.conforms
    assert [breach.rule for breach in verdict.breaches] == ["unreadable"]


def test_without_the_validator_nothing_is_called_fine(
    plain_pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "page", None)
    verdict = judge(plain_pdf, ["ua1"])
    assert not verdict.conforms
    assert verdict.judged == ()
    assert str(verdict).startswith("not judged: page-validation is not installed, so nobody has checked")
    assert "pip install 'brochure[validate]'" in str(verdict)


def test_an_unknown_flavour_is_no_verdict(plain_pdf: bytes) -> None:
    with pytest.raises(ArgumentsError, match="no flavour 4f") as caught:
        judge(plain_pdf, ["ua1", "4f"])
    assert "ua1" in caught.value.next_step
    with pytest.raises(ArgumentsError, match="no flavour given"):
        judge(plain_pdf, [])


def test_every_flavour_is_known_to_the_validator() -> None:
    from page import ValidationProfile

    assert set(FLAVOURS) == {profile.value for profile in ValidationProfile}


def test_words_of_a_verdict() -> None:
    assert str(Verdict(("ua1", "2a"), ())) == "conforms to PDF/UA-1, PDF/A-2a"
    assert str(Breach("2a", "R-1", "is off", "7 0")) == "PDF/A-2a: R-1: is off (object 7 0)"
