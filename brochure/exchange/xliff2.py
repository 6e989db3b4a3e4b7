"""XLIFF 2.1 (OASIS Standard, 13 February 2018), the default.

Facts are ``<ph>`` with their text in ``<originalData>`` (4.2.3.1); what a translator is told are ``<note>`` with a
category (4.2.2.9); the state of a segment (4.3.1.31) has ``subState="brochure:stale"`` for a text whose English has
changed; fingerprints stand in the metadata module (5.5), which tools hand through.

The room is told in notes and not by the size restriction module (5.8): "about 73 characters" is advice, whether a text
fits is judged when it is set, and a tool would refuse to save a text one character longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.words import SOURCE_LANGUAGE, language_file
from brochure.exchange.inline import Stretch, facts_in, stretches
from brochure.exchange.parcel import Item, Origin, Parcel, Returned, ReturnedItem, Standing, mark
from brochure.exchange.strangers import tell_stranger
from brochure.exchange.xml import bytes_of, lay_out

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""Of 2.0 and 2.1 alike (2.1, 3.1)."""

_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_CATEGORY = "brochure"
_STALE = "brochure:stale"
_XML = "http://www.w3.org/XML/1998/namespace"
_NMTOKEN = re.compile(r"[A-Za-z0-9._-]+")

_STATES = {
    Standing.NEW: "initial",
    Standing.STALE: "initial",
    Standing.TRANSLATED: "translated",
    Standing.REVIEWED: "reviewed",
    Standing.APPROVED: "final",
}
_STANDINGS = {"translated": Standing.TRANSLATED, "reviewed": Standing.REVIEWED, "final": Standing.APPROVED}


def write_xliff2(parcel: Parcel) -> bytes:
    """The file, UTF-8, indented between units and nowhere inside of texts. Same parcel, same bytes."""
    origin = parcel.origin
    root = etree.Element(_q("xliff"), nsmap={None: NAMESPACE, "mda": _METADATA})
    root.set("version", "2.1")
    root.set("srcLang", SOURCE_LANGUAGE)
    root.set("trgLang", origin.language)
    file = etree.SubElement(root, _q("file"), id="brochure", original=language_file(origin.language))
    file.set("canResegment", "no")
    file.set("trgDir", parcel.direction)
    _metadata(
        file,
        {"projects": " ".join(origin.projects), "version": origin.version, "english": origin.english},
    )
    for number, item in enumerate(parcel.items, 1):
        _unit(file, item, number)
    lay_out(root, (_q("source"), _q("target")))
    return bytes_of(root)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _metadata(parent: etree._Element, values: dict[str, str]) -> None:
    outer = etree.SubElement(parent, f"{{{_METADATA}}}metadata")
    group = etree.SubElement(outer, f"{{{_METADATA}}}metaGroup", category=_CATEGORY)
    for name, value in values.items():
        etree.SubElement(group, f"{{{_METADATA}}}meta", type=name).text = value


def _unit(file: etree._Element, item: Item, number: int) -> None:
    address = item.address
    unit = etree.SubElement(file, _q("unit"), id=address if _NMTOKEN.fullmatch(address) else f"unit{number}")
    unit.set("name", address)
    unit.set(f"{{{_XML}}}space", "preserve")
    _metadata(unit, {"english": mark(item.english), "text": mark(item.text)})
    notes = etree.SubElement(unit, _q("notes"))
    for category, told in item.said:
        etree.SubElement(notes, _q("note"), category=category).text = told
    parts = {
        "source": tuple(stretches(item.english, item.english)),
        "target": tuple(stretches(item.text, item.english)),
    }
    facts = {each.number: each.text for cut in parts.values() for each in cut if each.number}
    if facts:
        data = etree.SubElement(unit, _q("originalData"))
        for at, name in sorted(facts.items()):
            etree.SubElement(data, _q("data"), id=f"d{at}").text = f"{{{name}}}"
    segment = etree.SubElement(unit, _q("segment"), id="s1", state=_STATES[item.standing])
    if item.standing is Standing.STALE:
        segment.set("subState", _STALE)
    for name, cut in parts.items():
        if name == "source" or item.text:
            _inline(etree.SubElement(segment, _q(name)), cut)


