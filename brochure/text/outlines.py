"""How a glyph looks, as a value to compare: from version to version of a font numbers change often, looks seldom."""

from __future__ import annotations

import hashlib
from functools import cache

import uharfbuzz as hb

from brochure.model.fonts import Face
from brochure.text.faces import open_face

GRID = 1000
"""Steps to the em; what is smaller than one nobody sees."""


@cache
def outline_key(face: Face, gid: int) -> str:
    """The same for two glyphs, of whatever fonts, that are drawn alike; "" for one without ink."""
    opened = open_face(face)
    drawn: list[str] = []

    def note(kind: str) -> object:
        def take(*numbers: float | None) -> None:
            places = [round(each * GRID / opened.units_per_em) for each in numbers if each is not None]
            drawn.append(f"{kind}{places}")

        return take

    pen = hb.DrawFuncs()
    pen.set_move_to_func(note("m"))
    pen.set_line_to_func(note("l"))
    pen.set_quadratic_to_func(note("q"))
    pen.set_close_path_func(note("z"))
    opened.font.draw_glyph(gid, pen)
    return hashlib.sha256("".join(drawn).encode()).hexdigest() if drawn else ""
