"""From the codes of a font to characters and advances (ISO 32000-1, 9.7 and 9.10.3): ToUnicode, W, Widths."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

import pikepdf
from msgspec import Struct

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_CODES = 65536


class FontCodes(Struct, frozen=True):
    """``length``: bytes of a code. ``texts``: by code. ``widths``: thousandths of an em by code, else ``width``."""

    length: int
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    width: float

    def shown(self, data: bytes) -> Iterator[tuple[int, str, float]]:
        """Code, text ("" where the font does not say) and advance in em of what a string shows."""
        for start in range(0, len(data) - self.length + 1, self.length):
            code = int.from_bytes(data[start : start + self.length], "big")
            yield code, self.texts.get(code, ""), self.widths.get(code, self.width) / 1000


def font_codes(font: pikepdf.Object) -> FontCodes:
    """What a font of a page says of its codes."""
    table = font.get("/ToUnicode")
    texts = _texts(table.read_bytes()) if isinstance(table, pikepdf.Stream) else {}
    if font.get("/Subtype") != "/Type0":
        first = int(font.get("/FirstChar", 0))
        widths = {first + n: float(width) for n, width in enumerate(font.get("/Widths", []))}
        return FontCodes(1, texts, widths, 0.0)
    below = font.DescendantFonts[0]
    return FontCodes(2, texts, dict(_widths(below.get("/W", []))), float(below.get("/DW", 1000)))


def _texts(table: bytes) -> dict[int, str]:
    """The rows of a ToUnicode table."""
    texts: dict[int, str] = {}
    for kind, body in _BLOCK.findall(table):
        tokens = iter([_token(match) for match in _TOKEN.finditer(body)])
        if kind == b"bfchar":
            texts |= {_number(code): _text(next(tokens, "")) for code in tokens}
        else:
            for low in tokens:
                texts |= _range(_number(low), _number(next(tokens, "")), tokens)
    return texts


def _range(first: int, last: int, tokens: Iterator[_Token]) -> Iterator[tuple[int, str]]:
    """A row of a bfrange: one text that counts up, or a text for each code."""
    target = next(tokens, "")
    if target == "[":
        rows = itertools.takewhile(lambda token: token != "]", tokens)
        yield from ((first + n, _text(text)) for n, text in enumerate(rows))
    elif isinstance(target, bytes) and target:
        end = _number(target[-2:])
        for step in range(min(last - first, _CODES) + 1):
            yield first + step, _text(target[:-2] + ((end + step) % _CODES).to_bytes(2, "big"))


_Token = bytes | str
"""A hexadecimal string, or a bracket."""


def _token(match: re.Match[bytes]) -> _Token:
    bracket = match[2] or match[3]
    if bracket:
        return bracket.decode("ascii")
    digits = b"".join(match[1].split()).decode("ascii")
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _number(token: _Token) -> int:
    return int.from_bytes(token, "big") if isinstance(token, bytes) else 0


def _text(token: _Token) -> str:
    return token.decode("utf-16-be", "replace") if isinstance(token, bytes) else ""


def _widths(rows: pikepdf.Object | list[pikepdf.Object]) -> Iterator[tuple[int, float]]:
    """The W array (9.7.4.3): ``first [w w ...]`` or ``first last w``."""
    items = list(rows)
    at = 0
    while at + 1 < len(items):
        first, second = int(items[at]), items[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + n, float(width)) for n, width in enumerate(second))
            at += 2
        else:
            width = float(items[at + 2])
            yield from ((code, width) for code in range(first, min(int(second), first + _CODES) + 1))
            at += 3
