"""Every place to touch lies on its own words, is said with them, and calls what they say
(ISO 14289-1, 7.18.5; WCAG 2.2, 2.4.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brochure.check.accessible.due import Due, Matched, plain, shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import Box, Element, Glyph, Told, Touch

_ADDRESS = re.compile(r"(tel:\+?[0-9]+|(https?|mailto):[!-~]+)")
"""RFC 3966 without visual separators, and addresses of printable ASCII (RFC 3986)."""


def _of_file(file: Told) -> Iterator[Fault]:
    owners = {touch.number: element for element in file.elements() for touch in element.touches}
    words = _glyphs(file)
    for page in file.pages:
        for touch in page.touches:
            owner = owners.get(touch.number)
            if owner is None or owner.role != "Link":
                yield Fault(
                    f"the link to {touch.uri} is in no Link element, so a screen reader does not meet it"
                )
                continue
            yield from _touch(touch, owner)
            yield from _others_under(touch, owner, words)
    for element in file.elements():
        if element.role == "Link":
            yield from _element(element, words)


def _touch(touch: Touch, owner: Element) -> Iterator[Fault]:
    if not touch.contents.strip():
        yield Fault(f"nothing is said of the link to {touch.uri}")
    elif plain(touch.contents) != plain(owner.text):
        yield Fault(f"the link on {shown(owner.text)} is said to be {shown(touch.contents)}")
    if not _ADDRESS.fullmatch(touch.uri):
        yield Fault(f"the link on {shown(owner.text)} leads to {shown(touch.uri)}, which is no address")
    if touch.uri.startswith("tel:"):
        digits, dialled = _digits(owner.text), _digits(touch.uri)
        if digits != dialled:
            yield Fault(f"the link on {shown(owner.text)} dials {dialled}")


def _element(element: Element, words: Mapping[tuple[int, int], list[Glyph]]) -> Iterator[Fault]:
    """All of its words can be touched."""
    if not element.touches:
        yield Fault(f"{shown(element.text)} is said to be a link, and nothing can be touched")
        return
    for page, mark in _marks(element):
        boxes = [touch.place for touch in element.touches if touch.page == page]
        for glyph in words.get((page, mark), []):
            if plain(glyph.text) and not any(_holds(box, glyph) for box in boxes):
                yield Fault(f"the link on {shown(element.text)} does not lie on its words")
                return


def _others_under(
    touch: Touch, owner: Element, words: Mapping[tuple[int, int], list[Glyph]]
) -> Iterator[Fault]:
    """Whoever touches other words must not call this."""
    own = set(_marks(owner))
    for (page, mark), glyphs in words.items():
        if page != touch.page or (page, mark) in own:
            continue
        hit = "".join(glyph.text for glyph in glyphs if _holds(touch.place, glyph))
        if hit.strip():
            yield Fault(f"the link on {shown(owner.text)} lies on other words too: {shown(hit)}")


def _of_document(matched: Matched) -> Iterator[Fault]:
    for due, element in matched.paragraphs:
        if element is not None:
            yield from _paragraph(due, element)


def _paragraph(due: Due, element: Element) -> Iterator[Fault]:
    """Its facts that can be called, one after the other."""
    links = [each for each in element.walk() if each.role == "Link"]
    facts = [fact for fact in due.facts if fact.uri]
    if len(links) != len(facts):
        message = f"{shown(due.said.text)} has {len(links)} links to touch, and the content {len(facts)}"
        yield Fault(message, due.said.span)
        return
    for link, fact in zip(links, facts, strict=True):
        if plain(link.text) != plain(fact.text):
            yield Fault(
                f"the link of {fact.reference} is on {shown(link.text)} and not on {fact.text}", fact.span
            )
        for uri in dict.fromkeys(touch.uri for touch in link.touches):
            if uri != fact.uri:
                yield Fault(
                    f"the link on {shown(link.text)} leads to {uri}, {fact.reference} is {fact.uri}",
                    fact.span,
                )


def _glyphs(file: Told) -> dict[tuple[int, int], list[Glyph]]:
    """What is shown, by page and number of its marked content."""
    found: dict[tuple[int, int], list[Glyph]] = {}
    for element in file.elements():
        for content in element.contents:
            glyphs = found.setdefault((content.page, content.mark), [])
            glyphs += (glyph for words in content.words for glyph in words.glyphs)
    return found


def _marks(element: Element) -> Iterator[tuple[int, int]]:
    for inner in element.walk():
        yield from ((content.page, content.mark) for content in inner.contents)


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = glyph.middle
    left, bottom, right, top = box
    return left <= x <= right and bottom <= y <= top


def _digits(text: str) -> str:
    return "".join(c for c in text if c == "+" or c.isdecimal())


RULE = Rule(
    "wrong-link",
    "A touch beside the number, or on a number that dials another one, calls nobody or a stranger.",
    _of_file,
    _of_document,
)
