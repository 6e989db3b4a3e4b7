"""The words of a language, those that its file takes over from another included: ``inherits: pt-PT``.

A regional file, or one in another script, holds only the texts that differ. A text that is taken over is still one of
this language: who approves the Portuguese of Portugal has not approved it for Brazil.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from brochure.content.findings import Findings, shown
from brochure.content.languages import locale_of, script_of
from brochure.content.letters import PUT_INTO
from brochure.content.nodes import Scalar
from brochure.content.placeholders import Piece
from brochure.content.words import (
    INHERITS,
    SOURCE_LANGUAGE,
    SourceWords,
    Wording,
    has_language_file,
    language_file,
    language_tags,
    read_own_words,
)

_PARENT = re.compile(rf"^{INHERITS}:[ \t]*[\"']?([A-Za-z0-9-]+)".encode(), re.MULTILINE)

Letters = Callable[[str], str]


def read_words(
    root: Path, tag: str, source: SourceWords, findings: Findings
) -> dict[str, Wording | None] | None:
    """The units of a language other than English; None where a file that they stand in cannot be read at all.

    An address whose text cannot be used is there with None: its finding is told, it is not missing. A text that is
    taken over has the span of the file in which it stands.
    """
    own = read_own_words(root, tag, source, findings)
    if own is None or own.parent is None:
        return None if own is None else dict(own.words)
    letters = _letters(root, tag, own.parent, findings)
    if letters is None:
        return dict(own.words)
    parent = own.parent.text
    theirs = read_own_words(root, parent, source, Findings())
    if theirs is None or theirs.parent is not None:
        _refuse(
            own.parent,
            f"{language_file(parent)} takes over texts itself"
            if theirs
            else f"{language_file(parent)} cannot be read",
            f"Name {theirs.parent.text}."
            if theirs and theirs.parent
            else f"brochure check {parent} says why.",
            findings,
        )
        return dict(own.words)
    taken = {address: _put(wording, letters) for address, wording in theirs.words.items() if wording}
    return {**taken, **own.words}


def is_inherited(wording: Wording, tag: str) -> bool:
    """Whether the text stands in the file of another language."""
    return wording.span.file != language_file(tag)


def parent_of(root: Path, tag: str) -> str:
    """The language from which a file says that it takes over texts, right or wrong; "" for none. Reads no YAML."""
    try:
        found = _PARENT.search((root / language_file(tag)).read_bytes())
    except OSError:
        return ""
    return found[1].decode() if found else ""


def _letters(root: Path, tag: str, parent: Scalar, findings: Findings) -> Letters | None:
    """What becomes of each text; None where a finding says why nothing can be taken over."""
    name = parent.text
    if name in (tag, SOURCE_LANGUAGE) or not has_language_file(root, name):
        others = [
            each for each in language_tags(root) if each.split("-")[0] == tag.split("-")[0] and each != tag
        ]
        there = (
            "a language cannot take over from itself" if name == tag else f"there is no {language_file(name)}"
        )
        if name == SOURCE_LANGUAGE:
            there = "English is what all others are made from, not a translation"
        _refuse(
            parent, there, findings.suggest(name, others, "Files of the same language") or _DELETE, findings
        )
        return None
    if name.split("-")[0] != tag.split("-")[0]:
        _refuse(parent, f"{shown(name)} is another language than {shown(tag)}", _DELETE, findings)
        return None
    theirs, ours = _script(name), _script(tag)
    if theirs == ours:
        return _as_it_is
    letters = PUT_INTO.get((tag.split("-")[0], theirs, ours))
    if letters is None:
        _refuse(
            parent,
            f"{shown(name)} is written in {theirs}, {shown(tag)} in {ours}, "
            "and nothing here puts one into the other without guessing",
            _DELETE,
            findings,
        )
    return letters


_DELETE = "Delete the line, and write the texts out."


def _script(tag: str) -> str:
    locale = locale_of(tag)
    return script_of(tag, locale) if locale else ""


def _as_it_is(text: str) -> str:
    return text


def _put(wording: Wording, letters: Letters) -> Wording:
    """The same text in other letters. Mistakes in it are told at its beginning: letters have no places of their own."""
    if letters is _as_it_is:
        return wording
    pieces = tuple(
        piece if piece.is_placeholder else Piece(letters(piece.text), False, piece.span)
        for piece in wording.pieces
    )
    scalar = wording.scalar
    written = "".join(f"{{{piece.text}}}" if piece.is_placeholder else piece.text for piece in pieces)
    put = replace(scalar, text=written, value=written, end=scalar.start + 1)
    return replace(wording, pieces=pieces, scalar=put)


def _refuse(parent: Scalar, why: str, help_: str, findings: Findings) -> None:
    findings.error("cannot-inherit", f"texts cannot be taken over: {why}", parent.span, help_)
