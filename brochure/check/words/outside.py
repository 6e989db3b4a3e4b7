"""The outside, which someone else may see: it does not name the matter."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.base.spans import Span
from brochure.check.forbidden import HELP, ForbiddenWords, found_in, told, words_of
from brochure.check.words.rule import Fault, Given, Rule
from brochure.content.forbidden import FILE
from brochure.content.words import language_file

_OUTSIDE = "cover."


def _told_outside(given: Given) -> Iterator[Fault]:
    words = ForbiddenWords(words_of(given.forbidden or (), given.script))
    for text in given.texts:
        if not text.address.startswith(_OUTSIDE):
            continue
        for found in found_in(text.text, words):
            yield Fault(told(text.address, found.word), text.at(found.at), HELP)


def _not_listed(given: Given) -> Iterator[Fault]:
    if given.forbidden is None:
        yield Fault(
            "nobody has listed the words that its outside may not say, so they are not looked for",
            Span(language_file(given.tag)),
            f"Add '{given.tag}:' to {FILE}: trafficking, exploitation, victim, police and the like.",
        )


RULES = (
    Rule(
        "told-outside",
        "A paper that names the matter endangers whoever is found with it.",
        Severity.ERROR,
        _told_outside,
    ),
    Rule(
        "outside-not-judged",
        "Without a list of words for a language, nobody looks whether its outside is neutral.",
        Severity.WARNING,
        _not_listed,
    ),
)
