"""One set of plates: the check on content streams, and Ghostscript's own separations of the same files."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from conftest import TODAY
from PIL import Image

from brochure.base.diagnostics import BrochureError
from brochure.check.plates import compare_plates
from brochure.check.separation import colour_pages

DPI = 150
INKS = ("Cyan", "Magenta", "Yellow", "Black")

Damage = Callable[[pikepdf.Pdf], None]
Plates = list[dict[str, bytes]]
"""Pixels by ink, page by page."""


@pytest.fixture(scope="module")
def prints(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The print file of every language of the edition, by tag; those that something else keeps back too."""
    out = tmp_path_factory.mktemp("prints")
    where = ["--root", str(project_root), "--out", str(out), "--today", TODAY, "--for", "print"]
    command = [sys.executable, "-m", "brochure", "build", "--format", "leaflet", *where]
    made = subprocess.run(command, cwd=project_root, capture_output=True, encoding="utf-8", check=False)
    files = sorted(out.rglob("print/leaflet-*.pdf"))
    assert len(files) >= 2, f"{made.stdout}\n{made.stderr}"
    return {file.stem.partition("-")[2]: file.read_bytes() for file in files}


def by_direction(prints: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Files by reading direction, as they tell a print shop where they are bound (ISO 32000-1, 12.2)."""
    sorted_: dict[str, dict[str, bytes]] = {"/L2R": {}, "/R2L": {}}
    for tag, pdf in prints.items():
        with pikepdf.open(io.BytesIO(pdf)) as file:
            direction = str(file.Root.get("/ViewerPreferences", {}).get("/Direction", "/L2R"))
        sorted_[direction][tag] = pdf
    return sorted_


@cache
def separated(pdf: bytes) -> Plates:
    """Ghostscript's plates."""
    gs = shutil.which("gs")
    if gs is None:
        pytest.skip("Ghostscript is not installed")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "x.pdf").write_bytes(pdf)
        flags = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}"]
        subprocess.run([gs, *flags, "-o", "p%d.tif", "x.pdf"], cwd=folder, check=True, capture_output=True)
        pages: Plates = []
        while (Path(folder) / f"p{len(pages) + 1}.tif").exists():
            page = {}
            for ink in INKS:
                with Image.open(Path(folder) / f"p{len(pages) + 1}({ink}).tif") as plate:
                    page[ink] = plate.tobytes()
            pages.append(page)
    return pages


def colours(plates: Plates) -> list[list[bytes]]:
    return [[page[ink] for ink in INKS[:3]] for page in plates]


def damaged(pdf: bytes, damage: Damage) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        damage(file)
        file.save(made)
    return made.getvalue()


