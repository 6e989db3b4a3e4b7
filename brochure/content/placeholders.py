"""A text cut at its placeholders, and what may not stand between them: digits, broken braces, direction controls."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.findings import Findings, shown
from brochure.content.nodes import Scalar

_PLACEHOLDER = re.compile(r"\{([^\s{}]+)\}")
_BRACE = re.compile("[{}｛｝﹛﹜]")
_SPACES = re.compile(r"[ \t\n]+")
# Embeddings, overrides, isolates (UAX 9, 2): an unclosed one turns everything behind it. The typesetter isolates facts.
_DIRECTION_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LETTERS_LOST = "\ufffd"
_ESCAPES = {"x": 2, "u": 4, "U": 8}
_NUMBER = re.compile(r"[+(]?\d(?:[\d\s .()/-]*\d)?")


class Piece(Struct, frozen=True):
    """Words, or the name inside a placeholder. ``span``: its first character; for a placeholder the brace."""

    text: str
    is_placeholder: bool
    span: Span


class StrayNumber(Struct, frozen=True):
    """Digits typed into words. ``digits``: as 0 to 9, what is no decimal digit left out."""

    typed: str
    digits: str
    span: Span


class Cut(Struct, frozen=True):
    """A text cut at its placeholders, and the numbers typed into its words."""

    pieces: tuple[Piece, ...]
    numbers: tuple[StrayNumber, ...]


def cut(text: Scalar, findings: Findings) -> Cut:
    """Words and placeholders in turn. Runs of spaces and line ends become one space; no-break spaces stay."""
    places = Places(text)
    pieces: list[Piece] = []
    done = 0
    for match in _PLACEHOLDER.finditer(text.value):
        pieces.append(_words(text.value, done, match.start(), places))
        pieces.append(Piece(unicodedata.normalize("NFC", match[1]), True, places.at(match.start())))
        done = match.end()
    pieces.append(_words(text.value, done, len(text.value), places))
    outside = masked(text.value, " ")
    _tell_braces(outside, places, findings)
    _tell_forbidden(text.value, places, findings)
    return Cut(_trimmed(pieces), tuple(_stray_numbers(outside, places)))


def masked(text: str, by: str) -> str:
    """The text with every character of a placeholder replaced ``by`` another one: all others keep their place."""
    return _PLACEHOLDER.sub(lambda match: by * len(match[0]), text)


def _words(value: str, start: int, end: int, places: Places) -> Piece:
    words = _SPACES.sub(" ", unicodedata.normalize("NFC", value[start:end]))
    return Piece(words, False, places.at(start))


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Without space at the two ends, and without empty words."""
    first = pieces[0]
    pieces[0] = Piece(first.text.lstrip(" "), False, first.span)
    last = pieces[-1]
    pieces[-1] = Piece(last.text.rstrip(" "), False, last.span)
    return tuple(piece for piece in pieces if piece.text)


def _tell_braces(outside: str, places: Places, findings: Findings) -> None:
    brace = _BRACE.search(outside)
    if brace:
        findings.error(
            "broken-placeholder",
            f"the brace {shown(brace[0])} belongs to no placeholder",
            places.at(brace.start()),
            "A placeholder is written {infotraite.phone}: two braces of the Latin keyboard, no space inside.",
        )


def _tell_forbidden(value: str, places: Places, findings: Findings) -> None:
    for match in _DIRECTION_CONTROLS.finditer(value):
        findings.error(
            "direction-control",
            f"an invisible direction control, U+{ord(match[0]):04X}, stands here",
            places.at(match.start()),
            "Delete it. The program sets the direction of numbers, names and addresses itself.",
        )
    for at, char in enumerate(value):
        if char == _LETTERS_LOST:
            findings.error(
                "lost-letter",
                "a letter was lost here: the character � (U+FFFD) stands in its place",
                places.at(at),
                "Type the word again. The file was once read in the wrong encoding.",
            )
        elif unicodedata.category(char) == "Cc" and char not in "\t\n":
            findings.error(
                "control-character",
                f"an invisible control character, U+{ord(char):04X}, stands here",
                places.at(at),
                "Delete it, or the escape that stands for it.",
            )


def _stray_numbers(outside: str, places: Places) -> Iterator[StrayNumber]:
    """Numbers of any script inside words: decimal digits (Nd), letters and signs of number (Nl, No)."""
    if not any(unicodedata.category(char)[0] == "N" for char in outside):
        return
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in outside)
    told = 0
    for match in _NUMBER.finditer(plain):
        yield from _number_signs(outside, told, match.start(), places)
        digits = "".join(char for char in match[0] if char.isdecimal())
        yield StrayNumber(outside[match.start() : match.end()], digits, places.at(match.start()))
        told = match.end()
    yield from _number_signs(outside, told, len(outside), places)


def _number_signs(outside: str, start: int, end: int, places: Places) -> Iterator[StrayNumber]:
    at = start
    while at < end:
        run = at
        while run < end and unicodedata.category(outside[run]) in ("Nl", "No"):
            run += 1
        if run > at:
            yield StrayNumber(outside[at:run], "", places.at(at))
        at = run + 1


class Places:
    """Where each character of a scalar stands in its file: quotes, escapes and folded lines lie between."""

    def __init__(self, text: Scalar) -> None:
        self._text = text
        self._indexes: list[int] | None = None

    def at(self, offset: int) -> Span:
        """Span of the character at ``offset`` of the scalar's value; past the end, of its last."""
        if self._indexes is None:
            self._indexes = self._align()
        indexes = self._indexes
        if not indexes:
            return self._text.span
        return self._text.source.at(indexes[min(offset, len(indexes) - 1)])

    def _align(self) -> list[int]:
        """For each character of the value the index in the source it was read from."""
        raw, value, end = self._text.source.text, self._text.value, self._text.end
        cursor = self._text.start
        if cursor < end and raw[cursor] in "\"'|>" and not self._text.plain:
            cursor += 1
        escapes = not self._text.plain and raw[self._text.start] == '"'
        indexes = []
        for char in value:
            if char in " \n":
                indexes.append(min(cursor, end - 1))
                cursor += 1 if cursor < end and raw[cursor] == char else 0
                continue
            while (
                cursor < end
                and raw[cursor] != char
                and not (escapes and raw[cursor] == "\\" and raw[cursor + 1] != "\n")
            ):
                cursor += 1
            indexes.append(min(cursor, end - 1))
            if cursor < end:
                cursor += 1 + (1 + _ESCAPES.get(raw[cursor + 1], 0) if escapes and raw[cursor] == "\\" else 0)
        return indexes
