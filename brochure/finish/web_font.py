"""A font for a page: reduced to the words that stand there, with the features that shape them."""

from __future__ import annotations

import uharfbuzz as hb

from brochure.model.fonts import Face
from brochure.text.faces import open_face


def web_font(face: Face, text: str) -> bytes:
    """A TrueType font that has the characters of ``text`` and every glyph that its features make of them.

    The same face and characters give the same bytes. Raises SurroundingsError for a file that is not the declared one.
    """
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    request.unicode_set.update(map(ord, text))
    return bytes(hb.subset(open_face(face).font.face, request).blob.data)
