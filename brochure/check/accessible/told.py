"""What a tagged file tells: its structure elements with their words, and all that is painted, in plain types.

Places in pt from the left bottom corner of the page, y up, as a PDF has them. Where the words "as a reader says it"
stand, they mean a program that reads the screen aloud.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Colour = tuple[float, float, float]
"""Red, green, blue, 0 to 1, as the file has them."""

BLOCKS = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Caption", "Title", "Note"})
"""Structure types that hold lines of words (ISO 32000-1, 14.8.4.3): one of them is one paragraph to the ear."""
HEADINGS = {f"H{level}": level for level in range(1, 7)}


class Glyph(Struct, frozen=True):
    """One code that is shown. ``text``: by ToUnicode, "" where the file does not say. ``box``: its advance by the
    height of small letters, on its baseline.
    """

    text: str
    box: Box

    @property
    def middle(self) -> Point:
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2


class Words(Struct, frozen=True):
    """Glyphs shown together. ``colour``: None where the file paints them in something that is not judged."""

    glyphs: tuple[Glyph, ...]
    colour: Colour | None

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


class Area(Struct, frozen=True):
    """A filled path: closed polygons, curves in short straight pieces. ``box``: around all of them."""

    polygons: tuple[tuple[Point, ...], ...]
    even_odd: bool
    colour: Colour | None
    box: Box


class Drawn(Struct, frozen=True):
    """Anything else that leaves ink: a line, a picture, a shading. ``what``: in words."""

    what: str


class Painting(Struct, frozen=True):
    """One act of painting. ``mark``: the number of its marked content (MCID), the type of its artifact ("" for an
    artifact without type), None where it is in neither.
    """

    mark: int | str | None
    ink: Words | Area | Drawn


class Content(Struct, frozen=True):
    """Marked content of an element: which, and its words."""

    page: int
    mark: int
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.words)


class Touch(Struct, frozen=True):
    """A link annotation. ``contents``: what is said of it. ``number``: of its object."""

    page: int
    place: Box
    uri: str
    contents: str
    number: int


class Element(Struct, frozen=True, dict=True):
    """A structure element. ``role``: a standard type, through the role map. ``language``: as it applies, inherited.
    ``alternative``: None where there is none. ``instead``: ActualText, None where there is none. ``parts``: in order.
    """

    role: str
    language: str
    alternative: str | None
    instead: str | None
    parts: tuple[Element | Content | Touch, ...]

    @cached_property
    def children(self) -> tuple[Element, ...]:
        return tuple(part for part in self.parts if isinstance(part, Element))

    @property
    def contents(self) -> tuple[Content, ...]:
        """Its own marked content, not that of its children."""
        return tuple(part for part in self.parts if isinstance(part, Content))

    @property
    def touches(self) -> tuple[Touch, ...]:
        """Its own links, not those of its children."""
        return tuple(part for part in self.parts if isinstance(part, Touch))

    @cached_property
    def text(self) -> str:
        """Its words and those below, as a reader says them; pictures say nothing here."""
        if self.instead is not None:
            return self.instead
        return "".join(
            part.text for part in self.parts if not isinstance(part, Touch) and not is_figure(part)
        )

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        ahead = [self]
        while ahead:
            element = ahead.pop()
            yield element
            ahead += element.children[::-1]


def is_figure(part: Element | Content | Touch) -> bool:
    """A picture: what is said of it is its alternative text."""
    return isinstance(part, Element) and part.role in {"Figure", "Formula"}


class Bookmark(Struct, frozen=True):
    """A row of the outline. ``depth`` from 1. ``page`` from 0, -1 where it leads nowhere; ``top``: pt, y up."""

    title: str
    depth: int
    page: int
    top: float


class Page(Struct, frozen=True):
    """``paintings`` in painting order. ``touches`` in the order of the annotations. ``tabs``: "S" for structure."""

    paintings: tuple[Painting, ...]
    touches: tuple[Touch, ...]
    tabs: str


class Told(Struct, frozen=True, dict=True):
    """A tagged file. ``title``: of XMP (dc:title); ``other_title``: of the information dictionary. ``shows_title``:
    instead of the file's name. ``owners``: how often marked content (page, number) is in the tree.
    """

    language: str
    title: str
    other_title: str
    shows_title: bool
    root: Element
    outline: tuple[Bookmark, ...]
    pages: tuple[Page, ...]

    def elements(self) -> Iterator[Element]:
        """All of them, in reading order."""
        return self.root.walk()

    @cached_property
    def items(self) -> Mapping[int, tuple[int, int]]:
        """For every element in the body of an item of a list, by identity: its list and its item."""
        found: dict[int, tuple[int, int]] = {}
        for list_ in (each for each in self.elements() if each.role == "L"):
            for item in (each for each in list_.children if each.role == "LI"):
                for body in (each for each in item.children if each.role == "LBody"):
                    found.update((id(inner), (id(list_), id(item))) for inner in body.walk())
        return found
