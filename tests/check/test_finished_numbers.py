"""The number check on finished files: the real leaflets pass; what goes wrong in a file alone is caught."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from brochure.base.diagnostics import BrochureError
from brochure.check.finished_numbers import check_finished_numbers
from brochure.content.project import Project, read_document, read_project
from brochure.model.document import Document

FILES = [(target, tag) for target in ("screen", "print") for tag in ("en", "ar")]

Damage = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def project(project_root: Path) -> Project:
    return read_project(project_root, "luxembourg")


@pytest.fixture(scope="module")
def document(project: Project) -> Callable[[str], Document]:
    @cache
    def read(tag: str) -> Document:
        document = read_document(project, tag, "leaflet").document
        assert document is not None
        return document

    return read


@pytest.fixture
def codes(
    built: Path, project: Project, document: Callable[[str], Document]
) -> Callable[[str, str, Damage], set[str]]:
    """The codes found in a built file after something was done to it."""

    def find(target: str, tag: str, damage: Damage) -> set[str]:
        damaged = io.BytesIO()
        with pikepdf.open(built / f"luxembourg/{target}/leaflet-{tag}.pdf") as file:
            damage(file)
            file.save(damaged)
        assert project.fonts is not None
        findings = check_finished_numbers(document(tag), damaged.getvalue(), project.fonts)
        assert all(f.is_error and (f.language, f.format) == (tag, "leaflet") for f in findings)
        return {finding.code for finding in findings}

    return find


def codes_of_digits(font: pikepdf.Object) -> dict[str, str]:
    """Character to code, as four hexadecimal digits, by the font's ToUnicode."""
    rows = re.findall(rb"<(\w{4})> <(\w{4})>", font.ToUnicode.read_bytes())
    return {chr(int(text, 16)): code.decode().upper() for code, text in rows}


def shown(file: pikepdf.Pdf, number: str) -> tuple[pikepdf.Page, bytes, bytes, dict[str, str]]:
    """The page, its content, the operator that shows ``number``, and the codes of its font."""
    for page in file.pages:
        content = page.Contents.read_bytes()
        for name, font in page.Resources.Font.items():
            digits = codes_of_digits(font)
            if set(number) <= set(digits):
                wanted = "".join(digits[c] for c in number).encode()
                operator = rf"/{name[1:]} [\d.]+ Tf\n[^\n]+ Tm\n(\[<{wanted.decode()}>\] TJ)".encode()
                if found := re.search(operator, content):
                    return page, content, found[1], digits
    raise AssertionError(f"nothing shows {number}")


def show(instead: Callable[[dict[str, str]], str], number: str = "113") -> Damage:
    """Shows something else in place of a number; ``instead`` gets the codes and returns the new operators."""

    def damage(file: pikepdf.Pdf) -> None:
        page, content, operator, digits = shown(file, number)
        page.Contents = file.make_stream(content.replace(operator, instead(digits).encode(), 1))

    return damage


def glyphs(text: str) -> Callable[[dict[str, str]], str]:
    return lambda digits: f"[<{''.join(digits[c] for c in text)}>] TJ"


def say(row: Callable[[dict[str, str]], tuple[str, str]], number: str = "113") -> Damage:
    """Changes a row of the ToUnicode table of the font in which ``number`` is set."""

    def damage(file: pikepdf.Pdf) -> None:
        page, _, _, digits = shown(file, number)
        for font in page.Resources.Font.values():
            if codes_of_digits(font) == digits:
                before, after = row(digits)
                table = font.ToUnicode.read_bytes()
                assert before.encode() in table
                font.ToUnicode = file.make_stream(table.replace(before.encode(), after.encode()))

    return damage


def lying(file: pikepdf.Pdf) -> None:
    """The paper shows 331 where the text says 113: the digits are exchanged in the page and in ToUnicode alike."""
    page, content, operator, digits = shown(file, "113")
    one, three = f"<{digits['1']}> <00", f"<{digits['3']}> <00"
    for font in page.Resources.Font.values():
        if codes_of_digits(font) == digits:
            table = font.ToUnicode.read_bytes().decode()
            liar = pikepdf.Dictionary(font)
            exchanged = table.replace(f"{one}31>", f"{one}33>").replace(f"{three}33>", f"{three}31>")
            liar.ToUnicode = file.make_stream(exchanged.encode())
    page.Resources.Font.Liar = file.make_indirect(liar)
    before = re.search(rb"/\S+ ([\d.]+) Tf\n[^\n]+ Tm\n" + re.escape(operator), content)
    assert before
    shows = f"/Liar {before[1].decode()} Tf {glyphs('331')(digits)}"
    page.Contents = file.make_stream(content.replace(operator, shows.encode(), 1))


def covered(file: pikepdf.Pdf) -> None:
    """White paint over the middle of every page."""
    for page in file.pages:
        colour = b"0 0 0 0 k" if b" k\n" in page.Contents.read_bytes() else b"1 1 1 rg"
        paint = b"\n" + colour + b" 100 0 80 560 re f"
        page.Contents = file.make_stream(page.Contents.read_bytes() + paint)


ORDER = {"number-not-painted", "number-out-of-order"}
WRONG = {"number-not-painted", "wrong-number"}
DAMAGES: dict[str, tuple[Damage, set[str]]] = {
    "nothing": (lambda _: None, set()),
    "two digits change places": (show(glyphs("131")), ORDER),
    "the order is mirrored": (show(glyphs("311")), ORDER),
    "a digit is dropped": (show(glyphs("11")), WRONG),
    "a digit is drawn by another's code": (show(glyphs("116")), WRONG),
    "a digit more": (show(glyphs("1133")), WRONG),
    "another number": (
        show(lambda d: f"{glyphs('113')(d)} .2 0 0 .2 20 9 Tm {glyphs('116')(d)}"),
        {"wrong-number"},
    ),
    "digits on each other": (
        show(lambda d: f"[<{d['1']}{d['1']}> 572 <{d['3']}>] TJ"),
        {*WRONG, "wrong-digit"},
    ),
    "the glyphs stand backwards": (
        show(lambda d: f"[-1144 <{d['1']}> 1144 <{d['1']}> 1144 <{d['3']}>] TJ"),
        ORDER,
    ),
    "the number is gone": (show(lambda _: ""), {"number-not-painted"}),
    "nothing is painted": (show(lambda d: f"3 Tr {glyphs('113')(d)}"), {"wrong-digit"}),
    "ToUnicode says another digit": (
        say(lambda d: (f"<{d['3']}> <0033>", f"<{d['3']}> <0038>")),
        {*WRONG, "wrong-digit"},
    ),
    "ToUnicode says nothing": (
        say(lambda d: (f"<{d['3']}> <0033>", "<FFF0> <0033>")),
        {*WRONG, "nameless-glyph"},
    ),
    "ToUnicode lies and the page with it": (lying, {"wrong-digit"}),
    "something lies over the digits": (covered, {"wrong-digit"}),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(("target", "tag"), FILES)
def test_every_damage_is_named(
    damage: str, target: str, tag: str, codes: Callable[[str, str, Damage], set[str]]
) -> None:
    do, expected = DAMAGES[damage]
    assert codes(target, tag, do) == expected


def test_bytes_that_are_no_file(project: Project, document: Callable[[str], Document]) -> None:
    assert project.fonts is not None
    with pytest.raises(BrochureError, match="PDFium cannot read"):
        check_finished_numbers(document("en"), b"%PDF-1.7 nothing", project.fonts)
