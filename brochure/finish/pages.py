"""Page objects: boxes, resources, contents, and the places to touch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brochure.finish.contents import content_objects
from brochure.finish.fonts import EmbeddedFont, font_object
from brochure.finish.objects import (
    FALSE,
    TRUE,
    Array,
    Dictionary,
    Name,
    ObjectFile,
    Reference,
    Stream,
    text_string,
)
from brochure.finish.targets import TargetDescription
from brochure.finish.tree import TaggedPage
from brochure.layout.operations import LinkArea, PlacedPage
from brochure.model.sign import GRID
from brochure.paint.inks import EVERY_PLATE, KNOCKING_OUT, OVERPRINTING
from brochure.paint.pages import PaintedPage
from brochure.paint.signs import FINE, FormKey, PaintedForm

_PRINTED = 4
"""Annotation flag Print (ISO 32000-1, 12.5.3), which PDF/A wants set."""


def resources(
    objects: ObjectFile,
    fonts: Sequence[EmbeddedFont],
    forms: Mapping[FormKey, PaintedForm],
    description: TargetDescription,
    *,
    registration: bool,
) -> Reference:
    """The one resource dictionary of all pages. ``registration``: with the colour of marks on every plate."""
    states = _graphics_states(objects) if description.space.overprints else None
    entries: dict[str, object] = {}
    if fonts:
        entries["Font"] = Dictionary(
            {f"F{n}": font_object(objects, font) for n, font in enumerate(fonts, start=1)}
        )
    if forms:
        entries["XObject"] = Dictionary({f.resource: objects.add(_form(f, states)) for f in forms.values()})
    if states:
        entries["ExtGState"] = states
    if registration:
        entries["ColorSpace"] = Dictionary({EVERY_PLATE: objects.add(_every_plate())})
    return objects.add(Dictionary(entries))


def page_objects(
    objects: ObjectFile,
    placed: Sequence[PlacedPage],
    painted: Sequence[PaintedPage],
    shared: Reference,
    description: TargetDescription,
) -> tuple[Reference, tuple[TaggedPage, ...]]:
    """The page tree, and every page with its links."""
    trunk = Dictionary({"Type": Name("Pages"), "Count": len(painted)})
    root = objects.add(trunk)
    pages: list[TaggedPage] = []
    key = len(painted)
    contents = content_objects(objects, [drawn.pieces for drawn in painted], shared=description.packed)
    for number, (page, drawn) in enumerate(zip(placed, painted, strict=True)):
        links: tuple[tuple[LinkArea, Reference], ...] = ()
        entries = {
            "Type": Name("Page"),
            "Parent": root,
            "Resources": shared,
            "Contents": contents[number],
            **_boxes(drawn, description),
        }
        if description.tagged:
            links = tuple(
                (link, objects.add(_link(link, drawn, key + i))) for i, link in enumerate(page.links)
            )
            key += len(links)
            entries |= {"StructParents": number, "Tabs": Name("S")}
        if links:
            entries["Annots"] = Array([annotation for _, annotation in links])
        pages.append(TaggedPage(objects.add(Dictionary(entries)), drawn, links))
    trunk["Kids"] = Array([page.reference for page in pages])
    return root, tuple(pages)


def _boxes(drawn: PaintedPage, description: TargetDescription) -> dict[str, object]:
    """Origin at 0 0; on paper trim inside bleed, which is all of the page but for the slug (GWG 2015, 4.2)."""

    def box(inset: float) -> Array:
        edges = (inset, inset, drawn.width - inset, drawn.height - inset)
        return Array([round(edge, 3) for edge in edges])

    if not description.bleed:
        return {"MediaBox": box(0)}
    return {"MediaBox": box(0), "BleedBox": box(drawn.slug), "TrimBox": box(drawn.margin)}


def _link(link: LinkArea, drawn: PaintedPage, key: int) -> Dictionary:
    """A link annotation (12.5.6.5). ``key``: its row in the parent tree."""
    left, bottom = drawn.place(link.place.x, link.place.bottom)
    right, top = drawn.place(link.place.right, link.place.y)
    return Dictionary(
        {
            "Type": Name("Annot"),
            "Subtype": Name("Link"),
            "Rect": Array([round(edge, 2) for edge in (left, bottom, right, top)]),
            "Border": Array([0, 0, 0]),
            "F": _PRINTED,
            "A": Dictionary({"Type": Name("Action"), "S": Name("URI"), "URI": text_string(link.uri)}),
            "Contents": text_string(link.contents),
            "StructParent": key,
        }
    )


def _form(form: PaintedForm, states: Dictionary | None) -> Stream:
    """It refers to no resources but graphics states."""
    edge = GRID * FINE
    entries: dict[str, object] = {"Subtype": Name("Form"), "BBox": Array([0, 0, edge, edge])}
    if states:
        entries["Resources"] = Dictionary({"ExtGState": states})
    return Stream(entries, form.content)


def _every_plate() -> Array:
    """The Separation /All (8.6.6.4); a device without plates mixes the full tint of all four."""
    tint = {
        "FunctionType": 2,
        "Domain": Array([0, 1]),
        "C0": Array([0, 0, 0, 0]),
        "C1": Array([1, 1, 1, 1]),
        "N": 1,
    }
    return Array([Name("Separation"), Name("All"), Name("DeviceCMYK"), Dictionary(tint)])


def _graphics_states(objects: ObjectFile) -> Dictionary:
    """Black overprints with OPM 1, so that the other plates keep what lies below; all else knocks out (8.6.7)."""
    over = {"Type": Name("ExtGState"), "OP": TRUE, "op": TRUE, "OPM": 1}
    knock = {"Type": Name("ExtGState"), "OP": FALSE, "op": FALSE, "OPM": 1}
    return Dictionary(
        {OVERPRINTING: objects.add(Dictionary(over)), KNOCKING_OUT: objects.add(Dictionary(knock))}
    )
