"""XML: what somebody else wrote, read without trusting it; what we write, laid out in lines."""

from __future__ import annotations

import re

from lxml import etree

from brochure.base.spans import Span
from brochure.content.findings import Findings

_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse(data: bytes, file: str, findings: Findings) -> etree._Element | None:
    """The root element; None where a finding says why there is none.

    A document type is refused before anything is parsed: entities are what bombs and foreign files come in with, and no
    XLIFF needs one. UTF-16 is decoded first, so that nothing hides in it.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = _from_utf16(data)
    if _DECLARES.search(data):
        findings.error(
            "exchange-unsafe",
            "the file declares a document type or entities, which can pull in other files or fill the memory",
            Span(file),
            "No translation tool writes that into XLIFF. Ask whoever sent the file to export it anew.",
        )
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        findings.error(
            "exchange-damaged",
            f"the file is not whole XML: {_reason(error)}",
            Span(file, line, 1) if line else Span(file),
            "Export it from the translation tool again; do not save it from a text editor or a browser.",
        )
        return None


def _from_utf16(data: bytes) -> bytes:
    text = data.decode("utf-16", errors="replace")
    return re.sub(r"^(<\?xml[^>]*?)\s+encoding\s*=\s*(['\"]).*?\2", r"\1", text).encode("utf-8")


def _reason(error: Exception) -> str:
    """The first line, without libxml2's own place in the file."""
    return re.sub(
        r",? \(?(?:<string>, )?line \d+.*", "", str(error).splitlines()[0] if str(error) else "it ends early"
    )


def lay_out(element: etree._Element, texts: tuple[str, ...], depth: int = 0) -> None:
    """Puts every element on a line of its own, but for what is inside of ``texts``: there white space is words."""
    if element.tag in texts or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        lay_out(child, texts, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth


def bytes_of(root: etree._Element) -> bytes:
    """The document in UTF-8, with its declaration."""
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data + b"\n"
