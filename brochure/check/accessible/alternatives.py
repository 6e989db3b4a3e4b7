"""Every picture says what the catalogue's words for it say, in the reader's language and beside its own sentence
(ISO 14289-1, 7.3; WCAG 2.2, 1.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brochure.check.accessible.due import Matched, plain, shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import Told, is_figure


def _of_file(file: Told) -> Iterator[Fault]:
    for element in file.elements():
        if is_figure(element):
            if not (element.alternative or "").strip():
                yield Fault(
                    "a picture has no alternative text", help="Give its sign words in every language."
                )
            elif element.language.split("-")[0] != file.language.split("-")[0]:
                yield Fault(
                    f"the alternative text {shown(element.alternative or '')} is said to be "
                    f"{element.language or 'of no language'} in a file in {file.language}"
                )


def _of_document(matched: Matched) -> Iterator[Fault]:
    if len(matched.figures) != len(matched.signs):
        yield Fault(
            f"{len(matched.figures)} pictures have an alternative text, and the content has {len(matched.signs)}"
        )
        return
    groups = {id(element): due.group for due, element in matched.paragraphs if element is not None}
    told = [groups.get(id(element), 0) for element in matched.told]
    items = _items_of_groups(matched)
    inside = matched.file.items
    for due, (element, before) in zip(matched.signs, matched.figures, strict=True):
        said, words = element.alternative or "", due.use.alternative
        earlier, later = told[:before], [group for group in told[before:] if group]
        if plain(said) != plain(words.text):
            yield Fault(
                f"the sign {due.use.sign.id} says {shown(said)} and not {shown(words.text)}", words.span
            )
        elif (
            max(earlier, default=0) > due.group
            or min(later, default=due.group) < due.group
            or (due.rows and inside.get(id(element)) != items.get(due.group))
        ):
            message = f"the sign {due.use.sign.id} ({shown(said)}) is not said beside its own words"
            yield Fault(message, words.span)


def _items_of_groups(matched: Matched) -> Mapping[int, tuple[int, int]]:
    """For every row its list and its item, where its words are in one."""
    inside = matched.file.items
    return {
        due.group: inside[id(element)]
        for due, element in matched.paragraphs
        if element is not None and id(element) in inside
    }


RULE = Rule(
    "alternative-text",
    "A picture that is not said, or said in a voice of another language, is not there for who listens.",
    _of_file,
    _of_document,
)
