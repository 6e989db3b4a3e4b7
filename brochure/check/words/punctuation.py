"""Signs at the end of a sentence and inside of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import Fault, Given, Rule, Text, each_text, named

_STATEMENT, _QUESTION, _CALL, _COLON, _OPEN = (
    "a full stop",
    "a question mark",
    "an exclamation mark",
    "a colon",
    "no sign",
)
_CLASSES = {
    **dict.fromkeys(".。．｡։።।॥။។۔᠃᙮", _STATEMENT),
    **dict.fromkeys("?？؟፧⸮՞\u037e", _QUESTION),
    **dict.fromkeys("!！՜", _CALL),
    **dict.fromkeys(":：፡፦៖՝", _COLON),
}
_ELLIPSES = ("…", "...")
_CLOSING = " \n\u00a0\u202f\u2009\u200b\u200e\u200f\"'”“’‘»«›‹」』》〉)）]］"

_NO_FULL_STOP = ("Thai", "Laoo")
"""Scripts whose sentences end with a space or with nothing, questions too."""
_LATIN_LIKE = ("Latn", "Cyrl", "Grek", "Hebr", "Geor")


_REPORTED = re.compile("[:：፡፦][^:：፡፦.。۔।።]+$")
"""'Ask: who will know?' for 'Ask who will know.' is the same kind of sentence."""


def ending(text: str, script: str) -> str:
    """The class of a text's last sign, in a person's words."""
    end = text.rstrip(_CLOSING)
    if not end or end.endswith(_ELLIPSES):
        return _OPEN
    if script == "Grek" and end[-1] == ";":
        return _QUESTION
    if script == "Armn" and "՞" in re.split("[։:]", end.rstrip("։:"))[-1]:
        return _QUESTION  # it stands on the stressed vowel of the word that is asked for
    return _CLASSES.get(end[-1], _OPEN)


def _end_differs(text: Text, given: Given) -> Iterator[Fault]:
    source = given.english.get(text.address)
    if source is None or source.wording is text.wording:
        return
    here, there = ending(text.text, given.script), ending(source.text, "Latn")
    if here == there or (given.script in _NO_FULL_STOP and here == _OPEN):
        return
    if (here, there) == (_QUESTION, _STATEMENT) and _REPORTED.search(text.text):
        return
    last = len(text.text.rstrip(_CLOSING)) - 1
    yield Fault(
        f"'{text.address}' ends with {here}, the English with {there}",
        text.at(max(last, 0)),
        "Is it still the same kind of sentence? End it as your language ends such a one.",
    )


def _spanish_openings(text: Text, given: Given) -> Iterator[Fault]:
    if given.language != "es":
        return
    for closing, opening in (("?", "¿"), ("!", "¡")):
        if text.text.count(closing) != text.text.count(opening):
            yield Fault(
                f"there are not as many {opening} as {closing}",
                text.at(max(text.text.find(closing), 0)),
                f"In Spanish {opening} stands before it begins.",
            )


_ARABIC = {",": "،", ";": "؛", "?": "؟"}
_ETHIOPIC = {",": "፣", ".": "።", ";": "፤", "::": "።", "፡፡": "።"}
_HAN = {",": "，", ".": "。", "?": "？", "!": "！", ":": "：", ";": "；"}
_DANDA = {".": "।", "|": "।", "||": "॥"}
# What a language writes in place of a sign of the Latin keyboard.
_OWN = {
    **dict.fromkeys(("ar", "fa", "ps", "ckb", "ug"), _ARABIC),
    "ur": {**_ARABIC, ".": "۔"},
    **dict.fromkeys(("hi", "ne", "bn", "pa"), _DANDA),
    **dict.fromkeys(("am", "ti"), _ETHIOPIC),
    **dict.fromkeys(("zh-Hans", "zh-Hant"), _HAN),
    "km": {".": "។"},
    "my": {".": "။", ",": "၊"},
    "hy": {".": "։", "?": "՞", "!": "՜"},
    "el": {"?": ";"},
}
# Behind a word or a fact, with nothing or a space after it; dots in a row are another matter.
_LATIN_SIGN = re.compile(r"(?<![\s.])(?:::|፡፡|\|\||[,;?!:.|])(?![\w.\ufffc])")
_ABBREVIATION = re.compile(r"(?:^|[\s(])[^\W\d_][^\w\s.]*\.$")
"""One letter with its vowel signs, as for doctor in Hindi. Where a danda ends sentences, a dot shortens words."""
# Where signs of the Latin keyboard are the language's own, signs of any other are not.
_FOREIGN = re.compile(
    "[\u060c\u061b\u061f\u06d4\u0964\u0965\u1361-\u1368\u104a\u104b\u17d4\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f\u0589\uff08\uff09]"
)


def _foreign_signs(text: Text, given: Given) -> Iterator[Fault]:
    own = _OWN.get(given.tag) or _OWN.get(given.language) or {}
    for match in _LATIN_SIGN.finditer(text.text) if own else ():
        right = own.get(match[0])
        if right is None or (right == "।" and _ABBREVIATION.search(text.text[: match.end()])):
            continue
        yield Fault(
            f"'{match[0]}' is a sign of other languages", text.at(match.start()), f"Type {named(right)}."
        )
    for match in _FOREIGN.finditer(text.text) if given.script in _LATIN_LIKE else ():
        yield Fault(
            f"{named(match[0])} is a sign of another script",
            text.at(match.start()),
            "Type the sign of your language.",
        )


# Lexique des règles typographiques en usage à l'Imprimerie nationale, ponctuation: a no-break space stands before high
# signs and inside guillemets. No line breaks at a plain one either, but that is as wide as between words.
_FRENCH = re.compile(r"(?:(?<=[^\s;:!?(]) |(?<=[^\s;:!?(«]))[;:!?»](?=[\s)»”]|$)|«(?![\u00a0\u202f])")


def _french_spaces(text: Text, given: Given) -> Iterator[Fault]:
    for match in _FRENCH.finditer(text.text) if given.tag == "fr" else ():
        sign = match[0].strip()
        side = "after" if sign == "«" else "before"
        yield Fault(
            f"no narrow no-break space stands {side} '{sign}'",
            text.at(match.end() - 1),
            f"Write \\u202f {side} it, in place of a plain space.",
        )


_DOTS = re.compile(r"\.{2,}")


def _typed_ellipses(text: Text, _given: Given) -> Iterator[Fault]:
    for match in _DOTS.finditer(text.text):
        yield Fault(
            f"{len(match[0])} dots in a row", text.at(match.start()), "Type … or, better, end the sentence."
        )


_CAPITALS = re.compile(r"[^\W\d_]{4,}")


def _capitals(text: Text, given: Given) -> Iterator[Fault]:
    source = given.english.get(text.address)
    for match in _CAPITALS.finditer(text.text):
        word = match[0]
        if not word.isupper():
            continue
        is_name = source is not None and source.wording is not text.wording and word in source.text
        if not is_name:
            yield Fault(
                f"'{word}' is all capitals",
                text.at(match.start()),
                "Use small letters. Weight and size are the designer's; a name belongs to the edition's facts.",
            )


RULES = (
    Rule(
        "end-punctuation",
        "A question that became a statement, or the other way round, often means another thing.",
        Severity.WARNING,
        each_text(_end_differs),
    ),
    Rule(
        "question-not-opened",
        "Spanish opens what it closes, so that a reader knows the tone from the first word.",
        Severity.WARNING,
        each_text(_spanish_openings),
    ),
    Rule(
        "french-space",
        "In French a narrow space stands before ; : ! ? and inside guillemets, and keeps them with their words.",
        Severity.WARNING,
        each_text(_french_spaces),
    ),
    Rule(
        "foreign-punctuation",
        "Signs of another keyboard turn to the wrong side or stand too close.",
        Severity.WARNING,
        each_text(_foreign_signs),
    ),
    Rule(
        "typed-ellipsis",
        "Dots in a row part at a line's end and are read aloud one by one.",
        Severity.WARNING,
        each_text(_typed_ellipses),
    ),
    Rule(
        "all-capitals",
        "Capitals for emphasis shout, and readers of few years of school read them slowly.",
        Severity.WARNING,
        each_text(_capitals),
    ),
)
