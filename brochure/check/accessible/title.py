"""The title stands in the window, in place of the file's name, and is the neutral one (ISO 14289-1, 7.1)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.check.accessible.due import Matched, shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import Told


def _of_file(file: Told) -> Iterator[Fault]:
    if not file.title.strip():
        yield Fault("the file has no title (dc:title)")
    elif file.other_title != file.title:
        yield Fault(f"the file has two titles: {shown(file.title)} and {shown(file.other_title)}")
    if not file.shows_title:
        yield Fault("a viewer shows the file's name and not its title (DisplayDocTitle)")


def _of_document(matched: Matched) -> Iterator[Fault]:
    title = matched.document.title
    if matched.file.title != title.text:
        yield Fault(f"the title is {shown(matched.file.title)} and not {shown(title.text)}", title.span)


RULE = Rule(
    "title",
    "The title is the first thing said, and seen by whoever looks over a shoulder.",
    _of_file,
    _of_document,
)
