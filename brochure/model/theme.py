"""The look that all formats share: inks, and what each script needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brochure.base.inks import Ink


@dataclass(frozen=True, slots=True)
class ScriptStyle:
    """How a script differs from Latin at the same role.

    ``size``: factor on the type size. ``leading``: baseline to baseline in em, Latin 1.25; a role's own leading is
    scaled by ``leading / 1.25``. ``body``: height in em of what the eye takes for the letters, to centre on a sign.
    ``is_short``: a title in it takes so little room that it is set larger.
    """

    size: float
    leading: float
    body: float
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """``inks`` by name: black, petrol, mist, sun. ``scripts`` by ISO 15924 code (``Aran`` for Nastaliq)."""

    inks: Mapping[str, Ink]
    scripts: Mapping[str, ScriptStyle]
