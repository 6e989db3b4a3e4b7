"""One set of plates: files of one format and direction paint the same on C, M and Y, words touch K alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from brochure.base.diagnostics import Finding, in_order
from brochure.base.lengths import to_mm
from brochure.base.spans import Span
from brochure.check.separation import ColourPage, Painting, colour_pages

_HELP = (
    "A print shop changes the black plate alone between languages; these files would need further plates.\n"
    "Coloured areas take their place from the format, words and signs beside them are black: pass this on."
)


def compare_plates(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """What parts the C, M, Y plates of print files of one format and direction. ``files``: bytes by name, in order;
    every file is compared with the first.

    ``plates-differ``: an area that one file has and the other has not, with its place. ``words-off-black``: words, or
    something that cannot be judged, on other plates than K. Raises BrochureError for bytes that are no PDF.
    """
    judged = {name: colour_pages(pdf) for name, pdf in files.items()}
    findings = [finding for name, pages in judged.items() for finding in _remarks(name, pages)]
    first, *others = judged or [""]
    for other in others:
        findings += _differences(first, judged[first], other, judged[other])
    return in_order(findings)


def _remarks(name: str, pages: tuple[ColourPage, ...]) -> Iterator[Finding]:
    for number, page in enumerate(pages, 1):
        for words, place in page.remarks:
            message = f"{words} ({_where(number, page.height, place)})"
            yield Finding("words-off-black", message, Span(name), help=_HELP)


def _differences(
    first: str, pages: tuple[ColourPage, ...], other: str, others: tuple[ColourPage, ...]
) -> Iterator[Finding]:
    if len(pages) != len(others):
        message = f"{len(others)} pages, and {len(pages)} in {first}"
        yield Finding("plates-differ", message, Span(other), help=_HELP)
    for number, (page, against) in enumerate(zip(pages, others, strict=False), 1):
        for mine, theirs in zip_longest(page.paintings, against.paintings):
            if mine != theirs:
                shown = theirs or mine
                where = _where(number, page.height, shown.place)
                message = (
                    f"the first thing on C, M, Y that is not as in {first}: {_said(mine, theirs)} ({where})"
                )
                yield Finding("plates-differ", message, Span(other), help=_HELP)
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


def _where(page: int, height: float, place: tuple[float, float]) -> str:
    x, y = place
    return f"page {page}, {round(to_mm(x))} mm from the left, {round(to_mm(height - y))} mm from the top"
