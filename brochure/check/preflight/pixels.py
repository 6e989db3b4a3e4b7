"""Finished pages as pixels: PDFium says where there is ink, Ghostscript, where it is there, how much of each.

PDFium comes with the program. Ghostscript (https://ghostscript.readthedocs.io, Devices.html) is asked for
``pamcmyk32``, which carries out overprint on the four plates and mixes further inks as the file says.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pypdfium2 import PdfDocument, PdfiumError

from brochure.check.preflight.examined import Box, Examined

_WHITE = 250
"""A pixel is bare from this amount of red, green and blue on: what smooth edges leave of nothing."""
_INK_DPI = 72
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Inked:
    """Which pixels of an area have ink. ``pixels``: top row first, ``stride`` bytes a row, ``step`` a pixel."""

    width: int
    height: int
    stride: int
    step: int
    pixels: bytes

    def at(self, x: int, y: int) -> bool:
        """Of a pixel that may lie outside."""
        start = y * self.stride + x * self.step
        inside = 0 <= x < self.width and 0 <= y < self.height
        return inside and min(self.pixels[start : start + 3]) < _WHITE


@dataclass(frozen=True, slots=True)
class Plates:
    """Ink of an area, four bytes a pixel, top row first; 255 is full."""

    width: int
    height: int
    pixels: bytes


def areas_alone(file: Examined, areas: list[Box]) -> bytes:
    """A copy in which every page shows only its area of ``areas``, upright, without annotations."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(file.data), suppress_warnings=True) as pdf:
        for page, area in zip(pdf.pages, areas, strict=True):
            for key in ("/Rotate", "/UserUnit", "/Annots", "/TrimBox", "/BleedBox", "/ArtBox"):
                if key in page.obj:
                    del page.obj[key]
            page.obj.Rotate = 0
            page.obj.MediaBox = page.obj.CropBox = pikepdf.Array([round(edge, 3) for edge in area])
        pdf.save(made)
    return made.getvalue()


def inked(pdf: bytes, pages: int, dpi: float) -> Iterator[Inked | None]:
    """Every page by PDFium; None for one that it cannot draw."""
    try:
        document = PdfDocument(pdf)
    except PdfiumError:
        yield from (None for _ in range(pages))
        return
    with document:
        for at in range(pages):
            try:
                bitmap = document[at].render(scale=dpi / 72, may_draw_forms=False)
            except (PdfiumError, IndexError):
                yield None
            else:
                pixels = bytes(bitmap.buffer)
                yield Inked(bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels, pixels)


def ghostscript() -> str:
    """Its place, "" where it is not."""
    return next((found for name in ("gs", "gswin64c") if (found := shutil.which(name))), "")


def plates(pdf: bytes) -> Iterator[Plates]:
    """Every page separated by Ghostscript; none where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "pages.pdf").write_bytes(pdf)
        flags = [
            "-q",
            "-dNOPAUSE",
            "-dBATCH",
            "-dSAFER",
            "-dUseCropBox",
            "-sDEVICE=pamcmyk32",
            f"-r{_INK_DPI}",
        ]
        command = [ghostscript(), *flags, "-o", "plate%d.pam", "pages.pdf"]
        try:
            done = subprocess.run(command, cwd=place, capture_output=True, timeout=_SECONDS, check=False)
        except (subprocess.TimeoutExpired, OSError):
            return
        if done.returncode:
            return
        for number in range(1, len(list(place.glob("plate*.pam"))) + 1):
            yield _read(place / f"plate{number}.pam")


def _read(path: Path) -> Plates:
    """A portable arbitrary map (http://netpbm.sourceforge.net/doc/pam.html)."""
    head, _, pixels = path.read_bytes().partition(b"ENDHDR\n")
    said = dict(
        line.split(None, 1) for line in head.splitlines() if b" " in line and not line.startswith(b"#")
    )
    return Plates(int(said[b"WIDTH"]), int(said[b"HEIGHT"]), pixels)


def pixel_box(area: Box, x: float, y: float, dpi: float) -> Box:
    """The place of a pixel in the page's space."""
    left, top = area[0] + x * 72 / dpi, area[3] - y * 72 / dpi
    return left, top - 72 / dpi, left + 72 / dpi, top
