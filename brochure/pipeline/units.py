"""One text as whoever writes it needs to see it: its English, what it means, its room, its facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError
from brochure.base.spans import Span
from brochure.content.facts import Facts, known_references
from brochure.content.findings import Findings, did_you_mean
from brochure.content.inherited import is_inherited
from brochure.content.languages import locale_of, script_of
from brochure.content.project import Project, spoken_of
from brochure.content.rooms import most_characters
from brochure.content.words import SOURCE_LANGUAGE, SourceUnit, Wording
from brochure.model.language import Language


class UnitSeen(Struct, frozen=True):
    """``english`` and ``text``: as they are typed, facts by their names in braces; ``text`` "" where there is none.
    ``inherited``: it stands in the file of another language.
    ``facts``: what is printed by name, of every fact of both texts. ``most``: characters that the English may have,
    and about how many a text of this language.
    """

    address: str
    english: str
    note: str
    most: tuple[int, int]
    text: str
    inherited: bool
    span: Span | None
    facts: Mapping[str, str]


class Words:
    """The words of one language beside their English.

    Raises ArgumentsError: no such language here, or English cannot be read.
    """

    def __init__(self, project: Project, tag: str, format_id: str) -> None:
        spoken = spoken_of(project, tag, Findings(tag))
        words, language = spoken.words, spoken.language
        if project.words is None or project.edition is None or language is None or words is None:
            raise ArgumentsError(f"the words of {tag} cannot be read", f"brochure check {tag} says why.")
        self._english = project.words
        self._words: Mapping[str, Wording | None] = words
        self._language: Language = language
        self._facts = Facts(project.edition, language, format_id, "")
        self._known = frozenset(known_references(project.edition))

    def seen(self, address: str) -> UnitSeen:
        """Raises ArgumentsError: English has no such unit."""
        source = self._english.units.get(address)
        if source is None:
            help_ = did_you_mean(address, tuple(self._english.units), "There is")
            raise ArgumentsError(f"there is no unit {address}", help_)
        wording = self._words.get(address)
        tag = self._language.tag
        inherited = wording is not None and tag != SOURCE_LANGUAGE and is_inherited(wording, tag)
        names = [*source.wording.references, *(wording.references if wording else ())]
        return UnitSeen(
            address=address,
            english=source.wording.written,
            note=source.note,
            most=self._most(source),
            text=wording.written if wording else "",
            inherited=inherited,
            span=wording.span if wording else None,
            facts=self._printed(names),
        )

    def all(self) -> Iterable[tuple[str, Wording | None]]:
        """Every text that the language has or could have, in the order of English."""
        return [(address, self._words.get(address)) for address in self._english.units]

    def _most(self, source: SourceUnit) -> tuple[int, int]:
        locale = locale_of(self._language.tag)
        return most_characters(source.room, script_of(self._language.tag, locale) if locale else "")

    def _printed(self, names: Iterable[str]) -> dict[str, str]:
        printed = {}
        for name in dict.fromkeys(names):
            fact = self._facts.fact(name, Span(""), Findings()) if name in self._known else None
            printed[name] = fact.text if fact else name
        return printed
