"""A language as the typesetter needs it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Direction = Literal["ltr", "rtl"]

TOGETHER = "mul"
"""Stands for the language in the name of a file in which several stand together (ISO 639-2)."""


class Language(Struct, frozen=True):
    """One language of the edition.

    ``tag``: BCP 47, the name of its file. ``script``: ISO 15924, ``Aran`` where Arabic is set in Nastaliq.
    ``direction``: from CLDR, never guessed from a text. ``endonym``: its own name. ``phrase_name``: its name in the
    language of the services, as a person says it. ``full_endonym``, ``full_phrase_name``: the same with the script or
    the country of its tag, for where two stand together that are called the same; "" for a tag of one part.
    """

    tag: str
    script: str
    direction: Direction
    endonym: str
    phrase_name: str
    full_endonym: str = ""
    full_phrase_name: str = ""
