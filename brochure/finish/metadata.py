"""Info and XMP, which say the same (ISO 19005-2, 6.6.3; ISO 15930-7, 6.5), and the ids of the file.

Nothing here names a person, a path, a tool or a clock: the date is that of the content.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from msgspec import Struct

from brochure.finish.objects import Dictionary, Name, Stream, hex_string, text_string
from brochure.layout.operations import PlacedDocument

_PDFA = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>"""

_PDFUA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""

_PDFX = """<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Trapped>False</pdf:Trapped></rdf:Description>"""

X1A = "PDF/X-1a:2003"

_PDFX1A = f"""<rdf:Description rdf:about="" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/">
<pdfx:GTS_PDFXVersion>{X1A}</pdfx:GTS_PDFXVersion>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Trapped>False</pdf:Trapped></rdf:Description>"""

CLAIMS: Mapping[str, str] = MappingProxyType(
    {"pdfa": _PDFA, "pdfua": _PDFUA, "pdfx": _PDFX, "pdfx1a": _PDFX1A}
)
"""XMP by standard: what a file says that it conforms to."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{claims}
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>{title}</dc:title>
{subject}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class FileIds(Struct, frozen=True):
    """16 bytes each: ``document`` stays with edition, format and language, ``instance`` goes with the content."""

    document: bytes
    instance: bytes

    @property
    def trailer(self) -> str:
        return f"[{hex_string(self.document)} {hex_string(self.instance)}]"


def file_ids(document: PlacedDocument, target: str, content: bytes) -> FileIds:
    """``content``: whatever stands for all that the file holds, apart from its metadata."""
    lasting = f"{document.identity}\0{document.language}\0{target}".encode()
    said = f"{document.title}\0{document.subject}\0{document.checked}\0{document.draft}\0".encode()
    return FileIds(_digest(lasting), _digest(lasting + b"\0" + said + content))


def subject_of(document: PlacedDocument) -> str:
    """The neutral subject, with the word DRAFT before it as long as the file is one."""
    return " - ".join(part for part in ("DRAFT" if document.draft else "", document.subject) if part)


def info(document: PlacedDocument, standards: tuple[str, ...]) -> Dictionary:
    """The information dictionary (ISO 32000-1, 14.3.3). A press file says that it is not trapped; one of PDF/X-1a makes
    its claim here (ISO 15930-4, 6.9).
    """
    date = f"(D:{document.checked.replace('-', '')}000000Z)"
    entries: dict[str, object] = {"Title": text_string(document.title), "CreationDate": date, "ModDate": date}
    if subject := subject_of(document):
        entries["Subject"] = text_string(subject)
    if {"pdfx", "pdfx1a"} & {*standards}:
        entries["Trapped"] = Name("False")
    if "pdfx1a" in standards:
        entries["GTS_PDFXVersion"] = text_string(X1A)
    return Dictionary(entries)


def xmp(document: PlacedDocument, standards: tuple[str, ...], ids: FileIds) -> Stream:
    """The metadata stream, left readable for tools that look for the packet in the bare file."""
    subject = subject_of(document)
    packet = _PACKET.format(
        claims="\n".join(CLAIMS[standard] for standard in standards),
        title=_alternatives(document.title, document.language),
        subject=f"<dc:description>{_alternatives(subject, document.language)}</dc:description>\n"
        if subject
        else "",
        language=escape(document.language, quote=False),
        date=f"{document.checked}T00:00:00Z",
        document=_uuid(ids.document),
        instance=_uuid(ids.instance),
    )
    entries = {"Type": Name("Metadata"), "Subtype": Name("XML")}
    return Stream(entries, packet.encode("utf-8"), plain=True)


def _alternatives(text: str, language: str) -> str:
    rows = "".join(
        f'<rdf:li xml:lang="{escape(tag)}">{escape(text, quote=False)}</rdf:li>'
        for tag in ("x-default", language)
    )
    return f"<rdf:Alt>{rows}</rdf:Alt>"


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:16]


def _uuid(data: bytes) -> str:
    """As a name-based UUID is written (RFC 9562, version 8: bits of one's own)."""
    marked = bytearray(data)
    marked[6] = marked[6] & 0x0F | 0x80
    marked[8] = marked[8] & 0x3F | 0x80
    text = marked.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
