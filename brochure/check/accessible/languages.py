"""The language of the file and of every part in another one, so that a voice that speaks it says it
(ISO 14289-1, 7.2; ISO 19005-2, 6.7.4; WCAG 2.2, 3.1.1 and 3.1.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brochure.check.accessible.due import Due, Matched, plain, shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import Element, Told, is_figure


def _of_file(file: Told) -> Iterator[Fault]:
    if not file.language:
        yield Fault("the file does not say in which language it is")


def _of_document(matched: Matched) -> Iterator[Fault]:
    tag = matched.document.language.tag
    if matched.file.language != tag:
        yield Fault(
            f"the file says that it is in {matched.file.language or 'no language'}, and it is in {tag}"
        )
    for due, element in matched.paragraphs:
        if element is not None:
            yield from _paragraph(due, element, tag)


def _paragraph(due: Due, element: Element, tag: str) -> Iterator[Fault]:
    """The first stretch that another voice says than the one that should; only letters have a language."""
    asked = list(_letters((text, language or tag) for text, language in due.pieces))
    spoken = list(_letters(spoken_in(element)))
    if len(asked) != len(spoken):
        return  # other words: that is told as reading order
    for at, ((_, wanted), (_, voice)) in enumerate(zip(asked, spoken, strict=True)):
        if wanted != voice:
            alike = [
                c
                for (c, one), (_, other) in zip(asked[at:], spoken[at:], strict=True)
                if one == wanted != other
            ]
            words = shown("".join(alike))
            yield Fault(
                f"{words} is {wanted}, and a screen reader would say it as {voice or 'nothing'}",
                due.said.span,
            )
            return


def spoken_in(element: Element) -> Iterator[tuple[str, str]]:
    """The words of an element in order, each stretch with its language."""
    if element.instead is not None:
        yield element.instead, element.language
        return
    for part in element.parts:
        if isinstance(part, Element):
            if not is_figure(part):
                yield from spoken_in(part)
        elif text := getattr(part, "text", ""):
            yield text, element.language


def _letters(stretches: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for text, language in stretches:
        yield from ((c, language) for c in plain(text) if c.isalpha())


RULE = Rule(
    "language-of-parts",
    "A voice of another language makes a name, a sentence for the telephone, a whole leaflet unintelligible.",
    _of_file,
    _of_document,
)
