"""Words that a line's end should not part although it may.

What a language's printers never part: one-letter words of Polish, Czech and Slovak. And what reads better unparted: a
break there is taken, at a price. Only what is beyond doubt is in the tables; a word that is often something else is
not. Nepali writes its postpositions on the noun, so needs none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from icu4py.breakers import WordBreaker

from brochure.text.graphemes import code_point_offsets

PARTED = 0.25
"""What a break between words that are tied costs, in the unit of unevenness (:mod:`brochure.text.linebreak`): a number
and what it counts stay together.
"""

AFTER_AND = 0.1
"""What a break after "and" or "or" costs, in the same unit: one pauses before such a word, not after it."""

INSIDE_WORD = 0.1
"""What a break inside a Chinese word costs, in the same unit. Nothing forbids it, but who reads slowly reads words."""

_FACT = "\ufffc"
"""Stands for every character of a fact."""
_UNSPACED = frozenset({"zh"})
# 现代汉语八百词 (吕叔湘): 结构助词, 时态助词, 语气词, and the plural of pronouns; only those that are seldom a word of
# their own, as 地, 得 and 过 are.
_PARTICLES = frozenset("的们們吗嗎了吧呢着著")
_HAN = ("\u3400", "\u9fff")
"""First and last sign."""

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

# "And" and "or" that stand between spaces: CLDR's list patterns, and what else the language says for them; but not
# Hungarian vagy, which is "you are" too. "Cut the sentence where people would pause when reading out loud": Inclusion
# Europe, Information for all, European standards for making information easy to read and understand.
_JOINING = {
    "am": "እና ወይም",
    "ar": "أو",
    "bg": "и или",
    "bn": "এবং বা ও",
    "bs": "i ili",
    "ckb": "و یان",
    "cs": "a nebo",
    "de": "und oder",
    "el": "και ή",
    "en": "and or",
    "es": "y e o u",
    "et": "ja või",
    "fa": "و یا",
    "fil": "at o",
    "fr": "et ou",
    "he": "או",
    "hi": "और या",
    "hr": "i ili",
    "hu": "és",
    "hy": "և կամ",
    "id": "dan atau",
    "it": "e o",
    "ka": "და ან",
    "km": "និង ឬ",
    "kmr": "û an",
    "lb": "an a oder",
    "lo": "ແລະ ຫຼື",
    "lt": "ir ar",
    "lv": "un vai",
    "mk": "и или",
    "my": "သို့မဟုတ်",
    "ne": "र वा",
    "nl": "en of",
    "pa": "ਅਤੇ ਜਾਂ",
    "pcm": "an or ọ",
    "pl": "i lub albo",
    "ps": "او یا",
    "pt": "e ou",
    "ro": "și sau",
    "ru": "и или",
    "si": "සහ හෝ",
    "sk": "a alebo",
    "so": "iyo ama",
    "sq": "dhe ose",
    "sr": "i ili и или",
    "sw": "na au",
    "ta": "மற்றும் அல்லது",
    "th": "หรือ",
    "ti": "ወይ",
    "tr": "ve veya",
    "uk": "і й та або чи",
    "ur": "اور یا",
    "vi": "và hoặc",
    "yo": "àti tàbí",
}

_WORD = re.compile(r"\S+")
_OPENING = '([{\u201e\u201c\u201d\u201a\u2018\u00ab\u00bb"\u2013\u2014'
_CLOSING = ')]}.,;:!?\u2026\u201d\u201c\u00bb"\u060c\u061b\u061f\u06d4\u0964\u0965'


def one_letter_places(text: str, language: str) -> set[int]:
    """Offsets, in code points, after a word of one letter and its space, where its language never parts them."""
    if language not in _NEVER_LAST:
        return set()
    return {after.start() for before, after in pairwise(_WORD.finditer(text)) if _is_one_letter(before[0])}


def tied_places(text: str, language: str) -> dict[int, float]:
    """Offsets, in code points, at which a break is better not taken, and what it costs: :data:`PARTED`,
    :data:`AFTER_AND` or :data:`INSIDE_WORD`. ``language``: the first part of its tag.
    """
    found = _between_signs(text, language) if language in _UNSPACED else {}
    words = _words(language)
    if not words.any and not _DIGIT.search(text):
        return found
    for before, after in pairwise(_WORD.finditer(text)):
        first, second = before[0].lstrip(_OPENING).casefold(), after[0].rstrip(_CLOSING).casefold()
        counts = len(first) <= _LONGEST_NUMBER and first.isdecimal() and second[:1].isalpha()
        leans = second in words.leaning and first[-1:] not in _CLOSING
        if counts or leans or first in words.leading or (first, second) in words.pairs:
            found[after.start()] = PARTED
        elif first in words.joining:
            found[after.start()] = AFTER_AND
    return found


def _is_one_letter(word: str) -> bool:
    bare = word.lstrip(_OPENING)
    return len(bare) == 1 and bare.isalpha()


def _between_signs(text: str, language: str) -> dict[int, float]:
    """Between two signs of one word; before a particle, which leans on the word before it; before the last sign of a
    text that ends with it, which would stand on a line alone.
    """
    ends = set(code_point_offsets(text, (end for _, end in WordBreaker(text, language).segments())))
    signs = [_HAN[0] <= character <= _HAN[1] for character in text]
    pairs = [offset for offset, both in enumerate(pairwise(signs), 1) if all(both)]
    leaning = {offset for offset in pairs if text[offset] in _PARTICLES and offset + 1 in ends}
    found = {offset: INSIDE_WORD for offset in pairs if offset not in ends or offset in leaning}
    last = len(signs) - 1 - signs[::-1].index(True) if any(signs) else 0
    ends_with_it = not any(character.isalnum() or character == _FACT for character in text[last + 1 :])
    return found | {offset: PARTED for offset in pairs if offset == last and ends_with_it}


class _Words(NamedTuple):
    """Casefolded. ``leading``: stand with what follows; ``leaning``: with what stands before."""

    leading: frozenset[str]
    leaning: frozenset[str]
    joining: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @property
    def any(self) -> bool:
        return any(self)


@lru_cache(maxsize=128)
def _words(language: str) -> _Words:
    pairs = (pair.casefold().split() for pair in _PAIRS.get(language, "").split(";") if pair)
    return _Words(
        _PREPOSITIONS if language in _BETTER_NOT_LAST else frozenset(),
        frozenset(_LEANING.get(language, "").casefold().split()),
        frozenset(_JOINING.get(language, "").casefold().split()),
        frozenset((first, second) for first, second in pairs),
    )
