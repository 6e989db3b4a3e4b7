"""Characters that no declared font has, through the command: what is said, where, and what becomes of the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline.copied import change

from brochure.cli.main import run

LINE = '  line: "لكل من يعيش أو يعمل هنا"'

CURE = "    Use another character, or declare a font that has it in fonts/fonts.yaml.\n"


def test_a_character_without_glyph_is_said_with_its_code_name_fonts_unit_and_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Characters beyond U+FFFF count as one column each, whatever they are in the file's bytes."""
    change(root, "content/languages/ar.yaml", LINE, '  line: "لكل 😀 من 𞤀 هنا 字"')
    command = ["build", "ar", "--for", "screen", "--root", str(root), "--today", "2026-11-22"]
    assert run(command) == 1
    findings, _, _ = capsys.readouterr().err.removesuffix("\n").rpartition("\n")
    said = f"{findings}\n".split("content/languages/ar.yaml:")
    assert [finding for finding in said if "missing-glyph" in finding] == [
        "81:14: error[missing-glyph]: no font has '😀' (U+1F600 GRINNING FACE), used in cover.line\n"
        "    Looked in: NotoNaskhArabic-Regular, NotoSans-Regular.\n" + CURE,
        "81:19: error[missing-glyph]: no font has '𞤀' (U+1E900 ADLAM CAPITAL LETTER ALIF), used in cover.line\n"
        "    Looked in: NotoSans-Regular, NotoNaskhArabic-Regular.\n" + CURE,
        "81:25: error[missing-glyph]: no font has '字' (U+5B57 CJK UNIFIED IDEOGRAPH-5B57), used in cover.line\n"
        "    Looked in: NotoSans-Regular, NotoNaskhArabic-Regular.\n" + CURE,
    ]
    assert not [finding for finding in said if "overflow" in finding], "the box has no ink that must fit"
    made = [
        path.relative_to(root / "build" / "luxembourg").as_posix() for path in root.rglob("leaflet-ar.pdf")
    ]
    assert [path for path in made if "screen" in path] == ["rejected/screen/leaflet-ar.pdf"]
