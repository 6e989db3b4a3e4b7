"""A finished file, read by pikepdf: its structure tree joined with what its pages paint.

pikepdf (qpdf) shares nothing with the writer. The file may be any file, a hostile one too: a tree that leads back to
itself ends, and what is not as ISO 32000-1 says is refused in plain words.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError
from brochure.check.accessible.content_stream import paintings
from brochure.check.accessible.told import (
    Bookmark,
    Box,
    Content,
    Element,
    Page,
    Told,
    Touch,
    Words,
)

_DEEPEST = 64
"""Levels of a structure tree or an outline that are followed; ours have six."""
_BROKEN = (pikepdf.PdfError, KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError)
"""What pikepdf raises where an object is not what it should be."""
_OWN_NAME = re.compile(r"^stream <[^>]*>: ")
"""How pikepdf names bytes in memory."""


def read_told(pdf: bytes, name: str) -> Told:
    """The file as it tells itself. ``name``: for messages.

    Raises ArgumentsError: no PDF, encrypted, cut off or damaged, without structure tree.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False, suppress_warnings=True) as file:
            if file.is_encrypted:
                raise _encrypted(name)
            if not isinstance(file.Root.get("/StructTreeRoot"), pikepdf.Dictionary):
                raise ArgumentsError(
                    f"{name} has no structure tree, so a screen reader finds nothing to say in it",
                    "Take a file made for screen or office; those for a press have none.",
                )
            return _told(file)
    except pikepdf.PasswordError as error:
        raise _encrypted(name) from error
    except _BROKEN as error:
        if not pdf.lstrip().startswith(b"%PDF-"):
            raise ArgumentsError(f"{name} is no PDF", "Name a file that ends in .pdf.") from error
        raise ArgumentsError(
            f"{name} is cut off or damaged: {_OWN_NAME.sub('', str(error)) or type(error).__name__}",
            "Copy it again from where it came from, or build it again.",
        ) from error


def _encrypted(name: str) -> ArgumentsError:
    return ArgumentsError(f"{name} is encrypted and cannot be read", "Take the file without password.")


def _told(file: pikepdf.Pdf) -> Told:
    root = file.Root
    pages = [_Sheet.of(number, page) for number, page in enumerate(file.pages)]
    language = _text(root.get("/Lang")) or ""
    tree = _Tree(root.StructTreeRoot.get("/RoleMap", pikepdf.Dictionary()), pages)
    top = Element("Root", language, None, None, tuple(tree.parts(root.StructTreeRoot, language, 0)))
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        title = str(metadata.get("dc:title", ""))
    preferences = root.get("/ViewerPreferences", pikepdf.Dictionary())
    numbers = {sheet.number: at for at, sheet in enumerate(pages)}
    return Told(
        language=language,
        title=title,
        other_title=_text(file.docinfo.get("/Title")) or "",
        shows_title=bool(preferences.get("/DisplayDocTitle", False)),
        root=top,
        outline=tuple(_bookmarks(root.get("/Outlines"), numbers, 1)),
        pages=tuple(sheet.page for sheet in pages),
    )


class _Sheet(Struct, frozen=True):
    """A page with its marked content by number, and the number of its object."""

    number: int
    page: Page
    words: Mapping[int, Sequence[Words]]

    @classmethod
    def of(cls, at: int, page: pikepdf.Page) -> _Sheet:
        painted = paintings(page)
        words: dict[int, list[Words]] = defaultdict(list)
        for painting in painted:
            if isinstance(painting.mark, int) and isinstance(painting.ink, Words):
                words[painting.mark].append(painting.ink)
        links = tuple(_touch(each, at) for each in page.get("/Annots", []) if each.get("/Subtype") == "/Link")
        return cls(page.obj.objgen[0], Page(painted, links, str(page.get("/Tabs", "")).lstrip("/")), words)


def _touch(annotation: pikepdf.Object, page: int) -> Touch:
    action = annotation.get("/A", pikepdf.Dictionary())
    return Touch(
        page,
        _box(annotation.Rect),
        _text(action.get("/URI")) or "",
        _text(annotation.get("/Contents")) or "",
        annotation.objgen[0],
    )


class _Tree:
    """Follows the structure tree (14.7.2)."""

    def __init__(self, roles: pikepdf.Object, sheets: Sequence[_Sheet]) -> None:
        self.roles = {str(name): str(role) for name, role in roles.items()}
        self.sheets = sheets
        self.at = {sheet.number: at for at, sheet in enumerate(sheets)}
        self.touches = {touch.number: touch for sheet in sheets for touch in sheet.page.touches}

    def parts(self, owner: pikepdf.Object, language: str, depth: int) -> Iterator[Element | Content | Touch]:
        if depth > _DEEPEST:
            raise ValueError("its structure tree leads back to itself, or is too deep")
        kids = owner.get("/K")
        for kid in [] if kids is None else kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                yield from self._content(owner, int(kid))
            elif "/S" in kid:
                yield self._element(kid, language, depth)
            elif kid.get("/Type") == "/MCR":
                yield from self._content(kid if "/Pg" in kid else owner, int(kid.MCID))
            elif kid.get("/Type") == "/OBJR" and kid.Obj.objgen[0] in self.touches:
                yield self.touches[kid.Obj.objgen[0]]

    def _element(self, element: pikepdf.Object, outside: str, depth: int) -> Element:
        own = _text(element.get("/Lang"))
        language = outside if own is None else own
        return Element(
            role=self._role(str(element.S)),
            language=language,
            alternative=_text(element.get("/Alt")),
            instead=_text(element.get("/ActualText")),
            parts=tuple(self.parts(element, language, depth + 1)),
        )

    def _role(self, name: str) -> str:
        for _ in self.roles:
            name = self.roles.get(name, name)
        return name.lstrip("/")

    def _content(self, place: pikepdf.Object, mark: int) -> Iterator[Content]:
        page = self.at.get(place.Pg.objgen[0]) if "/Pg" in place else None
        if page is not None:
            yield Content(page, mark, tuple(self.sheets[page].words.get(mark, ())))


def _bookmarks(parent: pikepdf.Object | None, pages: Mapping[int, int], depth: int) -> Iterator[Bookmark]:
    """The rows below an outline item, in order (12.3.3)."""
    if not isinstance(parent, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    item = parent.get("/First")
    seen: set[tuple[int, int]] = set()
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen:
        seen.add(item.objgen)
        target = item.get("/Dest", item.get("/A", pikepdf.Dictionary()).get("/D"))
        page, top = -1, 0.0
        if isinstance(target, pikepdf.Array) and len(target) and isinstance(target[0], pikepdf.Dictionary):
            page = pages.get(target[0].objgen[0], -1)
            top = (
                float(target[3]) if len(target) > 3 and target[1] == "/XYZ" and target[3] is not None else 0.0
            )
        yield Bookmark(_text(item.get("/Title")) or "", depth, page, top)
        yield from _bookmarks(item, pages, depth + 1)
        item = item.get("/Next")


def _text(value: object) -> str | None:
    """A text string (7.9.2.2), None where there is none."""
    return str(value) if isinstance(value, pikepdf.String) else None


def _box(rectangle: pikepdf.Object) -> Box:
    """Corners in whichever order they are given (7.9.5)."""
    a, b, c, d = (float(each) for each in rectangle)
    return min(a, c), min(b, d), max(a, c), max(b, d)
