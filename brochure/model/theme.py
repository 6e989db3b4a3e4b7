"""The look that all formats share: inks, and what each script needs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.base.inks import Ink
from brochure.model.language import Language

LATIN = "Latn"
"""The script that every theme has: numbers and links are set by it, and scripts without an entry."""

ACCENTS = 0.3
"""So many em may accents and marks of a first line rise into the air above its place."""


class RoleStyle(Struct, frozen=True):
    """What a script asks for in one role. ``leading``: in place of the script's. ``floor``: pt, in place of the
    role's; None keeps it.
    """

    leading: float
    floor: float | None = None


class ScriptStyle(Struct, frozen=True):
    """How a script differs from Latin at the same role.

    ``size``: factor on the type size. ``leading``: baseline to baseline in em, Latin 1.25; a role's own leading is
    scaled by ``leading / 1.25``. ``body``: height in em of what the eye takes for the letters, to centre on a sign.
    ``is_short``: a title in it takes so little room that it is set larger. ``is_tall``: beside a sign it takes two
    lines at most. ``reach``: how far ink of a first line may rise into the air above its place, em. ``lower``: so many
    em lower do words start under a number, a heading in a box or a rule. ``row``, ``heading``: what these roles have
    of their own.
    """

    size: float
    leading: float
    body: float
    is_short: bool = False
    is_tall: bool = False
    reach: float = ACCENTS
    lower: float = 0.0
    row: RoleStyle | None = None
    heading: RoleStyle | None = None

    def in_role(self, role: str) -> RoleStyle:
        """What holds in a role of this name; ``heading_below`` is a heading."""
        own = {"row": self.row, "heading": self.heading}.get(role.partition("_")[0])
        return own or RoleStyle(self.leading)


class Theme(Struct, frozen=True):
    """``inks`` by name: black, petrol, mist, sun. ``scripts`` by ISO 15924 code (``Aran`` for Nastaliq).
    ``leadings``: in place of the script's, by tag of a language that stacks more marks than others in its script.
    """

    inks: Mapping[str, Ink]
    scripts: Mapping[str, ScriptStyle]
    leadings: Mapping[str, float] = field(default_factory=dict)

    def style(self, language: Language) -> ScriptStyle:
        """What the words of a language need; those of an unknown script what Latin needs."""
        script = self.scripts.get(language.script, self.scripts[LATIN])
        leading = self.leadings.get(language.tag)
        return replace(script, leading=leading) if leading else script
