"""What is painted can be told from what it is painted over: words 4.5 to 1, signs 3 to 1, in colour and in grey
(WCAG 2.2, 1.4.3 and 1.4.11, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

The colours are those of the file, at the places of the letters, whatever the theme says. Artifacts are decoration and
not judged. What a sign paints only as the ground of its other parts need not stand out itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brochure.base.inks import Rgb
from brochure.check.accessible.due import shown
from brochure.check.accessible.rule import Fault, Rule
from brochure.check.accessible.told import (
    Area,
    Colour,
    Element,
    Page,
    Painting,
    Point,
    Told,
    Words,
    is_figure,
)
from brochure.content.contrast import SIGNS, WORDS, contrast

_PAPER: Colour = (1.0, 1.0, 1.0)
_HELP = "Change one of the two inks in content/theme.yaml, or take another for this place in the format."
_SAME = 1.01
"""Colours that are equal, but for rounding."""
_SEVERAL = 9
"""Points of a part of a sign that are looked at."""


def _of_file(file: Told) -> Iterator[Fault]:
    figures = _figures(file)
    for number, page in enumerate(file.pages):
        grounds = _Grounds(page)
        yield from _words(number, page, grounds)
        signs: dict[int, list[int]] = {}
        for at, painting in enumerate(page.paintings):
            mark = painting.mark
            if isinstance(mark, int) and isinstance(painting.ink, Area) and (number, mark) in figures:
                signs.setdefault(mark, []).append(at)
        for mark, parts in signs.items():
            yield from _sign(figures[number, mark], page, grounds, parts)


def _figures(file: Told) -> Mapping[tuple[int, int], Element]:
    return {
        (content.page, content.mark): element
        for element in file.elements()
        if is_figure(element)
        for content in element.contents
    }


def _words(number: int, page: Page, grounds: _Grounds) -> Iterator[Fault]:
    """The least contrast of words that stand together."""
    for at, painting in enumerate(page.paintings):
        words = painting.ink
        if not isinstance(words, Words) or isinstance(painting.mark, str) or not words.text.strip():
            continue
        if words.colour is None:
            yield Fault(f"{shown(words.text)} on page {number + 1} is in a colour that is not judged")
            continue
        below = [grounds.below(glyph.middle, at) for glyph in words.glyphs if glyph.text.strip()]
        if None in below:
            yield Fault(f"{shown(words.text)} on page {number + 1} is on a ground that is not judged")
            continue
        ratio = min(told_apart(words.colour, ground) for ground in below if ground is not None)
        if ratio < WORDS:
            yield Fault(
                f"{shown(words.text)} on page {number + 1} has a contrast of {_down(ratio)} to 1; words need 4.5",
                help=_HELP,
            )


def _sign(figure: Element, page: Page, grounds: _Grounds, parts: Sequence[int]) -> Iterator[Fault]:
    """A part stands out where one of its points does, or carries a part that does."""
    ratios = {}
    carried: dict[int, float] = {}
    for at in parts:
        area = page.paintings[at].ink
        assert isinstance(area, Area)
        ratios[at] = 1.0
        for point in _points(area):
            owner, ground = grounds.owner(point, at)
            if area.colour is None or ground is None:
                yield Fault(f"the sign {shown(figure.alternative or '')} has a colour that is not judged")
                return
            ratio = told_apart(area.colour, ground)
            ratios[at] = max(ratios[at], ratio)
            carried[owner] = max(carried.get(owner, 1.0), ratio)
    weak = [at for at in parts if ratios[at] < SIGNS and carried.get(at, 1.0) < SIGNS]
    # A part in the very colour of its ground is there to cover something; a sign of nothing else is none.
    pale = [at for at in weak if ratios[at] > _SAME] or (weak if len(weak) == len(parts) else [])
    if pale:
        yield Fault(
            f"the sign {shown(figure.alternative or '')} has a part with a contrast of "
            f"{_down(min(ratios[at] for at in pale))} to 1; signs need 3",
            help=_HELP,
        )


class _Grounds:
    """The areas of a page. ``below``: the colour at a point before a painting, None for one that is not judged."""

    def __init__(self, page: Page) -> None:
        self.areas = [(at, each.ink) for at, each in enumerate(page.paintings) if isinstance(each.ink, Area)]
        self.pictures = [at for at, each in enumerate(page.paintings) if _hides(each)]

    def below(self, point: Point, before: int) -> Colour | None:
        return self.owner(point, before)[1]

    def owner(self, point: Point, before: int) -> tuple[int, Colour | None]:
        """The painting that lies on top there, -1 for the paper, and its colour."""
        x, y = point
        for at, area in reversed(self.areas):
            left, bottom, right, top = area.box
            if at < before and left <= x <= right and bottom <= y <= top and _inside(point, area):
                return at, area.colour
        return (-1, None) if any(at < before for at in self.pictures) else (-1, _PAPER)


def _hides(painting: Painting) -> bool:
    """A picture or shading may lie anywhere below."""
    return not isinstance(painting.ink, Area | Words) and painting.ink.what != "a line"


def _inside(point: Point, area: Area) -> bool:
    """By winding number or by parity (ISO 32000-1, 8.5.3.3)."""
    x, y = point
    winding = crossings = 0
    for polygon in area.polygons:
        for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
            if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                crossings += 1
                winding += 1 if y1 > y0 else -1
    return bool(crossings % 2) if area.even_odd else winding != 0


def _points(area: Area) -> Iterator[Point]:
    """Points inside of a part: from its corners a little towards others of them, as far as they lie inside."""
    corners = [point for polygon in area.polygons for point in polygon]
    step = max(1, len(corners) // _SEVERAL)
    for at in range(0, len(corners), step):
        x, y = corners[at]
        for across in (len(corners) // 3, len(corners) // 2, 2 * len(corners) // 3, 1):
            other = corners[(at + across) % len(corners)]
            point = x + (other[0] - x) * 0.05, y + (other[1] - y) * 0.05
            if _inside(point, area):
                yield point
                break


def told_apart(one: Colour, other: Colour) -> float:
    """The contrast of two colours, in colour or in grey, whichever is less.

    A grey printer takes 0.30 R + 0.59 G + 0.11 B (ISO 32000-1, 10.3.3), which is not the luminance of WCAG.
    """
    in_grey = contrast(_grey(one), _grey(other))
    return min(contrast(Rgb(*one), Rgb(*other)), in_grey)


def _grey(colour: Colour) -> Rgb:
    red, green, blue = colour
    grey = 0.3 * red + 0.59 * green + 0.11 * blue
    return Rgb(grey, grey, grey)


def _down(ratio: float) -> str:
    """Rounded down, so that what is just too little does not read as enough."""
    return f"{int(ratio * 10) / 10:g}"


RULE = Rule(
    "painted-contrast",
    "Weak eyes, a scratched screen in the sun and a photocopier see no pale words.",
    _of_file,
)
