"""The structure tree and the way back from marked content and links to it (ISO 32000-1, 14.7; ISO 14289-1, 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from brochure.finish.objects import Array, Dictionary, Name, ObjectFile, Reference, text_string
from brochure.layout.operations import LinkArea, Node, Role
from brochure.paint.pages import PaintedPage


class TaggedPage(Struct, frozen=True):
    """A page with its object, its links and theirs, in the same order."""

    reference: Reference
    painted: PaintedPage
    links: tuple[tuple[LinkArea, Reference], ...]


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in reading order."""
    yield node
    for child in node.children:
        yield from walk(child)


def structure_tree(objects: ObjectFile, root: Node, pages: Sequence[TaggedPage]) -> Reference:
    """The StructTreeRoot. Parent tree keys: pages first, by number, then the links in page order."""
    top = Dictionary({"Type": Name("StructTreeRoot")})
    reference = objects.add(top)
    elements = {node.id: Dictionary({}) for node in walk(root)}
    places = {id: objects.add(element) for id, element in elements.items()}
    content = _content(pages)
    _fill(root, reference, elements, places, content, pages)
    rows: list[object] = []
    for number, page in enumerate(pages):
        rows += [number, Array([places[owner] for owner in page.painted.owners])]
    links = [link for page in pages for link, _ in page.links]
    for number, link in enumerate(links, start=len(pages)):
        rows += [number, places[link.node]]
    top["K"] = places[root.id]
    top["ParentTree"] = objects.add(Dictionary({"Nums": Array(rows)}))
    top["ParentTreeNextKey"] = len(pages) + len(links)
    return reference


def _fill(
    node: Node,
    parent: Reference,
    elements: dict[int, Dictionary],
    places: dict[int, Reference],
    content: Mapping[int, Sequence[Dictionary]],
    pages: Sequence[TaggedPage],
) -> None:
    element = elements[node.id]
    element["Type"], element["S"], element["P"] = Name("StructElem"), Name(node.role), parent
    children: list[object] = [places[child.id] for child in node.children]
    children += content.get(node.id, ())
    if children:
        element["K"] = Array(children)
    if node.language:
        element["Lang"] = text_string(node.language)
    if node.alternative:
        element["Alt"] = text_string(node.alternative)
    attributes = _attributes(node, pages)
    if attributes:
        element["A"] = attributes
    for child in node.children:
        _fill(child, places[node.id], elements, places, content, pages)


def _content(pages: Sequence[TaggedPage]) -> dict[int, list[Dictionary]]:
    """Marked content and links, page after page, by the id of their node."""
    content: dict[int, list[Dictionary]] = defaultdict(list)
    for page in pages:
        for mcid, owner in enumerate(page.painted.owners):
            content[owner].append(Dictionary({"Type": Name("MCR"), "Pg": page.reference, "MCID": mcid}))
        for link, annotation in page.links:
            content[link.node].append(
                Dictionary({"Type": Name("OBJR"), "Pg": page.reference, "Obj": annotation})
            )
    return content


def _attributes(node: Node, pages: Sequence[TaggedPage]) -> Dictionary | None:
    """List numbering (none of ours is numbered) and the box of a figure (14.8.5)."""
    if node.role is Role.L:
        return Dictionary({"O": Name("List"), "ListNumbering": Name("None")})
    if node.place is not None:
        painted = next((p.painted for p in pages if node.id in p.painted.owners), pages[0].painted)
        left, bottom = painted.place(node.place.x, node.place.bottom)
        right, top = painted.place(node.place.right, node.place.y)
        box = Array([round(edge, 2) for edge in (left, bottom, right, top)])
        return Dictionary({"O": Name("Layout"), "BBox": box, "Placement": Name("Block")})
    return None
