"""Letters as paths, for a press that asks for a file without fonts."""

from __future__ import annotations

import uharfbuzz as hb

from brochure.finish.glyphs import CodedFont
from brochure.paint.syntax import numbers

_PLACES = 5
"""Decimals of an em: at 100 pt the last is a thousandth of a point."""


def glyph_paths(font: CodedFont) -> tuple[str, ...]:
    """Path operators (ISO 32000-1, 8.5.2) of each code, for one em of 1 pt; "" for one without ink."""
    opened = hb.Font(hb.Face(font.data))
    return tuple(_path(opened, code, font.units_per_em) for code in range(len(font.advances)))


def _path(font: hb.Font, code: int, units: int) -> str:
    pen = _Pen(units)
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(pen.move)
    funcs.set_line_to_func(pen.line)
    funcs.set_quadratic_to_func(pen.quadratic)
    funcs.set_close_path_func(pen.close)
    font.draw_glyph(code, funcs)
    return " ".join(pen.written)


class _Pen:
    """Writes contours; one of a single point has no ink and is left out."""

    def __init__(self, units: int) -> None:
        self.units = units
        self.written: list[str] = []
        self.contour: list[str] = []
        self.at = (0.0, 0.0)

    def move(self, x: float, y: float, _: object) -> None:
        self.at = (x, y)
        self.contour = [f"{self._in_ems(x, y)} m"]

    def line(self, x: float, y: float, _: object) -> None:
        self.at = (x, y)
        self.contour.append(f"{self._in_ems(x, y)} l")

    def quadratic(self, cx: float, cy: float, x: float, y: float, _: object) -> None:
        """PDF has cubic curves alone: each handle lies two thirds of the way to the one of the quadratic."""
        (sx, sy) = self.at
        first = (sx + (cx - sx) * 2 / 3, sy + (cy - sy) * 2 / 3)
        second = (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3)
        self.at = (x, y)
        self.contour.append(f"{self._in_ems(*first, *second, x, y)} c")

    def close(self, _: object) -> None:
        if len(self.contour) > 2:
            self.written += [*self.contour, "h"]
        self.contour = []

    def _in_ems(self, *lengths: float) -> str:
        return numbers([length / self.units for length in lengths], _PLACES)
