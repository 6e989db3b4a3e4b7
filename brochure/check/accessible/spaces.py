"""White space parts words to the ear as it does in the content, over line ends too (ISO 32000-1, 14.8.2.5)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from brochure.check.accessible.due import Matched, shown
from brochure.check.accessible.rule import Fault, Rule


def _spaces(matched: Matched) -> Iterator[Fault]:
    """The first word of each paragraph that is glued to the next, or torn; its letters are the content's."""
    for due, element in matched.paragraphs:
        text = "".join(text for text, _ in due.pieces)
        if element is None or element.text == text:
            continue
        asked, said = _words(text), _words(element.text)
        for written, heard in zip(asked, said, strict=False):
            if len(heard) > len(written):
                yield Fault(f"a screen reader says {shown(heard)} without a space in it", due.said.span)
            if len(heard) < len(written):
                yield Fault(f"a screen reader parts {shown(written)} after {shown(heard)}", due.said.span)
            if heard != written:
                break


def _words(text: str) -> list[str]:
    """What stands between white space; marks of direction or joining (Cf) are not seen, letters are composed (NFC)."""
    seen = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return unicodedata.normalize("NFC", seen).split()


RULE = Rule(
    "glued-words",
    "Two words without the space between them are said as one that nobody knows.",
    of_document=_spaces,
)
