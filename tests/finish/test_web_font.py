"""A font for a page shapes its words as the whole one does, and has no others."""

from __future__ import annotations

import pytest
import uharfbuzz as hb
from finish.by_hand import face

from brochure.finish.web_font import web_font
from brochure.text.faces import open_face

WORDS = [
    ("Latn", "Tiếng Việt ffi"),
    ("Aran", "مدد اور معلومات"),
    ("Deva", "हिन्दी मदद"),
    ("Arab", "العربية لا"),
]


def advances(font: hb.Font, text: str) -> list[tuple[int, int, int]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    assert all(info.codepoint for info in buffer.glyph_infos)
    return [(each.x_advance, each.x_offset, each.y_offset) for each in buffer.glyph_positions]


@pytest.mark.parametrize(("script", "text"), WORDS)
def test_the_words_are_shaped_alike(script: str, text: str) -> None:
    whole = face(script)
    data = web_font(whole, "".join(sorted(set(text))))
    small = hb.Face(data)
    assert advances(hb.Font(small), text) == advances(open_face(whole).font, text)
    assert set(small.unicodes) == set(map(ord, text))
    assert data == web_font(whole, "".join(sorted(set(text))))
