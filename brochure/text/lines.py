"""What the text room hands on: lines of positioned glyphs, in logical order.

Nothing here is reordered text: every cluster keeps its characters as spoken and has a place of its own on the line,
so a writer that walks a line in order writes the words in order, right-to-left ones too.
"""

from __future__ import annotations

from msgspec import Struct

from brochure.base.spans import Span
from brochure.model.fonts import Face
from brochure.model.language import Direction


class ClusterGlyph(Struct, frozen=True, gc=False):
    """A glyph of the face, offset from the cluster's own origin. Font units, y upwards."""

    gid: int
    dx: int
    dy: int


class Cluster(Struct, frozen=True, gc=False):
    """The smallest group of characters that belongs to a group of glyphs.

    ``text``: its characters in logical order, what a reader of the file must get back. ``x``: its origin from the
    line's left edge, pt. ``advance``: pt. ``glyphs`` may be empty (a default-ignorable character).
    """

    text: str
    x: float
    advance: float
    glyphs: tuple[ClusterGlyph, ...]


class Run(Struct, frozen=True):
    """Clusters of one face, size, script, language, direction and piece, in logical order.

    ``size``: pt, script factor applied. ``script``: ISO 15924 as the font list names it (``Aran``). ``piece``: index
    into the unit's pieces. ``language``: BCP 47 of these words.
    """

    face: Face
    size: float
    direction: Direction
    script: str
    language: str
    piece: int
    clusters: tuple[Cluster, ...]


class InkExtent(Struct, frozen=True):
    """How far glyph ink reaches: ``left``/``right`` pt from the line's left edge, ``top``/``bottom`` pt above and
    below the baseline (both positive away from it; a line without descenders may have a bottom of 0).
    """

    left: float
    right: float
    top: float
    bottom: float


class Line(Struct, frozen=True):
    """One set line. ``runs`` in logical order; ``width`` without the white space at its logical end, pt.

    That white space hangs: from ``width`` on in a left-to-right paragraph, left of 0 in a right-to-left one.
    """

    runs: tuple[Run, ...]
    width: float
    ink: InkExtent

    @property
    def text(self) -> str:
        return "".join(cluster.text for run in self.runs for cluster in run.clusters)


class MissingGlyph(Struct, frozen=True):
    """No face of the fallback list has this character."""

    character: str
    faces: tuple[str, ...]
    span: Span


class LoneMark(Struct, frozen=True):
    """A combining mark without a letter to stand on."""

    character: str
    span: Span