def in_content(pattern: bytes, instead: bytes) -> Damage:
    """Replaces the first match in the first page that has one."""

    def damage(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            content, times = re.subn(pattern, instead, page.Contents.read_bytes(), count=1)
            if times:
                page.Contents = file.make_stream(content)
                return
        raise AssertionError(f"no {pattern!r}")

    return damage


def a_page_more(file: pikepdf.Pdf) -> None:
    file.pages.append(file.pages[0])


AREA = rb"(/Knock gs (?!0 0 0 0 )[\d.]+ [\d.]+ [\d.]+ 0 k [^k]*? f\n)"
MOVED = in_content(AREA, rb"q 1 0 0 1 2.835 0 cm \1 Q ")
DAMAGES: dict[str, tuple[Damage, str]] = {
    "an area moved by a millimetre": (MOVED, "another place or shape"),
    "an area of another colour": (
        in_content(rb"/Knock gs (?!0 0 0 0 )[\d.]+ ([\d.]+ [\d.]+ 0 k)", rb"/Knock gs 0.55 \1"),
        "another colour",
    ),
    "an area not drawn": (in_content(AREA, b""), "C, M, Y"),
    "an area more": (in_content(rb"\Z", rb"\n/Knock gs 0 0 1 0 k 300 300 9 9 re f"), "an area too many"),
    "an area cut": (in_content(AREA, rb"q 0 0 90 90 re W n \1 Q "), "drawn or cut in another way"),
    "white that does not knock out": (in_content(rb"/Knock gs 0 0 0 0 k\s[^k]*? f", b""), "C, M, Y"),
    "a page more": (a_page_more, "pages, and"),
}
OFF_BLACK: dict[str, Damage] = {
    "words that knock out": in_content(rb"BT\n/Kover gs", rb"BT\n/Knock gs"),
    "coloured words": in_content(rb"(BT\n/Kover gs) 0 0 0 1 k", rb"\1 0 0.5 0 1 k"),
    "words with a coloured edge": in_content(rb"(BT\n/Kover gs 0 0 0 1 k)", rb"\1 1 0 0 0 K 2 Tr"),
    "grey of another colour space": in_content(AREA, rb"0.5 g \1"),
    "a picture": in_content(AREA, rb"\1 BI /W 1 /H 1 /BPC 8 /CS /G ID x EI "),
}


@pytest.mark.parametrize("direction", ["/L2R", "/R2L"])
def test_all_languages_of_a_direction_share_their_colours(
    direction: str, prints: Mapping[str, bytes]
) -> None:
    files = by_direction(prints)[direction]
    assert compare_plates(files) == ()
    assert all(page.paintings for pdf in files.values() for page in colour_pages(pdf))


def test_ghostscript_separates_the_same_plates(prints: Mapping[str, bytes]) -> None:
    for files in by_direction(prints).values():
        plates = {tag: separated(pdf) for tag, pdf in files.items()}
        first, *others = plates
        assert any(set(plate) != {plate[0]} for page in colours(plates[first]) for plate in page)
        for other in others:
            assert colours(plates[other]) == colours(plates[first]), f"{other} is not like {first}"
            assert [p["Black"] for p in plates[other]] != [p["Black"] for p in plates[first]]


def test_the_directions_have_plates_of_their_own(prints: Mapping[str, bytes]) -> None:
    """Mirrored panels: were this not so, the comparison would be blind."""
    files = {next(iter(group)): next(iter(group.values())) for group in by_direction(prints).values()}
    assert {finding.code for finding in compare_plates(files)} == {"plates-differ"}


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_an_area_moved_by_a_millimetre_is_on_other_plates(tag: str, prints: Mapping[str, bytes]) -> None:
    """The same damage as below, so that both ways to look are known to see."""
    assert colours(separated(damaged(prints[tag], MOVED))) != colours(separated(prints[tag]))


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_other_plate_is_named(damage: str, prints: Mapping[str, bytes]) -> None:
    do, said = DAMAGES[damage]
    (finding,) = compare_plates({"good.pdf": prints["en"], "bad.pdf": damaged(prints["en"], do)})
    assert (finding.code, finding.span.file, finding.is_error) == ("plates-differ", "bad.pdf", True)
    assert said in finding.message
    assert "good.pdf" in finding.message
    if damage != "a page more":
        assert re.search(r"\(page \d, -?\d+ mm from the left, -?\d+ mm from the top\)", finding.message)


@pytest.mark.parametrize("damage", OFF_BLACK)
def test_what_leaves_the_black_plate_is_named(damage: str, prints: Mapping[str, bytes]) -> None:
    found = compare_plates({"bad.pdf": damaged(prints["en"], OFF_BLACK[damage])})
    assert {(finding.code, finding.span.file) for finding in found} == {("words-off-black", "bad.pdf")}


def marked_in(name: str, more: bytes = b"") -> Damage:
    """A crop mark in a Separation of that name at the end of the first page."""

    def damage(file: pikepdf.Pdf) -> None:
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
        space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name(name), pikepdf.Name.DeviceCMYK, tint])
        page = file.pages[0]
        page.resources.ColorSpace = pikepdf.Dictionary(Mark=space)
        mark = b"\n/Knock gs /Mark CS 1 SCN -9 0 m -3 0 l S" + more
        page.Contents = file.make_stream(page.Contents.read_bytes() + mark)

    return damage


def test_marks_on_every_plate_are_paintings_like_others(prints: Mapping[str, bytes]) -> None:
    marked = {tag: damaged(prints[tag], marked_in("/All")) for tag in ("en", "fr")}
    assert compare_plates(marked) == ()
    (mark,) = (p for p in colour_pages(marked["en"])[0].paintings if p.place[0] < -9)
    assert (mark.amounts, mark.manner[:6]) == ((1, 1, 1), "stroke")
    (finding,) = compare_plates({"without.pdf": prints["en"], "with.pdf": marked["fr"]})
    assert (finding.code, "an area too many" in finding.message) == ("plates-differ", True)
    half = damaged(prints["en"], marked_in("/All", b" 0.5 SCN -9 0 m -3 0 l S"))
    assert colour_pages(half)[0].paintings[-1].amounts == (0.5, 0.5, 0.5)


def test_a_spot_colour_and_words_in_registration_are_named(prints: Mapping[str, bytes]) -> None:
    words = b" /Mark cs 1 scn BT /F1 9 Tf 1 0 0 1 9 9 Tm <0001> Tj ET"
    for spoiled in (marked_in("/Gold"), marked_in("/All", words)):
        found = compare_plates({"bad.pdf": damaged(prints["en"], spoiled)})
        assert {finding.code for finding in found} == {"words-off-black"}


def test_a_single_file_and_none(prints: Mapping[str, bytes]) -> None:
    assert compare_plates({"leaflet-en.pdf": prints["en"]}) == ()
    assert compare_plates({}) == ()


def test_bytes_that_are_no_file() -> None:
    with pytest.raises(BrochureError, match="cannot be read"):
        compare_plates({"x.pdf": b"nothing"})


def test_codes_are_documented(project_root: Path) -> None:
    documented = (project_root / "brochure/docs/findings.md").read_text(encoding="utf-8")
    codes = ("plates-differ", "words-off-black", "wrong-digit", "nameless-glyph")
    assert [code for code in codes if f"`{code}`" not in documented] == []
