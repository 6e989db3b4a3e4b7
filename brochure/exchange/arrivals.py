"""A file that came back: what kind it is, by what is in it and not by its name."""

from __future__ import annotations

from pathlib import Path

from brochure.base.diagnostics import ArgumentsError
from brochure.base.spans import Span
from brochure.content.findings import Findings, shown
from brochure.exchange.parcel import Returned

MOST_BYTES = 8_000_000
"""The texts of one language take 150 kB."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UNKNOWN = (
    "It has to be the file that brochure export made: .xlf, .po or .xlsx. A table as .csv cannot be read."
)


def read_returned(path: Path, findings: Findings) -> Returned | None:
    """The file read; None where a finding says why not. The packages for its kind, and no others, are loaded.

    Raises ArgumentsError: no such file. ModuleNotFoundError: polib or openpyxl is not installed.
    """
    file = path.as_posix()
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise ArgumentsError(
            f"{file} cannot be read: {error.strerror or error}", "Is the name right?"
        ) from error
    if len(data) > MOST_BYTES:
        findings.error(
            "too-large",
            f"the file has more than {MOST_BYTES:,} bytes, which is the most that is read",
            Span(file),
            "Is it the right file?",
        )
        return None
    if data.startswith((_ZIP, _OLE)):
        from brochure.exchange.xlsx import read_xlsx

        return read_xlsx(data, file, findings)
    if _is_xml(data):
        return _read_xml(data, file, findings)
    if b"msgid" in data:
        from brochure.exchange.po import read_po

        return read_po(data, file, findings)
    findings.error("exchange-unknown-kind", f"the file is {_guess(data)}", Span(file), _UNKNOWN)
    return None


def _is_xml(data: bytes) -> bool:
    head = data[:200].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.removeprefix(_UTF16[0]).removeprefix(_UTF16[1]).startswith(b"<")


def _guess(data: bytes) -> str:
    if not data.strip():
        return "empty"
    try:
        first = data.decode("utf-8").split("\n", 1)[0]
    except UnicodeDecodeError:
        first = data.decode("cp1252", errors="replace").split("\n", 1)[0]
        old = " in an old encoding" if "\0" not in first else ""
        return f"neither XLIFF nor PO nor a workbook; it begins with {shown(first)}{old}"
    return f"neither XLIFF nor PO nor a workbook; it begins with {shown(first)}"


def _read_xml(data: bytes, file: str, findings: Findings) -> Returned | None:
    from brochure.exchange import xliff1, xliff2
    from brochure.exchange.xml import parse

    root = parse(data, file, findings)
    if root is None:
        return None
    if root.tag == f"{{{xliff2.NAMESPACE}}}xliff":
        return xliff2.read_xliff2(root, file, findings)
    if root.tag == f"{{{xliff1.NAMESPACE}}}xliff":
        return xliff1.read_xliff1(root, file, findings)
    findings.error(
        "exchange-unknown-kind",
        f"the file is XML, but no XLIFF 1.2, 2.0 or 2.1: it begins with <{_short(str(root.tag))}>",
        Span(file, root.sourceline or 0, 1),
        _UNKNOWN,
    )
    return None


def _short(tag: str) -> str:
    return tag if len(tag) <= 80 else f"{tag[:80]}…"
