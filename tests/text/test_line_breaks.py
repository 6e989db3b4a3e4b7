"""``line_breaks.txt``: in each sentence where lines may start, held against what the typesetter finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from text.declared import fact, words

from brochure.model.unit import FactKind, Piece
from brochure.text.opportunities import Opportunity, find_opportunities

TABLE = Path(__file__).parent / "line_breaks.txt"
MARKS = "÷×~≈¶+"
_ROW = re.compile(r"\[(?P<language>[\w-]+)\] (?P<source>.+)")
_PART = re.compile(r"\\u(?P<code>[0-9a-f]{4})|\{(?P<kind>[a-z-]+)\|(?P<fact>[^}]+)\}|(?P<char>.)")


@dataclass(frozen=True)
class Sentence:
    """``marks``: by offset in code points, those marked in the table and those that its first lines imply."""

    line: int
    language: str
    source: str
    pieces: tuple[Piece, ...]
    marks: dict[int, str]


def read_table() -> list[Sentence]:
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    found = []
    for number, row in enumerate(rows):
        match = _ROW.fullmatch(row)
        if match:
            pieces, marks = read_sentence(rows[number + 1], match["language"])
            found.append(Sentence(number + 1, match["language"], match["source"], pieces, marks))
    return found


def read_sentence(row: str, language: str) -> tuple[tuple[Piece, ...], dict[int, str]]:
    pieces: list[Piece] = []
    marks: dict[int, str] = {}
    said, offset = "", 0
    for part in _PART.finditer(row):
        if part["fact"]:
            pieces += [words(said), fact(part["fact"], FactKind(part["kind"]), language)]
            said, offset = "", offset + len(part["fact"])
        elif part["char"] and part["char"] in MARKS:
            marks[offset] = part["char"]
        else:
            said, offset = said + (part["char"] or chr(int(part["code"], 16))), offset + 1
            if part["char"] == " ":
                marks[offset] = "÷"
    pieces.append(words(said))
    return tuple(pieces), {place: mark for place, mark in marks.items() if place < offset}


def mark_of(place: Opportunity, *, better: bool) -> str:
    """``better``: the sentence shows where a line starts rather than elsewhere."""
    if place.must or place.spare or place.tied:
        return "¶" if place.must else "~" if place.spare else "≈"
    return "+" if better and place.clause else "÷"


SENTENCES = read_table()


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s.line}-{s.language}")
def test_lines_start_where_the_table_says(sentence):
    text = "".join(piece.text for piece in sentence.pieces)
    *places, end = find_opportunities(sentence.pieces, sentence.language)
    better = "+" in sentence.marks.values()
    found = {place.offset: mark_of(place, better=better) for place in places}
    assert end.offset == len(text)
    expected = {place: mark for place, mark in sentence.marks.items() if mark != "×"}
    assert shown(text, found) == shown(text, expected), sentence.source


def shown(text: str, marks: dict[int, str]) -> str:
    return "".join(marks.get(offset, "") + character for offset, character in enumerate(text))


def test_the_table_is_wide():
    languages = {sentence.language for sentence in SENTENCES}
    assert len(SENTENCES) >= 80
    assert len(languages) >= 40
    assert all(set(sentence.marks.values()) & set(MARKS) for sentence in SENTENCES)
