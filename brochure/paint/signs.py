"""A sign as a form XObject, drawn once for each (sign, inks, mirrored) of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from brochure.base.inks import Ink
from brochure.layout.operations import PlacedDocument, SignDrawing
from brochure.model.sign import GRID, Sign, SignRole
from brochure.paint.inks import InkSpace, fill_with
from brochure.paint.syntax import Point, number, path


@dataclass(frozen=True, slots=True)
class FormKey:
    """What makes two drawings of signs the same form."""

    sign: str
    inks: tuple[tuple[SignRole, Ink], ...]
    mirrored: bool


@dataclass(frozen=True, slots=True)
class PaintedForm:
    """A form XObject (ISO 32000-1, 8.10): ``resource`` its name, ``content`` its stream on a square of GRID units."""

    resource: str
    content: bytes


def form_key(drawing: SignDrawing) -> FormKey:
    """The form that a drawing uses, wherever and as whatever it is drawn."""
    return FormKey(drawing.sign.id, drawing.inks, drawing.mirrored)


def paint_forms(document: PlacedDocument, space: InkSpace) -> Mapping[FormKey, PaintedForm]:
    """The forms of all signs of a document, in the order of their first use."""
    forms: dict[FormKey, PaintedForm] = {}
    for drawing in _drawings(document):
        key = form_key(drawing)
        if key not in forms:
            content = _layers(drawing.sign, dict(drawing.inks), drawing.mirrored, space)
            forms[key] = PaintedForm(f"S{len(forms) + 1}", content.encode("ascii"))
    return forms


def paint_sign(drawing: SignDrawing, left: float, bottom: float, form: PaintedForm) -> str:
    """The form put into its place; ``left`` and ``bottom`` of it in PDF coordinates, pt."""
    scale = f"{number(drawing.place.width / GRID, 5)} 0 0 {number(drawing.place.height / GRID, 5)}"
    return f"q {scale} {number(left)} {number(bottom)} cm /{form.resource} Do Q"


def _layers(sign: Sign, inks: Mapping[SignRole, Ink], mirrored: bool, space: InkSpace) -> str:
    paths = _paths(sign, mirrored)
    return "\n".join(
        f"{fill_with(inks[layer.role], space)} {outline} f"
        for layer, outline in zip(sign.layers, paths, strict=True)
    )


@lru_cache(maxsize=512)
def _paths(sign: Sign, mirrored: bool) -> tuple[str, ...]:
    """The outline of each layer: the larger part of the work on a page, and the same in every language."""

    def place(x: float, y: float) -> Point:
        return (GRID - x if mirrored else x), GRID - y

    return tuple(path(layer.outline, place) for layer in sign.layers)


def _drawings(document: PlacedDocument) -> Iterable[SignDrawing]:
    for page in document.pages:
        for operation in page.operations:
            if isinstance(operation, SignDrawing):
                yield operation
