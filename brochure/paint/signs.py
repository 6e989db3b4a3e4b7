"""Signs: one that is drawn again in the same inks is a form XObject, any other stands in the content of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from brochure.base.inks import Ink
from brochure.layout.operations import PlacedDocument, SignDrawing
from brochure.model.sign import GRID, Sign, SignRole
from brochure.paint.inks import InkSpace, fill_with
from brochure.paint.syntax import Point, number, path

FINE = 16
"""Steps of a unit of the grid in which signs are drawn: whole numbers are shorter, and no eye sees half a step of them:
0.014 mm in a sign of 28 mm.
"""


class FormKey(Struct, frozen=True):
    """What makes two drawings of signs the same form."""

    sign: str
    inks: tuple[tuple[SignRole, Ink], ...]
    mirrored: bool


class PaintedForm(Struct, frozen=True):
    """A form XObject (ISO 32000-1, 8.10): ``resource`` its name, ``content`` its stream, on a square of GRID units of
    FINE steps.
    """

    resource: str
    content: bytes


def form_key(drawing: SignDrawing) -> FormKey:
    """The form that a drawing uses, wherever and as whatever it is drawn."""
    return FormKey(drawing.sign.id, drawing.inks, drawing.mirrored)


def paint_forms(document: PlacedDocument, space: InkSpace) -> Mapping[FormKey, PaintedForm]:
    """The forms of all signs of a document that are drawn more than once, in the order of their first use.

    A form of its own costs two hundred bytes, and is deflated without knowing of any other sign.
    """
    uses = Counter(map(form_key, _drawings(document)))
    forms: dict[FormKey, PaintedForm] = {}
    for drawing in _drawings(document):
        key = form_key(drawing)
        if uses[key] > 1 and key not in forms:
            content = _layers(drawing.sign, drawing.inks, drawing.mirrored, space)
            forms[key] = PaintedForm(f"S{len(forms) + 1}", content.encode("ascii"))
    return forms


def paint_sign(
    drawing: SignDrawing, left: float, bottom: float, forms: Mapping[FormKey, PaintedForm], space: InkSpace
) -> str:
    """The sign in its place; ``left`` and ``bottom`` of it in PDF coordinates, pt."""
    edge = GRID * FINE
    scale = f"{number(drawing.place.width / edge, 6)} 0 0 {number(drawing.place.height / edge, 6)}"
    form = forms.get(form_key(drawing))
    what = f"/{form.resource} Do" if form else _layers(drawing.sign, drawing.inks, drawing.mirrored, space)
    return f"q {scale} {number(left)} {number(bottom)} cm {what} Q"


@lru_cache(maxsize=256)
def _layers(sign: Sign, inks: tuple[tuple[SignRole, Ink], ...], mirrored: bool, space: InkSpace) -> str:
    """Layers from the ground up; those of one ink that follow each other need its colour once."""
    layers = zip(sign.layers, _paths(sign, mirrored), strict=True)
    ink_of = dict(inks)
    lines = []
    for ink, group in groupby(layers, key=lambda layer: ink_of[layer[0].role]):
        lines.append(fill_with(ink, space))
        lines += [f"{outline} f" for _, outline in group]
    return "\n".join(lines)


@lru_cache(maxsize=512)
def _paths(sign: Sign, mirrored: bool) -> tuple[str, ...]:
    """The outline of each layer: the larger part of the work on a page, and the same in every language."""

    def place(x: float, y: float) -> Point:
        return round((GRID - x if mirrored else x) * FINE), round((GRID - y) * FINE)

    return tuple(path(layer.outline, place) for layer in sign.layers)


def _drawings(document: PlacedDocument) -> Iterable[SignDrawing]:
    for page in document.pages:
        for operation in page.operations:
            if isinstance(operation, SignDrawing):
                yield operation
