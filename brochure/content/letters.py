"""A language written in two scripts: the letters of one put into the other, where that never needs a guess.

Serbian goes from Cyrillic to Latin letter by letter (Правопис српскога језика, Матица српска 2010). The way back would
need a guess: nj may be њ or two letters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ONE_LETTER = zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True)
_SERBIAN = {**dict(_ONE_LETTER), "љ": "lj", "њ": "nj", "џ": "dž"}


def _serbian_in_latin(text: str) -> str:
    return "".join(
        _letter(char, text[max(at - 1, 0) : at], text[at + 1 : at + 2]) for at, char in enumerate(text)
    )


def _letter(char: str, before: str, behind: str) -> str:
    """A capital that becomes two letters keeps the second small, but within a word of capitals: Ljubav, LJUBAV."""
    small = _SERBIAN.get(char.lower())
    if small is None or char.islower():
        return small or char
    beside = behind if behind.isalpha() else before
    return small.upper() if beside.isupper() else small.capitalize()


PUT_INTO: Mapping[tuple[str, str, str], Callable[[str], str]] = {("sr", "Cyrl", "Latn"): _serbian_in_latin}
"""By language and the two scripts (ISO 15924), from and to."""
