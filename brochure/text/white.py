"""White space where a line may end."""

from __future__ import annotations

SPACES = frozenset(" \t\n\v\f\r\x85\u1680\u200b\u2028\u2029\u205f\u3000") | frozenset(
    chr(code) for code in range(0x2000, 0x200B) if code != 0x2007
)
"""Characters that have no width at the end of a line; the no-break spaces are not among them."""

LINE_ENDS = frozenset("\n\v\f\r\x85\u2028\u2029")


def is_white(text: str) -> bool:
    """Whether all characters are white space that a line's end swallows; true of the empty text."""
    return all(character in SPACES for character in text)


def skip_white(text: str, start: int, end: int) -> int:
    """The first offset from ``start`` that is no white space, at most ``end``."""
    while start < end and text[start] in SPACES:
        start += 1
    return start


def strip_white(text: str, start: int, end: int) -> int:
    """The offset after the last character before ``end`` that is no white space, at least ``start``."""
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return end
