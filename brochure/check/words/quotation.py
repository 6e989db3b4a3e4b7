"""Quotation marks and apostrophes: those of the language, and none of a typewriter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import Fault, Given, Rule, Text, each_text, named

# CLDR 42 delimiters (quotationStart, quotationEnd and their alternates), https://cldr.unicode.org; Babel leaves them
# out. A language that is not here has CLDR's root ones.
_ROOT = "“”‘’"
_CLDR = {
    "«»": ("fr", "hy"),
    "«»“”": ("pt-PT", "sq", "ti", "es", "it", "el", "kk"),
    "«»„“": ("uk", "ru"),
    "«»‹›": ("fa", "am", "rm"),
    "„“": ("bg", "lt"),
    "„“‚‘": ("de", "lb", "hr", "mk", "cs", "sk", "et", "sl"),
    "„“‘’": ("sr-Latn", "sr"),
    "„”«»": ("ro", "pl", "hu"),
    "„”‘’": ("bs",),
    "„“«»": ("ka",),
    "„”‚’": ("ff",),
    "”’": ("he", "sv", "fi"),
    "‘’": ("nl",),
    "「」『』": ("zh-Hant",),
    "«»‹›„”": ("ug",),
}
# Beside CLDR's: what the language's own books print as well.
_ALSO = {
    "fr": "“”",
    "de": "»«›‹",
    "ar": "«»",
    "ur": "«»",
    "ps": "«»",
    "ckb": "«»",
    "ti": "‹›",
    "he": "״׳",
    "nl": "“”„",
    "zh-Hans": "《》〈〉",
    "zh-Hant": "《》〈〉",
    "sv": "»",
    "fi": "»",
}
_OF = {tag: marks for marks, tags in _CLDR.items() for tag in tags}

_MARKS = re.compile("[“”„‟‘’‚‛«»‹›「」『』《》〈〉〝〞〟＂＇]")
_INSIDE = re.compile(r"(?<=[^\W\d_])[‘’](?=[^\W\d_])|(?<=[^\W\d_])’")
"""An apostrophe: between letters, or for those left out at a word's end."""
_DOUBLE = re.compile('["“”„‟«»「」『』《》〈〉〝〞〟＂]')
_SINGLE_FIRST, _SINGLE_LAST = tuple("‘‚‹"), tuple("’‘›")
_STRAIGHT = re.compile("[\"'`´]|<<|>>|,,")


def marks_of(tag: str) -> str:
    """The quotation marks of a language, in no order."""
    first = tag.split("-")[0]
    return (_OF.get(tag) or _OF.get(first) or _ROOT) + (_ALSO.get(tag) or _ALSO.get(first) or "")


def _foreign_quotes(text: Text, given: Given) -> Iterator[Fault]:
    marks = list(_MARKS.finditer(text.text))
    if not marks:
        return
    own = marks_of(given.tag)
    apostrophes = {match.start() for match in _INSIDE.finditer(text.text)}
    for match in marks:
        if match[0] not in own and match.start() not in apostrophes:
            yield Fault(
                f"{named(match[0])} is a quotation mark of another language",
                text.at(match.start()),
                f"Here it is {' '.join(own)}.",
            )


def _straight_quotes(text: Text, given: Given) -> Iterator[Fault]:
    for match in _STRAIGHT.finditer(text.text):
        before, after = text.text[: match.start()][-1:], text.text[match.end() :][:1]
        is_apostrophe = match[0] in "'`´" and (before.isalpha() or after.isalpha())
        own = "’" if is_apostrophe else " ".join(marks_of(given.tag))
        yield Fault(
            f"{match[0]} is a typewriter's sign",
            text.at(match.start()),
            f"Type {own}: as an apostrophe, and in quotation as the language has it."
            if is_apostrophe
            else f"Type {own}.",
        )


def _quotes_in_print(text: Text, _given: Given) -> Iterator[Fault]:
    """A text without YAML's quotation marks that is in others as a whole, or begins with one that is never closed."""
    if not text.wording.scalar.plain:
        return
    doubles = [match.start() for match in _DOUBLE.finditer(text.text)]
    is_single = text.text[:1] in _SINGLE_FIRST and text.text[-1:] in _SINGLE_LAST and not doubles
    if doubles in ([0], [0, len(text.text) - 1]) or is_single:
        yield Fault(
            f"{named(text.text[0])} would be printed: it is not the sign that begins a text in this file",
            text.at(0),
            'Type " before and after the whole text. Word processors turn it into another as one types; a plain text '
            "editor does not.",
        )


RULES = (
    Rule(
        "quotes-in-print",
        "A page that says “Help” in quotation marks seems to doubt that there is any.",
        Severity.ERROR,
        each_text(_quotes_in_print),
    ),
    Rule(
        "foreign-quote",
        "Quotation marks of another language look like a mistake and cost trust.",
        Severity.WARNING,
        each_text(_foreign_quotes),
    ),
    Rule(
        "straight-quote",
        "A typewriter's quotation mark is neither opening nor closing, and reads aloud as a prime or an inch.",
        Severity.WARNING,
        each_text(_straight_quotes),
    ),
)
