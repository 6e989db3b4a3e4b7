"""Other words change the black plate alone: Ghostscript separates two files and the plates are compared."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from finish.by_hand import leaflet, line_of
from finish.conftest import profile
from msgspec.structs import replace
from PIL import Image, ImageChops

from brochure.finish.pdf import write_pdf
from brochure.layout.operations import Artifact, PlacedDocument, TextLine


def plates(document: PlacedDocument, folder: Path) -> dict[str, Image.Image]:
    gs = shutil.which("gs")
    if gs is None:
        pytest.skip("Ghostscript is not installed")
    folder.mkdir()
    (folder / "x.pdf").write_bytes(write_pdf(document, "print", profile("print")))
    command = [
        gs,
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        "-r72",
        "-o",
        "p%d.tif",
        "x.pdf",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    found = {}
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(folder / f"p1({ink}).tif") as plate:
            found[ink] = plate.copy()
    return found


def with_words(document: PlacedDocument, words: str) -> PlacedDocument:
    """The same page with other words, over coloured areas too."""
    (page,) = document.pages
    line = line_of(words, "Latn", "en", "ltr", 30)
    operations = tuple(replace(o, line=line) if isinstance(o, TextLine) else o for o in page.operations)
    return replace(document, pages=(replace(page, operations=operations),))


def test_words_are_on_the_black_plate_alone(tmp_path: Path) -> None:
    one = plates(with_words(leaflet("en"), "Words"), tmp_path / "one")
    other = plates(with_words(leaflet("en"), "123456"), tmp_path / "other")
    apart = {ink: ImageChops.difference(one[ink], other[ink]).getbbox() for ink in one}
    assert apart["Black"] is not None
    assert [apart[ink] for ink in ("Cyan", "Magenta", "Yellow")] == [None, None, None]


def test_the_coloured_area_runs_to_the_edge_of_the_bleed(tmp_path: Path) -> None:
    yellow = plates(leaflet("en"), tmp_path / "one")["Yellow"]
    assert yellow.size == (298, 258)
    assert {yellow.getpixel(place) for place in ((0, 0), (297, 0), (150, 30))} == {yellow.getpixel((150, 30))}
    assert yellow.getpixel((150, 200)) == 255
    assert Artifact.BACKGROUND in {operation.tag for operation in leaflet("en").pages[0].operations}
