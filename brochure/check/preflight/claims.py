"""What a file says of itself: version, standard, title, dates, ids (ISO 15930-7, 6; ISO 32000-1, 14.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined
from brochure.check.preflight.rule import Fault, Rule

_X4_ID = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_MEDIA = "{http://ns.adobe.com/xap/1.0/mm/}"
_TRAPPED = "{http://ns.adobe.com/pdf/1.3/}Trapped"
_DATES = {"CreateDate": "/CreationDate", "ModifyDate": "/ModDate", "MetadataDate": ""}
_IDS = ("DocumentID", "VersionID", "RenditionClass")
_VERSIONS = {"X-4": "1.6", "X-1a": "1.4"}
_X1A = "PDF/X-1a:2003"


def _version(file: Examined, demands: Demands) -> Iterator[Fault]:
    wanted = _VERSIONS[demands.standard]
    found = max(file.pdf.pdf_version, str(file.pdf.Root.get("/Version", "/0"))[1:])
    if found != wanted:
        yield Fault(f"PDF {found}", wanted=f"PDF {wanted}")


def _standard(file: Examined, demands: Demands) -> Iterator[Fault]:
    """Of X-4 in XMP, of X-1a in Info, where ISO 15930-4 looks for it."""
    if demands.standard == "X-4":
        found, wanted, place = file.metadata.get(_X4_ID, ""), "PDF/X-4", "pdfxid:GTS_PDFXVersion in XMP"
    else:
        found, wanted, place = file.info.get("/GTS_PDFXVersion", ""), _X1A, "GTS_PDFXVersion in Info"
    if found != wanted:
        yield Fault(f"{place} is {found!r}" if found else f"no {place}", wanted=f"{place} is {wanted!r}")


def _metadata(file: Examined, _: Demands) -> Iterator[Fault]:
    if not file.metadata:
        yield Fault("metadata that cannot be read" if file.has_metadata else "no XMP metadata")


def _title(file: Examined, _: Demands) -> Iterator[Fault]:
    title, other = file.metadata.get(_TITLE, ""), file.info.get("/Title", "")
    if not title:
        yield Fault("no dc:title in XMP")
    elif other and title != other:
        yield Fault(f"the title is {title!r} in XMP and {other!r} in Info")


def _dates(file: Examined, _: Demands) -> Iterator[Fault]:
    for name, key in _DATES.items():
        date, other = file.metadata.get(_XMP + name, ""), file.info.get(key, "")
        if not date:
            yield Fault(f"no xmp:{name}")
        elif other and _digits(date) != _digits(other)[: len(_digits(date))]:
            yield Fault(f"xmp:{name} is {date} and {key[1:]} in Info is {other}")


def _digits(date: str) -> str:
    """Year to minute, without the zone: programs write it in many ways."""
    return "".join(re.findall(r"\d", date))[:12]


def _ids(file: Examined, _: Demands) -> Iterator[Fault]:
    missing = [f"xmpMM:{name}" for name in _IDS if not file.metadata.get(_MEDIA + name)]
    if missing:
        yield Fault(f"no {', '.join(missing)}")


def _trapped(file: Examined, _: Demands) -> Iterator[Fault]:
    said, other = file.info.get("/Trapped", ""), file.metadata.get(_TRAPPED, "")
    if said not in {"/False", "/True"}:
        yield Fault(f"Trapped in Info is {said[1:]}" if said else "no Trapped in Info")
    elif said == "/True":
        yield Fault("Trapped is True: somebody has spread and choked the colours already")
    elif other and other != said[1:]:
        yield Fault(f"Trapped is {said[1:]} in Info and {other} in XMP")


def _trailer(file: Examined, _: Demands) -> Iterator[Fault]:
    said = file.pdf.trailer.get("/ID")
    if not isinstance(said, pikepdf.Array) or len(said) != 2 or not all(bytes(each) for each in said):
        yield Fault("no ID in the trailer")


RULES = (
    Rule("pdf-version", "PDF 1.6; for X-1a 1.4", "[X4] ISO 15930-7, 6: built on PDF 1.6", _version),
    Rule("pdfx-version", "the file says PDF/X-4", "[X4] ISO 15930-7, 6: identification", _standard),
    Rule("metadata", "XMP metadata that can be read", "[X4] ISO 15930-7, 6: metadata", _metadata, ("X-4",)),
    Rule(
        "xmp-title",
        "dc:title in XMP; where Info has a title, the same",
        "[X4] ISO 15930-7, 6: metadata",
        _title,
        ("X-4",),
    ),
    Rule(
        "dates",
        "CreateDate, ModifyDate and MetadataDate in XMP; where Info has dates, the same",
        "[X4] ISO 15930-7, 6: metadata",
        _dates,
        ("X-4",),
    ),
    Rule(
        "document-ids",
        "xmpMM:DocumentID, VersionID, RenditionClass",
        "[X4] ISO 15930-7, 6: metadata",
        _ids,
        ("X-4",),
    ),
    Rule(
        "trapped",
        "Trapped False in Info, and not otherwise in XMP",
        "[X4] ISO 15930-7, 6: trapping",
        _trapped,
    ),
    Rule(
        "trailer-id",
        "two ids in the trailer",
        "[X4] ISO 15930-7, 6: file structure; ISO 32000-1, 14.4",
        _trailer,
    ),
)
