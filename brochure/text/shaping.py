"""Characters to glyphs: HarfBuzz with script, language and direction said, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

import uharfbuzz as hb

from brochure.model.fonts import Face
from brochure.model.language import Direction
from brochure.text.faces import OpenFace, open_face
from brochure.text.joining import join_forms
from brochure.text.lines import ClusterGlyph
from brochure.text.scripts import shaping_script

CONTEXT = 5
"""How many characters beside a run HarfBuzz looks at (HB_BUFFER_CONTEXT_LENGTH)."""

_LINE_ENDS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class ShapedCluster:
    """Characters ``start`` to ``end`` of the shaped text and their glyphs.

    ``advance`` in font units. ``unsafe``: a line that breaks before ``start`` must be shaped anew on both sides.
    """

    start: int
    end: int
    advance: int
    glyphs: tuple[ClusterGlyph, ...]
    unsafe: bool

    @property
    def is_missing(self) -> bool:
        """Whether the face had no glyph for some of its characters."""
        return any(glyph.gid == 0 for glyph in self.glyphs)


@lru_cache(maxsize=8192)
def shape(
    face: Face, text: str, script: str, language: str, direction: Direction, before: str = "", after: str = ""
) -> tuple[ShapedCluster, ...]:
    """The clusters of ``text`` in logical order, together all of its characters.

    ``before`` and ``after``: up to :data:`CONTEXT` characters beside it, so that Arabic letters join over a change of
    font. Clusters are whole graphemes at least. A default-ignorable character never has a glyph of its own.
    """
    if not text:
        return ()
    opened = open_face(face)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    offsets = _fill(buffer, opened, text, script, before, after)
    buffer.script = shaping_script(script)
    buffer.language = language
    buffer.direction = direction
    hb.shape(opened.font, buffer)
    return _gather(buffer, offsets, len(text))


def _fill(
    buffer: hb.Buffer, opened: OpenFace, text: str, script: str, before: str, after: str
) -> tuple[int, ...] | None:
    """Put the characters in. Answers the offset of each item in ``text``, None where they are the same."""
    if opened.lends_forms and shaping_script(script) == "Arab":
        forms = join_forms(text, opened.characters, before, after)
        buffer.add_codepoints([code for code, _ in forms])
        return tuple(offset for _, offset in forms)
    codes = [ord(character) for character in (before + text + after).translate(_LINE_ENDS)]
    buffer.add_codepoints(codes, len(before), len(text))
    return tuple(range(-len(before), len(text))) if before else None


def _gather(buffer: hb.Buffer, offsets: tuple[int, ...] | None, length: int) -> tuple[ShapedCluster, ...]:
    """Glyphs in visual order to clusters in logical order."""
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    found: list[tuple[int, int, tuple[ClusterGlyph, ...], bool]] = []
    for cluster, members in groupby(glyphs, key=lambda glyph: glyph[0].cluster):
        pen, placed, unsafe = 0, [], False
        for info, position in members:
            placed.append(ClusterGlyph(info.codepoint, pen + position.x_offset, position.y_offset))
            pen += position.x_advance
            unsafe = unsafe or bool(info.flags & hb.GlyphFlags.UNSAFE_TO_BREAK)
        found.append((offsets[cluster] if offsets else cluster, pen, tuple(placed), unsafe))
    found.sort(key=lambda cluster: cluster[0])
    if not found:
        return (ShapedCluster(0, length, 0, (), False),)
    # An ignorable character at the very start has no glyph to say where it is: it belongs to the first that follows.
    starts = [0, *(cluster[0] for cluster in found[1:]), length]
    return tuple(
        ShapedCluster(start, end, advance, placed, unsafe)
        for (start, end), (_, advance, placed, unsafe) in zip(pairwise(starts), found, strict=True)
    )
