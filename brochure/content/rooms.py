"""How long the text of a unit may be, said to whoever writes it."""

from __future__ import annotations

from brochure.content.words import ROOMS

_WIDE = ("Hans", "Hant", "Jpan", "Kore")
"""Scripts whose every sign is as wide as two Latin letters (Unicode Standard Annex 11, East Asian Width)."""


def room_in(room: str, script: str = "") -> str:
    """``at most 55 characters in English, about 73 in another language``; of one ``script`` where it is named.

    A third more than English is what the formats leave; whether a text fits is judged when it is set.
    """
    most, other = most_characters(room, script)
    return (
        f"at most {most} characters in English, about {other} {'here' if script else 'in another language'}"
    )


def most_characters(room: str, script: str = "") -> tuple[int, int]:
    """Of English, and about how many of a language in ``script``."""
    most = ROOMS[room]
    other = round(most * 4 / 3)
    return most, other // 2 if script in _WIDE else other
