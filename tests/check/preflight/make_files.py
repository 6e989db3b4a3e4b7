"""Writes ``files/``: run by hand, with programs that nobody needs to run the tests.

pip install typst weasyprint pikepdf pillow; apt-get install ghostscript chromium libreoffice-writer
python tests/check/preflight/make_files.py
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).parent))
import faults
from press import pressed

ROOT = Path(__file__).parents[3]
FILES = Path(__file__).parent / "files"

PAGE = "#set page(width: 131mm, height: 100mm, margin: 0mm)\n"
TEXT = '#set text(font: "Noto Sans", size: 11pt, fill: cmyk(0%, 0%, 0%, 100%))\n'
AREA = """#place(top + left, dx: 10mm, dy: 10mm, rect(width: 111mm, height: {height}mm, fill: cmyk(18%, 4%, 9%, 0%)))
"""
WORDS = """#place(top + left, dx: 20mm, dy: 45mm)[{words}]
#place(top + left, dx: 20mm, dy: 60mm, line(length: 60mm, stroke: 0.5pt + cmyk(0%, 0%, 0%, 100%)))
"""
RAW_TYPST = """#set page(width: 105mm, height: 74mm)
#set text(font: "Noto Sans")
#set document(title: "Help")
= Help is near
Call 113."""
HTML = """<html lang="en"><head><title>Help is near</title><style>
@page { size: 105mm 74mm; bleed: 3mm; margin: 0 }
body { margin: 0; font: 11pt "Noto Sans"; color: %s }
.a { position: absolute; left: -3mm; top: -3mm; width: 111mm; height: 25mm; background: device-cmyk(18%% 4%% 9%% 0%%) }
p { position: absolute; left: 8mm; top: 35mm } .b { opacity: .5; position: absolute; left: 8mm; top: 50mm }
</style></head><body><div class="a"></div><p>Help is near: 113</p>%s</body></html>"""
FLAT = """<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>Help is near: 113</text:p></office:text></office:body></office:document>"""


def typst(source: str) -> bytes:
    """Typst by its Python package."""
    import typst as compiler

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.typ"
        path.write_text(source, encoding="utf-8")
        return compiler.compile(path, font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True)


def card(words: str = "Help is near: 113", height: int = 25) -> bytes:
    """The sound page that most files are: an area that bleeds, words, a line."""
    return typst(PAGE + TEXT + AREA.format(height=height) + WORDS.format(words=words))


def weasyprint(colour: str, more: str = "") -> bytes:
    """WeasyPrint with its own PDF/X-4."""
    import weasyprint as program

    return program.HTML(string=HTML % (colour, more)).write_pdf(pdf_variant="pdf/x-4")


def ghostscript(data: bytes, *flags: str) -> bytes:
    """Written anew by Ghostscript, colours as they are."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "in.pdf").write_bytes(data)
        command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", *flags, "-o", "out.pdf", "in.pdf"]
        subprocess.run(command, cwd=folder, check=True)
        return (Path(folder) / "out.pdf").read_bytes()


def chromium() -> bytes:
    """Chromium's print to PDF."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_text(HTML % ("black", ""), encoding="utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--print-to-pdf=out.pdf",
        ]
        subprocess.run(
            ["chromium", *flags, "page.html"], cwd=folder, check=True, capture_output=True, timeout=120
        )
        return (Path(folder) / "out.pdf").read_bytes()


def libreoffice() -> bytes:
    """Writer's export."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.fodt").write_text(FLAT, encoding="utf-8")
        home = f"-env:UserInstallation=file://{folder}/home"
        command = ["soffice", "--headless", home, "--convert-to", "pdf", "page.fodt"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
        return (Path(folder) / "page.pdf").read_bytes()


def from_others(sound: bytes) -> dict[str, bytes]:
    """What other programs write by themselves, and sound files that go through them."""
    black = "device-cmyk(0% 0% 0% 100%)"
    leave = "-sColorConversionStrategy=LeaveColorUnchanged"
    return {
        "typst-raw": typst(RAW_TYPST),
        "weasyprint-x4": weasyprint(black),
        "weasyprint-rgb": weasyprint("#000", '<p class="b">softly</p>'),
        "ghostscript-rgb": ghostscript(sound, "-sColorConversionStrategy=RGB"),
        "ghostscript-unembedded": ghostscript(card_in_helvetica(), leave, "-dEmbedAllFonts=false"),
        "chromium-raw": chromium(),
        "libreoffice-raw": libreoffice(),
        "screen-typst": typst(
            '#set document(title: "Help")\n#set text(lang: "en", font: "Noto Sans")\n= Help\nCall 113.'
        ),
        "clean-typst": sound,
        "clean-ghostscript": pressed(ghostscript(sound, leave, "-dCompatibilityLevel=1.6")),
        "clean-ghostscript-paths": pressed(
            ghostscript(sound, leave, "-dNoOutputFonts"), faults.to_x1a, force_version="1.4"
        ),
        "clean-weasyprint": pressed(weasyprint_page()),
        "clean-pikepdf": pressed(by_hand()),
    }


def weasyprint_page() -> bytes:
    """The card as WeasyPrint sets it, the slug being its page."""
    style = """<html><head><title>Help is near</title><style>@page { size: 131mm 100mm; margin: 0 }
body { margin: 0; font: 11pt "Noto Sans"; color: device-cmyk(0% 0% 0% 100%) }
div { position: absolute; left: 10mm; top: 10mm; width: 111mm; height: 25mm; background: device-cmyk(18% 4% 9% 0%) }
p { position: absolute; left: 20mm; top: 45mm }</style></head><body><div></div><p>Help is near: 113</p></body></html>"""
    import weasyprint as program

    return program.HTML(string=style).write_pdf(pdf_variant="pdf/x-4")


def card_in_helvetica() -> bytes:
    """With a font that nobody put in."""
    with pikepdf.open(io.BytesIO(card())) as pdf:
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        pdf.pages[0].obj.Resources.Font = pikepdf.Dictionary(F=helvetica)
        pdf.pages[0].Contents = pdf.make_stream(b"BT 0 0 0 1 k /F 11 Tf 60 140 Td (Help is near) Tj ET")
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def by_hand() -> bytes:
    """Paths alone, written operator by operator."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(371.339, 283.465))
        page.obj.Resources = pikepdf.Dictionary()
        content = b"0.18 0.04 0.09 0 k 28 200 315 56 re f 0 0 0 1 K 0.5 w 60 120 m 200 120 l S"
        page.Contents = pdf.make_stream(content)
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def main() -> None:
    """Every file anew."""
    FILES.mkdir(exist_ok=True)
    for path in FILES.glob("*.pdf"):
        path.unlink()
    sound = pressed(card())
    made = from_others(sound)
    made |= {name: fault(sound) for name, fault in faults.FAULTS.items()}
    made["set-same-colours"] = pressed(card("Aide tout près : 113"))
    made["set-other-colours"] = pressed(card("Hilfe ist nah: 113", height=26))
    for name, data in made.items():
        (FILES / f"{name}.pdf").write_bytes(data)
    print(len(made), "files,", sum(map(len, made.values())), "bytes")


if __name__ == "__main__":
    main()
