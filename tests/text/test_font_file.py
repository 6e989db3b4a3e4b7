"""A font file that nobody declared: what it is, or one plain reason why it cannot be used; never a traceback."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from text.declared import ROOT

from brochure.text.font_file import FontFile, Refused, read_font_file

THAI = ROOT / "fonts" / "noto-sans-thai" / "NotoSansThai-Bold.ttf"
STEPS = ROOT / "tests" / "fonts" / "steps" / "steps.ttf"


def cff(path: Path) -> None:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupCFF("Steps", {}, {".notdef": T2CharStringPen(500, None).getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def variable(path: Path) -> None:
    font = TTFont(THAI)
    builder = FontBuilder(font=font)
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    font.save(path)


def without(tag: str, path: Path) -> None:
    font = TTFont(THAI)
    del font[tag]
    font.save(path)


def damaged(path: Path) -> None:
    data = bytearray(THAI.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)


MADE = {
    "its outlines are CFF": cff,
    "it is a variable font": variable,
    "it is damaged: the checksum of its table": damaged,
    "it lacks the tables OS/2": lambda path: without("OS/2", path),
    "it is no font": lambda path: path.write_text("Words in a text editor.\n"),
    "it is packed for the web (WOFF2)": lambda path: path.write_bytes(b"wOF2" + bytes(40)),
    "it is a collection": lambda path: path.write_bytes(b"ttcf" + bytes(40)),
    "it is cut off": lambda path: path.write_bytes(THAI.read_bytes()[:20000]),
    "it cannot be read": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("reason", MADE)
def test_a_wrong_file_has_one_plain_reason(reason: str, tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    MADE[reason](path)
    found = read_font_file(path)
    assert isinstance(found, Refused)
    assert found.reason.startswith(reason)


def test_an_empty_file_and_a_missing_one(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_bytes(b"")
    assert read_font_file(tmp_path / "font.ttf") == Refused(tmp_path / "font.ttf", "it is no font")
    assert isinstance(read_font_file(tmp_path / "none.ttf"), Refused)


def test_a_declared_font_says_what_it_is() -> None:
    found = read_font_file(THAI)
    assert isinstance(found, FontFile)
    assert (found.name, found.weight, found.version, found.size) == (
        "Noto Sans Thai",
        "bold",
        "2.002",
        THAI.stat().st_size,
    )
    assert ord("ก") in found.characters
    assert ord("ක") not in found.characters


@pytest.mark.parametrize(
    ("weight", "selection", "expected"), [(400, 0x40, "regular"), (500, 0x40, None), (700, 0x21, None)]
)
def test_only_upright_regular_and_bold_have_a_weight(
    weight: int, selection: int, expected: str | None, tmp_path: Path
) -> None:
    font = TTFont(THAI)
    font["OS/2"].usWeightClass, font["OS/2"].fsSelection = weight, selection
    font.save(tmp_path / "font.ttf")
    found = read_font_file(tmp_path / "font.ttf")
    assert isinstance(found, FontFile)
    assert found.weight == expected


@settings(derandomize=True, max_examples=60, deadline=None)
@given(cut=st.integers(0, 3000), at=st.integers(0, 400), put=st.integers(0, 0xFFFFFFFF))
def test_no_spoiled_directory_raises(
    cut: int, at: int, put: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(STEPS.read_bytes())
    struct.pack_into(">I", data, min(at, len(data) - 4), put)
    path = tmp_path_factory.mktemp("spoiled") / "font.ttf"
    path.write_bytes(data[: len(data) - cut] if cut else data)
    found = read_font_file(path)
    assert isinstance(found, FontFile | Refused)
