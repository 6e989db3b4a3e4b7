"""From a project where a person has signed everything to a file without DRAFT, and back by one changed text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from pipeline.copied import TODAY, change, request

from brochure.base.diagnostics import Finding
from brochure.pipeline.approve import approve, translated
from brochure.pipeline.build import build
from brochure.pipeline.check import check
from brochure.pipeline.outcome import Outcome
from brochure.pipeline.rooms import ROOMS
from brochure.state.signing import Said

PEOPLE = 'people:\n  amal: {name: "Amal", languages: all, may: [review, approve]}\n'
SIGNED = Said("approved", "amal", TODAY)
EDITION = "content/editions/luxembourg.yaml"


@pytest.fixture
def signed(root: Path) -> Path:
    """The project with everything signed, verified and named: by nobody who is, so it lives in a test alone."""
    (root / "content/people.yaml").write_text(PEOPLE, encoding="utf-8")
    edition = root / EDITION
    text = edition.read_text(encoding="utf-8")
    for key, value in (("by", "Amal"), ("on", "2026-11-22")):
        text = re.sub(rf"verified_{key}: null", f'verified_{key}: "{value}"', text)
    text = text.replace('name: "N. N."', 'name: "Somebody"').replace(
        'placeholder: "true"', 'placeholder: "false"'
    )
    edition.write_text(text, encoding="utf-8")
    for tag in ("en", "ar"):
        approve(root, tag, SIGNED, ())
    return root


def words_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def states(root: Path) -> dict[str, str]:
    rows = json.loads((root / "build/luxembourg/manifest.json").read_bytes())["files"]
    return {name: row["state"] for name, row in rows.items() if name.startswith(("screen", "print"))}


def built(root: Path) -> Outcome:
    return build(request(root, "en", "ar"), ROOMS)


def of_texts(findings: tuple[Finding, ...]) -> Iterator[tuple[str, str, str]]:
    for each in findings:
        if each.code in ("stale", "approval-void", "not-recorded", "unknown-person", "approval-unit-gone"):
            yield each.language, each.code, each.span.file


FILES = ("screen/leaflet-en.pdf", "print/leaflet-en.pdf", "screen/leaflet-ar.pdf", "print/leaflet-ar.pdf")


def test_signed_verified_and_named_it_goes_out_and_one_english_word_takes_it_back(signed: Path) -> None:
    outcome = built(signed)
    assert list(of_texts(outcome.findings)) == []
    assert states(signed) == dict.fromkeys(FILES, "approved")
    assert not [name for name in FILES if "DRAFT" in words_of(signed / "build/luxembourg" / name)]

    change(signed, "content/languages/en.yaml", 'text: "A doctor', 'text: "The doctor')
    outcome = built(signed)
    assert states(signed) == dict.fromkeys(FILES, "draft")
    assert all("DRAFT" in words_of(signed / "build/luxembourg" / name) for name in FILES)
    assert set(of_texts(outcome.findings)) == {
        ("en", "approval-void", "content/approvals/en.yaml"),
        ("ar", "approval-void", "content/approvals/ar.yaml"),
        ("ar", "stale", "content/languages/ar.yaml"),
    }
    refused = [each for each in _release(signed) if each.code == "not-releasable"]
    assert {each.message for each in refused} == {
        "leaflet-en is a draft: 1 text not approved",
        "leaflet-ar is a draft: 1 text not approved; 1 text stale (help.doctor); "
        "1 English text behind it not reviewed",
    }

    for tag in ("en", "ar"):
        approve(signed, tag, SIGNED, ("help.doctor",))
    assert list(of_texts(built(signed).findings)) == []
    assert states(signed) == dict.fromkeys(FILES, "approved")


def _release(root: Path) -> tuple[Finding, ...]:
    return build(replace(request(root, "en", "ar"), release=True), ROOMS).findings


def test_a_new_number_voids_no_approval(signed: Path) -> None:
    change(
        signed,
        EDITION,
        '"+35227365646", printed: "+352 27 36 56 46"',
        '"+35227365647", printed: "+352 27 36 56 47"',
    )
    assert list(of_texts(built(signed).findings)) == []
    assert states(signed) == dict.fromkeys(FILES, "approved")


def test_a_changed_translation_voids_its_own_approval_alone(signed: Path) -> None:
    change(signed, "content/languages/ar.yaml", '  doctor: "', '  doctor: "ال')
    assert list(of_texts(built(signed).findings)) == [("ar", "approval-void", "content/approvals/ar.yaml")]
    assert states(signed) == {name: "draft" if "-ar" in name else "approved" for name in FILES}


def test_who_is_no_longer_in_the_list_has_signed_nothing(signed: Path) -> None:
    (signed / "content/people.yaml").write_text("people: {}\n")
    outcome = built(signed)
    assert {(language, code) for language, code, _ in of_texts(outcome.findings)} == {
        ("ar", "unknown-person"),
        ("en", "unknown-person"),
    }
    assert states(signed) == {}


def test_records_that_cannot_be_read_approve_nothing(signed: Path) -> None:
    (signed / "content/approvals/ar.yaml").write_text("a: &b {c: d}\n")
    outcome = built(signed)
    assert {each.code for each in outcome.findings if each.span.file == "content/approvals/ar.yaml"} >= {
        "yaml-reference"
    }
    assert states(signed) == {name: "approved" for name in FILES if "-en" in name}


def test_a_file_for_no_language_is_told_where_all_are_asked_for(signed: Path) -> None:
    stray = signed / "content/approvals/xx.yaml"
    stray.write_text("a.b: c\n")
    told = [each for each in ROOMS.offers(signed, "")[1] if each.code == "approval-language-gone"]
    assert [(each.language, each.span.file) for each in told] == [("xx", "content/approvals/xx.yaml")]
    assert "approval-language-gone" not in {each.code for each in check(request(signed, "en"), ROOMS)}
    stray.unlink()
    assert not [each for each in ROOMS.offers(signed, "")[1] if each.code == "approval-language-gone"]


def test_every_language_with_words_can_be_recorded_at_once(signed: Path) -> None:
    (signed / "content/approvals/ar.yaml").unlink()
    tags = {each.language for each in translated(signed, (), ()) if each.signing is not None}
    words = {path.stem for path in (signed / "content/languages").glob("*.yaml")}
    assert tags == words - {"en"}
    built(signed)
    assert states(signed) == {name: "draft" if "-ar" in name else "approved" for name in FILES}
