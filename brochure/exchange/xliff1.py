"""XLIFF 1.2 (OASIS Standard, 1 February 2008), for tools that know no later one.

It uses what the strict schema has and nothing else: the project stands in ``product-name``, ``product-version`` and
``build-num`` of the file, fingerprints in a ``context-group`` of the unit, facts are ``<ph>`` that hold their text.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.words import SOURCE_LANGUAGE, language_file
from brochure.exchange.inline import facts_in, stretches
from brochure.exchange.parcel import Item, Origin, Parcel, Returned, ReturnedItem, Standing, mark
from brochure.exchange.strangers import tell_stranger
from brochure.exchange.xml import bytes_of, lay_out

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_OURS = "brochure"
_ENGLISH, _TEXT = "x-brochure-english", "x-brochure-text"
"""Kinds of context. The group has no name: names are unique in a whole file."""

_XML = "http://www.w3.org/XML/1998/namespace"

_STATES = {
    Standing.NEW: "needs-translation",
    Standing.STALE: "needs-review-translation",
    Standing.TRANSLATED: "translated",
    Standing.REVIEWED: "signed-off",
    Standing.APPROVED: "final",
}
_STANDINGS = {state: standing for standing, state in _STATES.items()}


def write_xliff1(parcel: Parcel) -> bytes:
    """The file, UTF-8. Same parcel, same bytes."""
    origin = parcel.origin
    root = etree.Element(_q("xliff"), nsmap={None: NAMESPACE}, version="1.2")
    file = etree.SubElement(root, _q("file"), original=language_file(origin.language), datatype="plaintext")
    file.set("source-language", SOURCE_LANGUAGE)
    file.set("target-language", origin.language)
    file.set("tool-id", _OURS)
    file.set("product-name", " ".join(origin.projects))
    file.set("product-version", origin.version)
    file.set("build-num", origin.english)
    header = etree.SubElement(file, _q("header"))
    etree.SubElement(header, _q("tool"), {"tool-id": _OURS, "tool-name": _OURS})
    body = etree.SubElement(file, _q("body"))
    for item in parcel.items:
        _unit(body, item)
    lay_out(root, (_q("source"), _q("target")))
    return bytes_of(root)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _unit(body: etree._Element, item: Item) -> None:
    unit = etree.SubElement(body, _q("trans-unit"), id=item.address, resname=item.address)
    unit.set(f"{{{_XML}}}space", "preserve")
    if item.standing is Standing.APPROVED:
        unit.set("approved", "yes")
    _inline(etree.SubElement(unit, _q("source")), item.english, item.english)
    target = etree.SubElement(unit, _q("target"), state=_STATES[item.standing])
    _inline(target, item.text, item.english)
    group = etree.SubElement(unit, _q("context-group"), purpose="information")
    for kind, value in ((_ENGLISH, mark(item.english)), (_TEXT, mark(item.text))):
        etree.SubElement(group, _q("context"), {"context-type": kind}).text = value
    for kind, told in item.said:
        etree.SubElement(unit, _q("note"), {"from": kind}).text = told


def _inline(element: etree._Element, text: str, english: str) -> None:
    last: etree._Element | None = None
    for each in stretches(text, english):
        if each.number:
            last = etree.SubElement(
                element, _q("ph"), {"id": str(each.number), "equiv-text": f"{{{each.text}}}"}
            )
            last.text = f"{{{each.text}}}"
        elif last is None:
            element.text = each.text
        else:
            last.tail = each.text


def read_xliff1(root: etree._Element, file: str, findings: Findings) -> Returned | None:
    """What came back; None where a finding says that the file is not one of ours. ``root``: in :data:`NAMESPACE`."""
    outer = root.find(_q("file"))
    if outer is None or not outer.get("product-name") or outer.get("tool-id") != _OURS:
        tell_stranger(file, findings)
        return None
    origin = Origin(
        tuple(outer.get("product-name", "").split()),
        outer.get("product-version", ""),
        outer.get("build-num", ""),
        outer.get("target-language", ""),
    )
    return Returned(origin, tuple(_read_unit(unit, file) for unit in root.iter(_q("trans-unit"))))


def _read_unit(unit: etree._Element, file: str) -> ReturnedItem:
    source, target = unit.find(_q("source")), unit.find(_q("target"))
    carried = {
        context.get("context-type", ""): context.text or ""
        for group in unit.findall(_q("context-group"))
        for context in group.findall(_q("context"))
    }
    state = "" if target is None else target.get("state", "")
    return ReturnedItem(
        address=unit.get("resname") or unit.get("id", ""),
        english="" if source is None else "".join(_said(source)),
        text="" if target is None else "".join(_said(target)),
        standing=_STANDINGS.get(state, Standing.NEW),
        english_mark=carried.get(_ENGLISH, ""),
        text_mark=carried.get(_TEXT),
        span=Span(file, unit.sourceline or 0, 1),
    )


def _said(element: etree._Element) -> Iterator[str]:
    """Words and facts of a text in order. A code that is not ours says its own id, which no fact is called."""
    yield element.text or ""
    for child in element:
        if child.tag in (_q("ph"), _q("x"), _q("it"), _q("bpt"), _q("ept"), _q("bx"), _q("ex")):
            own = child.text or child.get("equiv-text", "")
            yield own if facts_in(own) else f"{{code-{child.get('id', '')}}}"
        elif isinstance(child.tag, str):
            yield from _said(child)
        yield child.tail or ""
