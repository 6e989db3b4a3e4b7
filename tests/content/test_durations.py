"""Durations, dates and hours of every language of the first and the full edition, as a table to be read by eye."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from content.every_language import TAGS

from brochure.content.dates import opening_hours, written_date
from brochure.content.durations import duration
from brochure.model.edition import OpenTime, QuantityUnit

GOLDENS = Path(__file__).parents[1] / "goldens"

QUANTITIES: tuple[tuple[int, QuantityUnit], ...] = (
    *((count, "day") for count in (1, 2, 5, 24, 90)),
    *((count, "hour") for count in (1, 2, 5, 24, 90)),
    (6, "month"),
)
DAY = date(2026, 11, 22)
HOURS = (OpenTime((0, 1, 2, 3, 4), 480, 960), OpenTime((5,), 540, 1440))


def durations_of(tag: str) -> str:
    return " | ".join(duration(tag, value, unit) or "-" for value, unit in QUANTITIES)


def dates_of(tag: str) -> str:
    return f"{written_date(tag, DAY)} | {opening_hours(tag, HOURS)}"


def table(row: dict[str, str]) -> str:
    return "".join(f"{tag} | {text}\n" for tag, text in row.items())


def test_durations_are_those_that_were_read_by_eye() -> None:
    assert table({tag: durations_of(tag) for tag in TAGS}) == (GOLDENS / "durations.txt").read_text(
        encoding="utf-8"
    )


def test_dates_and_hours_are_those_that_were_read_by_eye() -> None:
    assert table({tag: dates_of(tag) for tag in TAGS}) == (GOLDENS / "dates.txt").read_text(encoding="utf-8")


def test_the_order_of_languages_does_not_matter() -> None:
    """Babel 2.18 keeps stand-alone names of the first language it resolved for all later ones."""
    backwards = {tag: dates_of(tag) for tag in reversed(TAGS)}
    assert table({tag: backwards[tag] for tag in TAGS}) == (GOLDENS / "dates.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", TAGS)
def test_every_text_is_fit_for_print(tag: str) -> None:
    for text in (*durations_of(tag).split(" | "), *dates_of(tag).split(" | ")):
        assert "duration" not in text
        assert "{" not in text
        assert unicodedata.is_normalized("NFC", text)
        assert not [char for char in text if char.isdecimal() and char not in "0123456789"]
        assert not [char for char in text if unicodedata.category(char) in ("Cc", "Cf") and char != "\u200c"]


@pytest.mark.parametrize(
    ("tag", "unit"), [("wo", "day"), ("mt", "month"), ("bo", "hour"), ("ga", "hour"), ("ps", "hour")]
)
def test_abbreviations_are_no_durations(tag: str, unit: QuantityUnit) -> None:
    assert duration(tag, 24, unit) is None


def test_ninety_days_stay_days() -> None:
    assert duration("en", 90, "day") == "90 days"
    assert duration("en", 14, "month") == "14 months"
