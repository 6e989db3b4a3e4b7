"""A product: sheet, panels and their fixed slots. Lengths in pt; x from the sheet's start edge, y from the trim's top.

Nothing here knows left or right: layout resolves the direction in one function (``brochure.layout.direction``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from brochure.model.places import TypeRole
from brochure.model.slots import Slot


class DraftPlace(Struct, frozen=True):
    """Size of the DRAFT box, its top, and its distance from the end of the panel's column."""

    width: float
    height: float
    y: float
    line: float
    role: TypeRole


Flip = Literal["short", "long"]
"""The edge of the paper about which its back follows its front."""


class FlipLine(Struct, frozen=True):
    """Where a side says how to print on both: the line's start and its baseline."""

    x: float
    baseline: float


class Imposition(Struct, frozen=True):
    """How pages share a sheet of paper, ``width`` by ``height`` pt.

    ``saddle``: two side by side, as large as they fit, for sheets that lie in each other and are folded once.
    ``many-up``: copies edge to edge, to be cut. ``reduced``: one on each, so small that what is important stays clear
    of the white edge. ``creep``: pt by which each sheet inside another sticks out further.
    """

    kind: Literal["saddle", "many-up", "reduced"]
    width: float
    height: float
    creep: float = 0.0


class OfficePlace(Struct, frozen=True):
    """A sheet from an office printer. ``edge``: what no such printer reaches, so it stays white. ``lines``: by side; of
    imposed sheets ``front`` and ``back``. ``imposition``: None where a page is a sheet. ``flip`` and ``role``: None
    for a sheet that is printed on one side, and then there are no lines.
    """

    flip: Flip | None
    edge: float
    role: TypeRole | None
    lines: Mapping[str, FlipLine]
    imposition: Imposition | None = None


Outside = Literal["front", "back"]
"""Where others see a panel while the paper is folded or the file just opened: what is seen first, and what is seen when
it is turned over.
"""


class PanelPlace(Struct, frozen=True):
    """``x``/``width``: the panel on its side of the sheet; ``column_x``/``measure``: its words. ``outside``: None for a
    panel that only its reader sees. ``opens_with``: the panel beside it without which nobody sees this one; the DRAFT
    stamp there stands for both. "" for a panel that can be seen alone.
    """

    id: str
    x: float
    width: float
    column_x: float
    measure: float
    slots: Mapping[str, Slot]
    outside: Outside | None = None
    opens_with: str = ""


class Side(Struct, frozen=True):
    """One face of the sheet, a page of the PDF. ``folds``: x from the start edge."""

    id: str
    folds: tuple[float, ...]
    panels: tuple[PanelPlace, ...]


Binding = Literal["saddle"]
"""How pages become a booklet. ``saddle``: folded sheets that lie in each other, stapled through the fold."""

Readers = Literal["each", "workers", "together"]
"""Whose languages a format is made in: a file for each of the edition's, for each of its front-line workers', or one
file in which several stand together.
"""


class Product(Struct, frozen=True):
    """What a print shop makes of the pages. ``finished``: width and height when folded, pt. ``paper``: a suggestion."""

    finished: tuple[float, float] | None
    paper: str


class Format(Struct, frozen=True):
    """``safe``: distance from the trim that no word may enter. ``bleed``: colour beyond the trim on paper.
    ``office``: None where nothing is made for office printers. ``binding``: None where the sides are no pages to turn.
    ``pictures``: how many pixels wide the picture of each page is that goes with a file for the screen, 0 for none.
    """

    id: str
    width: float
    height: float
    bleed: float
    safe: float
    targets: tuple[str, ...]
    sides: tuple[Side, ...]
    draft: DraftPlace
    office: OfficePlace | None = None
    languages: Readers = "each"
    binding: Binding | None = None
    pictures: int = 0
    product: Product | None = None

    def is_verso(self, panel: str) -> bool:
        """Whether a panel stands on a bound page whose spine is at its end edge: every second one, from the second."""
        versos = self.sides[1::2] if self.binding else ()
        return any(place.id == panel for side in versos for place in side.panels)

    @property
    def office_scale(self) -> float:
        """How large a page stands on the paper of an office printer, 1 for as it is. Two side by side are as large as
        the paper takes, be it larger than they are; one alone as large as can be with all that is ``safe`` off its trim
        inside the white edge.
        """
        imposition = self.office.imposition if self.office else None
        if self.office is None or imposition is None or imposition.kind == "many-up":
            return 1.0
        if imposition.kind == "saddle":
            return min(imposition.width / 2 / self.width, imposition.height / self.height)
        return min(
            (imposition.width - 2 * self.office.edge) / (self.width - 2 * self.safe),
            (imposition.height - 2 * self.office.edge) / (self.height - 2 * self.safe),
        )

    @property
    def outside(self) -> Mapping[str, Outside]:
        """By their ids, the panels that others see."""
        places = (place for side in self.sides for place in side.panels)
        return {place.id: place.outside for place in places if place.outside}
