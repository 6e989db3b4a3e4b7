"""All that is painted is either content or an artifact, and each is the right one (ISO 14289-1, 7.1 and 7.3)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.check.accessible.due import shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import Content, Painting, Told, Words, is_figure

_FURNITURE = "Pagination"
"""Artifacts that may hold words: for whoever prints the page, not for who reads it (ISO 32000-1, 14.8.2.2.2)."""


def _of_file(file: Told) -> Iterator[Fault]:
    roles: dict[tuple[int, int], str] = {}
    for element in file.elements():
        for content in element.contents:
            if (content.page, content.mark) in roles:
                what = shown(content.text) if content.text.strip() else "a picture"
                yield Fault(f"{what} on page {content.page + 1} is said twice")
            roles[content.page, content.mark] = "Figure" if is_figure(element) else element.role
        if is_figure(element) and not any(isinstance(part, Content) for part in element.parts):
            yield Fault(f"nothing is painted for the picture {shown(element.alternative or '')}")
    for number, page in enumerate(file.pages):
        told = dict.fromkeys(
            message for each in page.paintings if (message := _wrong(each, number, roles)) is not None
        )
        yield from (Fault(message) for message in told)


def _wrong(painting: Painting, page: int, roles: dict[tuple[int, int], str]) -> str | None:
    ink, mark = painting.ink, painting.mark
    words = ink.text.strip() if isinstance(ink, Words) else ""
    where = f"on page {page + 1}"
    if mark is None:
        return f"{shown(words) if words else 'something painted'} {where} is neither content nor an artifact"
    if isinstance(mark, str):
        if words and mark != _FURNITURE:
            return f"{shown(words)} {where} is an artifact, so a screen reader passes over it"
        return None
    role = roles.get((page, mark))
    if role is None:
        return f"{shown(words) if words else 'something painted'} {where} is content of no structure element"
    if not isinstance(ink, Words) and role != "Figure":
        return f"something painted {where} is content of {role} and neither words nor a picture"
    return None


RULE = Rule(
    "artifact",
    "Decoration that is said is noise; words that count as decoration are never heard.",
    _of_file,
)
