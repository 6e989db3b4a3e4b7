"""A zip file that somebody else packed, judged before anything in it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from brochure.base.spans import Span
from brochure.content.findings import Findings

MOST_UNPACKED = 8_000_000
"""Bytes. The texts of one language take 400 kB unpacked."""

MOST_FILES = 300

_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FROM_THE_START = "Save it in Excel or LibreOffice as a workbook: Excel 2007-365 (.xlsx)."


def judge_zip(data: bytes, file: str, findings: Findings) -> bool:
    """Whether the workbook can be opened without harm; a finding says why not.

    Nothing is unpacked further than the sizes that the directory states, whose sum is bounded: :mod:`zipfile` reads no
    byte more of a file than is stated there, and refuses it when the sum of bits then differs.
    """
    if data.startswith(_OLE):
        _refuse(findings, file, "the file is an old Excel file (.xls), or it has a password", _FROM_THE_START)
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            return _judge_inside(zipped, file, findings)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        _refuse(findings, file, "the file is no whole workbook, whatever its name says", _FROM_THE_START)
        return False


def _judge_inside(zipped: zipfile.ZipFile, file: str, findings: Findings) -> bool:
    entries = zipped.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or unpacked > MOST_UNPACKED:
        findings.error(
            "too-large",
            f"unpacked the workbook has {len(entries):,} parts and {unpacked:,} bytes; "
            f"{MOST_FILES} and {MOST_UNPACKED:,} are the most that are read",
            Span(file),
            "Were pictures or other tables put into it? Copy the translations into the file as it was sent.",
        )
        return False
    names = [entry.filename for entry in entries]
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        _refuse(findings, file, "the file is a zip file, but no workbook", _FROM_THE_START)
        return False
    types = zipped.read("[Content_Types].xml")
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in names):
        findings.error(
            "exchange-unsafe",
            "the workbook has macros, programs that run when it is opened; it is not read",
            Span(file),
            "Do not open it either. Ask the translator to save it as .xlsx without macros.",
        )
        return False
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels", ".vml")) and _DECLARES.search(
            _plain(zipped.read(entry))
        ):
            findings.error(
                "exchange-unsafe",
                f"{entry.filename} in the workbook declares a document type or entities, "
                "which can pull in other files or fill the memory",
                Span(file),
                "No office program writes that. Ask whoever sent the file where it comes from.",
            )
            return False
    return True


def _plain(part: bytes) -> bytes:
    """UTF-16 without its zeros, so that nothing hides between them."""
    return part.replace(b"\0", b"")


def _refuse(findings: Findings, file: str, message: str, help_: str) -> None:
    findings.error("exchange-damaged", message, Span(file), help_)
