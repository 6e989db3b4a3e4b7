"""Opens a file and walks through its pages, whatever it is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

import pikepdf

from brochure.base.diagnostics import BrochureError
from brochure.check.preflight.budget import BROKEN, Budget
from brochure.check.preflight.examined import Box, Examined, Sheet, Walked, cut, is_empty
from brochure.check.preflight.state import State
from brochure.check.preflight.transform import UPRIGHT, box_of, matrix_of, moved_box, times
from brochure.check.preflight.walk import Walk

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
_INHERITED = frozenset({"MediaBox", "CropBox"})
_A4: Box = (0.0, 0.0, 595.276, 841.89)
_MOST_PAGES = 400
_DEEPEST_TREE = 64
_HIDDEN = 2 | 32
"""Annotation flags Hidden and NoView (ISO 32000-1, 12.5.3)."""
_BOOKKEEPING = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


class UnreadableError(BrochureError):
    """``rule``: the id under which it is told."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


@contextmanager
def examined(data: bytes, name: str) -> Iterator[Examined]:
    """The file with all that it paints. Raises UnreadableError; TooMuchError where it paints without end."""
    with opened(data) as pdf:
        budget = Budget()
        try:
            pages = list(pdf.pages)
        except BROKEN as error:
            raise UnreadableError("file-damaged", f"its pages cannot be found: {said(error)}") from error
        if not pages:
            raise UnreadableError("file-damaged", "it has no page")
        if len(pages) > _MOST_PAGES:
            raise UnreadableError("too-heavy", f"{len(pages)} pages; more than {_MOST_PAGES} are not judged")
        sheets = tuple(_sheet(number, page, budget) for number, page in enumerate(pages, 1))
        packet = pdf.Root.get("/Metadata")
        has_metadata = isinstance(packet, pikepdf.Stream)
        metadata = _metadata(packet) if isinstance(packet, pikepdf.Stream) else {}
        warnings = tuple(said(each) for each in pdf.get_warnings())
        yield Examined(data, name, pdf, sheets, metadata, has_metadata, warnings)


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The file, mended where the reader can. Raises UnreadableError."""
    if not data.strip():
        raise UnreadableError("file-damaged", "the file is empty")
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("file-damaged", "the file is no PDF")
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise UnreadableError("encrypted", "the file is encrypted and opens with a password alone") from error
    except (*BROKEN, RuntimeError) as error:
        raise UnreadableError(
            "file-damaged",
            f"the file is cut off or damaged: {said(error)}",
        ) from error
    with pdf:
        yield pdf


def said(error: object) -> str:
    """What the reader says, without the name it has for bytes in memory."""
    return re.sub(r"stream <[^>]*>(?:, |: | )?", "", str(error)) or type(error).__name__


def _sheet(number: int, page: pikepdf.Page, budget: Budget) -> Sheet:
    given = {key: box for key in BOXES if (box := _given(page, key)) is not None}
    media = given.get("MediaBox", _A4)
    crop = cut(given.get("CropBox", media), media)
    crop = media if is_empty(crop) else crop
    trim = given.get("TrimBox", given.get("ArtBox", crop))
    bleed = given.get("BleedBox", crop)
    return Sheet(number, page, given, trim, bleed, _walked(page, media, budget))


def _given(page: pikepdf.Page, key: str) -> Box | None:
    """A box of the page or, where it may be (7.7.3.4), of what it belongs to."""
    node: pikepdf.Object | None = page.obj
    for _ in range(_DEEPEST_TREE):
        if not isinstance(node, pikepdf.Dictionary):
            break
        if f"/{key}" in node:
            try:
                return box_of(node[f"/{key}"])
            except BROKEN:
                break
        node = node.get("/Parent") if key in _INHERITED else None
    return None


def _walked(page: pikepdf.Page, media: Box, budget: Budget) -> Walked:
    walk = Walk(budget, media)
    state = State(UPRIGHT, media)
    try:
        resources = page.get("/Resources", pikepdf.Dictionary())
        group = page.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and "/CS" in group:
            walk.blend(group.CS, resources, "the page's group", media)
        walk.stream(page.obj, resources, state, 0)
        _annotations(page, walk, state)
    except BROKEN as error:
        walk.found.broken.append((f"cannot be read: {error}", media))
    return walk.found


def _annotations(page: pikepdf.Page, walk: Walk, state: State) -> None:
    """What annotations show (12.5.5): the form, moved so that its box fills the annotation's rectangle."""
    for annotation in page.get("/Annots", []):
        shown = annotation.get("/AP", pikepdf.Dictionary()).get("/N")
        if isinstance(shown, pikepdf.Dictionary) and not isinstance(shown, pikepdf.Stream):
            shown = shown.get(str(annotation.get("/AS", "/Off")))
        if not isinstance(shown, pikepdf.Stream) or int(annotation.get("/F", 0)) & _HIDDEN:
            continue
        place = box_of(annotation.Rect)
        box = moved_box(box_of(shown.BBox), matrix_of(shown.get("/Matrix", UPRIGHT)))
        wide = (place[2] - place[0]) / (box[2] - box[0]) if box[2] > box[0] else 1.0
        high = (place[3] - place[1]) / (box[3] - box[1]) if box[3] > box[1] else 1.0
        fitted = (wide, 0.0, 0.0, high, place[0] - wide * box[0], place[1] - high * box[1])
        walk.form(
            shown,
            page.get("/Resources", pikepdf.Dictionary()),
            State(times(fitted, UPRIGHT), state.clip, "an annotation"),
        )


def _metadata(packet: pikepdf.Stream) -> dict[str, str]:
    """Simple values and the first of each list; {} where it is no XML. One with a DTD is not read: XMP has none."""
    try:
        data = packet.read_bytes()
        if b"<!" in data:
            return {}
        tree = ElementTree.fromstring(data.decode("utf-8-sig"))
    except (*BROKEN, ElementTree.ParseError, UnicodeError):
        return {}
    values: dict[str, str] = {}
    for description in tree.iter(f"{_BOOKKEEPING}Description"):
        values |= {
            key: value for key, value in description.attrib.items() if not key.startswith(_BOOKKEEPING)
        }
        for entry in description:
            values.setdefault(
                entry.tag, "".join(next(iter(entry.iter(f"{_BOOKKEEPING}li")), entry).itertext()).strip()
            )
    return values
