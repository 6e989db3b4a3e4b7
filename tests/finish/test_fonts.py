from __future__ import annotations

import re

import pytest
from finish.by_hand import leaflet, line_of, page_of_lines
from msgspec.structs import replace

from brochure.finish.fonts import embed, to_unicode
from brochure.paint.codes import CodeKey, collect_codes


def test_every_code_says_its_cluster_s_text() -> None:
    keys = [CodeKey(text, (), 5) for text in ("a", "لا", "क्ष", "\U0001f4de", "\u200f.")]
    cmap = to_unicode(keys).decode("ascii")
    rows = re.findall(r"^<(\w{4})> <(\w+)>$", cmap, re.MULTILINE)
    assert [
        (int(code, 16), bytes.fromhex(text).decode("utf-16-be")) for code, text in rows if code != "0000"
    ] == [(n, key.text) for n, key in enumerate(keys, start=1)]


def test_blocks_have_a_hundred_rows_at_most() -> None:
    cmap = to_unicode([CodeKey(chr(0x4E00 + n), (), 10) for n in range(250)]).decode("ascii")
    assert re.findall(r"(\d+) beginbfchar", cmap) == ["100", "100", "50"]


def test_the_tag_follows_from_the_glyphs() -> None:
    def names(text: str) -> list[str]:
        return [
            embed(c).name
            for c in collect_codes(page_of_lines([line_of(text, "Latn", "en", "ltr")], "en", "ltr"))
        ]

    assert re.fullmatch(r"[A-Z]{6}\+NotoSans-Regular", names("abc")[0])
    assert names("abc") == names("abcabc")
    assert names("abc") != names("abd")


def test_widths_are_the_advances_in_thousandths() -> None:
    for codes in collect_codes(leaflet("ar")):
        font = embed(codes)
        assert font.widths == pytest.approx([a * 1000 / font.font.units_per_em for a in font.font.advances])
        assert len(font.widths) == len(codes.keys) + 1


def test_two_texts_of_one_glyph_are_two_codes_of_one_look() -> None:
    (codes,) = collect_codes(page_of_lines([line_of("ab", "Latn", "en", "ltr")], "en", "ltr"))
    twice = replace(codes, keys=(codes.keys[0], replace(codes.keys[0], text="x")), advances=(0.5, 0.5))
    assert len(embed(twice).widths) == 3
