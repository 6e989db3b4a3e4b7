"""What a panel is composed of before sizes are known: areas, signs and texts with their rooms, in reading order.

Compose makes elements, fitting finds the sizes of their texts, drawing turns both into operations. No step does the
work of another: nothing is painted to be measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brochure.base.geometry import Outline, Rect
from brochure.base.inks import Ink
from brochure.layout.fitting import Setting
from brochure.layout.operations import Role
from brochure.model.sign import SignRole, SignUse
from brochure.model.unit import Fact


@dataclass(frozen=True, slots=True)
class AreaElement:
    """A coloured ground, an artifact."""

    outline: Outline
    ink: Ink


@dataclass(frozen=True, slots=True)
class RuleElement:
    """A drawn line or frame, an artifact."""

    outline: Outline
    ink: Ink
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SignElement:
    """A sign with its alternative text, or ``is_artifact`` without."""

    use: SignUse
    place: Rect
    inks: tuple[tuple[SignRole, Ink], ...]
    is_artifact: bool = False


@dataclass(frozen=True, slots=True)
class TextElement:
    """Paragraphs, each a structure element of its own with ``role``."""

    role: Role
    setting: Setting
    ink: Ink


@dataclass(frozen=True, slots=True)
class MarkedElement:
    """Items of a list in one setting, each behind a round mark of ``size`` pt (0: none) that starts at ``x``."""

    setting: Setting
    ink: Ink
    mark: Ink
    size: float
    x: float


@dataclass(frozen=True, slots=True)
class FactElement:
    """One fact on one or more lines (dialling code above the rest), one structure element. ``touch``: the place of its
    link; None: its ink.
    """

    fact: Fact
    settings: tuple[Setting, ...]
    ink: Ink
    touch: Rect | None = None


@dataclass(frozen=True, slots=True)
class TurnedElement:
    """One fact on lines turned a quarter counter-clockwise in ``place``. Their rooms count from the corner at which the
    words begin: x up along the place's left edge, y to the right. ``is_artifact``: it is said elsewhere.
    """

    fact: Fact
    settings: tuple[Setting, ...]
    ink: Ink
    place: Rect
    is_artifact: bool


@dataclass(frozen=True, slots=True)
class Group:
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
