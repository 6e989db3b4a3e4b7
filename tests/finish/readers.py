"""The three readers of PDFs that people have: poppler (Linux), PDFium (Chrome, Edge, Android), MuPDF. Pages to text."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pymupdf
import pypdfium2


def poppler(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def pdfium(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def mupdf(path: Path) -> list[str]:
    with pymupdf.open(path) as document:
        return [page.get_text() for page in document]


READERS: Mapping[str, Callable[[Path], list[str]]] = {"poppler": poppler, "PDFium": pdfium, "MuPDF": mupdf}


def is_there(reader: str) -> bool:
    return reader != "poppler" or shutil.which("pdftotext") is not None
