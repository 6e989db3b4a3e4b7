"""Texts that came back are judged like those of a language file, at their places in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from exchange.samples import english_of

from brochure.base.spans import Span
from brochure.content.edition import read_edition
from brochure.content.findings import Findings
from brochure.content.languages import read_language
from brochure.content.project import Project
from brochure.exchange.comparison import Difference, Fate, worded
from brochure.exchange.judging import judge_differences
from brochure.pipeline.imports import words_alone

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project() -> Project:
    edition = read_edition(ROOT, "luxembourg", Findings())
    assert edition is not None
    return words_alone(ROOT, edition, english_of(ROOT))


@pytest.mark.parametrize(
    ("address", "text", "codes"),
    [
        ("help.doctor", "طبيب، وشخص يمكنك الكلام معه", []),
        ("help.time_to_think", "وقت: {reflection_period}", []),
        ("help.time_to_think", "وقت: {REFLECTION_PERIOD}", ["unknown-placeholder"]),
        ("help.time_to_think", "وقت: 90", ["digit-outside-fact", "missing-placeholder"]),
        ("help.time_to_think", "وقت: ٩٠ {reflection_period}", ["digit-outside-fact"]),
        ("help.doctor", "{infotraite.phone}", ["added-placeholder"]),
        ("help.doctor", "طبيب {", ["broken-placeholder"]),
        ("help.doctor", "ط\u2067بيب", ["direction-control"]),
        ("help.doctor", "طبيب \U0001f642", ["emoji"]),
        ("help.doctor", "www.example.org", ["address-outside-fact"]),
    ],
)
def test_what_a_text_is_told(address: str, text: str, codes: list[str], project: Project) -> None:
    place = Span("back.xlsx", 5, 3)
    made = Difference(address, Fate.CHANGED, "x", text, worded(address, text), place)
    language = read_language("ar", {}, "fr", {}, {})
    assert language is not None
    found = judge_differences([made], [project], language)
    assert sorted({each.code for each in found if each.is_error}) == codes
    assert {each.span for each in found} <= {place}
