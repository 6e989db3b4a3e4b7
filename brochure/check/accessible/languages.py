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
    asked = [(_letters(text), language or tag) for text, language in due.pieces]
    spoken = [(_letters(text), language) for text, language in spoken_in(element)]
    due_voices, voices = _of_each_letter(asked), _of_each_letter(spoken)
    if len(due_voices) != len(voices):
        return  # other words: that is told as reading order
    for at, (wanted, voice) in enumerate(zip(due_voices, voices, strict=True)):
        if wanted != voice:
            letters = "".join(text for text, _ in asked)
            rest = zip(letters[at:], due_voices[at:], voices[at:], strict=True)
            words = shown("".join(c for c, one, other in rest if one == wanted != other))
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


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, plain(text)))


def _of_each_letter(stretches: Iterable[tuple[str, str]]) -> list[str]:
    return [language for letters, language in stretches for _ in letters]


RULE = Rule(
    "language-of-parts",
    "A voice of another language makes a name, a sentence for the telephone, a whole leaflet unintelligible.",
    _of_file,
    _of_document,
)
