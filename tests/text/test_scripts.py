from __future__ import annotations

import pytest
import uharfbuzz as hb
from text.declared import read_fonts

from brochure.text.faces import open_face
from brochure.text.graphemes import find_graphemes
from brochure.text.scripts import is_ignorable, resolve_scripts, script_of, shaping_script


def scripts_of(text: str, language_script: str, levels: list[int] | None = None) -> list[str]:
    graphemes = [text[start:end] for start, end in find_graphemes(text)]
    return list(resolve_scripts(graphemes, levels or [0] * len(graphemes), language_script, language_script))


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "Latn"),
        ("ا", "Arab"),
        ("я", "Cyrl"),
        ("क", "Deva"),
        ("1", ""),
        (" ", ""),
        ("،", ""),
        ("\u0301", ""),
        ("😀", ""),
    ],
)
def test_the_script_property_of_a_character(character, script):
    assert script_of(character) == script


@pytest.mark.parametrize(
    ("text", "language_script", "expected"),
    [
        ("ab", "Latn", "Latn Latn"),
        ("ا ب", "Arab", "Arab Arab Arab"),
        ("ا ب", "Aran", "Aran Aran Aran"),
        ("...", "Arab", "Arab Arab Arab"),
        ("ا 5", "Arab", "Arab Arab Latn"),
        ("5 ا", "Arab", "Latn Arab Arab"),
        ("24:00 ا", "Arab", "Latn Latn Latn Latn Latn Arab Arab"),
        ("5: ا", "Arab", "Latn Arab Arab Arab"),
        ("+352", "Arab", "Latn Latn Latn Latn"),
        ("50%", "Arab", "Latn Latn Latn"),
        ("中a。", "Hans", "Hans Latn Hans"),
        ("a，“b”", "Hans", "Latn Hans Hans Latn Hans"),
        ("a（b）：5", "Hans", "Latn Hans Latn Hans Hans Latn"),
        ("a’b·c", "Hans", "Latn Latn Latn Latn Latn"),
        ("a……", "Hans", "Latn Hans Hans"),
        ("a(b)\u3000", "Hans", "Latn Latn Latn Latn Hans"),
        ("a，“b”", "Latn", "Latn Latn Latn Latn Latn"),
        ("a😀", "Hans", "Latn Latn"),
        ("字", "Hant", "Hant"),
        ("か字", "Jpan", "Jpan Jpan"),
        ("字", "Latn", "Hani"),
    ],
)
def test_common_characters_follow_their_letters_and_digits_are_latin(text, language_script, expected):
    assert scripts_of(text, language_script) == expected.split()


def test_a_closing_bracket_follows_its_opening_one():
    levels = [1, 1, 1, 2, 2, 2, 1, 1, 1]
    assert scripts_of("ا (abc) ا", "Arab", levels) == ["Arab"] * 3 + ["Latn"] * 3 + ["Arab"] * 3
    assert scripts_of("ا [ (ab] c) ا", "Arab")[7] == "Arab"


def test_a_common_character_prefers_the_neighbour_of_its_own_level():
    assert scripts_of("a ا", "Arab", [2, 1, 1]) == ["Latn", "Arab", "Arab"]
    assert scripts_of("a ا", "Arab", [0, 0, 1]) == ["Latn", "Latn", "Arab"]


def test_harfbuzz_is_asked_by_the_code_it_knows():
    assert [shaping_script(script) for script in ("Aran", "Hans", "Latn")] == ["Arab", "Hani", "Latn"]


def test_ignorable_characters_are_those_that_harfbuzz_hides():
    """HarfBuzz has its own table; here every character alone is one item of a long buffer."""
    codes = [*range(0x20, 0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1100)]
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_codepoints([point for code in codes for point in (code, 0x20)])
    buffer.script, buffer.direction = "Latn", "ltr"
    hb.shape(open_face(read_fonts().families["steps"]["regular"]).font, buffer)
    seen = {info.cluster for info in buffer.glyph_infos}
    hidden = {code for place, code in enumerate(codes) if 2 * place not in seen}
    assert hidden == {code for code in codes if is_ignorable(chr(code))}
    assert {0x00AD, 0x200D, 0x200F, 0x2066, 0xFE0F} <= hidden
