"""The outside, which someone else may see: it does not name the matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.base.spans import Span
from brochure.check.words.rule import Fault, Given, Rule
from brochure.content.forbidden import FILE
from brochure.content.words import language_file

_OUTSIDE = "cover."
_INSIDE = "-"
"""Begins an entry of the list that is looked for inside of words too."""
_WITHOUT_SPACES = ("Hans", "Hant", "Thai", "Laoo", "Khmr", "Mymr")
_ARABIC_MARKS = range(0x064B, 0x0660)


def _told_outside(given: Given) -> Iterator[Fault]:
    for text in given.texts:
        if not text.address.startswith(_OUTSIDE):
            continue
        folded, places = _folded(text.text)
        for word in given.forbidden or ():
            at = _found(word, folded, anywhere=given.script in _WITHOUT_SPACES)
            if at >= 0:
                yield Fault(
                    f"'{text.address}' stands on the outside and says '{word.removeprefix(_INSIDE)}'",
                    text.at(places[at]),
                    f"Take another word: whoever finds the paper must not learn what it is about. The list is {FILE}.",
                )


def _found(word: str, text: str, *, anywhere: bool) -> int:
    """Where a word of the list begins in a folded text, -1 for nowhere."""
    wanted = _folded(word.removeprefix(_INSIDE))[0]
    at = text.find(wanted)
    while (
        at > 0
        and not (anywhere or word.startswith(_INSIDE))
        and unicodedata.category(text[at - 1])[0] in "LM"
    ):
        at = text.find(wanted, at + 1)
    return at


def _folded(text: str) -> tuple[str, list[int]]:
    """Small letters without vowel marks of Arabic and without invisible characters, and where each came from."""
    folded, places = [], []
    for at, char in enumerate(text):
        if ord(char) in _ARABIC_MARKS or unicodedata.category(char) == "Cf":
            continue
        small = char.casefold().replace("\u0307", "").replace("ı", "i")
        folded.append(small)
        places += [at] * len(small)
    return "".join(folded), places


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
