"""What a screen reader would say of a file, as text: one line for every breath, in reading order.

No two screen readers say the same; this is what the file gives to any of them: role, words, language, where a link
leads, and nothing of what is only to be seen. Numbers stand as digits, those that a touch dials one by one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from brochure.check.accessible.told import BLOCKS, HEADINGS, Content, Element, Told, Touch, is_figure

_STEP = "  "
_SILENT = frozenset({"Root", "LBody", "NonStruct", "Private"})
"""Structure types of which nothing is said; what is in them is."""
_SPOKEN = {
    "Document": "document",
    "Sect": "section",
    "Part": "part",
    "P": "text",
    "Table": "table",
    "TR": "row",
}
_NOTHING = "(nothing is said of it)"


def transcript(file: Told) -> str:
    """Title and language, then every element, indented by depth. ``[fr]``: where another voice speaks."""
    head = [f"title: {_said(file.title) or _NOTHING}", f"language: {_said(file.language) or 'not said'}"]
    return "\n".join([*head, *_parts(file.root, file.language, 0)]) + "\n"


def _parts(element: Element, voice: str, depth: int) -> Iterator[str]:
    item = 0
    for part in element.parts:
        if isinstance(part, Element):
            item += part.role == "LI"
            yield from _element(part, voice, depth, item)
        elif isinstance(part, Content) and _said(part.text):
            yield f"{_STEP * depth}say{_switch(element.language, voice)}: {_said(part.text)}"


def _element(element: Element, voice: str, depth: int, item: int) -> Iterator[str]:
    indent, switch = _STEP * depth, _switch(element.language, voice)
    if is_figure(element):
        yield f"{indent}picture{switch}: {_said(element.alternative or '') or _NOTHING}"
    elif element.role in _SILENT:
        yield from _parts(element, voice, depth)
    elif element.role in BLOCKS or (element.role not in _SPOKEN and not element.children):
        yield from _paragraph(element, voice, depth)
    else:
        yield f"{indent}{_named(element, item)}{switch}"
        yield from _parts(element, element.language, depth + 1)


def _paragraph(element: Element, voice: str, depth: int) -> Iterator[str]:
    """On one line where one voice says it all; else a line for each stretch."""
    indent, named = _STEP * depth, _named(element, 0)
    stretches = list(_stretches(element))
    voices = {language for _, language, _ in stretches}
    if len(voices) <= 1 and all(kind == "say" for kind, _, _ in stretches):
        switch = _switch(next(iter(voices), element.language), voice)
        yield f"{indent}{named}{switch}: {_said(element.text) or _NOTHING}"
        return
    yield f"{indent}{named}{_switch(element.language, voice)}"
    for kind, language, words in stretches:
        yield f"{indent}{_STEP}{kind}{_switch(language, element.language)}: {words}"


def _stretches(element: Element) -> Iterator[tuple[str, str, str]]:
    """What is done (say, link, dials, leads to, picture), in which language, and the words; white space apart."""
    words = ""
    for part in element.parts if element.instead is None else ():
        if isinstance(part, Content):
            words += part.text
            continue
        if _said(words):
            yield "say", element.language, _said(words)
        words = ""
        if isinstance(part, Element):
            yield from _inside(part)
    words = element.instead or words
    if _said(words):
        yield "say", element.language, _said(words)


def _inside(part: Element) -> Iterator[tuple[str, str, str]]:
    if is_figure(part):
        yield "picture", part.language, _said(part.alternative or "") or _NOTHING
    elif part.role == "Link":
        yield "link", part.language, _said(part.text) or _NOTHING
        for uri in dict.fromkeys(touch.uri for touch in part.parts if isinstance(touch, Touch)):
            kind, _, digits = uri.partition(":")
            yield (
                ("dials", part.language, " ".join(digits))
                if kind == "tel"
                else ("leads to", part.language, uri)
            )
    else:
        yield from _stretches(part)


def _named(element: Element, item: int) -> str:
    role = element.role
    if role in HEADINGS:
        return f"heading {HEADINGS[role]}"
    if role == "L":
        return f"list of {sum(child.role == 'LI' for child in element.children)}"
    return f"item {item}" if role == "LI" else _SPOKEN.get(role, role.lower())


def _switch(language: str, voice: str) -> str:
    return "" if language == voice else f" [{_said(language) or 'no language'}]"


def _said(text: str) -> str:
    """Without what nobody says: marks of direction, control characters, white space in a row."""
    heard = (c for c in text if unicodedata.category(c) != "Cc" or c.isspace())
    return " ".join("".join(c for c in heard if c not in _UNHEARD).split())


_UNHEARD = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
