"""Inks: named colours, each with its press value and its screen value."""

from __future__ import annotations

from msgspec import Struct


class Cmyk(Struct, frozen=True):
    """Ink amounts from 0 to 1."""

    cyan: float
    magenta: float
    yellow: float
    black: float

    @property
    def total(self) -> float:
        """Total ink from 0 to 4."""
        return self.cyan + self.magenta + self.yellow + self.black


class Rgb(Struct, frozen=True):
    """sRGB from 0 to 1."""

    red: float
    green: float
    blue: float


class Ink(Struct, frozen=True):
    """A named ink of the theme. ``overprints`` is true for black alone: words, lines, signs on the K plate."""

    name: str
    cmyk: Cmyk
    rgb: Rgb

    def __hash__(self) -> int:
        """Asked for at every sign, so of one field."""
        return hash(self.name)

    @property
    def overprints(self) -> bool:
        c = self.cmyk
        return c.cyan == c.magenta == c.yellow == 0 and c.black == 1


PAPER = Ink("paper", Cmyk(0, 0, 0, 0), Rgb(1, 1, 1))
"""The ground itself: knocks out, never overprints."""

REGISTRATION = Ink("registration", Cmyk(1, 1, 1, 1), Rgb(0, 0, 0))
"""On every plate, whichever there are: for marks outside the bleed, nothing else (vocabulary: separation)."""
