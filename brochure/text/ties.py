"""Words that a line's end should not part although a space stands between them.

Two kinds. What a language's printers never part: one-letter words of Polish, Czech and Slovak. And what reads better
unparted: a break there is taken, at a price (:data:`brochure.text.linebreak.PARTED`). Only what is beyond doubt is in
the tables; a word that is often something else is not. Nepali writes its postpositions on the noun, so needs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# Polish: Wolański, Edycja tekstów, and PWN, https://sjp.pwn.pl/zasady/ (spójniki, przyimki na końcu wiersza).
# Czech: ČSN 01 6910:2014, https://prirucka.ujc.cas.cz/?id=880. Slovak: STN 01 6910:2011.
_NEVER_LAST = frozenset({"pl", "cs", "sk"})
# Recommended, not required: Мильчин, Чельцова, Справочник издателя и автора; ДСТУ 3008; Pravopis (hr, sl).
_BETTER_NOT_LAST = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl"})
_ONE_LETTER = re.compile(r"(?<![\w.'\u2019-])[^\W\d_] +")
_PREPOSITION = re.compile(r"(?<![\w.'\u2019-])[авзийкосуяіaihkosuvz] +", re.IGNORECASE)

# A number and what it counts: SI Brochure, 9th edition, 5.4.3; DIN 5008; ČSN 01 6910. A year counts nothing.
_NUMBER = re.compile(r"(?<![\w.,:/+–-])\d{1,3} +(?=[^\W\d_])|[§№] +(?=\d)")

_POSTPOSITIONS = {
    # केंद्रीय हिंदी निदेशालय, देवनागरी लिपि तथा हिंदी वर्तनी का मानकीकरण, विभक्ति-चिह्न
    "hi": "का की के को से में पर ने तक",
    # The same words: Schmidt, Urdu: An Essential Grammar, postpositions
    "ur": "کا کی کے کو سے میں پر نے تک",
    # Bhatia, Punjabi: A Cognitive-Descriptive Grammar, postpositions
    "pa": "ਦਾ ਦੀ ਦੇ ਦੀਆਂ ਨੂੰ ਤੋਂ ਵਿੱਚ ਵਿਚ ਉੱਤੇ ਨੇ ਤੱਕ",
    # বাংলা একাডেমি প্রমিত বাংলা ব্যবহারিক ব্যাকরণ, অনুসর্গ
    "bn": "থেকে দিয়ে জন্য পর্যন্ত",
}

# One word in two syllables: Hoàng Phê, Từ điển tiếng Việt.
_COMPOUNDS = {
    "vi": (
        "bác sĩ; bí mật; cảnh sát; công an; điện thoại; giấy tờ; hộ chiếu; luật sư; miễn phí; nạn nhân; "
        "thông dịch; Việt Nam; xã hội"
    )
}


def one_letter_places(text: str, language: str) -> set[int]:
    """Offsets, in code points, after a word of one letter and its space, where its language never parts them."""
    return _ends(_ONE_LETTER, text) if language in _NEVER_LAST else set()


def tied_places(text: str, language: str) -> set[int]:
    """Offsets, in code points, at which a break is better not taken. ``language``: the first part of its tag."""
    found = _ends(_NUMBER, text)
    if language in _BETTER_NOT_LAST:
        found |= _ends(_PREPOSITION, text)
    own = _of_language(language)
    return found | _ends(own, text) if own is not None else found


@lru_cache(maxsize=128)
def _of_language(language: str) -> re.Pattern[str] | None:
    if language in _POSTPOSITIONS:
        return re.compile(rf" +(?=(?:{_any(_POSTPOSITIONS[language].split())})(?:[\s,।।۔،!?]|$))")
    if language in _COMPOUNDS:
        pairs = (pair.split() for pair in _COMPOUNDS[language].split("; "))
        parts = (rf"{re.escape(first)} +(?={re.escape(second)}\b)" for first, second in pairs)
        return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)
    return None


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _ends(pattern: re.Pattern[str], text: str) -> set[int]:
    return {match.end() for match in pattern.finditer(text)}
