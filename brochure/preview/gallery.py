"""Pages as they are now, the last good ones of what cannot be read any more, and those of before."""

from __future__ import annotations

import itertools
from collections.abc import Hashable
from typing import TypeVar

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError
from brochure.finish.pdf import Target
from brochure.layout.operations import PlacedDocument
from brochure.pipeline.live import Laid, LiveDesk, Subject
from brochure.raster.sharp import page_picture

_MOST = 24
"""Subjects, and looks at them, that are kept; a laid-out booklet takes a few MB."""


class Look(Struct, frozen=True):
    """How a subject is looked at. ``kinds``: lines over the page; ``is_black``: only what the black plate takes;
    ``is_before``: as it was when it was first looked at.
    """

    target: Target
    kinds: tuple[str, ...] = ()
    is_black: bool = False
    is_before: bool = False


class Sheets(Struct):
    """The pages of a look. ``versions``: of each page a number that changes when the page does. ``pdf``: b"" until
    somebody asks for a picture. ``asked``: of the pages that are in view, the picture that was asked for; ``ahead``:
    those of them that have changed since, to be drawn before somebody asks; ``drawn``: what was drawn so.
    """

    laid: Laid
    placed: PlacedDocument
    versions: tuple[int, ...]
    pdf: bytes = b""
    asked: dict[int, Shape] = {}
    ahead: dict[int, Shape] = {}
    drawn: dict[tuple[int, Shape], bytes] = {}


Shape = tuple[int, bool]
"""Of a picture: its pixels from left to right, and whether it is without colour."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Gallery:
    """Not for several threads."""

    def __init__(self, desk: LiveDesk) -> None:
        self._desk = desk
        self._good: dict[Subject, Laid] = {}
        self._first: dict[Subject, Laid] = {}
        self._sheets: dict[tuple[Subject, Look], Sheets] = {}
        self._count = itertools.count(1)

    def sheets(self, subject: Subject, look: Look) -> Sheets | None:
        """The pages, or the last good ones; None where there never were any."""
        laid = self._desk.laid(subject)
        if laid.pages is not None:
            _keep(self._good, subject, laid)
            if subject not in self._first:
                _keep(self._first, subject, laid)
        shown = (self._first if look.is_before else self._good).get(subject)
        if shown is None:
            return None
        known = self._sheets.get((subject, look))
        if known is not None and known.laid is shown:
            return known
        made = self._made(shown, look, known)
        if made is not None:
            _keep(self._sheets, (subject, look), made)
        return made

    def _made(self, laid: Laid, look: Look, known: Sheets | None) -> Sheets | None:
        placed = self._desk.sheets(laid, look.target, look.kinds, "black" if look.is_black else None)
        if placed is None:
            return None
        before = zip(known.placed.pages, known.versions, strict=True) if known else ()
        versions = tuple(
            old[1] if old is not None and old[0] == page else next(self._count)
            for page, old in itertools.zip_longest(placed.pages, tuple(before)[: len(placed.pages)])
        )
        asked = {page: shape for page, shape in known.asked.items() if page < len(versions)} if known else {}
        is_same = [known is not None and version in known.versions for version in versions]
        return Sheets(
            laid,
            placed,
            versions,
            asked={page: shape for page, shape in asked.items() if is_same[page]},
            ahead={page: shape for page, shape in asked.items() if not is_same[page]},
        )

    def write(self, subject: Subject, look: Look) -> bytes:
        """The PDF of a look, written once. Raises ArgumentsError: there are no pages."""
        sheets = self.sheets(subject, look)
        if sheets is None:
            raise ArgumentsError("there is no page to be shown", "The findings say why.")
        if not sheets.pdf:
            sheets.pdf = self._desk.desk.written(sheets.placed, look.target)
        return sheets.pdf

    def picture(self, subject: Subject, look: Look, page: int, width: int, *, grey: bool) -> bytes:
        """A page ``width`` pixels wide. Raises ArgumentsError: no such page."""
        pdf = self.write(subject, look)
        sheets, shape = self._sheets[subject, look], (width, grey)
        if not 0 <= page < len(sheets.placed.pages):
            raise ArgumentsError(f"there is no page {page + 1}")
        sheets.asked[page] = shape
        return sheets.drawn.pop((page, shape), b"") or page_picture(pdf, page, width, grey=grey)

    def draw_ahead(self, subject: Subject, look: Look) -> bool:
        """Draw a page that was in view and has changed: the browser asks for it as soon as it has heard of that.
        Whether there is another.
        """
        sheets = self._sheets.get((subject, look))
        if sheets is None or not sheets.ahead:
            return False
        page, (width, grey) = sheets.ahead.popitem()
        if page not in sheets.asked:
            sheets.drawn[page, (width, grey)] = page_picture(
                self.write(subject, look), page, width, grey=grey
            )
        return bool(sheets.ahead)

    def start_anew(self) -> None:
        """From now on "before" is what is there now."""
        self._first.clear()


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    """As the latest; the oldest goes where there are too many."""
    kept.pop(key, None)
    kept[key] = value
    while len(kept) > _MOST:
        del kept[next(iter(kept))]
