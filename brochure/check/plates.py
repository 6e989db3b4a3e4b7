"""One set of plates: files of one format and direction paint the same on C, M and Y, words touch K alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from msgspec import Struct

from brochure.base.diagnostics import Finding, in_order
from brochure.base.lengths import to_mm
from brochure.base.spans import Span
from brochure.check.separation import ColourPage, Painting, colour_pages

_HELP = (
    "A print shop changes the black plate alone between languages; these files would need further plates.\n"
    "Coloured areas take their place from the format, words and signs beside them are black: pass this on."
)


class Parting(Struct, frozen=True):
    """What parts a file from the set. ``page`` counts from 1, 0 for the file; ``place``: mm from the left and the top
    of the trim, None where there is no page.
    """

    code: str
    file: str
    words: str
    page: int = 0
    place: tuple[int, int] | None = None

    @property
    def finding(self) -> Finding:
        """As the rest of the program tells it."""
        where = ""
        if self.place is not None:
            where = f" (page {self.page}, {self.place[0]} mm from the left, {self.place[1]} mm from the top)"
        return Finding(self.code, f"{self.words}{where}", Span(self.file), help=_HELP)


def compare_plates(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """What parts the C, M, Y plates of print files of one format and direction, as :func:`partings` says."""
    return in_order(parting.finding for parting in partings(files))


def partings(files: Mapping[str, bytes]) -> Iterator[Parting]:
    """``files``: bytes by name, in order; every file is compared with the first.

    ``plates-differ``: an area that one file has and the other has not, with its place. ``words-off-black``: words, or
    something that cannot be judged, on other plates than K. Raises BrochureError for bytes that are no PDF.
    """
    judged = {name: colour_pages(pdf) for name, pdf in files.items()}
    for name, pages in judged.items():
        yield from _remarks(name, pages)
    first, *others = judged or [""]
    for other in others:
        yield from _differences(first, judged[first], other, judged[other])


def _remarks(name: str, pages: tuple[ColourPage, ...]) -> Iterator[Parting]:
    for number, page in enumerate(pages, 1):
        for words, place in page.remarks:
            yield Parting("words-off-black", name, words, number, _place(page.height, place))


def _differences(
    first: str, pages: tuple[ColourPage, ...], other: str, others: tuple[ColourPage, ...]
) -> Iterator[Parting]:
    if len(pages) != len(others):
        yield Parting("plates-differ", other, f"{len(others)} pages, and {len(pages)} in {first}")
    for number, (page, against) in enumerate(zip(pages, others, strict=False), 1):
        for mine, theirs in zip_longest(page.paintings, against.paintings):
            if mine != theirs:
                shown = theirs or mine
                words = f"the first thing on C, M, Y that is not as in {first}: {_said(mine, theirs)}"
                yield Parting("plates-differ", other, words, number, _place(page.height, shown.place))
                break


def _said(mine: Painting | None, theirs: Painting | None) -> str:
    if mine is None:
        return "an area too many"
    if theirs is None:
        return "an area is missing"
    if mine.amounts != theirs.amounts:
        return "another colour"
    if mine.path != theirs.path:
        return "another place or shape"
    return "drawn or cut in another way"


def _place(height: float, place: tuple[float, float]) -> tuple[int, int]:
    x, y = place
    return round(to_mm(x)), round(to_mm(height - y))
