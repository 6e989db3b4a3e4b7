"""One language of a project: what CLDR, the theme and the fonts say of it, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.findings import Findings, shown
from brochure.content.inherited import read_words
from brochure.content.languages import read_language
from brochure.content.words import (
    SOURCE_LANGUAGE,
    SourceWords,
    Wording,
    has_language_file,
    language_file,
)
from brochure.model.edition import Edition
from brochure.model.fonts import FontList
from brochure.model.language import Language
from brochure.model.theme import Theme


class Spoken(Struct, frozen=True):
    """A language and all of its units, printed or not; None where CLDR, theme, fonts or its file do not have it."""

    tag: str
    language: Language | None
    words: Mapping[str, Wording | None] | None


def words_of(
    root: Path, tag: str, english: SourceWords, listed: bool, findings: Findings
) -> Mapping[str, Wording | None] | None:
    """The units of a language. ``listed``: in the edition, where a missing file has been told."""
    if tag == SOURCE_LANGUAGE:
        units = english.units
        return {address: units[address].wording if address in units else None for address in english.taken}
    if listed and not has_language_file(root, tag):
        return None
    return read_words(root, tag, english, findings)


def language_of(
    tag: str,
    edition: Edition,
    theme: Theme,
    writing: Mapping[str, str],
    fonts: FontList | None,
    findings: Findings,
) -> Language | None:
    """The language, when CLDR, the theme and the font list know enough of it to set it."""
    phrases = edition.phrases
    language = read_language(tag, writing, phrases.language, phrases.names, edition.own_names)
    whole = Span(language_file(tag))
    if language is None:
        findings.error(
            "unknown-language",
            f"CLDR, the list of the world's languages, has no language {shown(tag)}",
            whole,
            "Is the tag right? It is written as in ar, pt-BR, zh-Hans.",
        )
        return None
    if not language.phrase_name:
        findings.error(
            "no-phrase-name",
            f"nothing says what {shown(tag)} is called in {shown(phrases.language)}, the language of the services",
            edition.span,
            f"Add '{tag}: ...' under phrase_language_names, as a person says it.",
        )
    usable = True
    if language.script not in theme.scripts:
        message = f"content/theme.yaml says nothing of the script {language.script}"
        findings.error("no-script-style", message, whole, "Add it there.")
        usable = False
    if fonts is not None and language.script not in fonts.scripts:
        message = f"fonts/fonts.yaml declares no font for the script {language.script}"
        findings.error("no-font", message, whole, "Add one there.")
        usable = False
    return language if usable else None
