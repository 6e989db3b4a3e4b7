"""Makes a PDF of any program into PDF/X-4 as print.md asks: what all files of ``files/`` have, but for their fault."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

MM = 72 / 25.4
SLUG, BLEED = 13 * MM, 3 * MM
DATE, INFO_DATE = "2026-11-22T00:00:00Z", "D:20261122000000Z"

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Help is near</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2026-11-22T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-11-22T00:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:11111111-1111-8111-8111-111111111111</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def profile() -> bytes:
    """The smallest ICC profile, version 2, of a printer in CMYK (ICC.1:2001-04): a title and a table of two points."""
    title = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"tiny\0" + bytes(79)
    curves = b"".join(struct.pack(">B", step) for _ in range(4) for step in range(256))
    grid = b"".join(bytes([255 if n == 0 else 0, 128, 128]) for n in range(16))
    table = b"mft1\0\0\0\0\x04\x03\x02\0" + struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table += curves + grid + b"".join(bytes(range(256)) for _ in range(3))
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    rights = b"text\0\0\0\0CC0\0"
    places, body = [], b""
    start = 128 + 4 + 12 * 4
    for tag, data in ((b"desc", title), (b"A2B0", table), (b"wtpt", white), (b"cprt", rights)):
        places.append(tag + struct.pack(">II", start + len(body), len(data)))
        body += data + bytes(-len(data) % 4)
    rest = struct.pack(">I", len(places)) + b"".join(places) + body
    head = bytearray(128)
    head[0:4], head[8], head[12:24] = struct.pack(">I", 128 + len(rest)), 2, b"prtrCMYKLab "
    head[24:36], head[36:40] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0), b"acsp"
    head[68:80] = struct.pack(">3i", 63190, 65536, 54061)
    return bytes(head) + rest


def pressed(data: bytes, edit: Callable[[pikepdf.Pdf], None] | None = None, **how: object) -> bytes:
    """``data``, pages of 131 x 100 mm, as PDF/X-4 cut to 105 x 74 mm; then with the fault that ``edit`` makes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            _page(pdf, page)
        for key in (
            "/StructTreeRoot",
            "/MarkInfo",
            "/Lang",
            "/PageLabels",
            "/Outlines",
            "/OpenAction",
            "/ViewerPreferences",
        ):
            if key in pdf.Root:
                del pdf.Root[key]
        pdf.Root.Metadata = Stream(pdf, XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
        pdf.Root.OutputIntents = Array([intent(pdf)])
        pdf.trailer.Info = pdf.make_indirect(_info())
        if edit is not None:
            edit(pdf)
        return saved(pdf, **how)


def _info() -> Dictionary:
    info = Dictionary(Title="Help is near", CreationDate=INFO_DATE, ModDate=INFO_DATE)
    info["/Trapped"] = Name("/False")
    return info


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """The file, the same on every day; metadata stay readable."""
    made = io.BytesIO()
    settings = {
        "static_id": True,
        "force_version": "1.6",
        "fix_metadata_version": False,
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
    }
    pdf.save(made, **(settings | how))
    return made.getvalue()


def intent(pdf: pikepdf.Pdf) -> Dictionary:
    """The output intent of FOGRA39."""
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("FOGRA39"),
        RegistryName=String("http://www.color.org"),
        Info=String("Coated FOGRA39"),
        DestOutputProfile=Stream(pdf, profile(), N=4),
    )


def _page(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    width, height = (float(edge) for edge in list(page.mediabox)[2:])
    for key in ("/StructParents", "/Group", "/Tabs", "/Annots", "/CropBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    page.obj.BleedBox = _inset(width, height, SLUG - BLEED)
    page.obj.TrimBox = _inset(width, height, SLUG)
    states = Dictionary(
        Kover=Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1),
        Knock=Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=1),
    )
    page.obj.Resources.ExtGState = Dictionary(
        {**dict(page.obj.Resources.get("/ExtGState", {}).items()), **dict(states.items())}
    )
    page.Contents = pdf.make_stream(_with_overprint(pikepdf.parse_content_stream(page)))


def _inset(width: float, height: float, by: float) -> Array:
    return Array([round(each, 3) for each in (by, by, width - by, height - by)])


def _with_overprint(instructions: object) -> bytes:
    """Text and lines overprint, areas knock out; marks of content go."""
    kept = []
    for operands, operator in instructions:  # type: ignore[attr-defined]
        name = str(operator)
        if name in {"BDC", "BMC", "EMC"}:
            continue
        if name in {"BT", "S", "f", "f*"}:
            state = Name.Knock if name.startswith("f") else Name.Kover
            # Between path and painting no state may change, so it is said where the path begins.
            at = len(kept) if name == "BT" else _start_of_path(kept)
            kept.insert(at, ([state], pikepdf.Operator("gs")))
        kept.append((operands, operator))
    return pikepdf.unparse_content_stream(kept)


def _start_of_path(kept: list[tuple[list[object], pikepdf.Operator]]) -> int:
    at = len(kept)
    while at and str(kept[at - 1][1]) in {"m", "l", "c", "v", "y", "re", "h"}:
        at -= 1
    return at
