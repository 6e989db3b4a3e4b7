"""The structure tree as readable text: what a golden file holds and ``brochure show tags`` prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from brochure.layout.operations import Node, Operation, PlacedDocument, TextLine


def dump_tags(document: PlacedDocument) -> str:
    """One line an element, indented by depth, then its words, line by line, or its alternative text.

    ``~language`` where an element says one, ``-> uri`` where it can be touched; outline entries follow at the end.
    """
    owned: dict[int, list[Operation]] = defaultdict(list)
    for page in document.pages:
        for operation in page.operations:
            if isinstance(operation.tag, int):
                owned[operation.tag].append(operation)
    links = {link.node: f" -> {link.uri}" for page in document.pages for link in page.links}
    head = f'{document.language} {document.direction} "{document.title}"{" DRAFT" if document.draft else ""}'
    outline = [f'outline p{entry.page} #{entry.node} "{entry.title}"' for entry in document.outline]
    return "\n".join([head, *_element(document.root, 0, owned, links), *outline]) + "\n"


def _element(
    node: Node, depth: int, owned: Mapping[int, Sequence[Operation]], links: Mapping[int, str]
) -> Iterator[str]:
    indent = "  " * depth
    language = f" ~{node.language}" if node.language else ""
    alternative = f' alt "{node.alternative}"' if node.alternative else ""
    yield f"{indent}{node.role} #{node.id}{language}{links.get(node.id, '')}{alternative}"
    for operation in owned.get(node.id, ()):
        if isinstance(operation, TextLine):
            yield f'{indent}  | "{operation.line.text}"'
    for child in node.children:
        yield from _element(child, depth + 1, owned, links)
