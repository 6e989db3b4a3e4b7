"""Words that a line's end should not part although a space stands between them.

Two kinds. What a language's printers never part: one-letter words of Polish, Czech and Slovak. And what reads better
unparted: a break there is taken, at a price (:data:`brochure.text.linebreak.PARTED`). Only what is beyond doubt is in
the tables; a word that is often something else is not. Nepali writes its postpositions on the noun, so needs none.
"""

from __future__ import annotations

import re
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
_START, _END = (
    r"(?<![^\s(\u00ab\u201c\"])",
    r"(?=[\s.,;:!?)\u00bb\u201d\"\u060c\u061b\u061f\u06d4\u0964\u0965]|$)",
)


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
    leaning = [re.escape(word) for word in _LEANING.get(language, "").split()]
    pairs = [pair.split() for pair in _PAIRS.get(language, "").split(";") if pair]
    parts = [rf"{_START}{re.escape(first)} +(?={re.escape(second)}{_END})" for first, second in pairs]
    if leaning:
        parts.append(rf"(?<=[^\s.,;:!?\u060c\u061b\u061f\u06d4\u0964]) +(?=(?:{'|'.join(leaning)}){_END})")
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _ends(pattern: re.Pattern[str], text: str) -> set[int]:
    return {match.end() for match in pattern.finditer(text)}
