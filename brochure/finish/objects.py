"""The file's objects: ReportLab's object model, written out by a thin step of our own.

ReportLab numbers the objects and spells dictionaries, strings and references. Its own way to the file is not
taken: it puts its name and a comment into every file, knows neither object streams nor cross-reference streams
(ISO 32000-1, 7.5.7 and 7.5.8), and its canvas adds an unembedded Helvetica and two timestamps.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from reportlab.pdfbase import pdfdoc

Reference: TypeAlias = pdfdoc.PDFObjectReference
Name = lru_cache(maxsize=256)(pdfdoc.PDFName)
"""ReportLab looks at each character of a name, and a structure tree has the same few names hundreds of times."""
TRUE, FALSE, NULL = pdfdoc.PDFtrue, pdfdoc.PDFfalse, pdfdoc.PDFnull


class Dictionary(pdfdoc.PDFDictionary):  # type: ignore[misc]
    """Keys without slash, written sorted. Takes no notice of line settings of the machine's ReportLab."""

    def format(self, document: pdfdoc.PDFDocument, _indent: bytes = b"") -> bytes:
        """As ReportLab writes it, a line for six entries, in a fifth of the time."""
        rows = [_name(key) + b" " + _spelled(self.dict[key], document) for key in sorted(self.dict)]
        return b"<<\n" + _wrapped(rows, 6) + b"\n>>"


class Array(pdfdoc.PDFArray):  # type: ignore[misc]
    """Ten entries on a line, whatever the settings."""

    def format(self, document: pdfdoc.PDFDocument, _indent: bytes = b"") -> bytes:
        """As ReportLab writes it."""
        return b"[ " + _wrapped([_spelled(each, document) for each in self.sequence], 10) + b" ]"


def _wrapped(parts: list[bytes], most: int) -> bytes:
    for at in reversed(range(most, len(parts), most)):
        parts.insert(at, b"\n ")
    return b" ".join(parts)


def _spelled(thing: object, document: pdfdoc.PDFDocument) -> bytes:
    """What most entries are is spelled here, the rest by ReportLab."""
    kind = type(thing)
    if kind is pdfdoc.PDFObjectReference:
        return b"%d %d R" % document.idToObjectNumberAndVersion[thing.name]  # type: ignore[attr-defined]
    if kind is int or kind is float:
        return _number(thing)
    if kind is Dictionary or kind is Array:
        written: bytes = thing.format(document)  # type: ignore[attr-defined]
        return written
    if kind is str:
        return _text(thing)
    if kind is pdfdoc.PDFString:
        return _string(thing.s)  # type: ignore[attr-defined]
    spelled: bytes = pdfdoc.format(thing, document)
    return spelled


@lru_cache(maxsize=4096)
def _number(value: object) -> bytes:
    """ReportLab's spelling, the same on every machine."""
    return str(pdfdoc.fp_str(value)).encode("ascii")


@lru_cache(maxsize=512)
def _text(value: object) -> bytes:
    """Names, and what is spelled already."""
    spelled: bytes = pdfdoc.pdfdocEnc(value)
    return spelled


@lru_cache(maxsize=512)
def _string(text: str) -> bytes:
    """As ReportLab spells what :func:`text_string` makes; most texts stand in a document more than once."""
    spelled: bytes = pdfdoc.PDFString(text).format(pdfdoc.DummyDoc())
    return spelled


