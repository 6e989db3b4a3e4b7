"""Breaks after a hyphen that was typed. None is ever added.

At the end of a line a reader cannot tell such a hyphen from one that parts a word, and poppler and PDFium cannot
either: they drop it and join the lines (``docs/text-that-comes-back.md``). Portuguese (Acordo Ortográfico 1990, base
XX, 6), Polish, Czech (ČSN 01 6910) and Slovak would repeat it on the next line, which would add a character to the
text. So a break after a hyphen is taken only where the word does not fit a line, and never next to a short part.
"""

from __future__ import annotations

import re

_LETTER = r"[^\W_]"
_HYPHEN = "[-\u2010]"
SHORTEST = 2
"""Letters on both sides. One letter is left alone by nobody: Amtliche Regelung der deutschen Rechtschreibung, § 107
E1; DOOM 2, 5.2.3; Portuguese school grammar says the same.
"""

SHORTEST_OF = {"fr": 3, "ro": 3, "pt": 3}
"""Where a hyphen ties a clitic. French: *dis-le, a-t-il*; no end of fewer than three letters is carried over, and none
after a *t* that is only heard (https://dictionnaire.lerobert.com/guide/comment-couper-un-mot-en-fin-de-ligne).
Romanian: *v-a, s-ar* never, *într-un, du-te* better not (DOOM 2, 5.2 and 5.2.3,
https://dexonline.ro/articol/5.2._Despărțirea_în_interiorul_cuvintelor). Portuguese: *guarde-o, diga-me*.
"""

_MARK = "[\u0300-\u036f\u0900-\u0dff\u200c\u200d]"
_TYPED = re.compile(f"(?<={_LETTER}){_HYPHEN}(?={_LETTER})|(?<={_MARK}){_HYPHEN}(?={_LETTER})")
_HANGING = re.compile(rf"(?<=\w){_HYPHEN} +|(?<={_MARK}){_HYPHEN} +|(?<= ){_HYPHEN} +")


def hyphen_places(text: str, language: str) -> tuple[set[int], set[int]]:
    """Offsets, in code points, at which no line may start, and those at which one may if nothing else helps.

    ``language``: the first part of its BCP 47 tag. A hyphen before a space (*Ein- und Ausgang*) is of the second kind.
    """
    if "-" not in text and "\u2010" not in text:
        return set(), set()
    never: set[int] = set()
    spare = {match.end() for match in _HANGING.finditer(text)}
    least = SHORTEST_OF.get(language, SHORTEST)
    for match in _TYPED.finditer(text):
        short = min(_letters(text, match.start() - 1, -1, least), _letters(text, match.end(), 1, least))
        (never if short < least else spare).add(match.end())
    return never, spare


def _letters(text: str, at: int, step: int, most: int) -> int:
    """How many letters and digits follow each other from ``at``, counted up to ``most``; marks are none."""
    count = 0
    while 0 <= at < len(text) and count < most:
        if text[at].isalnum():
            count += 1
        elif not re.match(_MARK, text[at]):
            break
        at += step
    return count
