"""Colour spaces with all that stands behind them: bases, alternates, what device names are told to mean.

ISO 32000-1, 8.6.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from msgspec import Struct

from brochure.check.preflight.examined import Colour

_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
"""Names in inline images (8.9.7)."""
_DEFAULTS = {"DeviceGray": "/DefaultGray", "DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK"}
_FIRST = {"DeviceGray": (0.0,), "DeviceRGB": (0.0, 0.0, 0.0), "DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}
_DEEPEST = 8


class Space(Struct, frozen=True):
    """``family``: its name in 8.6.3. ``inks``: colorants. ``behind``: families it leans on, and what they are to it."""

    family: str
    inks: tuple[str, ...] = ()
    behind: tuple[tuple[str, str], ...] = ()

    @property
    def first(self) -> Colour:
        """The colour it starts with (8.6.8, operator cs)."""
        amounts = _FIRST.get(self.family, tuple(1.0 for _ in self.inks))
        return Colour(self.family, amounts, self.inks)


def space_of(said: pikepdf.Object, resources: pikepdf.Object, depth: int = 0) -> Space:
    """What an operand, an image or a group says. Raises what broken objects raise."""
    if depth > _DEEPEST:
        raise ValueError("a colour space that leads back to itself")
    if isinstance(said, pikepdf.Name):
        name = _SHORT.get(str(said)[1:], str(said)[1:])
        named = _entry(resources, str(said))
        if named is not None and name not in _DEFAULTS:
            return space_of(named, resources, depth + 1)
        return Space(name, (), tuple(_default(name, resources, depth)))
    family = _SHORT.get(str(said[0])[1:], str(said[0])[1:])
    if family in {"Separation", "DeviceN"}:
        names = [said[1]] if family == "Separation" else list(said[1])
        inks = tuple(str(each)[1:] for each in names)
        return Space(
            family, inks, tuple(_behind(said[2], f"behind the ink {', '.join(inks)}", resources, depth))
        )
    if family in {"Indexed", "Pattern"} and len(said) > 1:
        base = space_of(said[1], resources, depth + 1)
        return Space(family, base.inks, tuple(_behind(said[1], "in a table of colours", resources, depth)))
    return Space(family)


def _behind(
    said: pikepdf.Object, where: str, resources: pikepdf.Object, depth: int
) -> Iterator[tuple[str, str]]:
    space = space_of(said, resources, depth + 1)
    yield space.family, where
    yield from space.behind


def _default(name: str, resources: pikepdf.Object, depth: int) -> Iterator[tuple[str, str]]:
    """What stands in for a device space (8.6.5.6)."""
    key = _DEFAULTS.get(name, "")
    instead = _entry(resources, key) if key else None
    if instead is not None and instead != pikepdf.Name(f"/{name}"):
        yield from _behind(instead, f"as {key[1:]}", resources, depth)


def _entry(resources: pikepdf.Object, name: str) -> pikepdf.Object | None:
    spaces = resources.get("/ColorSpace")
    return spaces.get(name) if isinstance(spaces, pikepdf.Dictionary) else None
