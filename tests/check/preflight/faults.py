"""One fault a file, made by pikepdf in a sound one: names of files to what makes them."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from press import intent, profile, saved

Edit = Callable[[pikepdf.Pdf], None]
Fault = Callable[[bytes], bytes]

SRGB_HEAD = bytes(12) + b"mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(88)


def edited(edit: Edit, **how: object) -> Fault:
    """The sound file with an edit."""

    def make(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            edit(pdf)
            return saved(pdf, **how)

    return make


def drawn(content: bytes, **resources: object) -> Fault:
    """The sound file with more painted on its page. ``resources``: by kind; functions of the file make them."""

    def edit(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        for kind, given in resources.items():
            entries = given(pdf) if callable(given) else given
            page.Resources[f"/{kind}"] = Dictionary(
                {**dict(page.Resources.get(f"/{kind}", {}).items()), **entries}
            )
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\nq " + content + b" Q")

    return edited(edit)


def at_page(**entries: object) -> Fault:
    """The sound file with other entries of its page; None takes one out."""

    def edit(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del pdf.pages[0].obj[f"/{key}"]
            else:
                pdf.pages[0].obj[f"/{key}"] = value

    return edited(edit)


def at_root(**entries: object) -> Fault:
    """The sound file with more in its catalogue."""

    def edit(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return edited(edit)


def in_metadata(said: str, instead: str) -> Fault:
    """The sound file with other XMP."""

    def edit(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert said in packet
        pdf.Root.Metadata = Stream(
            pdf, packet.replace(said, instead).encode(), Type=Name.Metadata, Subtype=Name.XML
        )

    return edited(edit)


def in_info(key: str, value: object) -> Fault:
    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info[key] = value

    return edited(edit)


def in_intent(key: str, value: object) -> Fault:
    def edit(pdf: pikepdf.Pdf) -> None:
        given = value(pdf) if callable(value) else value
        if given is None:
            del pdf.Root.OutputIntents[0][key]
        else:
            pdf.Root.OutputIntents[0][key] = given

    return edited(edit)


def to_x1a(pdf: pikepdf.Pdf) -> None:
    """What X-1a:2003 says of itself."""
    pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")


def x1a(edit: Edit | None = None, **how: object) -> Fault:
    def both(pdf: pikepdf.Pdf) -> None:
        to_x1a(pdf)
        if edit is not None:
            edit(pdf)

    return edited(both, **({"force_version": "1.4"} | how))


def _lzw(data: bytes) -> bytes:
    """LZW without a table: codes of nine bits, cleared before it grows (ISO 32000-1, 7.4.4)."""
    codes = [256]
    for number, byte in enumerate(data):
        codes += [256, byte] if number and number % 200 == 0 else [byte]
    bits = "".join(f"{code:09b}" for code in [*codes, 257])
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def _packed_content(pdf: pikepdf.Pdf) -> None:
    stream = Stream(pdf, b"")
    stream.write(_lzw(pdf.pages[0].Contents.read_bytes()), filter=Name.LZWDecode)
    pdf.pages[0].obj.Contents = pdf.make_indirect(stream)


def _a_page(trim: list[float] | None, content: bytes = b"") -> Edit:
    def edit(pdf: pikepdf.Pdf) -> None:
        first = pdf.pages[0].obj
        page = Dictionary(
            Type=Name.Page,
            MediaBox=first.MediaBox,
            BleedBox=first.BleedBox,
            TrimBox=Array(trim) if trim else first.TrimBox,
            Resources=first.Resources,
            Contents=pdf.make_stream(content or first.Contents.read_bytes()),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))

    return edit


def _descriptor(pdf: pikepdf.Pdf) -> Dictionary:
    return pdf.pages[0].obj.Resources.Font.f0.DescendantFonts[0]


def _bare_font(pdf: pikepdf.Pdf) -> None:
    del _descriptor(pdf).FontDescriptor["/FontFile2"]


def _wide_font(pdf: pikepdf.Pdf) -> None:
    """W in its form of first code, last code, width (ISO 32000-1, 9.7.4.3)."""
    widths = _descriptor(pdf).W
    for at in range(2, len(widths), 3):
        widths[at] = float(widths[at]) + 80


def _form(pdf: pikepdf.Pdf, content: bytes, **entries: object) -> Stream:
    return Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 300]), **entries)


def _tint(*full: float) -> Dictionary:
    zero = Array([0 for _ in full])
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=zero, C1=Array(list(full)), N=1)


def _spot(name: str, space: Name = Name.DeviceCMYK, *full: float) -> Array:
    return Array([Name.Separation, Name(f"/{name}"), space, _tint(*(full or (0, 1, 0, 0)))])


def _image(pdf: pikepdf.Pdf, side: int, bits: int = 8) -> Stream:
    """Grey tones as CMYK, or 1 bit in the colour of fills."""
    if bits == 1:
        data = bytes((side + 7) // 8 * side)
        return Stream(
            pdf, data, Subtype=Name.Image, Width=side, Height=side, ImageMask=True, BitsPerComponent=1
        )
    data = bytes([0, 0, 0, 60]) * side * side
    return Stream(
        pdf, data, Subtype=Name.Image, Width=side, Height=side, ColorSpace=Name.DeviceCMYK, BitsPerComponent=8
    )


def _soft_mask(pdf: pikepdf.Pdf) -> dict[str, object]:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    mask = Dictionary(S=Name.Luminosity, G=_form(pdf, b"1 1 1 rg 0 0 400 300 re f", Group=group))
    return {"/Soft": Dictionary(Type=Name.ExtGState, SMask=mask)}


def _pattern(pdf: pikepdf.Pdf) -> dict[str, object]:
    cell = Stream(
        pdf,
        b"1 0 0 rg 0 0 5 5 re f",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 10, 10]),
        XStep=10,
        YStep=10,
        Resources=Dictionary(),
    )
    return {"/P": pdf.make_indirect(cell)}


def _type_3(pdf: pikepdf.Pdf) -> dict[str, object]:
    letter = Stream(pdf, b"1000 0 d0 1 0 0 rg 0 0 700 700 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 1000, 1000]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=letter),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([1000]),
        Resources=Dictionary(),
    )
    return {"/T3": pdf.make_indirect(font)}


def _stamp(pdf: pikepdf.Pdf) -> None:
    look = _form(pdf, b"1 0 0 rg 0 0 20 20 re f")
    look.BBox = Array([0, 0, 20, 20])
    stamp = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([2, 2, 22, 22]), AP=Dictionary(N=look), F=4
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])


def _encrypted(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        made = io.BytesIO()
        locks = pikepdf.Encryption(owner="print", user="", R=4, aes=False, metadata=False)
        pdf.save(made, encryption=locks, force_version="1.6", static_id=True)
        return made.getvalue()


def _locked(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        made = io.BytesIO()
        pdf.save(made, encryption=pikepdf.Encryption(owner="a", user="b", R=6))
        return made.getvalue()


def _without_ids(data: bytes) -> bytes:
    assert data.count(b"/ID [") == 1
    return data.replace(b"/ID [", b"/Id [")


def _endless(pdf: pikepdf.Pdf) -> dict[str, object]:
    form = pdf.make_indirect(_form(pdf, b"/X Do /X Do"))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    return {"/X": form}


LINK = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 90, 70]), Border=Array([0, 0, 0]))
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))
CURVE = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1.2)

FAULTS: dict[str, Fault] = {
    "version": edited(lambda _: None, force_version="1.3"),
    "no-claim": in_metadata("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""),
    "broken-metadata": in_metadata("</rdf:RDF>", "</rdf:RDF"),
    "other-title": in_info("/Title", String("Untitled-1")),
    "other-date": in_info("/ModDate", String("D:20250101000000Z")),
    "no-version-id": in_metadata("<xmpMM:VersionID>1</xmpMM:VersionID>", ""),
    "trapped-unknown": in_info("/Trapped", Name.Unknown),
    "no-ids": _without_ids,
    "two-intents": edited(lambda pdf: pdf.Root.OutputIntents.append(intent(pdf))),
    "swop": in_intent("/OutputConditionIdentifier", String("CGATS TR 001")),
    "no-registry": in_intent("/RegistryName", None),
    "rgb-profile": in_intent("/DestOutputProfile", lambda pdf: Stream(pdf, SRGB_HEAD, N=3)),
    "version-4-profile": in_intent(
        "/DestOutputProfile", lambda pdf: Stream(pdf, profile()[:8] + b"\4" + profile()[9:], N=4)
    ),
    "link": at_page(Annots=Array([LINK])),
    "opens": at_root(OpenAction=Dictionary(S=Name.Named, N=Name.Print)),
    "script": at_root(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT])))),
    "form": at_root(AcroForm=Dictionary(Fields=Array([]))),
    "encrypted": _encrypted,
    "password": _locked,
    "layers": at_root(OCProperties=Dictionary(OCGs=Array([]), D=Dictionary())),
    "lzw": edited(
        _packed_content, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False
    ),
    "transfer-curve": drawn(b"/Curve gs", ExtGState={"/Curve": Dictionary(Type=Name.ExtGState, TR=CURVE)}),
    "no-operator": drawn(b"1 2 3 blur"),
    "truncated": lambda data: data[: len(data) * 2 // 3],
    "empty": lambda _: b"",
    "no-pdf": lambda _: b"Dear printer, here is the flyer.\n",
    "empty-page": edited(_a_page(None, b"0 0 0 0 k 0 0 400 300 re f")),
    "bare-font": edited(_bare_font),
    "wide-font": edited(_wide_font),
    "origin": at_page(MediaBox=Array([-10, -10, 371.339, 283.465])),
    "no-trim": at_page(TrimBox=None),
    "no-bleed": at_page(BleedBox=Array([36.85, 36.85, 334.488, 246.614])),
    "not-nested": at_page(BleedBox=Array([-5, 20, 360, 270])),
    "art-box": at_page(ArtBox=Array([40, 40, 300, 200])),
    "crop-box": at_page(CropBox=Array([20, 20, 350, 263])),
    "two-sizes": edited(_a_page([36.85, 36.85, 320, 246.614])),
    "turned": at_page(Rotate=90),
    "large-unit": at_page(UserUnit=2),
    "rgb-text": drawn(b"BT 0 0 0 rg /Kover gs /f0 11 Tf 60 60 Td <0001> Tj ET"),
    "grey-line": drawn(b"/Kover gs 0 G 0.5 w 60 60 m 90 60 l S"),
    "lab": drawn(
        b"/L cs 50 0 0 scn 60 60 9 9 re f",
        ColorSpace={"/L": Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])},
    ),
    "rgb-behind-spot": drawn(
        b"/Gold cs 1 scn 60 60 9 9 re f", ColorSpace={"/Gold": _spot("Gold", Name.DeviceRGB, 1, 0.8, 0)}
    ),
    "rgb-in-soft-mask": drawn(b"/Soft gs", ExtGState=_soft_mask),
    "rgb-in-pattern": drawn(b"/Pattern cs /P scn 60 60 30 30 re f", Pattern=_pattern),
    "rgb-in-type-3": drawn(b"BT 0 0 0 1 k /Kover gs /T3 20 Tf 60 60 Td (a) Tj ET", Font=_type_3),
    "rgb-in-stamp": edited(_stamp),
    "rgb-inline": drawn(b"q 0.2 0 0 0.2 60 60 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
    "rgb-default": drawn(
        b"1 0 0 0 k 60 60 9 9 re f",
        ColorSpace=lambda pdf: {"/DefaultCMYK": Array([Name.ICCBased, Stream(pdf, profile(), N=4)])},
    ),
    "rgb-group": at_page(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
    "two-spots": drawn(
        b"/Gold cs 1 scn 60 60 9 9 re f /Red cs 1 scn 60 80 9 9 re f",
        ColorSpace={"/Gold": _spot("Gold"), "/Red": _spot("Red")},
    ),
    "registration-inside": drawn(
        b"/All CS 1 SCN 0.25 w 60 60 m 90 60 l S",
        ColorSpace={"/All": _spot("All", Name.DeviceCMYK, 1, 1, 1, 1)},
    ),
    "rich-black": drawn(b"BT 0.6 0.5 0.5 1 k /Knock gs /f0 11 Tf 60 60 Td <0001> Tj ET"),
    "blue-text": drawn(b"BT 1 0.7 0 0.1 k /Knock gs /f0 11 Tf 60 60 Td <0001> Tj ET"),
    "text-knocks-out": drawn(b"BT 0 0 0 1 k /Knock gs /f0 11 Tf 60 60 Td <0001> Tj ET"),
    "line-knocks-out": drawn(b"/Knock gs 0 0 0 1 K 0.5 w 60 60 m 90 60 l S"),
    "white-overprints": drawn(b"/Kover gs 0 0 0 0 k 60 200 9 9 re f"),
    "too-much-ink": drawn(b"/Knock gs 0.9 0.9 0.9 0.9 k 60 60 40 20 re f"),
    "hairline": drawn(b"/Kover gs 0 0 0 1 K 0.1 w 60 60 m 90 60 l S"),
    "white-hairline": drawn(b"/Knock gs 0 0 0 0 K 0.3 w 60 200 m 90 200 l S"),
    "tiny-type": drawn(b"BT 0 0 0 1 k /Kover gs /f0 4 Tf 60 60 Td <0001> Tj ET"),
    "coarse-image": drawn(b"30 0 0 30 60 60 cm /Im Do", XObject=lambda pdf: {"/Im": _image(pdf, 50)}),
    "fair-image": drawn(b"30 0 0 30 60 60 cm /Im Do", XObject=lambda pdf: {"/Im": _image(pdf, 90)}),
    "coarse-line-art": drawn(
        b"0 0 0 1 k /Kover gs 30 0 0 30 60 60 cm /Im Do",
        XObject=lambda pdf: {"/Im": _image(pdf, 120, bits=1)},
    ),
    "stops-at-the-cut": drawn(b"/Knock gs 0.5 0 0 0 k 36.85 60 40 40 re f"),
    "near-the-cut": drawn(b"BT 0 0 0 1 k /Kover gs /f0 11 Tf 42 60 Td <0001> Tj ET"),
    "on-the-fold": drawn(b"BT 0 0 0 1 k /Kover gs /f0 11 Tf 183 60 Td <0001> Tj ET"),
    "edge-on-the-fold": drawn(b"/Knock gs 0.5 0 0 0 k 185.669 60 40 40 re f"),
    "near-mark": drawn(b"/Kover gs 0 0 0 1 K 0.25 w 36.85 20 m 36.85 33 l S"),
    "endless-form": drawn(b"/X Do", XObject=_endless),
    "x1a-see-through": x1a(lambda pdf: _see_through(pdf)),
    "x1a-object-streams": x1a(object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version="1.5"),
    "x1a-with-letters": x1a(),
}


def _see_through(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.Resources.ExtGState["/Half"] = Dictionary(Type=Name.ExtGState, ca=0.5)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\nq /Half gs 1 0 0 0 k 60 60 9 9 re f Q")
