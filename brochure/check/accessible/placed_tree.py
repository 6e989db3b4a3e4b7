"""The structure tree of a laid-out page against its document, before a file is made of it.

The same rules as for the finished file, as far as they compare with the content: order, spaces, pictures, languages,
headings, lists, links. It costs milliseconds and no outside package, so every build has it; what the writer does to the
tree afterwards is for the check of the finished file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.check.accessible.rules import judge_document
from brochure.check.accessible.told import Content, Element, Glyph, Told, Touch, Words
from brochure.layout.operations import Node, PlacedDocument, TextLine
from brochure.model.document import Document

_NOWHERE = (0.0, 0.0, 0.0, 0.0)
"""Places are not compared here."""


def check_placed_tree(document: Document, placed: PlacedDocument) -> tuple[Finding, ...]:
    """What is wrong with the tree of a laid-out document, all at once; every finding is an error.

    The codes of those rules of :data:`brochure.check.accessible.rules.RULES` that know the document.
    """
    findings = judge_document(document, told_by(placed), document.title.span.file)
    tag, format_ = document.tag, document.format.id
    return in_order(replace(finding, language=tag, format=format_) for finding in findings)


def told_by(placed: PlacedDocument) -> Told:
    """The tree with its words, in the types of a file that was read; without pages and outline."""
    lines: dict[int, list[Content]] = defaultdict(list)
    touches: dict[int, list[Touch]] = defaultdict(list)
    for number, page in enumerate(placed.pages):
        for operation in page.operations:
            if isinstance(operation, TextLine) and isinstance(operation.tag, int):
                text = "".join(cluster.text for run in operation.line.runs for cluster in run.clusters)
                words = Words((Glyph(text, _NOWHERE),), None)
                lines[operation.tag].append(Content(number, operation.tag, (words,)))
        for link in page.links:
            touches[link.node].append(Touch(number, _NOWHERE, link.uri, link.contents, link.node))
    top = _element(placed.root, placed.language, lines, touches)
    root = Element("Root", placed.language, None, None, (top,))
    return Told(placed.language, placed.title, placed.title, True, root, (), ())


def _element(
    node: Node,
    outside: str,
    lines: Mapping[int, Sequence[Content]],
    touches: Mapping[int, Sequence[Touch]],
) -> Element:
    language = node.language or outside

    def parts() -> Iterator[Element | Content | Touch]:
        yield from (_element(child, language, lines, touches) for child in node.children)
        yield from lines.get(node.id, ())
        yield from touches.get(node.id, ())

    return Element(str(node.role), language, node.alternative or None, None, tuple(parts()))
