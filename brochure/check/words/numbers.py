"""Numbers and addresses that reading does not know as such: they bypass the edition's facts and their verification.

Decimal digits of every script and all signs of number are found while reading (``digit-outside-fact``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import Fault, Given, Rule, Text, each_text

# Han digits are letters to Unicode; three in a row are read out one by one, as a number to dial is.
_HAN = re.compile("[〇零一二三四五六七八九幺兩两]{3,}")
# O for nought, l and I for one, in Latin, Cyrillic and Greek; "ll" and "oo" occur in words, never three of them alone.
_ALIKE = re.compile(r"(?<![^\W_])[OoОоΟοIІӀΙl|]{3,}(?![^\W_])")
# Braille cells behind the number sign, and the keycap that turns what stands before it into a key.
_BRAILLE = re.compile("⠼[⠁-⠿]+")
_TELEPHONE = re.compile("[☎☏✆℡📞📟📱\u20e3]|(?<![^\\W_])tel:", re.IGNORECASE)
_NUMBERS = (_HAN, _ALIKE, _BRAILLE, _TELEPHONE)

_DOMAIN = r"\.(?:lu|eu|com|org|net|info|int)"
"""One that an address here could have."""
# A page, a mail address, or a bare name under a domain.
_ADDRESS = re.compile(
    rf"(?:https?://|www\.)[^\s\ufffc]+|[\w.+-]+@[\w-]+\.\w+|(?<!\w)[a-z][\w-]+{_DOMAIN}(?!\w)", re.IGNORECASE
)
# A part of every address and of hardly any other text: looked for first, in a sixth of the time.
_PART_OF_ADDRESS = re.compile(rf"://|www\.|@|{_DOMAIN}", re.IGNORECASE)


def _numbers_in_disguise(text: Text, _given: Given) -> Iterator[Fault]:
    for pattern in _NUMBERS:
        for match in pattern.finditer(text.text):
            yield Fault(
                f"'{match[0]}' stands for a number or a telephone",
                text.at(match.start()),
                "Numbers come from the edition's file: name a placeholder, such as {infotraite.phone}.",
            )


def _addresses(text: Text, _given: Given) -> Iterator[Fault]:
    if not _PART_OF_ADDRESS.search(text.text):
        return
    for match in _ADDRESS.finditer(text.text):
        yield Fault(
            f"the address '{match[0]}' is typed into the text",
            text.at(match.start()),
            "Addresses come from the edition's file, which says which format may print them: name a placeholder.",
        )


RULES = (
    Rule(
        "number-in-disguise",
        "A number that is no fact of the edition is printed unverified, and nothing says when it has changed.",
        Severity.ERROR,
        each_text(_numbers_in_disguise),
    ),
    Rule(
        "address-outside-fact",
        "A web address can name the matter, and opening it leaves a trace; the edition decides where one may stand.",
        Severity.ERROR,
        each_text(_addresses),
    ),
)