def _inline(element: etree._Element, cut: tuple[Stretch, ...]) -> None:
    last: etree._Element | None = None
    for each in cut:
        if each.number:
            last = etree.SubElement(element, _q("ph"), id=str(each.number), dataRef=f"d{each.number}")
            last.set("equiv", f"{{{each.text}}}")
            last.set("disp", f"{{{each.text}}}")
            last.set("canDelete", "no")
            last.set("canCopy", "no")
        elif last is None:
            element.text = each.text
        else:
            last.tail = each.text


def read_xliff2(root: etree._Element, file: str, findings: Findings) -> Returned | None:
    """What came back; None where a finding says that the file is not one of ours. ``root``: in :data:`NAMESPACE`."""
    carried = _carried(root.find(_q("file")))
    if "projects" not in carried:
        tell_stranger(file, findings)
        return None
    origin = Origin(
        tuple(carried["projects"].split()),
        carried.get("version", ""),
        carried.get("english", ""),
        root.get("trgLang", ""),
    )
    return Returned(origin, tuple(_read_unit(unit, file) for unit in root.iter(_q("unit"))))


def _carried(parent: etree._Element | None) -> dict[str, str]:
    """What our metadata of a file or a unit say."""
    metadata = None if parent is None else parent.find(f"{{{_METADATA}}}metadata")
    if metadata is None:
        return {}
    return {
        meta.get("type", ""): meta.text or ""
        for group in metadata.findall(f"{{{_METADATA}}}metaGroup")
        if group.get("category") == _CATEGORY
        for meta in group.findall(f"{{{_METADATA}}}meta")
    }


def _read_unit(unit: etree._Element, file: str) -> ReturnedItem:
    data = {each.get("id", ""): "".join(each.itertext()) for each in unit.iter(_q("data"))}
    carried = _carried(unit)
    texts = {
        name: "".join(part for element in _segments(unit, name) for part in _said(element, data))
        for name in ("source", "target")
    }
    segments = [each for each in unit if each.tag == _q("segment")]
    standings = [_standing(segment) for segment in segments]
    return ReturnedItem(
        address=unit.get("name") or unit.get("id", ""),
        english=texts["source"],
        text=texts["target"],
        # Where a tool has cut a unit in segments, it is as far as the one that lags behind.
        standing=min(standings, key=list(Standing).index, default=Standing.NEW),
        english_mark=carried.get("english", ""),
        text_mark=carried.get("text"),
        span=Span(file, unit.sourceline or 0, 1),
    )


def _segments(unit: etree._Element, name: str) -> Iterator[etree._Element]:
    for segment in unit:
        if segment.tag in (_q("segment"), _q("ignorable")):
            found = segment.find(_q(name))
            if found is not None:
                yield found


def _standing(segment: etree._Element) -> Standing:
    if segment.get("state", "initial") == "initial":
        return Standing.STALE if segment.get("subState") == _STALE else Standing.NEW
    return _STANDINGS.get(segment.get("state", ""), Standing.NEW)


def _said(element: etree._Element, data: dict[str, str]) -> Iterator[str]:
    """Words and facts of a text in order. A code that is not ours says its own id, which no fact is called."""
    yield element.text or ""
    for child in element:
        if child.tag == _q("ph"):
            own = data.get(child.get("dataRef", ""), child.get("equiv", ""))
            yield own if facts_in(own) else f"{{code-{child.get('id', '')}}}"
        elif child.tag == _q("cp"):
            yield _code_point(child.get("hex", ""))
        elif isinstance(child.tag, str):
            yield from _said(child, data)
        yield child.tail or ""


def _code_point(hexadecimal: str) -> str:
    """What XML cannot hold comes in by number; nothing of ours does, so it is judged like any other character."""
    try:
        return chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
