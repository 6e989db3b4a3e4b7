"""Ghostscript, where it is there, separates pages: how much of each ink lies on a spot.

It is asked for ``pamcmyk32`` (https://ghostscript.readthedocs.io, Devices.html), which carries out overprint on the
four plates and mixes further inks as the file says.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

DPI = 72
_SECONDS = 20.0


class Plates(Struct, frozen=True):
    """Ink of an area, four bytes a pixel, top row first; 255 is full."""

    width: int
    height: int
    pixels: bytes


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
            f"-r{DPI}",
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
