"""Languages from CLDR: script, direction, names. Nothing of this is guessed from a text or typed by hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from brochure.content.cldr_answers import answer
from brochure.model.language import Language

if TYPE_CHECKING:
    from babel import Locale

_ARABIC = "Arab"
_MOST_KEPT = 6
"""Languages of which Babel may keep what CLDR says: one at work, those that it falls back on, that of the services."""


def locale_of(tag: str) -> Locale | None:
    """CLDR's data for a tag, None where CLDR has none. A region or script that CLDR does not know is no locale."""
    from babel import Locale, localedata
    from babel.core import UnknownLocaleError

    # Babel keeps a megabyte of every language that it was asked about; where it keeps none there is none to forget.
    kept = getattr(localedata, "_cache", {})
    if len(kept) > _MOST_KEPT:
        for data in kept.values():
            _untie(data, localedata.LocaleDataDict)
        kept.clear()
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def is_known(tag: str) -> bool:
    """Whether :func:`locale_of` has it, without reading what CLDR says of it."""
    from babel import localedata

    # Babel takes the last part of a path for a tag.
    is_plain = tag.replace("-", "").isalnum()
    return (is_plain and localedata.exists(tag.replace("-", "_"))) or locale_of(tag) is not None


def _untie(data: MutableMapping[Any, Any], wrapper: type) -> None:
    """Babel leaves a ``wrapper`` around each part that was asked for, which holds on to the whole: in circles, the data
    would stay until the garbage collector looks everywhere. It makes them again for who still asks.
    """
    for key, value in data.items():
        if isinstance(value, wrapper):
            data[key] = part = value._data  # type: ignore[attr-defined]
            _untie(part, wrapper)


_NARROW_SPACES = str.maketrans({"\u2009": "\u00a0", "\u202f": "\u00a0"})


def printable(text: str) -> str:
    """CLDR's text for paper: NFC, and its thin and narrow spaces as the no-break space that every font has."""
    return unicodedata.normalize("NFC", text).translate(_NARROW_SPACES)


def read_language(
    tag: str,
    writing: Mapping[str, str],
    phrase_language: str,
    phrase_names: Mapping[str, str],
    own_names: Mapping[str, str],
) -> Language | None:
    """The language; None where CLDR does not know the tag.

    ``writing``: tag to script code where CLDR's does not tell the style of writing. ``phrase_names``: what a person
    would say, where CLDR's name in ``phrase_language`` is not it; ``own_names``: the same of the language's own name.
    """
    found = by_cldr(tag, phrase_language)
    if found is None:
        return None
    return replace(
        found,
        script=writing.get(tag) or found.script,
        endonym=own_names.get(tag) or found.endonym,
        phrase_name=phrase_names.get(tag) or found.phrase_name,
    )


@answer
def by_cldr(tag: str, phrase_language: str) -> Language | None:
    """The language as CLDR alone has it."""
    locale = locale_of(tag)
    if locale is None:
        return None
    return Language(
        tag=tag,
        script=script_of(tag, locale),
        direction="rtl" if locale.character_order == "right-to-left" else "ltr",
        endonym=_name(tag, locale),
        phrase_name=_name_in(tag, locale, phrase_language),
        full_endonym=_full_name(locale, locale),
        full_phrase_name=_full_name(locale, locale_of(phrase_language)),
    )


def called(name: str, tags: Iterable[str]) -> tuple[str, ...]:
    """Those of the ``tags`` whose language has this name, or this word in its name, in English or in itself: ar for
    Arabic, de for Deutsch, zh-Hans and zh-Hant for Chinese.
    """
    wanted, found = unicodedata.normalize("NFC", name).strip().casefold(), []
    for tag in tags:
        language = by_cldr(tag, "en")
        names = (language.endonym, language.full_endonym, language.phrase_name) if language else ()
        if any(wanted in (each, *each.split()) for each in map(str.casefold, filter(None, names))):
            found.append(tag)
    return tuple(found)


def script_of(tag: str, locale: Locale) -> str:
    """ISO 15924 by the tag itself or CLDR's likely subtags; Hans and Hant stay apart."""
    from babel.core import get_global

    if locale.script:
        return str(locale.script)
    likely = get_global("likely_subtags")
    subtags = tag.split("-")
    for key in ("_".join(subtags), subtags[0], f"{locale.language}_{locale.territory}", locale.language):
        parts = str(likely.get(key, "")).split("_")
        if len(parts) > 1 and len(parts[1]) == 4:
            return parts[1]
    return _ARABIC if locale.character_order == "right-to-left" else "Latn"


def _name(tag: str, locale: Locale) -> str:
    """The language's own name, of the narrowest tag that CLDR names: دری for fa-AF, 简体中文 for zh-Hans."""
    names = locale.languages
    return str(names.get(tag.replace("-", "_")) or names.get(locale.language) or locale.display_name)


def _full_name(locale: Locale, speaker: Locale | None) -> str:
    """português (Brasil) for pt-BR; "" for a language that its tag does not divide."""
    divided = locale.script or locale.territory
    return printable(locale.get_display_name(speaker) or "") if divided and speaker else ""


def _name_in(tag: str, locale: Locale, phrase_language: str) -> str:
    """ "" where CLDR does not say it in that language."""
    speaker = locale_of(phrase_language)
    names = speaker.languages if speaker else {}
    key = tag.replace("-", "_")
    return str(names.get(key) or names.get(key.split("_")[0]) or names.get(locale.language) or "")
