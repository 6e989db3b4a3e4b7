"""Durations in the reader's language, by CLDR, in the digits of a keypad."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from brochure.content.cldr_answers import answer
from brochure.content.languages import locale_of, printable
from brochure.model.edition import QuantityUnit

if TYPE_CHECKING:
    from babel import Locale

_SECONDS = {"hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}
"""As Babel counts them (``babel.dates.TIMEDELTA_UNITS``), so that dividing gives the number back."""

_PLURAL = {
    # CLDR has an abbreviation, a stroke, the number in the wrong place, or the root's d, h, m.
    ("ti", "month"): {"one": "{0} ወርሒ", "other": "{0} ኣዋርሕ"},  # CLDR: 6/ኣዋርሕ
    ("am", "day"): {"one": "{0} ቀን", "other": "{0} ቀናት"},  # CLDR: 1 ቀናት, one days
    ("ckb", "day"): {"other": "{0} ڕۆژ"},  # CLDR: 90 d; a Kurdish noun behind a number stays singular
    ("ckb", "hour"): {"other": "{0} کاتژمێر"},
    ("ckb", "month"): {"other": "{0} مانگ"},
    ("yo", "day"): {"other": "ọjọ́ {0}"},  # CLDR: ọj 90
    ("yo", "hour"): {"other": "wákàtí {0}"},  # CLDR: 90 wkt
    ("yo", "month"): {"other": "oṣù {0}"},  # CLDR: 6 oṣù; the number follows the noun
    ("pcm", "day"): {"one": "{0} day", "other": "{0} days"},  # CLDR: 90 Dè, spelled as linguists do
    ("pcm", "hour"): {"one": "{0} hour", "other": "{0} hours"},
    ("pcm", "week"): {"one": "{0} week", "other": "{0} weeks"},
    ("pcm", "month"): {"one": "{0} month", "other": "{0} months"},
    ("pcm", "year"): {"one": "{0} year", "other": "{0} years"},
    ("et", "day"): {"one": "{0} päev", "other": "{0} päeva"},  # CLDR: ööpäev, a day and a night
}
"""Where CLDR is not what a person writes. To be read by a speaker of each, as every translation."""

_ALPHABETS_OF_ONE_SOUND = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW")
_UNUSABLE = re.compile(r"[./]|duration")


@answer
def duration(tag: str, value: int, unit: QuantityUnit) -> str | None:
    """``90 days`` in the reader's language, NFC; None where CLDR has only an abbreviation.

    ``format_timedelta`` at length "long" takes CLDR's long pattern of the right plural and else its short one, which
    CLDR (root) says is the same; ``format_unit`` prints "90 duration-day" there, and a display name such as "1 dani".
    The granularity and the threshold keep 90 days from becoming 3 months. Digits are 0 to 9 by construction.
    """
    from babel.dates import format_timedelta

    locale = locale_of(tag)
    if locale is None:
        return None
    own = _PLURAL.get((tag, unit))
    if own is not None:
        pattern = own.get(locale.plural_form(value)) or own["other"]
        return printable(pattern.replace("{0}", str(value)))
    text = format_timedelta(
        value * _SECONDS[unit], granularity=unit, threshold=1e6, format="long", locale=locale
    )
    return printable(text) if _is_words(text, locale) else None


def _is_words(text: str, locale: Locale) -> bool:
    """False for the root's d, h and m, for abbreviations, and for Latin letters in another script."""
    letters = [char for char in text if char.isalpha()]
    if not letters or _UNUSABLE.search(text):
        return False
    if len(letters) == 1:
        return not unicodedata.name(letters[0], "").startswith(_ALPHABETS_OF_ONE_SOUND)
    own_name = str(locale.languages.get(locale.language, ""))
    latin = any(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return not latin or any(unicodedata.name(char, "").startswith("LATIN") for char in own_name)
