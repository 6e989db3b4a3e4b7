"""Letters that look right and are wrong: another language's, another script's, another encoding's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import Fault, Given, Rule, Text, each_text, named

# Alphabetic and Arabic presentation forms (Unicode 16, 23.8 and 9.2): shapes for old fonts, no letters for a shaper.
# Full-width ASCII belongs beside Han and Kana and nowhere else; NFC leaves all of them as they are.
_PRESENTATION = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
_FULL_WIDTH_LETTERS = re.compile("[\uff21-\uff3a\uff41-\uff5a\uff65-\uffdc]")


def _presentation_forms(text: Text, _given: Given) -> Iterator[Fault]:
    for pattern in (_PRESENTATION, _FULL_WIDTH_LETTERS):
        match = pattern.search(text.text)
        if match:
            yield Fault(
                f"{named(match[0])} is a shape of a letter, not the letter",
                text.at(match.start()),
                "Type the word again. Text copied out of a PDF or an old program often has such shapes.",
            )


# UTN 11 and the Zawgyi table: Zawgyi stores the vowel sign U+1031 and the medial U+103B before their consonant, where
# Unicode's Burmese stores them behind it; it spells the killer U+1039, which in Unicode stands only between two
# consonants; and it fills U+1060 to U+1097, letters of Mon, Karen and Shan, with stacked Burmese shapes.
_ZAWGYI = re.compile("(?:^|[^\u1000-\u109f])[\u1031\u103b]|[\u1060-\u1097]|\u1039(?![\u1000-\u1021])")


def _zawgyi(text: Text, given: Given) -> Iterator[Fault]:
    match = _ZAWGYI.search(text.text) if given.tag == "my" else None
    if match:
        yield Fault(
            "this is spelled in Zawgyi, an old encoding of Burmese",
            text.at(match.end() - 1),
            "Convert the whole file to Unicode: other programs show its letters in a wrong order.",
        )


_PERSIAN = (("\u064a", "\u06cc"), ("\u0649", "\u06cc"), ("\u0643", "\u06a9"), ("\u06c1", "\u0647"))
_COMMA_BELOW = (("ş", "ș"), ("ţ", "ț"), ("Ş", "Ș"), ("Ţ", "Ț"), ("ǎ", "ă"), ("Ǎ", "Ă"))
_D_WITH_STROKE = (("ð", "đ"), ("Ð", "Đ"), ("Ɖ", "Đ"))


def _pairs(*pairs: tuple[str, str]) -> dict[str, str]:
    """A letter that a language does not write, and the one it writes, "" where only a reader can tell."""
    return dict(pairs)


# Letters by CLDR's exemplar characters of each language. Sounds of foreign sentences may need any letter that a
# language's readers know, so only those stand here that are typed by mistake: a neighbour's keyboard, an old font.
_SPELLINGS = {
    "ar": _pairs(("\u06cc", "\u064a"), ("\u06a9", "\u0643"), ("\u06c1", "\u0647"), ("\u06be", "\u0647")),
    "fa": _pairs(*_PERSIAN, ("\u06be", "\u0647")),
    "ur": _pairs(*_PERSIAN[:3], ("\u0647", "\u06c1"), ("\u0629", "\u06c3")),
    "ps": _pairs(("\u0643", "\u06a9"), ("\u06c1", "\u0647"), ("\u06be", "\u0647")),
    "ckb": _pairs(*_PERSIAN),
    "ro": _pairs(*_COMMA_BELOW),
    "vi": _pairs(*_D_WITH_STROKE),
    "hr": _pairs(*_D_WITH_STROKE),
    "bs": _pairs(*_D_WITH_STROKE),
    "sr-Latn": _pairs(*_D_WITH_STROKE),
    "tr": _pairs(("ǧ", "ğ"), ("Ǧ", "Ğ"), ("ș", "ş"), ("ț", "t"), ("Ș", "Ş")),
    "uk": _pairs(*((letter, "") for letter in "ыэёъЫЭЁЪ")),
    "ru": _pairs(*((letter, "") for letter in "іїєґІЇЄҐ")),
    "bg": _pairs(*((letter, "") for letter in "ыэёіїєЫЭЁІЇЄ")),
    # Two vowel signs e look like the one ae, and nikhahit with aa like am (Unicode 16, 16.1 and 16.2).
    "th": _pairs(("\u0e40\u0e40", "\u0e41"), ("\u0e4d\u0e32", "\u0e33")),
    "lo": _pairs(("\u0ec0\u0ec0", "\u0ec1"), ("\u0ecd\u0eb2", "\u0eb3")),
}
# Do-chashmi he only makes the consonant before it a breathed one; a word of Urdu never begins with it.
_URDU_HE = re.compile("(?<![\u0620-\u063a\u0641-\u064a\u0651\u066e-\u06d3])\u06be")


@cache
def _wrong_letters(tag: str) -> re.Pattern[str]:
    """Compiled when the language is judged: all of them take as long as a fiftieth of a leaflet."""
    return re.compile("|".join(map(re.escape, _SPELLINGS[tag])))


def _foreign_letters(text: Text, given: Given) -> Iterator[Fault]:
    tag = given.tag if given.tag in _SPELLINGS else given.language
    if tag not in _SPELLINGS:
        return
    for match in _wrong_letters(tag).finditer(text.text):
        right = _SPELLINGS[tag][match[0]]
        shown = ", ".join(map(named, right))
        yield Fault(
            f"{', '.join(map(named, match[0]))} is not written in this language",
            text.at(match.start()),
            f"Write {shown}. The two look alike, but a font, a search and a screen reader tell them apart."
            if right
            else "It is a letter of a neighbouring language. Type the word again.",
        )
    if given.language == "ur":
        for match in _URDU_HE.finditer(text.text):
            yield Fault(
                f"{named(match[0])} begins a word; it only stands behind a consonant",
                text.at(match.start()),
                f"Write {named(chr(0x6C1))}.",
            )


_SCRIPTS = {
    "Latin": re.compile("[A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿⱠ-ⱿꜢ-ꟿ]"),
    "Cyrillic": re.compile("[Ѐ-ԯᲀ-ᲈꙀ-ꚟ]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f’'ʼ][^\W\d_]*)*")
# Letters of the two other scripts that are drawn like one of this. A word of capitals alone is an abbreviation.
_ALIKE = {
    "Latin": re.compile("[АВЕЅІЈКМНОРСТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]?[асеорхуіѕјһο]*"),
    "Cyrillic": re.compile("[ABEIJKMHOPCTXSΑΒΕΗΙΚΜΝΟΡΤΥΧ]?[aceopxyiοα]*"),
    "Greek": re.compile("[ABEZHIKMNOPTYXАВЕНІКМОРТХУ]?[ovuоυ]*"),
}
_OF_SCRIPT = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek"}


def _mixed_scripts(text: Text, given: Given) -> Iterator[Fault]:
    own = _OF_SCRIPT.get(given.script, "")
    others = [name for name, pattern in _SCRIPTS.items() if name != own and pattern.search(text.text)]
    # They mix with the language's own; where that is none of these, with each other.
    if len(others) < (1 if own else 2):
        return
    for match in _WORD.finditer(text.text):
        found = {
            name: letters for name, pattern in _SCRIPTS.items() if (letters := pattern.findall(match[0]))
        }
        if len(found) > 1:
            odd = min((name for name in found if name != own), key=lambda name: len(found[name]))
            yield Fault(
                f"the word '{match[0]}' mixes letters of two scripts, {' and '.join(sorted(found))}",
                text.at(match.start() + match[0].index(found[odd][0])),
                f"Type it again: {named(found[odd][0])} only looks like a letter of the others.",
            )
        elif own and found and own not in found and _ALIKE[own].fullmatch(match[0]):
            yield Fault(
                f"the word '{match[0]}' is typed in {next(iter(found))} letters that look like {own} ones",
                text.at(match.start()),
                "Type it again on the keyboard of the language.",
            )


RULES = (
    Rule(
        "presentation-form",
        "Shapes of old fonts cannot be joined, searched or read aloud.",
        Severity.ERROR,
        each_text(_presentation_forms),
    ),
    Rule(
        "zawgyi",
        "Zawgyi gives Unicode's numbers to other signs, so every Unicode font shows it in disorder.",
        Severity.ERROR,
        each_text(_zawgyi),
    ),
    Rule(
        "foreign-letter",
        "A neighbour's letter may look alike and is another word for a font, a search and a screen reader.",
        Severity.ERROR,
        each_text(_foreign_letters),
    ),
    Rule(
        "mixed-script",
        "A word of letters of two scripts looks right, reads wrong aloud and is found by no search.",
        Severity.ERROR,
        each_text(_mixed_scripts),
    ),
)
