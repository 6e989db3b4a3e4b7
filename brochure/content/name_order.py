"""Languages in the order of their own names: by script, inside of a script by its alphabet, as CLDR's root collation
has both (UTS 10, https://www.unicode.org/charts/collation/). A reader finds a name where the letters lead.

icu4py gives no collator, and all of CLDR's weights are two megabytes: what names of languages need is small. Inside
of most scripts the order is that of the code points; the three below are written out. Marks decide only between names
whose letters are the same, capitals never.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from brochure.model.language import Language

_SCRIPTS = (
    *("Latn", "Grek", "Cyrl", "Geor", "Armn", "Hebr", "Arab", "Syrc", "Thaa", "Nkoo", "Tfng", "Ethi"),
    *("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Thai", "Laoo", "Tibt"),
    *("Mymr", "Khmr", "Mong", "Olck", "Cher", "Cans", "Adlm", "Kore", "Hang", "Hani"),
)
"""In the order of CLDR's root collation."""

_AMONG = {"Aran": "Arab", "Hans": "Hani", "Hant": "Hani", "Jpan": "Hani"}
"""Styles of a script, which stand among its other languages."""

_ALPHABETS = (
    "aæbɓcdðɖeǝəɛfgɣhʻiıɨɩjklmnŋoœɔɵpqrstŧuʉvʋwxyzʒþʼ",
    "аәӕбвгғҕӷдђҙеєжҗзѕӡиіјкқҡҟҝԛлљмнңҥњоөпԥҧрсҫтҭћуүұфхҳһцҵчҷҹҽҿџшщъыьэюяҩԝӏ",
    "\u0621\u0622\u0623\u0672\u0671\u0624\u0625\u0626\u0627\u0628\u067b\u067e\u0680\u0629\u062a\u062b"
    "\u0679\u067a\u067c\u067d\u067f\u062c\u0683\u0684"
    "\u0686\u0687\u062d\u062e\u0681\u0685\u062f\u0630\u0688\u0689\u068a\u068c\u068d\u068f\u0631\u0632\u0691\u0693"
    "\u0695\u0696\u0698\u0699\u0633\u0634\u069a\u0635\u0636\u0637\u0638\u0639\u063a\u06a0\u0641\u06a4\u06a6\u0642"
    "\u0643\u06a9\u06aa\u06ab\u06ad\u06af\u06b1\u06b3\u0644\u06b5\u0645\u0646\u06ba\u06bb\u06bc\u0647\u06be\u06c1"
    "\u06d5\u0648\u06c4\u06c6\u06c7\u06c8\u06ca\u06cb\u06cf\u0649\u064a\u06cc\u06cd\u06ce\u06d0\u06d2",
)
"""Latin, Cyrillic, Arabic; taken from ICU 72."""

_PLACES = {
    letter: (ord(alphabet[0]), place) for alphabet in _ALPHABETS for place, letter in enumerate(alphabet)
}

_SAME = str.maketrans("đħłøґ", "dhloг")
"""A bar or hook through a letter is a mark there, though no decomposition takes it off."""

_SPACE, _SIGN = (0, 0), (1, 0)
"""Before any letter."""


def by_name(languages: Iterable[Language]) -> tuple[Language, ...]:
    """Sorted for the eye of who looks for one; the tag decides between two of the same name."""
    return tuple(sorted(languages, key=_key))


def _key(language: Language) -> tuple[int, tuple[tuple[int, int], ...], str, str]:
    script = _AMONG.get(language.script, language.script)
    place = _SCRIPTS.index(script) if script in _SCRIPTS else len(_SCRIPTS)
    name = language.endonym.casefold()
    return place, tuple(_letters(name)), name, language.tag


def _letters(name: str) -> Iterator[tuple[int, int]]:
    # Arabic letters with a hamza have places of their own, so they are asked for whole.
    for whole in unicodedata.normalize("NFC", name.translate(_SAME)):
        for letter in whole if whole in _PLACES else unicodedata.normalize("NFD", whole):
            kind = unicodedata.category(letter)
            if letter in _PLACES or (kind[0] in "LM" and not _is_mark(letter)):
                yield _PLACES.get(letter, (ord(letter), 0))
            elif kind[0] not in "LM":
                yield _SPACE if kind == "Zs" else _SIGN


def _is_mark(letter: str) -> bool:
    """Accents, points and nuktas; vowel signs and viramas are letters to a collation."""
    place = unicodedata.combining(letter)
    return 0 < place < 9 or 10 <= place <= 36 or place >= 200
