"""A sign's SVG file, read and checked: every element, attribute and style rule, drawn or not.

Every limit is held here, before a normaliser sees the file, because the normaliser dies on hostile ones. No network,
no DTD, no entities.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree
from msgspec import Struct

from brochure.content import svg_contract as contract
from brochure.content.findings import shown
from brochure.content.svg_contract import RefusalError
from brochure.content.svg_numbers import numbers
from brochure.content.svg_style import StyleSheet, declarations, style_sheet
from brochure.model.sign import GRID

Element = Any
"""An lxml element."""

# What Illustrator and old programs write at the head: it declares nothing by itself, so it is blanked before parsing.
_PLAIN_DOCTYPE = re.compile(
    r"<!DOCTYPE\s+svg\s+PUBLIC\s+\"-//W3C//DTD SVG 1\.[012][A-Za-z ]*//EN\"\s+"
    r"\"https?://www\.w3\.org/[^\"<>\[\]&%]*\"\s*>"
)


class Drawing(Struct, frozen=True):
    """A file that holds nothing but what its ``refusals`` name."""

    root: Element
    by_id: Mapping[str, Element]
    sheet: StyleSheet


def tag_of(element: Element) -> str:
    """The local name of an SVG element, "" for the data of drawing programs."""
    name = etree.QName(element)
    return name.localname if name.namespace == contract.SVG else ""


def read_drawing(data: bytes, refusals: list[RefusalError]) -> Drawing:
    """The checked file. Single faults go to ``refusals``; a file that cannot be walked raises RefusalError."""
    root = _parsed(_text(data))
    elements = _elements(root)
    for element in elements:
        _check(element, refusals)
    _check_view_box(root, refusals)
    sheets = [(e.sourceline or 0, e.text or "") for e in elements if tag_of(e) == "style"]
    return Drawing(root, _named(elements, refusals), style_sheet(sheets, refusals))


def _text(data: bytes) -> str:
    if len(data) > contract.MAX_BYTES:
        cure = "Save as plain SVG without the program's own editing data, and simplify the paths."
        raise RefusalError("sign-too-large", f"the file is larger than {contract.MAX_BYTES // 1024} KB", cure)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusalError(
            "sign-not-svg", "the file is not UTF-8 text", "Save it as plain SVG again."
        ) from None
    if not text.strip("\0 \t\r\n"):
        raise RefusalError(
            "sign-not-svg", "the file is empty", "Save the drawing again; the saving was cut short."
        )
    text = _PLAIN_DOCTYPE.sub(lambda found: "\n" * found.group().count("\n"), text, count=1)
    for mark in ("<!DOCTYPE", "<!ENTITY"):
        if mark in text:
            line = text.count("\n", 0, text.index(mark)) + 1
            cure = (
                "Save as plain SVG, in Illustrator without 'Preserve Illustrator Editing Capabilities', or delete "
                "the part from <!DOCTYPE to its closing >."
            )
            raise RefusalError("sign-doctype", f"a document type (`{mark}`) is not accepted", cure, line)
    return text


def _parsed(text: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        message = f"the file is not well-formed XML: {shown(str(error))}"
        cure = "Open it in the drawing program and save it as plain SVG."
        raise RefusalError("sign-not-svg", message, cure, error.lineno or 0) from None
    if tag_of(root) != "svg":
        cure = f'The first element must be <svg xmlns="{contract.SVG}">.'
        raise RefusalError("sign-not-svg", "the file is not an SVG drawing", cure, root.sourceline)
    return root


def _elements(root: Element) -> list[Element]:
    """Elements of the drawing in document order; titles and the data of drawing programs are passed over."""
    found: list[Element] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        tag = tag_of(element)
        if not tag or tag in contract.SILENT or (tag in contract.STORED and _is_stored(element)):
            continue
        found.append(element)
        if len(found) > contract.MAX_ELEMENTS:
            cure = "Join the shapes in the drawing program; a sign needs ten or twenty."
            message = f"the drawing has more than {contract.MAX_ELEMENTS} elements"
            raise RefusalError("sign-too-complex", message, cure, element.sourceline)
        waiting.extend(chosen(element) if tag == "switch" else reversed(element))
    return found


def chosen(switch: Element) -> tuple[Element, ...]:
    """The one child of a ``switch`` that is drawn: the first that asks for no program's extension. Others are skipped.

    Raises RefusalError where the picture would depend on the reader's language.
    """
    children = [child for child in switch if tag_of(child)]
    if any("systemLanguage" in child.attrib for child in children):
        message = "<switch> shows another picture in another language"
        cure = "Ungroup it and keep one of the pictures; a sign is the same for everybody."
        raise RefusalError("sign-element", message, cure, switch.sourceline or 0)
    plain = (
        child
        for child in children
        if tag_of(child) != "foreignObject" and not any(child.get(name) for name in contract.CONDITIONS)
    )
    return tuple(plain)[:1]


def _is_stored(element: Element) -> bool:
    return any(tag_of(outer) == "defs" for outer in element.iterancestors())


def _check(element: Element, refusals: list[RefusalError]) -> None:
    tag, line = tag_of(element), element.sourceline or 0
    parent = element.getparent()
    nested = parent is not None and tag == "svg"
    if tag not in contract.KNOWN or nested:
        what, cure = contract.REFUSED_ELEMENTS.get(tag, ("not part of a plain drawing", "Delete it."))
        refusals.append(RefusalError("sign-element", f"<{tag[:40]}> is {what}", cure, line))
        return
    for name, value in element.attrib.items():
        name = "href" if name == contract.XLINK_HREF else name
        if name.startswith("{"):
            continue
        try:
            contract.check_attribute(tag, name, value)
        except RefusalError as refusal:
            refusal.line = line
            refusals.append(refusal)
    declarations(element.get("style", ""), line, refusals)


def _check_view_box(root: Element, refusals: list[RefusalError]) -> None:
    sides = {root.get(side, "").strip().removesuffix("px") for side in ("width", "height")}
    if "viewBox" not in root.attrib and sides == {f"{GRID:g}"}:
        return  # svgo leaves out a view box that says no more than the size
    try:
        box = numbers(root.get("viewBox", ""), "`viewBox`")
    except RefusalError:
        box = ()
    if box != (0, 0, GRID, GRID):
        wanted = f"0 0 {GRID:g} {GRID:g}"
        cure = f'Set the page to {GRID:g} x {GRID:g} units, so that the file says viewBox="{wanted}".'
        message = f"the view box is {shown(root.get('viewBox', 'missing'))}, not `{wanted}`"
        refusals.append(RefusalError("sign-view-box", message, cure, root.sourceline))


def _named(elements: list[Element], refusals: list[RefusalError]) -> dict[str, Element]:
    named: dict[str, Element] = {}
    for element in elements:
        id = element.get("id")
        if id in named:
            message = f"the id {shown(id)} is given twice, first on line {named[id].sourceline}"
            cure = "Give each part an id of its own."
            refusals.append(RefusalError("sign-reference", message, cure, element.sourceline))
        elif id:
            named[id] = element
    return named
