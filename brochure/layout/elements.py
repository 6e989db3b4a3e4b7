"""What a panel is composed of before sizes are known: areas, signs and texts with their rooms, in reading order.

Compose makes elements, fitting finds the sizes of their texts, drawing turns both into operations. No step does the
work of another: nothing is painted to be measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from brochure.base.geometry import Outline, Rect
from brochure.base.inks import Ink
from brochure.layout.fitting import Setting
from brochure.layout.operations import Role
from brochure.model.sign import SignRole, SignUse
from brochure.model.unit import Fact


class AreaElement(Struct, frozen=True):
    """A coloured ground, an artifact."""

    outline: Outline
    ink: Ink


class RuleElement(Struct, frozen=True):
    """A drawn line or frame, an artifact."""

    outline: Outline
    ink: Ink
    width: float
    dash: tuple[float, ...] = ()


class SignElement(Struct, frozen=True):
    """A sign with its alternative text, or ``is_artifact`` without."""

    use: SignUse
    place: Rect
    inks: tuple[tuple[SignRole, Ink], ...]
    is_artifact: bool = False


class TextElement(Struct, frozen=True):
    """Paragraphs, each a structure element of its own with ``role``."""

    role: Role
    setting: Setting
    ink: Ink


class MarkedElement(Struct, frozen=True):
    """Items of a list in one setting, each behind a round mark of ``size`` pt (0: none) that starts at ``x``."""

    setting: Setting
    ink: Ink
    mark: Ink
    size: float
    x: float


class FactElement(Struct, frozen=True):
    """One fact on one or more lines (dialling code above the rest), one structure element. ``touch``: the place of its
    link; None: its ink.
    """

    fact: Fact
    settings: tuple[Setting, ...]
    ink: Ink
    touch: Rect | None = None


class TurnedElement(Struct, frozen=True):
    """One fact on lines turned a quarter counter-clockwise in ``place``. Their rooms count from the corner at which the
    words begin: x up along the place's left edge, y to the right. ``is_artifact``: it is said elsewhere.
    """

    fact: Fact
    settings: tuple[Setting, ...]
    ink: Ink
    place: Rect
    is_artifact: bool


class Group(Struct, frozen=True):
    """Elements that belong together: a panel, a list, an item. ``language``: where it is not the one around."""

    role: Role
    children: tuple[Element, ...]
    language: str = ""


Element = (
    AreaElement
    | RuleElement
    | SignElement
    | TextElement
    | MarkedElement
    | FactElement
    | TurnedElement
    | Group
)


def settings_in(elements: Sequence[Element]) -> Iterator[Setting]:
    """Every setting in reading order."""
    for element in elements:
        if isinstance(element, Group):
            yield from settings_in(element.children)
        elif isinstance(element, TextElement | MarkedElement):
            yield element.setting
        elif isinstance(element, FactElement | TurnedElement):
            yield from element.settings
