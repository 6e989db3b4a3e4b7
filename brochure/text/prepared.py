"""A paragraph with everything done that does not depend on size or measure."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from brochure.model.fonts import Face
from brochure.model.language import Direction
from brochure.text.lines import LoneMark, MissingGlyph
from brochure.text.opportunities import Opportunity
from brochure.text.shaping import ShapedCluster


class PreparedRun(Struct, frozen=True):
    """A shaped run. ``start``, ``end`` and the clusters' places count code points of the paragraph.

    ``factor``: the script's, on the type size. ``scale``: pt for one font unit at 1 pt of Latin type, ``factor``
    applied. ``language``: BCP 47. ``gap``: font units of air before its first glyph, unless a line starts there
    (:mod:`brochure.text.gaps`); ``clusters`` are without it.
    """

    start: int
    end: int
    face: Face
    script: str
    language: str
    level: int
    piece: int
    factor: float
    scale: float
    clusters: tuple[ShapedCluster, ...]
    gap: int = 0

    @property
    def direction(self) -> Direction:
        return "rtl" if self.level % 2 else "ltr"


class Prepared(Struct, frozen=True, eq=False):
    """What :meth:`brochure.text.typesetter.Typesetter.prepare` answers. Equal only to itself.

    ``text``: the paragraph in logical order, facts written out. ``direction``: of the paragraph, from its language.
    ``levels``: one for each code point. ``pens``: where each code point starts, in pt at 1 pt of Latin type, as if the
    paragraph were one line; one more for its end. ``gaps``: the air between a pen and the glyph, same unit, by offset,
    where there is any. ``unsafe``: offsets at which a break has both lines shaped anew.
    """

    text: str
    direction: Direction
    levels: tuple[int, ...]
    runs: tuple[PreparedRun, ...]
    opportunities: tuple[Opportunity, ...]
    pens: tuple[float, ...]
    gaps: Mapping[int, float]
    unsafe: frozenset[int]
    missing: tuple[MissingGlyph, ...]
    lone: tuple[LoneMark, ...]

    @property
    def base_level(self) -> int:
        return 1 if self.direction == "rtl" else 0
