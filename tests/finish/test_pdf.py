"""The finished file, read again by other libraries: validators, qpdf, pikepdf."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import page
import pikepdf
import pytest
from finish.by_hand import ROOT, leaflet
from finish.conftest import profile
from fontTools.ttLib import TTFont
from msgspec.structs import replace
from PIL import ImageCms

from brochure.base.diagnostics import SurroundingsError
from brochure.finish.pdf import Target, write_pdf

Finished = Callable[[str, Target], bytes]
LANGUAGES = ["en", "ar"]
TARGETS: list[Target] = ["screen", "print", "office"]
READABLE: list[Target] = ["screen", "office"]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def operators(pdf: pikepdf.Pdf) -> Iterator[tuple[list[object], str]]:
    """Every instruction of every page and form."""
    streams = [page.Contents for page in pdf.pages]
    streams += [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
    for stream in streams:
        for instruction in pikepdf.parse_content_stream(stream):
            yield list(instruction.operands), str(instruction.operator)


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(pdf.pages[0].Resources.Font.values())


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", READABLE)
def test_files_for_reading_conform(language: str, flavour: str, target: Target, finished: Finished) -> None:
    report = page.validate_pdf_bytes(finished(language, target), profile=flavour)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_the_validator_would_tell(finished: Finished) -> None:
    with opened(finished("en", "screen")) as pdf:
        del pdf.Root.StructTreeRoot
        spoiled = io.BytesIO()
        pdf.save(spoiled)
    assert not page.validate_pdf_bytes(spoiled.getvalue(), profile="ua1").is_compliant


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_qpdf_has_nothing_to_say(language: str, target: Target, finished: Finished, tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    file = tmp_path / "x.pdf"
    file.write_bytes(finished(language, target))
    done = subprocess.run([qpdf, "--check", file], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


@pytest.mark.parametrize("target", TARGETS)
def test_two_processes_with_two_hash_seeds_write_the_same(target: Target, finished: Finished) -> None:
    program = (
        "import sys; from finish.by_hand import leaflet; from finish.conftest import profile;"
        "from brochure.finish.pdf import write_pdf;"
        f"sys.stdout.buffer.write(write_pdf(leaflet('ar'), {target!r}, profile({target!r})))"
    )
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "TZ": f"UTC+{seed}"}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, env=environment, check=True
        )
        assert done.stdout == finished("ar", target)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_embedded_with_the_widths_they_have(
    language: str, target: Target, finished: Finished
) -> None:
    with opened(finished(language, target)) as pdf:
        assert len(fonts(pdf)) == (2 if language == "en" else 3)
        for font in fonts(pdf):
            below = font.DescendantFonts[0]
            assert (font.Encoding, below.CIDToGIDMap) == ("/Identity-H", "/Identity")
            assert re.fullmatch(r"/[A-Z]{6}\+Noto\w+-\w+", str(font.BaseFont))
            assert font.BaseFont == below.BaseFont == below.FontDescriptor.FontName
            embedded = TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
            first, widths = below.W
            names, em = embedded.getGlyphOrder(), embedded["head"].unitsPerEm
            assert int(first) == 0
            advances = [embedded["hmtx"][names[gid]][0] * 1000 / em for gid in range(len(widths))]
            assert [float(width) for width in widths] == pytest.approx(advances, abs=0.01)


@pytest.mark.parametrize("target", TARGETS)
def test_every_code_that_is_shown_has_a_text(target: Target, finished: Finished) -> None:
    with opened(finished("ar", target)) as pdf:
        said = {}
        for name, font in pdf.pages[0].Resources.Font.items():
            rows = re.findall(rb"^<(\w{4})> <(\w+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
            said[name] = {int(code, 16) for code, text in rows if text}
        current = ""
        shown = 0
        for operands, operator in operators(pdf):
            if operator == "Tf":
                current = str(operands[0])
            if operator in ("Tj", "TJ"):
                parts = operands if operator == "Tj" else operands[0]
                for part in parts:  # type: ignore[attr-defined]
                    if isinstance(part, pikepdf.String):
                        data = bytes(part)
                        codes = {int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)}
                        assert codes <= said[current]
                        shown += len(codes)
        assert shown > 100


OF_COLOUR = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
SPACES = {"screen": {"rg", "RG"}, "print": {"k", "K"}, "office": {"rg", "RG"}}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_colour_space_and_no_transparency(language: str, target: Target, finished: Finished) -> None:
    with opened(finished(language, target)) as pdf:
        assert {operator for _, operator in operators(pdf)} & OF_COLOUR == SPACES[target]
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                assert not {"/Group", "/SMask", "/ca", "/CA", "/BM", "/ColorSpace"} & set(thing.keys())
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert images == []


def test_on_paper_black_overprints_and_nothing_else_does(finished: Finished) -> None:
    with opened(finished("ar", "print")) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        assert (states.Kover.OP, states.Kover.op, states.Kover.OPM) == (True, True, 1)
        assert (states.Knock.OP, states.Knock.op) == (False, False)
        state, colours = "", set()
        for operands, operator in operators(pdf):
            if operator == "gs":
                state = str(operands[0])
            if operator in ("k", "K"):
                amounts = tuple(float(str(value)) for value in operands)
                colours.add(amounts)
                assert (state == "/Kover") is (amounts == (0, 0, 0, 1))
        assert len(colours) == 4


def test_paper_has_its_boxes(finished: Finished) -> None:
    with opened(finished("en", "print")) as pdf:
        (sheet,) = pdf.pages
        assert [float(edge) for edge in sheet.obj.MediaBox] == [0, 0, 298, 258]
        assert [float(edge) for edge in sheet.obj.TrimBox] == [9, 9, 289, 249]
        assert [float(edge) for edge in sheet.obj.BleedBox] == [0, 0, 298, 258]
        assert not {"/ArtBox", "/CropBox", "/Rotate", "/UserUnit", "/Annots"} & set(sheet.obj.keys())
        assert pdf.pdf_version == "1.6"


@pytest.mark.parametrize("target", READABLE)
def test_a_page_for_reading_is_the_trim(target: Target, finished: Finished) -> None:
    with opened(finished("en", target)) as pdf:
        (sheet,) = pdf.pages
        assert [float(edge) for edge in sheet.obj.MediaBox] == [0, 0, 280, 240]
        assert not {"/TrimBox", "/BleedBox"} & set(sheet.obj.keys())
        assert pdf.pdf_version == "1.7"


@pytest.mark.parametrize(
    ("target", "subtype", "condition", "space"),
    [
        ("screen", "/GTS_PDFA1", "sRGB IEC61966-2.1", "RGB"),
        ("print", "/GTS_PDFX", "FOGRA39", "CMYK"),
        ("office", "/GTS_PDFA1", "sRGB IEC61966-2.1", "RGB"),
    ],
)
def test_there_is_one_output_intent_with_its_profile(
    target: Target, subtype: str, condition: str, space: str, finished: Finished
) -> None:
    with opened(finished("en", target)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, str(intent.OutputConditionIdentifier)) == (subtype, condition)
        assert str(intent.RegistryName) == "http://www.color.org"
        embedded = intent.DestOutputProfile.read_bytes()
        assert embedded == profile(target)
        assert ImageCms.ImageCmsProfile(io.BytesIO(embedded)).profile.xcolor_space.strip() == space


def test_the_screen_profile_is_srgb() -> None:
    made = ImageCms.ImageCmsProfile(io.BytesIO(profile("screen"))).profile
    standard = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).profile
    for name in ("red_primary", "green_primary", "blue_primary"):
        assert getattr(made, name)[0] == pytest.approx(getattr(standard, name)[0], abs=1e-4)
    assert made.profile_description == standard.profile_description
    assert made.version == pytest.approx(4.2)


def test_print_is_pdf_x(finished: Finished) -> None:
    with opened(finished("en", "print")) as pdf:
        assert pdf.docinfo["/Trapped"] == "/False"
        assert len(pdf.trailer.ID) == 2
        assert b"PDF/X-4" in pdf.Root.Metadata.read_bytes()
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/OpenAction", "/AcroForm"} & set(
            pdf.Root.keys()
        )
        assert "BDC" not in {operator for _, operator in operators(pdf)}


def test_viewers_show_the_title_and_bind_print_on_its_side(finished: Finished) -> None:
    for language, side in (("en", "/L2R"), ("ar", "/R2L")):
        with opened(finished(language, "print")) as pdf:
            assert pdf.Root.ViewerPreferences.Direction == side
        with opened(finished(language, "screen")) as pdf:
            assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
            # PDFium gives Latin lines back last word first where the file says R2L (text-that-comes-back.md).
            assert "/Direction" not in pdf.Root.ViewerPreferences


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_of_this_machine_is_in_the_file(target: Target, finished: Finished) -> None:
    with opened(finished("ar", target)) as pdf:
        plain = b"".join(o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream))
        assert set(pdf.docinfo.keys()) <= {"/Title", "/CreationDate", "/ModDate", "/Subject", "/Trapped"}
    for word in (
        str(ROOT).encode(),
        b"reportlab",
        b"ReportLab",
        b"A1 ar leaflet",
        b"Producer",
        b"JavaScript",
    ):
        assert word not in plain + finished("ar", target)


def test_signs_are_forms_shared_by_their_uses(finished: Finished) -> None:
    with opened(finished("en", "screen")) as pdf:
        assert list(pdf.pages[0].Resources.XObject.keys()) == ["/S1"]
        assert [operator for _, operator in operators(pdf)].count("Do") == 2


def test_a_profile_of_another_space_is_refused() -> None:
    with pytest.raises(SurroundingsError, match="not an ICC profile for CMYK"):
        write_pdf(leaflet("en"), "print", profile("screen"))
    with pytest.raises(SurroundingsError, match="not an ICC profile for RGB"):
        write_pdf(leaflet("en"), "screen", b"not a profile at all")


def test_pages_share_their_fonts_and_keep_their_own_tags() -> None:
    document = leaflet("ar")
    first = document.pages[0]
    second = replace(first, operations=first.operations[:2], links=())
    data = write_pdf(replace(document, pages=(first, second)), "screen", profile("screen"))
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    with opened(data) as pdf:
        assert [int(p.obj.StructParents) for p in pdf.pages] == [0, 1]
        assert pdf.pages[0].obj.Resources == pdf.pages[1].obj.Resources
