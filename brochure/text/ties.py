"""Words that a line's end should not part although a space stands between them.

Two kinds. What a language's printers never part: one-letter words of Polish, Czech and Slovak. And what reads better
unparted: a break there is taken, at a price (:data:`brochure.text.linebreak.PARTED`). Only what is beyond doubt is in
the tables; a word that is often something else is not. Nepali writes its postpositions on the noun, so needs none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

# Polish: Wolański, Edycja tekstów, and PWN, https://sjp.pwn.pl/zasady/ (spójniki, przyimki na końcu wiersza).
# Czech: ČSN 01 6910:2014, https://prirucka.ujc.cas.cz/?id=880. Slovak: STN 01 6910:2011.
_NEVER_LAST = frozenset({"pl", "cs", "sk"})
# Recommended, not required: Мильчин, Чельцова, Справочник издателя и автора; ДСТУ 3008; Pravopis (hr, sl).
_BETTER_NOT_LAST = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "hr", "bs", "sl"})
_PREPOSITIONS = frozenset("авзийкосуяіaihkosuvz")

# A number and what it counts: SI Brochure, 9th edition, 5.4.3; DIN 5008; ČSN 01 6910. A year counts nothing.
_LONGEST_NUMBER = 3
_DIGIT = re.compile(r"\d")

# Words that lean on the one before them.
_LEANING = {
    # केंद्रीय हिंदी निदेशालय, देवनागरी लिपि तथा हिंदी वर्तनी का मानकीकरण, विभक्ति-चिह्न; McGregor, Outline of Hindi
    # Grammar: postpositions, and the auxiliary at the end of its clause.
    "hi": "का की के को से में पर ने तक है हैं",
    # The same words: Schmidt, Urdu: An Essential Grammar
    "ur": "کا کی کے کو سے میں پر نے تک ہے ہیں",
    # The same: Bhatia, Punjabi: A Cognitive-Descriptive Grammar
    "pa": "ਦਾ ਦੀ ਦੇ ਦੀਆਂ ਨੂੰ ਤੋਂ ਵਿੱਚ ਵਿਚ ਉੱਤੇ ਨੇ ਤੱਕ ਲਈ ਨਾਲ ਹੈ ਹਨ",
    # বাংলা একাডেমি প্রমিত বাংলা ব্যবহারিক ব্যাকরণ, অনুসর্গ
    "bn": "থেকে দিয়ে জন্য পর্যন্ত",
    # Thompson, A Vietnamese Reference Grammar: demonstratives follow their noun
    "vi": "này đó ấy",
}

# Two words that are one: postpositions of two words (as above), words of two syllables (Hoàng Phê, Từ điển tiếng Việt).
_PAIRS = {
    "hi": "के लिए; के पास; के साथ; के बाद; के बारे; के अंदर; के बाहर; की तरह; से पहले",
    "ur": "کے لیے; کے پاس; کے ساتھ; کے بعد; کے بارے; کے اندر; کے باہر; کی طرح; سے پہلے",
    "vi": "bác sĩ; bí mật; cảnh sát; công an; điện thoại; giấy tờ; hộ chiếu; luật sư; miễn phí; nạn nhân; "
    "thông dịch; Việt Nam; xã hội",
}

_WORD = re.compile(r"\S+")
_OPENING = '([{\u201e\u201c\u201d\u201a\u2018\u00ab\u00bb"\u2013\u2014'
_CLOSING = ')]}.,;:!?\u2026\u201d\u201c\u00bb"\u060c\u061b\u061f\u06d4\u0964\u0965'


def one_letter_places(text: str, language: str) -> set[int]:
    """Offsets, in code points, after a word of one letter and its space, where its language never parts them."""
    if language not in _NEVER_LAST:
        return set()
    return {after.start() for before, after in pairwise(_WORD.finditer(text)) if _is_one_letter(before[0])}


def tied_places(text: str, language: str) -> set[int]:
    """Offsets, in code points, at which a break is better not taken. ``language``: the first part of its tag."""
    has_words = language in _BETTER_NOT_LAST or language in _LEANING
    if not has_words and not _DIGIT.search(text):
        return set()
    leaning, pairs = _words(language)
    found = set()
    for before, after in pairwise(_WORD.finditer(text)):
        first, second = before[0].lstrip(_OPENING), after[0].rstrip(_CLOSING)
        counts = len(first) <= _LONGEST_NUMBER and first.isdecimal() and second[:1].isalpha()
        leans = second.casefold() in leaning and first[-1:] not in _CLOSING
        leads = language in _BETTER_NOT_LAST and first.casefold() in _PREPOSITIONS
        if counts or leans or leads or (first.casefold(), second.casefold()) in pairs:
            found.add(after.start())
    return found


def _is_one_letter(word: str) -> bool:
    bare = word.lstrip(_OPENING)
    return len(bare) == 1 and bare.isalpha()


@lru_cache(maxsize=128)
def _words(language: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    pairs = (pair.casefold().split() for pair in _PAIRS.get(language, "").split(";") if pair)
    return frozenset(_LEANING.get(language, "").split()), frozenset(
        (first, second) for first, second in pairs
    )
