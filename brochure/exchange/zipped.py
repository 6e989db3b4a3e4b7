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
MOST_ROWS = 5000
_MOST_TOLD = 20

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([^\"'<]{1,30})")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br\s*=\s*[\"']([0-9]+)")

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
    parts = (entry for entry in entries if entry.filename.endswith((".xml", ".rels", ".vml")))
    return all(_judge_part(part.filename, _plain(zipped.read(part)), file, findings) for part in parts)


def _judge_part(name: str, part: bytes, file: str, findings: Findings) -> bool:
    if _DECLARES.search(part):
        findings.error(
            "exchange-unsafe",
            f"{name} in the workbook declares a document type or entities, "
            "which can pull in other files or fill the memory",
            Span(file),
            "No office program writes that. Ask whoever sent the file where it comes from.",
        )
        return False
    return not name.startswith("xl/worksheets/") or _is_plain_table(part, file, findings)


def _is_plain_table(sheet: bytes, file: str, findings: Findings) -> bool:
    """Whether no cells of a sheet are merged and no row is far below the texts, where nobody would look."""
    merged = [each.decode("ascii", "replace") for each in _MERGED.findall(sheet)]
    for cells in merged[:_MOST_TOLD]:
        findings.error(
            "exchange-layout",
            f"the cells {cells} are merged, so the texts of all but the first are gone",
            Span(file),
            "Take the merging back (in Excel: Undo, or Unmerge Cells) and look whether a text is missing.",
        )
    far = [row.decode("ascii") for row in _ROW.findall(sheet) if len(row) > 5 or int(row) > MOST_ROWS + 1]
    if far:
        findings.error(
            "too-large",
            f"the workbook has rows down to row {far[-1][:12]}; the texts of a language are some hundred",
            Span(file),
            "Was another table pasted into it? If the rows are empty, delete them: they hold formats or spaces.",
        )
    return not merged and not far


def _plain(part: bytes) -> bytes:
    """UTF-16 without its zeros, so that nothing hides between them."""
    return part.replace(b"\0", b"")


def _refuse(findings: Findings, file: str, message: str, help_: str) -> None:
    findings.error("exchange-damaged", message, Span(file), help_)
