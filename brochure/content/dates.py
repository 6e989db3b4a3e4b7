"""Dates and opening hours in the reader's language, by CLDR, in the digits of a keypad."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from brochure.content.cldr_answers import answer
from brochure.content.languages import locale_of, printable, script_of
from brochure.model.edition import OpenTime

if TYPE_CHECKING:
    from babel import Locale


_SPELLED_AS = {"pcm": "en"}
"""CLDR's Nigerian Pidgin spells days and months as linguists do (Nọvẹ́mba), its readers and their radio as English."""

_EUROPEAN = {"en": "en-150"}
"""CLDR's plain English writes dates as in the United States; these papers are read in Europe."""

_COMMAS = {"Arab": "، ", "Ethi": "፣ ", "Hans": "、", "Hant": "、"}


@answer
def written_date(tag: str, day: date) -> str | None:
    """``22 November 2026`` in the reader's language, Gregorian; None where CLDR does not know the tag."""
    from babel.dates import format_date

    spelled = _SPELLED_AS.get(tag, tag)
    locale = locale_of(_EUROPEAN.get(spelled, spelled))
    if locale is None:
        return None
    return printable(format_date(day, format="long", locale=locale))


@answer
def opening_hours(tag: str, times: tuple[OpenTime, ...]) -> str | None:
    """``Monday – Friday 08:00 – 16:00`` in the reader's language, on a 24-hour clock; None as above."""
    locale = locale_of(_SPELLED_AS.get(tag, tag))
    if locale is None or not times:
        return None
    return printable(
        _listed([f"{_days(each.days, locale)} {_interval(each, locale)}" for each in times], locale)
    )


def _days(days: Sequence[int], locale: Locale) -> str:
    """Runs of three days and more as first – last. Names in their format context.

    Never the stand-alone one: Babel keeps the first language's stand-alone names for every later language of the
    process (it writes a resolved alias into data that all locales share), so Turkish days come out in Urdu.
    """
    from babel.dates import get_day_names

    names = get_day_names("wide", "format", locale)
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    written = []
    for run in runs:
        if len(run) > 2:
            written.append(f"{names[run[0]]} – {names[run[-1]]}")
        else:
            written.extend(names[day] for day in run)
    return _listed(written, locale)


def _listed(parts: Sequence[str], locale: Locale) -> str:
    """With the comma of the language's writing; Babel's lists lack CLDR's aliases and fail in half of the languages."""
    return _COMMAS.get(script_of(str(locale).replace("_", "-"), locale), ", ").join(parts)


def _interval(times: OpenTime, locale: Locale) -> str:
    """CLDR's interval of hours and minutes on a 24-hour clock; midnight at the end as 24:00 is written 00:00."""
    from babel.dates import format_interval

    opens, closes = (time(minutes // 60 % 24, minutes % 60) for minutes in (times.opens, times.closes))
    return str(format_interval(opens, closes, "Hm", locale=locale))
