"""The pen that shows text: where it stands, how far a string takes it (ISO 32000-1, 9.4)."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pikepdf
from msgspec.structs import replace

from brochure.check.accessible.characters import FontCodes, font_codes
from brochure.check.preflight.examined import Box
from brochure.check.preflight.state import State
from brochure.check.preflight.transform import UPRIGHT, Matrix, around, matrix_of, moved, times

_BELOW, _ABOVE = -0.2, 0.7
"""Where the ink of a line of text lies about its baseline, em: enough to say where it is."""


class Pen:
    """``fonts``, ``codes``: all that a page uses, by name; shared by its forms. ``line``, ``text``: line and text
    matrix.
    """

    def __init__(self, fonts: dict[str, pikepdf.Object], codes: dict[str, FontCodes]) -> None:
        self.fonts = fonts
        self.codes = codes
        self.line: Matrix = UPRIGHT
        self.text: Matrix = UPRIGHT

    def chosen(self, font: pikepdf.Object, name: str, size: float, state: State) -> State:
        """With another font; one name may mean two fonts in two forms."""
        key = f"{name} {font.objgen[0]}" if font.is_indirect else f"{name} {len(self.fonts)}"
        self.fonts.setdefault(key, font)
        return replace(state, font=key, size=size)

    def moved(self, operator: str, given: list[float], state: State) -> State:
        """Operators that place a line."""
        if operator == "BT":
            self.line = UPRIGHT
        elif operator == "Tm":
            self.line = matrix_of(given)
        else:
            if operator == "TD":
                state = replace(state, leading=-given[1])
            x, y = given if given else (0.0, -state.leading)
            self.line = times((1, 0, 0, 1, x, y), self.line)
        self.text = self.line
        return state

    def shown(self, operand: pikepdf.Object, state: State) -> tuple[Box | None, float]:
        """The box of a string, None where it holds white space alone, and the size of its type on paper, pt."""
        before = times(self.text, state.matrix)
        size = abs(state.size) * math.hypot(before[2], before[3])
        start, inked = self.text, False
        for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(part, pikepdf.String):
                inked = self._string(bytes(part), state) or inked
            else:
                self._advance(-float(part) / 1000 * state.size * state.stretch)
        if not inked:
            return None, size
        low, high = (state.rise + state.size * each for each in (_BELOW, _ABOVE))
        corners = [
            moved(corner, times(matrix, state.matrix))
            for matrix in (start, self.text)
            for corner in ((0.0, low), (0.0, high))
        ]
        return around(corners), size

    def _string(self, data: bytes, state: State) -> bool:
        """Whether any of it leaves ink."""
        codes, inked = self._of(state), False
        for code, text, advance in codes.shown(data) if codes else ():
            inked = inked or not text.isspace() or text == ""
            gap = state.spacing + (
                state.word_spacing if codes and codes.length == 1 and code == ord(" ") else 0.0
            )
            self._advance((advance * self._unit(state) * state.size + gap) * state.stretch)
        return inked or (codes is None and bool(data))

    def type_3(self, operand: pikepdf.Object, state: State) -> Iterator[tuple[pikepdf.Object, Matrix]]:
        """The procedures of the letters of a Type 3 font (9.6.5), at the place of the string's start."""
        font = self.fonts.get(state.font)
        if font is None or font.get("/Subtype") != "/Type3":
            return
        names = _encoding(font)
        own = times(matrix_of(font.FontMatrix), (state.size * state.stretch, 0, 0, state.size, 0, state.rise))
        matrix = times(times(own, self.text), state.matrix)
        for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
            for code in sorted(set(bytes(part))) if isinstance(part, pikepdf.String) else ():
                if code in names and names[code] in font.CharProcs:
                    yield font.CharProcs[names[code]], matrix

    def resources(self, state: State) -> pikepdf.Object | None:
        """Of the Type 3 font."""
        return self.fonts[state.font].get("/Resources")

    def _unit(self, state: State) -> float:
        """Widths are thousandths of an em but in Type 3."""
        font = self.fonts[state.font]
        return 1000 * float(font.FontMatrix[0]) if font.get("/Subtype") == "/Type3" else 1.0

    def _of(self, state: State) -> FontCodes | None:
        font = self.fonts.get(state.font)
        if font is None:
            return None
        if state.font not in self.codes:
            self.codes[state.font] = font_codes(font)
        return self.codes[state.font]

    def _advance(self, by: float) -> None:
        self.text = times((1, 0, 0, 1, by, 0), self.text)


def _encoding(font: pikepdf.Object) -> dict[int, str]:
    """Code to name of a letter (9.6.6.1)."""
    names: dict[int, str] = {}
    code = 0
    encoding = font.get("/Encoding")
    for each in encoding.get("/Differences", []) if isinstance(encoding, pikepdf.Dictionary) else []:
        if isinstance(each, pikepdf.Name):
            names[code] = str(each)
            code += 1
        else:
            code = int(each)
    return names
