"""All rules about words, and the judge that puts them to use."""

from __future__ import annotations

from collections.abc import Mapping

from brochure.base.diagnostics import Finding, in_order
from brochure.check.words import (
    facts,
    invisible,
    letters,
    numbers,
    outside,
    pictures,
    punctuation,
    quotation,
    wordiness,
)
from brochure.check.words.rule import Given, Rule, Text
from brochure.content.project import Project
from brochure.content.words import SOURCE_LANGUAGE, Wording
from brochure.model.language import Language

RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *pictures.RULES,
    *letters.RULES,
    *invisible.RULES,
    *quotation.RULES,
    *punctuation.RULES,
    *wordiness.RULES,
    *outside.RULES,
    *facts.RULES,
)
"""In the order of brochure/docs/findings.md."""


def check_words(
    project: Project, language: Language, words: Mapping[str, Wording | None]
) -> tuple[Finding, ...]:
    """What the rules say of one language: every unit of its file, printed or not. ``words``: as they were read."""
    given = _given(project, language.tag, language.script, words)
    return apply(given) if given else ()


def check_edition(project: Project) -> tuple[Finding, ...]:
    """What the rules say of the edition's facts and the English units that rest on them; findings of no language."""
    given = _given(project, SOURCE_LANGUAGE, "Latn", {})
    return apply(given, of_edition=True) if given else ()


def _given(project: Project, tag: str, script: str, words: Mapping[str, Wording | None]) -> Given | None:
    if project.words is None or project.edition is None:
        return None
    units = project.words.units
    return Given(
        tag=tag,
        script=script,
        texts=tuple(Text.of(wording) for wording in words.values() if wording is not None),
        english={address: Text.of(unit.wording) for address, unit in units.items()},
        units=units,
        edition=project.edition,
        forbidden=project.forbidden.get(tag) or project.forbidden.get(tag.split("-")[0]),
    )


def apply(given: Given, *, of_edition: bool = False) -> tuple[Finding, ...]:
    """The findings of every rule of a kind, sorted, each once."""
    return in_order(
        Finding(
            rule.id,
            fault.message,
            fault.span,
            rule.severity,
            fault.help,
            "" if of_edition else given.tag,
        )
        for rule in RULES
        if rule.of_edition == of_edition
        for fault in rule.judge(given)
    )