@lru_cache(maxsize=512)
def _name(key: str) -> bytes:
    spelled: bytes = pdfdoc.pdfdocEnc(pdfdoc.PDFName(key))
    return spelled


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream; ``packed`` content is already deflated, ``plain`` content stays readable (metadata)."""

    def __init__(
        self, entries: Mapping[str, object], content: bytes, *, packed: bool = False, plain: bool = False
    ):
        self.entries = dict(entries)
        if not plain:
            self.entries["Filter"] = Name("FlateDecode")
            content = content if packed else deflated(content)
        self.content = content

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        entries: bytes = Dictionary({**self.entries, "Length": len(self.content)}).format(document)
        # Whichever byte the content ends with, this line end is not taken for a part of it (ISO 19005-2, 6.1.7.1).
        return entries + b"\nstream\n" + self.content + b"\r\nendstream"


@lru_cache(maxsize=64)
def deflated(content: bytes) -> bytes:
    """Kept for the next file: profile and signs are the same in all languages, and deflating them is slow."""
    return zlib.compress(content, 9)


def text_string(text: str) -> pdfdoc.PDFString:
    """A text string (ISO 32000-1, 7.9.2.2): PDFDocEncoding where that is enough, else UTF-16 with byte order mark."""
    return pdfdoc.PDFString(text)


def hex_string(data: bytes) -> str:
    """A byte string in hexadecimal (7.3.4.3)."""
    return f"<{data.hex().upper()}>"


class ObjectFile(pdfdoc.PDFDocument):  # type: ignore[misc]
    """The indirect objects of one file, and the file made of them."""

    def __init__(self) -> None:
        super().__init__(invariant=1, compression=0)
        # ReportLab starts every document with a dictionary of standard fonts; none of ours has any.
        self.objectcounter = 0
        self.idToObjectNumberAndVersion.clear()
        self.idToObject.clear()
        self.numberToId.clear()

    def add(self, thing: pdfdoc.PDFObject) -> Reference:
        """Make ``thing`` an indirect object; numbers follow the order of the calls."""
        return self.Reference(thing)

    def bodies(self, after: int = 0) -> list[bytes]:
        """The text of every object whose number is above ``after``, by number."""
        return [
            pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
            for number in range(after + 1, self.objectcounter + 1)
        ]

    def holds_stream(self, number: int) -> bool:
        return isinstance(self.idToObject[self.numberToId[number]], Stream)


def write_file(
    objects: ObjectFile, bodies: Sequence[bytes], version: str, trailer: Mapping[str, object], *, packed: bool
) -> bytes:
    """The whole file. ``packed``: object streams and a cross-reference stream, else the table that any reader knows.

    ``bodies``: of all objects, by number. ``trailer``: entries beside Size. The second header line says that the file
    is binary (ISO 19005-2, 6.1.2).
    """
    header = f"%PDF-{version}\n".encode("ascii") + b"%\xe2\xe3\xcf\xd3\n"
    if packed:
        return _with_streams(header, objects, bodies, trailer)
    return _with_table(header, objects, bodies, trailer)


def _with_table(
    header: bytes, objects: ObjectFile, bodies: Sequence[bytes], trailer: Mapping[str, object]
) -> bytes:
    out = bytearray(header)
    rows = [b"0000000000 65535 f \n"]
    for number, body in enumerate(bodies, start=1):
        rows.append(b"%010d 00000 n \n" % len(out))
        out += _indirect(number, body)
    start = len(out)
    out += b"xref\n0 %d\n" % len(rows) + b"".join(rows)
    out += b"trailer\n" + Dictionary({**trailer, "Size": len(rows)}).format(objects)
    return bytes(out + _ending(start))


def _with_streams(
    header: bytes, objects: ObjectFile, bodies: Sequence[bytes], trailer: Mapping[str, object]
) -> bytes:
    """Everything that is not a stream goes into one object stream (7.5.7), whose number follows the last object."""
    inside = [(n, body) for n, body in enumerate(bodies, start=1) if not objects.holds_stream(n)]
    holder = len(bodies) + 1
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    out = bytearray(header)
    for number, body in enumerate(bodies, start=1):
        if objects.holds_stream(number):
            rows[number] = (1, len(out), 0)
            out += _indirect(number, body)
    for index, (number, _) in enumerate(inside):
        rows[number] = (2, holder, index)
    rows[holder] = (1, len(out), 0)
    out += _indirect(holder, _object_stream(inside).format(objects))
    start = len(out)
    rows[holder + 1] = (1, start, 0)
    table = b"".join(struct.pack(">BLH", *rows[number]) for number in range(holder + 2))
    entries = {
        **trailer,
        "Type": Name("XRef"),
        "Size": holder + 2,
        "W": Array([1, 4, 2]),
        "DecodeParms": Dictionary({"Predictor": 12, "Columns": _ROW}),
    }
    out += _indirect(holder + 1, Stream(entries, _stepped(table)).format(objects))
    return bytes(out + _ending(start))


_ROW = 7
"""Bytes of a row of the cross-reference stream."""


def _stepped(table: bytes) -> bytes:
    """Each byte as its step from the one above it (7.4.4.4, PNG Up): neighbours differ little, which deflates well."""
    rows = [bytes(_ROW), *(table[at : at + _ROW] for at in range(0, len(table), _ROW))]
    return b"".join(
        b"\2" + bytes((new - old) % 256 for old, new in zip(*pair, strict=True)) for pair in pairwise(rows)
    )


def _object_stream(inside: Sequence[tuple[int, bytes]]) -> Stream:
    offset, index = 0, []
    for number, body in inside:
        index.append(f"{number} {offset}")
        offset += len(body) + 1
    first = (" ".join(index) + "\n").encode("ascii")
    content = first + b"\n".join(body for _, body in inside)
    return Stream({"Type": Name("ObjStm"), "N": len(inside), "First": len(first)}, content)


def _indirect(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n" % number + body + b"\nendobj\n"


def _ending(start: int) -> bytes:
    return b"\nstartxref\n%d\n%%%%EOF\n" % start
